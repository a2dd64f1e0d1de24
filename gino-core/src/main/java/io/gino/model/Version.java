/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What tells the states of a row apart, so that a change based on an old reading is noticed: a number, 0 in a new row and
 * one more after every UPDATE that does not set it, mass updates too; or an {@code Instant} or {@code OffsetDateTime}, the
 * time of the change, later each time. NOT NULL.
 *
 * <p>Updates, deletes and upserts of an instance are done only while its row has the version that the instance holds;
 * else they fail with {@link io.gino.error.StaleRowException}. The instance holds the new version afterwards.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Version {}
