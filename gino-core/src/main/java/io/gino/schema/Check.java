package io.gino.schema;

import io.gino.sql.Expression;
import java.util.Optional;

/** A condition that every row meets. Columns are named without their table. */
public record Check(Optional<String> name, Expression<Boolean> condition) implements Constraint {}
