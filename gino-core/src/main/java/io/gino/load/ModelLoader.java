/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.load;

import io.gino.error.SchemaException;
import io.gino.model.ColumnAttribute;
import io.gino.model.DocumentAttribute;
import io.gino.model.Model;
import io.gino.model.ModelAlias;
import io.gino.row.RowColumns;
import io.gino.row.RowPass;
import io.gino.sql.ColumnClause;
import io.gino.sql.Condition;
import io.gino.sql.DerivedColumn;
import io.gino.sql.Expression;
import io.gino.sql.FromItem;
import io.gino.sql.NamedSource;
import io.gino.sql.OrderTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Rows to instances of a model and of the models related to it, all from one statement.
 *
 * @param <M> the model
 * @since 0.1.0
 */
public final class ModelLoader<M> extends Loader<M> {

    private final Model<M> model;
    private final Origin origin;
    private final ColumnSources<M> sources;
    private final List<Relation<M, ?>> relations;
    private final Identity identity;

    private ModelLoader(Origin origin, ColumnSources<M> sources, List<Relation<M, ?>> relations, Identity identity) {
        this.model = sources.model();
        this.origin = origin;
        this.sources = sources;
        this.relations = List.copyOf(relations);
        this.identity = identity;
    }

    /** Instances of the model from its table's columns. */
    public static <M> ModelLoader<M> load(Class<M> type) {
        Model<M> model = Model.of(type);
        return new ModelLoader<>(
                new Origin(model.table()),
                ColumnSources.of(model, Optional::of),
                List.of(),
                new Identity(List.of(), false));
    }

    /** Instances of the model from the columns of its table under another name. */
    public static <M> ModelLoader<M> load(ModelAlias<M> alias) {
        return load(alias.model().type()).from(alias, column -> Optional.of(alias.column(column)));
    }

    /** Instances from the columns that a sub-query or common table selects of the model, by themselves or by name. */
    public ModelLoader<M> in(NamedSource query) {
        return from(
                query,
                column -> query.columns().stream()
                        .filter(derived ->
                                derived.base() == column || derived.name().equals(column.name()))
                        .<ColumnClause<?>>map(derived -> (DerivedColumn<?>) derived)
                        .findFirst());
    }

    private ModelLoader<M> from(FromItem source, Function<ColumnClause<?>, Optional<ColumnClause<?>>> find) {
        return new ModelLoader<>(new Origin(source), ColumnSources.of(model, find), relations, identity);
    }

    /** Only these attributes; the others stay as the constructor leaves them. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final ModelLoader<M> only(ColumnAttribute<M, ?>... chosen) {
        return new ModelLoader<>(origin, sources.only(List.of(chosen)), relations, identity);
    }

    /** Joined to what it is related to by this condition, in place of the foreign key. */
    public ModelLoader<M> on(Expression<Boolean> condition) {
        return with(origin.withOn(Condition.of(condition)));
    }

    /** Also instances that the model's own filters keep from queries, such as deleted ones. */
    public ModelLoader<M> unfiltered() {
        return with(origin.unfiltered());
    }

    private ModelLoader<M> with(Origin changed) {
        return new ModelLoader<>(changed, sources, relations, identity);
    }

    /** Related through the rows of this table, which has foreign keys to both sides. */
    public ModelLoader<M> through(Class<?> link) {
        return through(Model.of(link).table());
    }

    /** Related through the rows of this table or alias, which has foreign keys to both sides. */
    public ModelLoader<M> through(FromItem link) {
        return with(origin.withLink(link));
    }

    /**
     * With what is related handed over for each row: {@code with(User::setTeam, load(Team.class))}. Where there is none,
     * nothing is handed over. Tables are joined by the one foreign key between them.
     */
    public <C> ModelLoader<M> with(BiConsumer<? super M, ? super C> attach, Loader<C> related) {
        return with(new Relation<>(attach, related.under(origin.source())));
    }

    /** With the collection handed over once, be it empty: {@code withAll(Team::setMembers, many(load(User.class)))}. */
    public <C> ModelLoader<M> withAll(BiConsumer<? super M, ? super List<C>> attach, Many<C> related) {
        return with(new Relation<>(attach, related.under(origin.source())));
    }

    private ModelLoader<M> with(Relation<M, ?> relation) {
        List<Relation<M, ?>> more = new ArrayList<>(relations);
        more.add(relation);
        return new ModelLoader<>(origin, sources, more, identity);
    }

