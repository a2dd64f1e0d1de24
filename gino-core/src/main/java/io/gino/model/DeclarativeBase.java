package io.gino.model;

import io.gino.error.SchemaException;
import io.gino.schema.EnumType;
import io.gino.schema.MetaData;
import io.gino.schema.SchemaObject;

/** Declares models into a metadata; {@code Gino} has one of its own. A service: thread-safe. */
public final class DeclarativeBase {

    private final MetaData metadata;

    public DeclarativeBase(MetaData metadata) {
        this.metadata = metadata;
    }

    /** Where the tables of the models go. */
    public MetaData metadata() {
        return metadata;
    }

    /** The model of a class, its table among the metadata's from now on, with what the table needs. */
    public <M> Model<M> model(Class<M> type) {
        Model<M> model = Model.of(type);
        model.enumTypes().forEach(needed -> enumType(model, needed));
        metadata.add(model.table());
        return model;
    }

    /** Declares each of these. */
    public DeclarativeBase models(Class<?>... types) {
        for (Class<?> type : types) {
            model(type);
        }
        return this;
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
