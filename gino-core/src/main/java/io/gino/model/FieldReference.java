/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.SchemaException;
import io.gino.schema.ForeignKey.Target;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The foreign key that an annotated field is. */
record FieldReference(Property field, Class<?> model, ForeignKey annotation) {

    io.gino.schema.ForeignKey foreignKey(String column) {
        return new io.gino.schema.ForeignKey(
                Optional.empty(), List.of(column), target(), annotation.onDelete(), annotation.onUpdate());
    }

    private Supplier<Target> target() {
        Class<?> target = annotation.model();
        boolean isByModel = target != void.class;
        if (isByModel != annotation.value().isEmpty()) {
            throw new SchemaException(this + " needs either \"table.column\" or model = …, not both or neither.");
        }
        if (!isByModel) {
            Target named = Target.parse(annotation.value());
            return () -> named;
        }
        if (!ModelKind.of(target).isConcrete()) {
            throw new SchemaException(this + " leads to " + target.getName()
                    + ", which is no model with a table. Annotate that @GinoModel(\"table_name\"), or name a column:"
                    + " @ForeignKey(\"table.column\").");
        }
        return () -> keyOf(target);
    }

    private Target keyOf(Class<?> target) {
        List<? extends io.gino.schema.Column<?>> key = Model.of(target).table().primaryKey();
        if (key.size() != 1) {
            throw new SchemaException(this + " leads to model " + target.getSimpleName() + ", whose primary key has "
                    + key.size() + " columns. Name the column: @ForeignKey(\"table.column\").");
        }
        return Target.of(key.get(0));
    }

    @Override
    public String toString() {
        return "@ForeignKey of attribute '" + field.name() + "' of model " + model.getSimpleName();
    }
}
