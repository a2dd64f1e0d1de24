/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.SchemaException;
import io.gino.schema.Index;
import io.gino.schema.Schema;
import io.gino.schema.TableItem;
import io.gino.sql.Expression;
import io.gino.sql.Sql;
import io.gino.type.Types;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Constraints and indexes that annotations declare, on an attribute or on a class. */
final class TypeItems {

    private static final Set<Class<?>> DECLARING =
            Set.of(Unique.class, Unique.All.class, Check.class, Check.All.class, Indexed.class, Indexed.All.class);

    private final AnnotatedElement element;
    private final Object subject;
    /** The column of the attribute; empty on a class. */
    private final Optional<String> own;

    /** @param subject the attribute or the class, whose text is what messages name it by */
    TypeItems(AnnotatedElement element, Object subject, Optional<String> own) {
        this.element = element;
        this.subject = subject;
        this.own = own;
    }

    List<TableItem> read() {
        List<TableItem> items = new ArrayList<>();
        if (!declaresAny()) {
            return items;
        }
        for (Unique unique : element.getDeclaredAnnotationsByType(Unique.class)) {
            items.add(new io.gino.schema.Unique(
                    name(unique.name()),
                    columns("Unique", unique.value()),
                    !unique.nullsNotDistinct(),
                    List.of(),
                    unique.deferral()));
        }
        for (Check check : element.getDeclaredAnnotationsByType(Check.class)) {
            items.add(new io.gino.schema.Check(name(check.name()), condition(check.value())));
        }
        for (Indexed indexed : element.getDeclaredAnnotationsByType(Indexed.class)) {
            items.add(index(indexed));
        }
        return items;
    }

    /** Whether there is anything to look for, which is quicker to see than all that there is. */
    private boolean declaresAny() {
        for (Annotation annotation : element.getDeclaredAnnotations()) {
            if (DECLARING.contains(annotation.annotationType())) {
                return true;
            }
        }
        return false;
    }

    private Index index(Indexed indexed) {
        Index index = name(indexed.name())
                .map(Schema::index)
                .orElseGet(Schema::index)
                .on(columns("Indexed", indexed.value()).toArray(String[]::new));
        if (indexed.unique()) {
            index = index.asUnique();
        }
        if (!indexed.using().isEmpty()) {
            index = index.using(indexed.using());
        }
        return indexed.where().isEmpty() ? index : index.where(condition(indexed.where()));
    }

    private List<String> columns(String annotation, String[] named) {
        if (own.isPresent() == (named.length > 0)) {
            throw new SchemaException("@" + annotation + " of " + subject
                    + (own.isPresent()
                            ? " names columns, and an attribute's is about its own. Move it to the class."
                            : " names no columns. Name those that it is about."));
        }
        return own.map(List::of).orElseGet(() -> Arrays.asList(named));
    }

    private static Optional<String> name(String name) {
        return Optional.of(name).filter(text -> !text.isEmpty());
    }

    private static Expression<Boolean> condition(String sql) {
        return Sql.template(sql, Types.BOOLEAN);
    }
}
