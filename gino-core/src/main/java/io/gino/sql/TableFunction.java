package io.gino.sql;

import io.gino.type.SqlType;
import io.gino.type.Types;
import java.util.ArrayList;
import java.util.List;

/** A function that gives rows, used as a table under a name. */
public final class TableFunction extends NamedSource {

    private final Identifier function;
    private final List<Expression<?>> arguments;
    private final boolean withOrdinality;

    private TableFunction(
            Identifier name,
            Identifier function,
            List<Expression<?>> arguments,
            List<Expression<?>> columns,
            boolean withOrdinality) {
        super(name, columns);
        this.function = function;
        this.arguments = List.copyOf(arguments);
        this.withOrdinality = withOrdinality;
    }

    static TableFunction of(String function, List<Expression<?>> arguments, String name) {
        return new TableFunction(Identifier.of(name), Identifier.of(function), arguments, List.of(), false);
    }

    /** With one more column in its result, in the order in which they come. */
    public <T> TableFunction withColumn(String name, SqlType<T> type) {
        return with(name, type, withOrdinality);
    }

    /** With a last column that numbers the rows from 1. */
    public TableFunction withOrdinality(String name) {
        return with(name, Types.BIGINT, true);
    }

    private <T> TableFunction with(String name, SqlType<T> type, boolean numbered) {
        List<Expression<?>> columns = new ArrayList<>();
        columns().forEach(column -> columns.add(column.base()));
        Identifier column = Identifier.of(name);
        columns.add(new Label<>(new Template<>(List.of(column.sql()), List.of(), type, Precedence.ATOM), column));
        return new TableFunction(identifier(), function, arguments, columns, numbered);
    }

    /** This for each row of what stands before it in FROM, whose columns it may use. */
    public Lateral lateral() {
        return new Lateral(this);
    }

    public Identifier function() {
        return function;
    }

    public List<Expression<?>> arguments() {
        return arguments;
    }

    public boolean isWithOrdinality() {
        return withOrdinality;
    }
}