    /**
     * Rows that have the same values here are the same instance, to which all their related instances are handed over;
     * it is given once the last of them has been read. Usually the primary key.
     */
    @SafeVarargs
    public final ModelLoader<M> distinct(ColumnAttribute<M, ?>... keys) {
        List<Integer> places = new ArrayList<>();
        for (ColumnAttribute<M, ?> key : keys) {
            places.add(sources.place(key));
        }
        return new ModelLoader<>(origin, sources, relations, new Identity(places, false));
    }

    /**
     * What to add to an order of rows so that those of one instance follow each other; empty when that order can tear
     * them apart.
     */
    public Optional<List<OrderTerm>> inGroupsBy(List<OrderTerm> order) {
        List<ColumnClause<?>> telling = identity.distinct().stream()
                .<ColumnClause<?>>map(place -> column(model.columns().get(place)))
                .toList();
        boolean byKey = !model.key().isEmpty()
                && model.key().stream().allMatch(key -> identity.distinct().contains(sources.place(key)));
        return Identity.inGroupsBy(order, telling, byKey ? origin.source().columns() : telling);
    }

    /**
     * For rows in an order in which those of one instance follow each other: it is given as soon as the next begins, and
     * forgotten.
     */
    public ModelLoader<M> inGroups() {
        return new ModelLoader<>(origin, sources, relations, new Identity(identity.distinct(), true));
    }

    public Model<M> model() {
        return model;
    }

    /** Whether several rows make one instance. */
    public boolean isDistinct() {
        return !identity.distinct().isEmpty();
    }

    /** Where the instances themselves come from: the model's table, an alias of it, or a sub-query. */
    public FromItem source() {
        return origin.source();
    }

    /** What the attribute's column is called where the instances come from: in an alias, that of the alias. */
    public <T> ColumnClause<T> column(ColumnAttribute<?, T> attribute) {
        if (origin.source() instanceof ModelAlias<?> alias) {
            return alias.column(attribute);
        }
        if (attribute instanceof DocumentAttribute<?, T> inside) {
            ColumnClause<?> document = column(inside.document());
            return document == inside.document() ? inside : inside.within(document);
        }
        return sources.source(attribute);
    }

    /**
     * The primary key, by which pages of instances are picked.
     *
     * @throws SchemaException when there is none
     */
    public List<Expression<?>> key() {
        if (model.key().isEmpty()) {
            throw new SchemaException("Paging over instances of model " + model
                    + " with related ones needs a primary key, and it has none. Annotate an attribute @PrimaryKey.");
        }
        return model.key().stream().<Expression<?>>map(this::column).toList();
    }

    @Override
    public List<Expression<?>> columns() {
        List<Expression<?>> all = new ArrayList<>();
        sources.addTo(all);
        relations.forEach(relation -> relation.branch().addTo(all));
        return all;
    }

    @Override
    Optional<ModelLoader<?>> top() {
        return Optional.of(this);
    }

    Origin origin() {
        return origin;
    }

    /** What the model's own filters let queries see; no condition when they are lifted. */
    public Condition visible() {
        List<Expression<?>> keys =
                model.key().stream().<Expression<?>>map(this::column).toList();
        return Visible.in(origin, model, keys);
    }

    @Override
    FromItem from() {
        return joinTo(origin.from());
    }

    @Override
    FromItem joinTo(FromItem joined) {
        FromItem all = joined;
        for (Relation<M, ?> relation : relations) {
            all = relation.branch().join(all);
        }
        return all;
    }

    @Override
    List<Separate<?>> separates() {
        return relations.stream()
                .<Separate<?>>flatMap(relation -> relation.branch().separates().stream())
                .toList();
    }

    @Override
    RowPass<M> rows(RowColumns selected, Related related) {
        return new ModelPass<>(this, selected, related);
    }

    @Override
    PartPass<M> part(RowColumns selected, Related related) {
        return new ModelPass<>(this, selected, related);
    }

    @Override
    public boolean isRowByRow() {
        return !isDistinct()
                && relations.stream().allMatch(relation -> relation.branch().isRowByRow());
    }

    boolean isInGroups() {
        return isDistinct() && identity.inGroups();
    }

    int[] positions(RowColumns selected) {
        return sources.positions(selected);
    }

    /** The places in the model of what tells instances apart: what was said, else the primary key. */
    List<Integer> identifying() {
        return isDistinct()
                ? identity.distinct()
                : model.key().stream().map(sources::place).toList();
    }

    List<Relation<M, ?>> relations() {
        return relations;
    }
}
