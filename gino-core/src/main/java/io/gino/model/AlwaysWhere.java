/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A condition that every query of the model adds unless it says {@code unfiltered()}. It stands on a static method of the
 * model that takes the {@code Model} and gives the condition:
 *
 * <pre>{@code
 * @AlwaysWhere
 * static Condition published(Model<Post> post) {
 *     return post.column("draft", Boolean.class).eq(false);
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AlwaysWhere {}
