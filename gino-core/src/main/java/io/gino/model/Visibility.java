/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.SchemaException;
import io.gino.sql.Assignment;
import io.gino.sql.Bind;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.Sql;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which rows of a model's table are there for its queries: those that are not deleted, and meet what it always asks.
 *
 * @since 0.1.0
 */
public final class Visibility {

    private static final ClassValue<Visibility> VISIBILITIES = new ClassValue<>() {
        @Override
        protected Visibility computeValue(Class<?> type) {
            return new Visibility(Model.of(type));
        }
    };

    private final Condition condition;
    private final Optional<ColumnAttribute<?, ?>> mark;

    private Visibility(Model<?> model) {
        this.mark = mark(model);
        List<Expression<Boolean>> conditions = new ArrayList<>();
        mark.ifPresent(column -> conditions.add(isUnmarked(column)));
        for (Class<?> c = model.type(); c != null; c = c.getSuperclass()) {
            for (Method method : c.getDeclaredMethods()) {
                if (method.isAnnotationPresent(AlwaysWhere.class)) {
                    conditions.add(condition(model, method));
                }
            }
        }
        this.condition = Condition.and(conditions);
    }

    public static Visibility of(Model<?> model) {
        return VISIBILITIES.get(model.type());
    }

    private static Optional<ColumnAttribute<?, ?>> mark(Model<?> model) {
        for (Member member : Members.of(Lineage.of(model.type())).values()) {
            if (member instanceof Member.Stored stored && stored.property().isAnnotationPresent(SoftDelete.class)) {
                return Optional.of(model.column(stored.property().name()));
            }
        }
        return Optional.empty();
    }

    private static Condition isUnmarked(ColumnAttribute<?, ?> column) {
        return isBoolean(column)
                ? Condition.of(Sql.template("{0} IS NOT TRUE", Types.BOOLEAN, column))
                : column.isNull();
    }

    private static boolean isBoolean(ColumnAttribute<?, ?> column) {
        return column.type().javaType() == Boolean.class;
    }

    @SuppressWarnings("unchecked") // a condition that is of another type is refused
    private static Expression<Boolean> condition(Model<?> model, Method method) {
        String name = model + "." + method.getName();
        boolean fits = Modifier.isStatic(method.getModifiers())
                && List.of(method.getParameterTypes()).equals(List.of(Model.class))
                && Expression.class.isAssignableFrom(method.getReturnType());
        if (!fits) {
            throw new SchemaException(
                    "@AlwaysWhere method " + name + " must be static, take the Model and give a" + " Condition.");
        }
        try {
            method.setAccessible(true);
            return (Expression<Boolean>) method.invoke(null, model);
        } catch (IllegalAccessException e) {
            throw new SchemaException("Cannot call " + name + ".", e);
        } catch (InvocationTargetException e) {
            throw new SchemaException("@AlwaysWhere method " + name + " failed: " + e.getCause(), e);
        }
    }

    /** What visible rows meet; none when all are. */
    public Condition condition() {
        return condition;
    }

    /** What marks a row as deleted; empty when rows are deleted for good. */
    public Optional<Assignment> deletion() {
        return mark.map(column -> new Assignment(column, isBoolean(column) ? truth() : now(column.type())));
    }

    private static Expression<?> truth() {
        return new Bind<>(Types.BOOLEAN, true);
    }

    private static Expression<?> now(SqlType<?> type) {
        return type.name().equals(Types.TIMESTAMPTZ.name())
                ? Sql.now()
                : Sql.now().cast(type);
    }
}
