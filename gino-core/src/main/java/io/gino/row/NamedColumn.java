package io.gino.row;

import io.gino.type.SqlType;

/** A column of a result of raw SQL: known by its name only. */
public record NamedColumn<T>(String resultName, SqlType<T> type) implements Selectable<T> {}
