/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import io.gino.error.ConnectionException;
import io.gino.error.ConnectionLost;
import io.gino.error.DatabaseException;
import io.gino.error.Deadlock;
import io.gino.error.NoSuchRowException;
import io.gino.error.SerializationFailure;
import io.gino.error.UniqueViolation;
import java.util.Collection;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;

/** Every error as application/problem+json (RFC 9457), its detail one sentence that says what is wrong. */
@RestControllerAdvice
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ErrorResponse taken(UniqueViolation e) {
        return ErrorResponse.create(e, HttpStatus.CONFLICT, Sentences.about(e));
    }

    @ExceptionHandler
    ErrorResponse gone(NoSuchRowException e) {
        return ErrorResponse.create(e, HttpStatus.NOT_FOUND, "The user has just been deleted.");
    }

    @ExceptionHandler({Deadlock.class, SerializationFailure.class})
    ErrorResponse busy(DatabaseException e) {
        return ErrorResponse.create(e, HttpStatus.SERVICE_UNAVAILABLE, "Others changed the same rows; try again.");
    }

    @ExceptionHandler({ConnectionException.class, ConnectionLost.class})
    ErrorResponse unreachable(Exception e) {
        LOG.warn("{}", e.getMessage());
        return ErrorResponse.create(
                e, HttpStatus.SERVICE_UNAVAILABLE, "The database does not answer; try again later.");
    }

    @ExceptionHandler
    ErrorResponse unfit(DatabaseException e) {
        boolean aboutValues = e.sqlState().startsWith("22");
        return aboutValues
                ? ErrorResponse.create(e, HttpStatus.BAD_REQUEST, "The database cannot hold one of the values.")
                : unexpected(e);
    }

    @ExceptionHandler
    ErrorResponse unexpected(Exception e) {
        LOG.error("Unexpected", e);
        return ErrorResponse.create(e, HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong; it has been logged.");
    }

    @ExceptionHandler
    ErrorResponse unknown(NoResourceFoundException e) {
        return saying("There is nothing at this address.", e);
    }

    @ExceptionHandler
    ErrorResponse wrongMethod(MethodNotAllowedException e) {
        return saying("This address takes " + list(e.getSupportedMethods()) + ".", e);
    }

    @ExceptionHandler
    ErrorResponse wrongAccept(NotAcceptableStatusException e) {
        return saying("This address gives " + list(e.getSupportedMediaTypes()) + ".", e);
    }

    @ExceptionHandler
    ErrorResponse invalid(WebExchangeBindException e) {
        return saying(Sentences.about(e), e);
    }

    @ExceptionHandler
    ErrorResponse unreadable(ServerWebInputException e) {
        if (NestedExceptionUtils.getMostSpecificCause(e) instanceof JacksonException json) {
            return saying(Sentences.about(json), e);
        } else if (e.getCause() instanceof TypeMismatchException mismatch) {
            return saying("'" + mismatch.getValue() + "' is not a whole number.", e);
        }
        return saying("The request has no body.", e);
    }

    @ExceptionHandler
    ErrorResponse refused(ResponseStatusException e) {
        if (e.getStatusCode().equals(HttpStatus.UNSUPPORTED_MEDIA_TYPE)) {
            MediaType wanted = e.getHeaders().getAccept().stream().findFirst().orElse(MediaType.APPLICATION_JSON);
            return saying("The Content-Type must be " + wanted + ".", e);
        }
        return e.getReason() == null ? saying(e.getBody().getTitle() + ".", e) : e;
    }

    private static ErrorResponse saying(String sentence, ErrorResponseException e) {
        e.setDetail(sentence);
        return e;
    }

    private static String list(Collection<?> choices) {
        return choices.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }
}
