/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import io.gino.error.UniqueViolation;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with the input, in one sentence for its author. */
final class Sentences {

    private Sentences() {}

    static String about(JacksonException e) {
        List<JacksonException.Reference> path = e.getPath();
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "There is no field '%s'; the fields are %s."
                    .formatted(unknown.getPropertyName(), sorted(unknown.getKnownPropertyIds(), ", "));
        } else if (e instanceof InvalidNullException) {
            return "The field '%s' must not be null.".formatted(path.get(0).getPropertyName());
        } else if (!(e instanceof DatabindException)) {
            return "This is not valid JSON.";
        }
        return path.isEmpty()
                ? "This is not one JSON object."
                : "The field '%s' cannot take this value.".formatted(path.get(0).getPropertyName());
    }

    static String about(Errors errors) {
        return "The field "
                + sorted(errors.getFieldErrors().stream().map(Sentences::about).toList(), " and ") + ".";
    }

    private static String about(FieldError error) {
        String rule = error.isBindingFailure() ? "must be a whole number" : error.getDefaultMessage();
        return "'" + error.getField() + "' " + rule;
    }

    static String about(UniqueViolation e) {
        return "Another user already has this " + String.join(", ", e.error().columns()) + ".";
    }

    private static String sorted(Collection<?> parts, String delimiter) {
        return parts.stream().map(String::valueOf).sorted().collect(Collectors.joining(delimiter));
    }
}
