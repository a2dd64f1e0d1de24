/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import com.palantir.javapoet.ClassName;
import java.util.Optional;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * The names of the library that models and generated code use. Only names: the library and its driver need not be on
 * the processor path. The tests compile against the library, so a name that changes there fails them.
 */
final class Library {

    static final String PACKAGE = "io.gino.model";
    static final String GINO_MODEL = "io.gino.model.GinoModel";
    static final String TRANSIENT = "io.gino.model.Transient";
    static final String EMBEDDED = "io.gino.model.Embedded";
    static final String DECLARED_ATTR = "io.gino.model.DeclaredAttr";
    static final String ALWAYS_WHERE = "io.gino.model.AlwaysWhere";
    static final String DYNAMIC_MODEL = "io.gino.model.DynamicModel";
    static final String SCHEMA_COLUMN = "io.gino.schema.Column";
    static final String VERSION = "io.gino.model.Version";
    static final String CREATED_AT = "io.gino.model.CreatedAt";
    static final String UPDATED_AT = "io.gino.model.UpdatedAt";
    static final String ENUMERATED = "io.gino.model.Enumerated";
    static final String COLUMN = "io.gino.model.Column";
    static final String JSON_ATTRIBUTE = "io.gino.model.JsonAttribute";
    static final String NULLABLE = "org.jspecify.annotations.Nullable";

    static final ClassName MODEL = ClassName.get("io.gino.model", "Model");
    static final ClassName MODEL_ALIAS = ClassName.get("io.gino.model", "ModelAlias");
    static final ClassName COLUMN_ATTRIBUTE = ClassName.get("io.gino.model", "ColumnAttribute");
    static final ClassName DOCUMENT_ATTRIBUTE = ClassName.get("io.gino.model", "DocumentAttribute");
    static final ClassName TABLE = ClassName.get("io.gino.schema", "Table");
    static final ClassName COLUMN_CLAUSE = ClassName.get("io.gino.sql", "ColumnClause");
    static final ClassName IDENTIFIER = ClassName.get("io.gino.sql", "Identifier");

    private Library() {}

    static Optional<? extends AnnotationMirror> annotation(AnnotatedConstruct element, String name) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> isNamed(mirror.getAnnotationType().asElement(), name))
                .findFirst();
    }

    static boolean isNamed(Element type, String name) {
        return ((TypeElement) type).getQualifiedName().contentEquals(name);
    }
}
