/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.StatementException;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.util.ArrayList;
import java.util.List;

/**
 * A function that gives rows, used as a table under a name.
 *
 * @since 0.1.0
 */
public final class TableFunction extends NamedSource {

    private final QualifiedName function;
    private final List<Expression<?>> arguments;
    private final Naming naming;

    private TableFunction(
            Identifier name,
            QualifiedName function,
            List<Expression<?>> arguments,
            List<Expression<?>> columns,
            Naming naming) {
        super(name, columns);
        this.function = function;
        this.arguments = List.copyOf(arguments);
        this.naming = naming;
    }

    /** How the columns of the result are declared. */
    public enum Naming {
        /** By their names: the function knows their types. */
        BY_NAME,
        /** By their names, the last of which is of the rows' numbers. */
        NUMBERED,
        /** By names and types: the function gives records of any kind. */
        WITH_TYPES
    }

    static TableFunction of(String function, List<Expression<?>> arguments, String name) {
        return new TableFunction(
                Identifier.of(name), QualifiedName.parse(function), arguments, List.of(), Naming.BY_NAME);
    }

    /** With one more column in its result, in the order in which they come. */
    public <T> TableFunction withColumn(String name, SqlType<T> type) {
        return with(name, type, naming);
    }

    /** Of a function that gives records, such as {@code jsonb_to_recordset}: each column is declared with its type. */
    public TableFunction ofRecords() {
        if (!columns().isEmpty()) {
            throw new StatementException("Say ofRecords() of '" + label() + "' before its columns.");
        }
        return new TableFunction(identifier(), function, arguments, List.of(), Naming.WITH_TYPES);
    }

    /** With a last column that numbers the rows from 1. */
    public TableFunction withOrdinality(String name) {
        if (naming == Naming.WITH_TYPES) {
            throw new StatementException("The records of '" + label() + "' cannot be numbered by PostgreSQL.");
        }
        return with(name, Types.BIGINT, Naming.NUMBERED);
    }

    private <T> TableFunction with(String name, SqlType<T> type, Naming kind) {
        List<Expression<?>> columns = new ArrayList<>();
        columns().forEach(column -> columns.add(column.base()));
        Identifier column = Identifier.of(name);
        columns.add(new Label<>(new Template<>(List.of(column.sql()), List.of(), type, Precedence.ATOM), column));
        return new TableFunction(identifier(), function, arguments, columns, kind);
    }

    /** This for each row of what stands before it in FROM, whose columns it may use. */
    public Lateral lateral() {
        return new Lateral(this);
    }

    public QualifiedName function() {
        return function;
    }

    public List<Expression<?>> arguments() {
        return arguments;
    }

    public Naming naming() {
        return naming;
    }
}
