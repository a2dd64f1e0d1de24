/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import static io.gino.sql.Sql.select;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;

import io.gino.Gino;
import io.gino.error.UniqueViolation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Users as files of one JSON object a line, in and out, of any length: only some hundred users are in memory at a time. */
@RestController
@RequestMapping("/users")
class UserFileController {

    private static final int BATCH = 500;

    private final Gino db;
    private final JsonMapper json;
    private final Validator validator;

    UserFileController(Gino db, JsonMapper json, Validator validator) {
        this.db = db;
        this.json = json;
        this.validator = validator;
    }

    record Imported(long stored) {}

    /** Stores every user of the file, or none. */
    @PostMapping(path = "/import", consumes = MediaType.APPLICATION_NDJSON_VALUE)
    Mono<Imported> importUsers(@RequestBody(required = false) Flux<byte[]> body) {
        return db.transaction(tx -> Lines.of(body)
                        .map(this::parse)
                        .buffer(BATCH)
                        .concatMap(this::store)
                        .count())
                .map(Imported::new);
    }

    @GetMapping("/export")
    ResponseEntity<Flux<User>> exportUsers() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_NDJSON)
                .body(db.query(User.class).orderBy(User_.id).iterate());
    }

    private Line<User> parse(Line<byte[]> line) {
        NewUser user = read(line);
        Errors errors = validator.validateObject(user);
        if (errors.hasErrors()) {
            throw line.refused(BAD_REQUEST, Sentences.about(errors));
        }
        return line.with(user.toUser());
    }

    private NewUser read(Line<byte[]> line) {
        try {
            return Optional.ofNullable(json.readValue(line.content(), NewUser.class))
                    .orElseThrow(() -> line.refused(BAD_REQUEST, "This is not one JSON object."));
        } catch (JacksonException e) {
            throw line.refused(BAD_REQUEST, Sentences.about(e));
        }
    }

    /** In a savepoint: after a refusal the database can still be asked which line was at fault. */
    private Flux<User> store(List<Line<User>> lines) {
        List<User> users = lines.stream().map(Line::content).toList();
        return db.transactionMany(savepoint -> db.createMany(users))
                .onErrorResume(
                        UniqueViolation.class,
                        taken -> firstTaken(lines)
                                .flatMapMany(line -> Flux.<User>error(line.refused(CONFLICT, Sentences.about(taken))))
                                .switchIfEmpty(Flux.error(taken)));
    }

    /** The first line whose e-mail is in the database, or on a line above. */
    private Mono<Line<User>> firstTaken(List<Line<User>> lines) {
        List<String> emails =
                lines.stream().map(line -> line.content().getEmail()).toList();
        return db.all(select(User_.email).from(User_.TABLE).where(User_.email.in(emails)))
                .collect(Collectors.toCollection(HashSet::new))
                .flatMap(taken -> Flux.fromIterable(lines)
                        .filter(line -> !taken.add(line.content().getEmail()))
                        .next());
    }
}
