package io.gino.processor;

import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Reads the attributes of one model by the rule that the library follows at run time: the instance fields of the class
 * and its superclasses, the topmost class's first, unless transient. Single-use.
 */
final class AttributeReader {

    /** Fields of the generated class, and classes that it calls and that a field of that name would obscure. */
    private static final Set<String> TAKEN = Set.of(
            CompanionWriter.MODEL, CompanionWriter.TABLE, Library.MODEL.simpleName(), Library.IDENTIFIER.simpleName());

    private final Elements elements;
    private final Types types;
    private final TypeElement model;
    private final String companion;
    private final List<Problem> problems = new ArrayList<>();
    private boolean incomplete;

    AttributeReader(Elements elements, Types types, TypeElement model) {
        this.elements = elements;
        this.types = types;
        this.model = model;
        this.companion = Companion.nameOf(model).simpleName();
    }

    List<Attribute> read() {
        Map<String, VariableElement> fieldsByName = new LinkedHashMap<>();
        for (VariableElement field : fields()) {
            VariableElement hidden = fieldsByName.put(field.getSimpleName().toString(), field);
            if (hidden != null) {
                problem(
                        field,
                        "hides the attribute of the same name of "
                                + owner(hidden).getSimpleName() + ". Rename one of them, or annotate one @Transient.");
            }
        }
        fieldsByName.values().forEach(this::checkName);
        return fieldsByName.values().stream().map(this::attribute).toList();
    }

    boolean isIncomplete() {
        return incomplete;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    private List<VariableElement> fields() {
        List<VariableElement> fields = new ArrayList<>();
        for (TypeMirror type = model.asType(); type.getKind() != TypeKind.NONE; ) {
            if (type.getKind() == TypeKind.ERROR) {
                incomplete = true;
                break;
            }
            TypeElement declaring = (TypeElement) types.asElement(type);
            fields.addAll(0, ElementFilter.fieldsIn(declaring.getEnclosedElements()));
            type = declaring.getSuperclass();
        }
        fields.removeIf(field -> field.getModifiers().contains(Modifier.STATIC)
                || field.getModifiers().contains(Modifier.TRANSIENT)
                || Library.annotation(field, Library.TRANSIENT).isPresent());
        return fields;
    }

    private void checkName(VariableElement field) {
        String name = field.getSimpleName().toString();
        if (TAKEN.contains(name) || name.equals(companion)) {
            problem(
                    field,
                    "has a name that " + companion
                            + " uses itself. Rename it; @Column(\"…\") gives the column any name.");
        } else if (!SourceVersion.isName(name)) {
            problem(
                    field,
                    "has a name that is a keyword in Java. Rename it; @Column(\"…\") gives the column any name.");
        }
    }

    private Attribute attribute(VariableElement field) {
        TypeMirror type = types.asMemberOf((DeclaredType) model.asType(), field);
        incomplete |= Spelling.isIncomplete(type);
        Spelling.hidden(type, elements.getPackageOf(model)).findFirst().ifPresent(hidden -> {
            boolean isPrivate = hidden.getModifiers().contains(Modifier.PRIVATE);
            boolean nearby = elements.getPackageOf(hidden).equals(elements.getPackageOf(model));
            problem(
                    field,
                    "has the type " + TypeName.get(type) + ", which " + companion + " cannot name: "
                            + hidden.getSimpleName() + " is " + (isPrivate ? "private" : "not public") + ". Make it "
                            + (nearby ? "package-private" : "public") + ", or annotate the attribute @Transient.");
        });
        return new Attribute(
                field.getSimpleName().toString(), TypeName.get(type).box());
    }

    /** Where the user can change it: at the attribute when the model declares it, else at the model. */
    private void problem(VariableElement field, String finding) {
        boolean inherited = !owner(field).equals(model);
        problems.add(new Problem(
                inherited ? model : field,
                "Attribute '" + field.getSimpleName() + "' of model " + model.getSimpleName()
                        + (inherited ? ", inherited from " + owner(field).getSimpleName() + "," : "") + " " + finding));
    }

    private static Element owner(VariableElement field) {
        return Objects.requireNonNull(field.getEnclosingElement());
    }
}
