/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.web;

import io.gino.error.CheckViolation;
import io.gino.error.ClientInputException;
import io.gino.error.ConnectionException;
import io.gino.error.ConnectionLost;
import io.gino.error.DataException;
import io.gino.error.Deadlock;
import io.gino.error.ExclusionViolation;
import io.gino.error.ForeignKeyViolation;
import io.gino.error.GinoException;
import io.gino.error.InsufficientResources;
import io.gino.error.LockNotAvailable;
import io.gino.error.NoResultFoundException;
import io.gino.error.NoSuchRowException;
import io.gino.error.NotNullViolation;
import io.gino.error.QueryTimeout;
import io.gino.error.SerializationFailure;
import io.gino.error.StaleRowException;
import io.gino.error.UniqueViolation;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * How an error of gino's is told to the client of a request: in words of its own, since those of the exception name
 * tables and columns and carry SQL.
 */
record Problem(Class<? extends GinoException> failure, HttpStatus status, String detail) {

    private static final String STALE = "This was changed or deleted in the meantime. Read it again.";
    private static final String AGAIN = "The data was being changed by others at the same time. Try again.";

    /** Errors that are not listed are faults of the application. */
    private static final List<Problem> ALL = List.of(
            new Problem(NoResultFoundException.class, HttpStatus.NOT_FOUND, "No such data"),
            new Problem(UniqueViolation.class, HttpStatus.CONFLICT, "Something with the same key exists already."),
            new Problem(
                    ForeignKeyViolation.class,
                    HttpStatus.CONFLICT,
                    "This refers to something that does not exist, or is still referred to."),
            new Problem(
                    ExclusionViolation.class, HttpStatus.CONFLICT, "This overlaps with something that exists already."),
            new Problem(NoSuchRowException.class, HttpStatus.CONFLICT, STALE),
            new Problem(StaleRowException.class, HttpStatus.CONFLICT, STALE),
            new Problem(SerializationFailure.class, HttpStatus.CONFLICT, AGAIN),
            new Problem(Deadlock.class, HttpStatus.CONFLICT, AGAIN),
            new Problem(LockNotAvailable.class, HttpStatus.CONFLICT, AGAIN),
            new Problem(NotNullViolation.class, HttpStatus.BAD_REQUEST, "A required value is missing."),
            new Problem(CheckViolation.class, HttpStatus.BAD_REQUEST, "A value is not allowed."),
            new Problem(DataException.class, HttpStatus.BAD_REQUEST, "A value is malformed, too long or out of range."),
            new Problem(
                    ClientInputException.class,
                    HttpStatus.BAD_REQUEST,
                    "The order or the page that was asked for does not exist."),
            new Problem(
                    QueryTimeout.class, HttpStatus.GATEWAY_TIMEOUT, "The database did not answer in time. Try again."),
            new Problem(ConnectionException.class, HttpStatus.SERVICE_UNAVAILABLE, "The database is not available."),
            new Problem(ConnectionLost.class, HttpStatus.SERVICE_UNAVAILABLE, "The database is not available."),
            new Problem(InsufficientResources.class, HttpStatus.SERVICE_UNAVAILABLE, "The database is not available."));

    /** What to tell of this failure, if it is one that a client is told of. */
    static Optional<ProblemDetail> of(Throwable failure) {
        if (failure instanceof NotFoundException notFound) {
            return Optional.of(notFound.getBody());
        }
        return ALL.stream()
                .filter(problem -> problem.failure.isInstance(failure))
                .findFirst()
                .map(problem -> ProblemDetail.forStatusAndDetail(problem.status, problem.detail));
    }
}
