/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
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
 * and its superclasses, the topmost class's first, unless transient, with those of value objects. Single-use.
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
        Lineage lineage = Lineage.of(model, types);
        incomplete |= lineage.isIncomplete();
        List<Member> members = new MemberReader(types, model, lineage.isDynamic()).read(lineage);
        JsonRules rules = new JsonRules(members);
        members.forEach(member -> rules.broken(member).forEach(finding -> problem(member, finding)));
        return members.stream().map(member -> attribute(member, List.of())).toList();
    }

    boolean isIncomplete() {
        return incomplete;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** @param around the names of the value objects that it is in */
    private Attribute attribute(Member member, List<String> around) {
        checkName(member, around);
        new AnnotationRules(elements, types).broken(member).forEach(finding -> problem(member, finding));
        if (!around.isEmpty() && JsonRules.isInside(member)) {
            problem(member, "is annotated @JsonAttribute. Move it to the model, whose attributes lie in documents.");
        }
        boolean isEmbedded =
                Library.annotation(member.element(), Library.EMBEDDED).isPresent();
        return isEmbedded ? embedded(member, around) : column(member);
    }

    private void checkName(Member member, List<String> around) {
        String name = member.name();
        if (TAKEN.contains(name) || name.equals(companion)) {
            problem(
                    member,
                    "has a name that " + companion
                            + " uses itself. Rename it; @Column(\"…\") gives the column any name.");
        } else if (!SourceVersion.isName(name)) {
            problem(
                    member,
                    "has a name that is a keyword in Java. Rename it; @Column(\"…\") gives the column any name.");
        } else if (around.contains(name)) {
            problem(member, "is in a value object of the same name. Rename one of them.");
        }
    }

    private Attribute column(Member member) {
        TypeMirror type = member.type();
        incomplete |= Spelling.isIncomplete(type);
        Spelling.hidden(type, elements.getPackageOf(model)).findFirst().ifPresent(hidden -> {
            boolean isPrivate = hidden.getModifiers().contains(Modifier.PRIVATE);
            boolean nearby = elements.getPackageOf(hidden).equals(elements.getPackageOf(model));
            problem(
                    member,
                    "has the type " + TypeName.get(type) + ", which " + companion + " cannot name: "
                            + hidden.getSimpleName() + " is " + (isPrivate ? "private" : "not public") + ". Make it "
                            + (nearby ? "package-private" : "public") + ", or annotate the attribute @Transient.");
        });
        return new Attribute(member.name(), TypeName.get(type).box(), List.of(), JsonRules.isInside(member));
    }

    private Attribute embedded(Member member, List<String> around) {
        List<String> inside = new ArrayList<>(around);
        inside.add(member.name());
        List<Attribute> parts = new ArrayList<>();
        if (member.type().getKind() == TypeKind.ERROR) {
            incomplete = true;
        } else if (member.type() instanceof DeclaredType declared) {
            fields(declared).forEach(part -> parts.add(attribute(part, inside)));
        }
        if (parts.isEmpty() && !incomplete) {
            problem(
                    member,
                    "is annotated @Embedded, and " + TypeName.get(member.type())
                            + " has no attributes that could be columns. Leave the annotation out, or give the class"
                            + " fields.");
        }
        return new Attribute(member.name(), TypeName.get(member.type()), parts, false);
    }

    /** The instance fields of a value object's class and its superclasses, the topmost class's first. */
    private List<Member> fields(DeclaredType embedded) {
        List<Member> fields = new ArrayList<>();
        for (TypeMirror type = embedded; type.getKind() == TypeKind.DECLARED; ) {
            TypeElement declaring = (TypeElement) types.asElement(type);
            fields.addAll(
                    0,
                    ElementFilter.fieldsIn(declaring.getEnclosedElements()).stream()
                            .filter(MemberReader::isColumn)
                            .map(field -> member(field, embedded))
                            .toList());
            type = declaring.getSuperclass();
            incomplete |= type.getKind() == TypeKind.ERROR;
        }
        return fields;
    }

    private Member member(VariableElement field, DeclaredType embedded) {
        return new Member(field.getSimpleName().toString(), field, types.asMemberOf(embedded, field));
    }

    /** Where the user can change it: at the attribute when the model declares it, else at the model. */
    private void problem(Member member, String finding) {
        Element owner = Objects.requireNonNull(member.element().getEnclosingElement());
        boolean isOwn = owner.equals(model);
        boolean isInherited = types.isSubtype(model.asType(), types.erasure(owner.asType()));
        String from = (isInherited ? ", inherited from " : ", in value object ") + owner.getSimpleName() + ",";
        problems.add(new Problem(
                isOwn ? member.element() : model,
                "Attribute '" + member.name() + "' of model " + model.getSimpleName() + (isOwn ? "" : from) + " "
                        + finding));
    }
}
