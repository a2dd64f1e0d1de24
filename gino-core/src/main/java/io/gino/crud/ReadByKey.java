/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.engine.KeyedRead;
import io.gino.engine.Verbs;
import io.gino.load.ModelLoader;
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
record ReadByKey<M>(Verbs verbs, Class<M> kind, List<?> key) implements KeyedRead<M> {

    /** @throws io.gino.error.StatementException when this is no key of the model */
    static <M> ReadByKey<M> of(Verbs verbs, Class<M> type, Object key) {
        return new ReadByKey<>(verbs, type, Keys.converted(Model.of(type), key));
    }

    @Override
    public Statement<M> alone() {
        return key.contains(null) ? query().ofKey(key) : ByKey.of(kind).of(key);
    }

    private ModelQuery<M> query() {
        return new ModelQuery<>(verbs, ModelLoader.load(kind));
    }

    @Override
    public Statement<Placed<M>> together(List<?> keys) {
        Model<M> model = Model.of(kind);
        Given given = Given.of(
                model.key(), keys.stream().map(each -> Keys.values(model, each)).toList());
        Select<M> all = query().of(given);
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
