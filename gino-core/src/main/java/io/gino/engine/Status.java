package io.gino.engine;

/**
 * What became of a statement.
 *
 * @param command the SQL command, such as {@code INSERT}; of raw SQL its first word
 * @param affected the rows that it inserted, changed or removed
 * @param returned the rows that it returned
 */
public record Status(String command, long affected, long returned) {}
