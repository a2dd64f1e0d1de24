package io.gino.load;

import io.gino.error.SchemaException;
import io.gino.model.ColumnAttribute;
import io.gino.model.Model;
import io.gino.model.ModelAlias;
import io.gino.row.RowColumns;
import io.gino.row.RowPass;
import io.gino.row.RowReader;
import io.gino.sql.ColumnClause;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.FromItem;
import io.gino.sql.Select;
import io.gino.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Rows to instances of a model and of the models related to it, all from one statement.
 *
 * @param <M> the model
 */
public final class ModelLoader<M> implements RowReader<M> {

    private final Model<M> model;
    private final FromItem source;
    private final List<ColumnClause<?>> columns;
    private final List<Relation<M, ?>> relations;
    private final List<Integer> distinct;

    private ModelLoader(
            Model<M> model,
            FromItem source,
            List<ColumnClause<?>> columns,
            List<Relation<M, ?>> relations,
            List<Integer> distinct) {
        this.model = model;
        this.source = source;
        this.columns = columns;
        this.relations = List.copyOf(relations);
        this.distinct = List.copyOf(distinct);
    }

    /** Instances of the model from its table's columns. */
    public static <M> ModelLoader<M> load(Class<M> type) {
        Model<M> model = Model.of(type);
        return new ModelLoader<>(model, model.table(), List.copyOf(model.columns()), List.of(), List.of());
    }

    /** Instances of the model from the columns of its table under another name. */
    public static <M> ModelLoader<M> load(ModelAlias<M> alias) {
        Model<M> model = alias.model();
        List<ColumnClause<?>> columns = new ArrayList<>();
        model.forEach(column -> columns.add(alias.column(column)));
        return new ModelLoader<>(model, alias, List.copyOf(columns), List.of(), List.of());
    }

    /**
     * With the related instance handed over for each row: {@code with(User::setTeam, load(Team.class))}. Where there is
     * none, nothing is handed over. The tables are joined by the one foreign key between them.
     */
    public <C> ModelLoader<M> with(BiConsumer<? super M, ? super C> attach, ModelLoader<C> related) {
        return with(new Relation<>(attach, related, Optional.empty()));
    }

    /** With the related instance, joined by this condition. */
    public <C> ModelLoader<M> with(
            BiConsumer<? super M, ? super C> attach, ModelLoader<C> related, Expression<Boolean> on) {
        return with(new Relation<>(attach, related, Optional.of(Condition.of(on))));
    }

    private ModelLoader<M> with(Relation<M, ?> relation) {
        List<Relation<M, ?>> more = new ArrayList<>(relations);
        more.add(relation);
        return new ModelLoader<>(model, source, columns, more, distinct);
    }

    /**
     * Rows that have the same values here are the same instance, to which all their related instances are handed over;
     * it is given once the last of them has been read. Usually the primary key.
     */
    @SafeVarargs
    public final ModelLoader<M> distinct(ColumnAttribute<M, ?>... keys) {
        List<Integer> positions = new ArrayList<>();
        for (ColumnAttribute<M, ?> key : keys) {
            positions.add(model.columns().indexOf(key));
        }
        return new ModelLoader<>(model, source, columns, relations, positions);
    }

    public Model<M> model() {
        return model;
    }

    /** Whether several rows make one instance. */
    public boolean isDistinct() {
        return !distinct.isEmpty();
    }

    /** The query of every instance, with its relations joined. */
    public Select<M> select() {
        return Sql.select(selected()).from(from()).read(this);
    }

    /** The instances that belong to rows of another table, by this condition. */
    public Select<M> select(FromItem first, Condition on) {
        FromItem joined = first.join(source, on);
        for (Relation<M, ?> relation : relations) {
            joined = join(joined, relation);
        }
        return Sql.select(selected()).from(joined).read(this);
    }

    /** What the attribute's column is called where the instances come from: in an alias, that of the alias. */
    public <T> ColumnClause<T> column(ColumnAttribute<M, T> attribute) {
        return source instanceof ModelAlias<?> alias ? alias.column(attribute) : attribute;
    }

    /** Where the instances themselves come from: the model's table, or an alias of it. */
    public FromItem source() {
        return source;
    }

    /**
     * The primary key, by which pages of instances are picked.
     *
     * @throws SchemaException when it is not one column
     */
    public Expression<?> key() {
        if (model.key().size() != 1) {
            throw new SchemaException("Paging over instances of model " + model
                    + " with related ones needs a primary key of one column; it has "
                    + model.key().size() + ".");
        }
        return columns.get(model.columns().indexOf(model.key().get(0)));
    }

    private List<Expression<?>> selected() {
        List<Expression<?>> all = new ArrayList<>(columns);
        relations.forEach(relation -> all.addAll(relation.loader().selected()));
        return all;
    }

    private FromItem from() {
        FromItem joined = source;
        for (Relation<M, ?> relation : relations) {
            joined = join(joined, relation);
        }
        return joined;
    }

    private FromItem join(FromItem joined, Relation<M, ?> relation) {
        FromItem right = relation.loader().from();
        Condition on = relation.on()
                .orElseGet(() -> source.join(relation.loader().source).on());
        return joined.leftJoin(right, on);
    }

    @Override
    public RowPass<M> open(RowColumns selected) {
        return new ModelPass<>(this, selected);
    }

    @Override
    public boolean isRowByRow() {
        return !isDistinct()
                && relations.stream().allMatch(relation -> relation.loader().isRowByRow());
    }

    int[] positions(RowColumns selected) {
        return columns.stream().mapToInt(selected::find).toArray();
    }

    /** The positions in the model of what tells instances apart: what was said, else the primary key, else everything. */
    int[] identifying() {
        List<Integer> identifying = new ArrayList<>(distinct);
        if (identifying.isEmpty()) {
            model.key().forEach(key -> identifying.add(model.columns().indexOf(key)));
        }
        for (int i = 0; identifying.size() < columns.size() && model.key().isEmpty() && distinct.isEmpty(); i++) {
            identifying.add(i);
        }
        return identifying.stream().mapToInt(Integer::intValue).toArray();
    }

    List<Relation<M, ?>> relations() {
        return relations;
    }
}
