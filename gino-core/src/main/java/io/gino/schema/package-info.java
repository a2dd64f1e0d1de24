/** The database as declared: metadata, tables, columns, keys, constraints and indexes. */
@NullMarked
package io.gino.schema;

import org.jspecify.annotations.NullMarked;
