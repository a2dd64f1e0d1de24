/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Spells companions as Java. */
final class CompanionWriter {

    static final String MODEL = "MODEL";
    static final String TABLE = "TABLE";

    private final Elements elements;

    CompanionWriter(Elements elements) {
        this.elements = elements;
    }

    /** The source file of a top-level class's companion, which originates from nothing but that class. */
    JavaFile file(Companion companion) {
        TypeSpec.Builder spec = spec(companion).addOriginatingElement(companion.type());
        generated(companion.type()).ifPresent(spec::addAnnotation);
        spec.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "{$S, $S, $S}", "deprecation", "rawtypes", "removal")
                .build());
        return JavaFile.builder(companion.name().packageName(), spec.build())
                .indent("    ")
                .build();
    }

    /** Absent where the model's module does not read {@code java.compiler}, which has the annotation. */
    private Optional<AnnotationSpec> generated(TypeElement type) {
        return Optional.ofNullable(
                        elements.getTypeElement(elements.getModuleOf(type), "javax.annotation.processing.Generated"))
                .map(annotation -> AnnotationSpec.builder(ClassName.get(annotation))
                        .addMember("value", "$S", ModelProcessor.class.getName())
                        .build());
    }

    private TypeSpec.Builder spec(Companion companion) {
        TypeSpec.Builder spec = TypeSpec.classBuilder(companion.name())
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        if (companion.type().getModifiers().contains(Modifier.PUBLIC)) {
            spec.addModifiers(Modifier.PUBLIC);
        }
        companion
                .attributes()
                .ifPresentOrElse(
                        attributes -> columns(spec, companion, attributes),
                        () -> spec.addJavadoc("The models that are nested in {@link $T}.\n", companion.type()));
        companion
                .nested()
                .forEach(nested ->
                        spec.addType(spec(nested).addModifiers(Modifier.STATIC).build()));
        return spec;
    }

    private static void columns(TypeSpec.Builder spec, Companion companion, List<Attribute> attributes) {
        ClassName model = ClassName.get(companion.type());
        spec.addJavadoc("The columns of {@link $T}, each by the name of its attribute.\n", model)
                .addField(constant(ParameterizedTypeName.get(Library.MODEL, model), MODEL)
                        .initializer("$T.of($T.class)", Library.MODEL, model)
                        .build())
                .addField(constant(Library.TABLE, TABLE)
                        .initializer("$N.table()", MODEL)
                        .build());
        constants(spec, model, "", attributes);
        ClassName alias = companion.name().nestedClass("Alias");
        spec.addMethod(MethodSpec.methodBuilder("alias")
                        .addJavadoc("The table under another name.\n")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(alias)
                        .addParameter(String.class, "name")
                        .addStatement("return new $T(name)", alias)
                        .build())
                .addType(alias(alias, companion.name(), model, attributes));
    }

    /** The attributes as constants; those of a value object in a class of its name. */
    private static void constants(TypeSpec.Builder spec, ClassName model, String path, List<Attribute> attributes) {
        for (Attribute attribute : attributes) {
            String name = path + attribute.name();
            if (attribute.parts().isEmpty()) {
                TypeName type = ParameterizedTypeName.get(
                        attribute.isInside() ? Library.DOCUMENT_ATTRIBUTE : Library.COLUMN_ATTRIBUTE,
                        model,
                        attribute.type());
                spec.addField(constant(type, attribute.name())
                        .initializer("$N.$L($S)", MODEL, attribute.isInside() ? "inside" : "attribute", name)
                        .build());
            } else {
                TypeSpec.Builder parts = part(attribute)
                        .addModifiers(Modifier.STATIC)
                        .addMethod(MethodSpec.constructorBuilder()
                                .addModifiers(Modifier.PRIVATE)
                                .build());
                constants(parts, model, name + ".", attribute.parts());
                spec.addType(parts.build());
            }
        }
    }

    private static TypeSpec.Builder part(Attribute attribute) {
        return TypeSpec.classBuilder(attribute.name())
                .addJavadoc("The columns of the value object {@code $L}.\n", attribute.name())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL);
    }

    private static FieldSpec.Builder constant(TypeName type, String name) {
        return FieldSpec.builder(type, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
    }

    private static TypeSpec alias(ClassName name, ClassName companion, ClassName model, List<Attribute> attributes) {
        TypeSpec.Builder spec = TypeSpec.classBuilder(name)
                .addJavadoc("The table of {@link $T} under another name.\n", model)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(Library.MODEL_ALIAS, model));
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(String.class, "name")
                .addStatement("super($N, $T.of(name))", MODEL, Library.IDENTIFIER);
        for (Attribute attribute : attributes) {
            if (attribute.parts().isEmpty()) {
                spec.addField(derived(attribute).build());
                constructor.addStatement("this.$N = column($T.$N)", attribute.name(), companion, attribute.name());
            } else {
                parts(spec, companion, name, attribute, attribute.name());
            }
        }
        return spec.addMethod(constructor.build()).build();
    }

    private static FieldSpec.Builder derived(Attribute attribute) {
        return FieldSpec.builder(
                ParameterizedTypeName.get(Library.COLUMN_CLAUSE, attribute.type()),
                attribute.name(),
                Modifier.PUBLIC,
                Modifier.FINAL);
    }

    /** The alias's columns of a value object, in an object of an inner class. */
    private static void parts(
            TypeSpec.Builder spec, ClassName companion, ClassName around, Attribute attribute, String path) {
        ClassName name = around.nestedClass(attribute.name());
        TypeSpec.Builder parts = part(attribute)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        for (Attribute part : attribute.parts()) {
            String inner = path + "." + part.name();
            if (part.parts().isEmpty()) {
                parts.addField(derived(part)
                        .initializer("column($T.$L)", companion, inner)
                        .build());
            } else {
                parts(parts, companion, name, part, inner);
            }
        }
        spec.addType(parts.build())
                .addField(FieldSpec.builder(name, attribute.name(), Modifier.PUBLIC, Modifier.FINAL)
                        .initializer("new $T()", name)
                        .build());
    }
}
