/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hibernate.validator.constraints.CodePointLength;

/** Text that fits the columns, or null: counted as PostgreSQL counts, not blank, without NUL and halves of characters. */
@CodePointLength(max = 100)
@Pattern(regexp = "(?s)(?=.*\\S)[^\\x00\\p{Cs}]*")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@interface Text {

    String message() default "must have 1 to 100 characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
