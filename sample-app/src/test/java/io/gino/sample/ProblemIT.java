/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.PUT;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.METHOD_NOT_ALLOWED;
import static org.springframework.http.HttpStatus.NOT_ACCEPTABLE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class ProblemIT extends HttpIT {

    @Test
    void anUnknownAddressIsNotFound() {
        assertProblem(get("/nothing"), NOT_FOUND, "There is nothing at this address.");
        assertProblem(get("/actuator/nothing"), NOT_FOUND, "There is nothing at this address.");
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() {
        assertProblem(send(PUT, "/users/1", "{}"), METHOD_NOT_ALLOWED, "This address takes DELETE, GET, PATCH.");
        assertProblem(send(DELETE, "/transfers", "{}"), METHOD_NOT_ALLOWED, "This address takes POST.");
        send(DELETE, "/transfers", "{}").expectHeader().valueEquals("Allow", "POST");
    }

    @Test
    void aWrongContentTypeIsToldTheRightOne() {
        assertProblem(
                web.post()
                        .uri("/users")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .bodyValue("name=Ada")
                        .exchange(),
                UNSUPPORTED_MEDIA_TYPE,
                "The Content-Type must be application/json.");
        assertProblem(
                web.post()
                        .uri("/users")
                        .contentType(MediaType.TEXT_PLAIN)
                        .bodyValue("Ada")
                        .exchange(),
                UNSUPPORTED_MEDIA_TYPE,
                "The Content-Type must be application/json.");
    }

    @Test
    void aWishThatCannotBeMetIsToldWhatThereIs() {
        assertProblem(
                web.get().uri("/users").accept(MediaType.APPLICATION_PDF).exchange(),
                NOT_ACCEPTABLE,
                "This address gives application/*+json, application/json, application/x-ndjson, text/event-stream.");
    }

    @Test
    void aRequestWithoutItsBodySaysSo() {
        assertProblem(
                web.post().uri("/users").contentType(MediaType.APPLICATION_JSON).exchange(),
                BAD_REQUEST,
                "The request has no body.");
    }

    @Test
    void aBodyThatIsTooLargeSaysSo() {
        assertProblem(post("/users", "{\"name\": \"" + "x".repeat(300_000)), CONTENT_TOO_LARGE, "Content Too Large.");
    }

    @Test
    void healthShowsTheDatabase() {
        get("/actuator/health")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.components.r2dbc.status")
                .isEqualTo("UP")
                .jsonPath("$.components.r2dbc.details.database")
                .isEqualTo("PostgreSQL");
    }
}
