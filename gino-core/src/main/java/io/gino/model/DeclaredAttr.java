/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A static method that declares something for each model that has it: on the model itself, a mixin interface or a
 * superclass. It takes the model, a {@code Model<?>} that is still being declared, and is called once for each concrete
 * one. What it gives decides what it declares:
 *
 * <ul>
 *   <li>a column, whose values are those of the field or component with the method's name. Without one the table has the
 *       column and the model has not, unless it is a {@link DynamicModel}.
 *   <li>a constraint, an index or partitioning, or a collection of columns and such: the arguments of the table.
 *   <li>a text, when the method is called {@code tableName} and the model names no table: the table's name.
 *   <li>anything else: a value that {@link Model#declared} gives.
 *   <li>null or an empty {@code Optional}: nothing, also when a mixin or a superclass has one of that name.
 * </ul>
 *
 * <p>Of several with one name the one nearest to the model counts. Methods that give columns are called first, then the
 * others, each kind in the order of their names from the topmost class down.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface DeclaredAttr {

    /** Whether it is called once the table is there, so that it can use it; then it declares a value only. */
    boolean withTable() default false;
}
