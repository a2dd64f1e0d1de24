/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.SchemaException;
import java.lang.reflect.Method;
import java.util.Arrays;

/** What table the instances of a class are rows of. */
enum ModelKind {
    OWN_TABLE,
    TABLE_OF_ANOTHER,
    TABLE_OF_SUPERCLASS,
    ABSTRACT,
    NO_MODEL;

    /** The method whose result is the name of the table. */
    static final String TABLE_NAME = "tableName";

    static ModelKind of(Class<?> type) {
        GinoModel annotation = type.getAnnotation(GinoModel.class);
        if (annotation != null && annotation.of() != void.class) {
            return TABLE_OF_ANOTHER;
        } else if (annotation != null && (!annotation.value().isEmpty() || computesName(type))) {
            return OWN_TABLE;
        }
        boolean shares = Lineage.of(type).concreteParent().isPresent();
        if (shares) {
            return TABLE_OF_SUPERCLASS;
        }
        return annotation != null ? ABSTRACT : NO_MODEL;
    }

    private static boolean computesName(Class<?> type) {
        return Lineage.of(type).types().stream()
                .flatMap(ancestor -> Arrays.stream(ancestor.getDeclaredMethods()))
                .anyMatch(ModelKind::computesName);
    }

    static boolean computesName(Method method) {
        DeclaredAttr annotation = method.getAnnotation(DeclaredAttr.class);
        return annotation != null && !annotation.withTable() && method.getName().equals(TABLE_NAME);
    }

    /** Declares the model of a class of this kind. */
    <M> void declare(Class<M> type, Model<M> model) {
        switch (this) {
            case OWN_TABLE -> new ModelDeclaration<>(type, model).declare();
            case TABLE_OF_ANOTHER -> new SharedDeclaration<>(type, model, Model.of(another(type))).ofAnother();
            case TABLE_OF_SUPERCLASS ->
                new SharedDeclaration<>(
                                type,
                                model,
                                Model.of(Lineage.of(type).concreteParent().orElseThrow()))
                        .ofSuperclass();
            case ABSTRACT ->
                throw new SchemaException("Model " + type.getName() + " is abstract: it names no table. Annotate it"
                        + " @GinoModel(\"table_name\") to use it.");
            case NO_MODEL ->
                throw new SchemaException(type.getName() + " is not a model. Annotate it @GinoModel(\"table_name\").");
        }
    }

    private static Class<?> another(Class<?> type) {
        GinoModel annotation = type.getAnnotation(GinoModel.class);
        if (annotation.of() == type || !annotation.value().isEmpty()) {
            throw new SchemaException("@GinoModel of " + type.getName() + " says of = "
                    + annotation.of().getSimpleName() + ".class and "
                    + (annotation.of() == type ? "is on that model itself" : "a table's name")
                    + ". Say either the model whose table it has, or the name of its own.");
        }
        return annotation.of();
    }

    boolean isConcrete() {
        return switch (this) {
            case OWN_TABLE, TABLE_OF_ANOTHER, TABLE_OF_SUPERCLASS -> true;
            case ABSTRACT, NO_MODEL -> false;
        };
    }
}
