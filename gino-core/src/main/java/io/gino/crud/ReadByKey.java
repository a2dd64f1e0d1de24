package io.gino.crud;

import io.gino.engine.KeyedRead;
import io.gino.model.Model;
import io.gino.row.RowColumns;
import io.gino.row.RowPass;
import io.gino.row.RowReader;
import io.gino.sql.Expression;
import io.gino.sql.Select;
import io.gino.sql.Statement;
import io.gino.type.Types;
import java.util.ArrayList;
import java.util.List;

/** The read of an instance by its primary key. */
record ReadByKey<M>(ModelQuery<M> query, Model<?> kind, List<?> key) implements KeyedRead<M> {

    /** @throws io.gino.error.StatementException when this is no key of the model */
    static <M> ReadByKey<M> of(ModelQuery<M> query, Object key) {
        Model<?> model = query.root().model();
        return new ReadByKey<>(query, model, Keys.converted(model, key));
    }

    @Override
    public Statement<M> alone() {
        return query.ofKey(key);
    }

    @Override
    public Statement<Placed<M>> together(List<?> keys) {
        Given given = Given.of(
                kind.key(), keys.stream().map(each -> Keys.values(kind, each)).toList());
        Select<M> all = query.of(given);
        List<Expression<?>> columns = new ArrayList<>(all.columns());
        columns.add(given.place());
        return all.columns(columns, RowReader.rowByRow(new PlacedReader<>(all.reader(), given.place())));
    }

    private record PlacedReader<M>(RowReader<M> reader, Expression<?> place) implements RowReader<Placed<M>> {

        @Override
        public RowPass<Placed<M>> open(RowColumns columns) {
            RowPass<M> pass = reader.open(columns);
            int index = columns.indexOf(place);
            return cells -> {
                Long number = cells.get(index, Types.BIGINT);
                M instance = pass.read(cells);
                return number == null || instance == null ? null : new Placed<>(number, instance);
            };
        }
    }
}
