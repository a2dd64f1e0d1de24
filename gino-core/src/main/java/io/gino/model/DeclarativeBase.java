/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.SchemaException;
import io.gino.schema.EnumType;
import io.gino.schema.MetaData;
import io.gino.schema.SchemaObject;
import io.gino.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * Declares models into a metadata; {@code Gino} is one too. It may ask that each of them has the same base classes, such
 * as a mixin with columns that every table is to have. A service: thread-safe.
 *
 * @since 0.1.0
 */
public final class DeclarativeBase {

    private final MetaData metadata;
    private final String name;
    private final List<Class<?>> bases;

    public DeclarativeBase(MetaData metadata) {
        this(metadata, "Model");
    }

    /**
     * A base of this name.
     *
     * @param bases what each model extends or implements
     */
    public DeclarativeBase(MetaData metadata, String name, Class<?>... bases) {
        this.metadata = metadata;
        this.name = name;
        this.bases = List.of(bases);
    }

    /** Where the tables of the models go. */
    public MetaData metadata() {
        return metadata;
    }

    public String name() {
        return name;
    }

    /**
     * The model of a class, its table among the metadata's from now on, with what the table needs.
     *
     * @throws SchemaException when the class lacks one of the bases, or the metadata has another table of the name
     */
    public <M> Model<M> model(Class<M> type) {
        requireBases(type);
        Model<M> model = Model.of(type);
        requireFree(model);
        for (EnumType<?> needed : model.enumTypes()) {
            enumType(model, needed);
        }
        metadata.add(model.table());
        model.declaredIn(metadata);
        return model;
    }

    /** Declares each of these. */
    public DeclarativeBase models(Class<?>... types) {
        for (Class<?> type : types) {
            model(type);
        }
        return this;
    }

    private void requireBases(Class<?> type) {
        for (Class<?> base : bases) {
            if (!base.isAssignableFrom(type)) {
                throw new SchemaException(type.getName() + " is no model of base '" + name + "': it has not "
                        + base.getName() + ". Let it " + (base.isInterface() ? "implement" : "extend") + " that.");
            }
        }
    }

    private void requireFree(Model<?> model) {
        String table = model.table().tableName();
        Optional<Table> present =
                metadata.findTable(model.table().qualifiedName().toString());
        if (present.isPresent() && present.get() != model.table()) {
            Optional<Model<?>> owner = Model.of(present.get());
            throw new SchemaException("Model " + model.type().getName() + " cannot have table '" + table
                    + "': it is declared already"
                    + owner.map(other -> ", by model " + other.type().getName()).orElse("") + ". Name another table"
                    + owner.map(other -> ", or share it: @GinoModel(of = " + other + ".class)")
                            .orElse("") + ".");
        }
    }

    private synchronized void enumType(Model<?> model, EnumType<?> needed) {
        for (SchemaObject present : metadata.objects()) {
            if (present instanceof EnumType<?> other && other.qualifiedName().equals(needed.qualifiedName())) {
                requireSame(model, needed, other);
                return;
            }
        }
        metadata.add(needed);
    }

    private static void requireSame(Model<?> model, EnumType<?> needed, EnumType<?> present) {
        if (!present.labels().equals(needed.labels())) {
            throw new SchemaException("Model " + model + " needs enum type '" + needed.qualifiedName() + "' to be "
                    + String.join(", ", needed.labels()) + "; it is declared already, as "
                    + String.join(", ", present.labels()) + ". Name another: @Enumerated(type = \"…\").");
        }
    }
}
