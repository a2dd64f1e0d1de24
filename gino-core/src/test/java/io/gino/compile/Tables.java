/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.schema.ReferenceAction.CASCADE;
import static io.gino.schema.Schema.check;
import static io.gino.schema.Schema.column;
import static io.gino.schema.Schema.foreignKey;
import static io.gino.schema.Schema.index;
import static io.gino.schema.Schema.primaryKey;
import static io.gino.schema.Schema.unique;
import static io.gino.sql.Sql.function;
import static io.gino.sql.Sql.literal;
import static io.gino.sql.Sql.lower;
import static io.gino.sql.Sql.now;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.BOOLEAN;
import static io.gino.type.Types.DOUBLE;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.JSONB;
import static io.gino.type.Types.TEXT;
import static io.gino.type.Types.TIMESTAMPTZ;

import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.type.Json;
import java.time.OffsetDateTime;
import java.util.List;

/** The tables that the tests of SQL speak of; the integration tests create them. */
final class Tables {

    static final MetaData METADATA = new MetaData();

    static final Column<Long> ID = column("id", BIGINT).primaryKey();
    static final Column<String> NAME = column("name", TEXT);
    static final Column<String> EMAIL = column("email", TEXT).notNull().unique();
    static final Column<Integer> AGE = column("age", INTEGER);
    static final Column<Long> BALANCE = column("balance", BIGINT).notNull().serverDefault(literal(BIGINT, 0L));
    static final Column<Double> RATING = column("rating", DOUBLE);
    static final Column<Boolean> ACTIVE = column("active", BOOLEAN);
    static final Column<List<String>> TAGS = column("tags", TEXT.array());
    static final Column<Json> PROFILE = column("profile", JSONB);
    static final Column<OffsetDateTime> JOINED = column("joined", TIMESTAMPTZ).serverDefault(now());
    static final Column<Long> TEAM = column("team_id", BIGINT).references("teams.id");
    static final Column<Long> MANAGER = column("manager_id", BIGINT).references("users.id");
    static final Table USERS = METADATA.table(
            "users", ID, NAME, EMAIL, AGE, BALANCE, RATING, ACTIVE, TAGS, PROFILE, JOINED, TEAM, MANAGER);

    static final Column<Long> TEAM_ID = column("id", BIGINT).primaryKey();
    static final Column<String> TEAM_NAME = column("name", TEXT).notNull();
    static final Column<Long> TEAM_LEAD = column("lead_id", BIGINT).references(ID);
    static final Table TEAMS = METADATA.table("teams", TEAM_ID, TEAM_NAME, TEAM_LEAD);

    static final Column<Long> ADDRESS_ID = column("id", BIGINT).primaryKey();
    static final Column<Long> ADDRESS_USER =
            column("user_id", BIGINT).references("users.id").onDelete(CASCADE);
    static final Column<String> ADDRESS_EMAIL = column("email", TEXT);
    static final Table ADDRESSES = METADATA.table(
            "addresses",
            ADDRESS_ID,
            ADDRESS_USER,
            ADDRESS_EMAIL,
            check("email_has_an_at", ADDRESS_EMAIL.like("%@%")),
            index("addresses_email_lower").on(lower(ADDRESS_EMAIL)).where(ADDRESS_USER.isNotNull()));

    /** Refers to users twice. */
    static final Column<Long> TRANSFER_FROM = column("from_id", BIGINT).references(ID);

    static final Column<Long> TRANSFER_TO = column("to_id", BIGINT).references(ID);
    static final Table TRANSFERS = METADATA.table("transfers", TRANSFER_FROM, TRANSFER_TO);

    static final Column<String> SEAT_HALL = column("hall", TEXT);
    static final Column<Integer> SEAT_NUMBER = column("number", INTEGER);
    static final Table SEATS = METADATA.table("seats", SEAT_HALL, SEAT_NUMBER, primaryKey("hall", "number"));

    static final Column<String> TICKET_HALL = column("hall", TEXT);
    static final Column<Integer> TICKET_SEAT = column("seat", INTEGER);
    static final Table TICKETS = METADATA.table(
            "tickets",
            TICKET_HALL,
            TICKET_SEAT,
            unique("hall", "seat"),
            foreignKey(List.of("hall", "seat"), "seats", List.of("hall", "number")));

    static final Column<Long> EVENT_ID = column("id", BIGINT).primaryKey();
    static final Column<String> EVENT_KIND = column("kind", TEXT);
    static final Column<Long> EVENT_USER = column("user_id", BIGINT).references(ID);
    static final Table EVENTS = METADATA.table("app.events", EVENT_ID, EVENT_KIND, EVENT_USER);

    static final Column<Long> PAGE_ID = column("id", BIGINT).primaryKey();
    static final Column<String> PAGE_TEXT = column("body", TEXT);
    static final Column<Integer> PAGE_VERSION =
            column("version", INTEGER).notNull().clientDefault(1).onUpdate(version -> version.plus(1));
    static final Column<String> PAGE_EDITOR = column("editor", TEXT).onUpdate("nobody");
    static final Column<OffsetDateTime> PAGE_EDITED =
            column("edited", TIMESTAMPTZ).onUpdate(now());
    static final Column<Integer> PAGE_LENGTH =
            column("length", INTEGER).generatedAs(function("length", INTEGER, PAGE_TEXT));
    /** A table whose columns change by themselves. */
    static final Table PAGES =
            METADATA.table("pages", PAGE_ID, PAGE_TEXT, PAGE_VERSION, PAGE_EDITOR, PAGE_EDITED, PAGE_LENGTH);

    static final Column<Long> NOTE_EVENT = column("event_id", BIGINT).references("app.events.id");
    static final Table NOTES = METADATA.table("app.notes", NOTE_EVENT);

    /** Names that need quotes, and one that tries to get out of them. */
    static final Column<Integer> ODD_ORDER = column("order", INTEGER);

    static final Column<Integer> ODD_CAMEL = column("camelCase", INTEGER);
    static final Column<Integer> ODD_QUOTE = column("a\"b", INTEGER);
    static final Column<Integer> ODD_SPACE = column("two words", INTEGER);
    static final Column<Integer> ODD_UMLAUT = column("größe", INTEGER);
    static final Column<Integer> ODD_ATTACK = column("x\"; DROP TABLE users; --", INTEGER);
    static final Table ODD = METADATA.table(
            "User \"s\"; --", ODD_ORDER, ODD_CAMEL, ODD_QUOTE, ODD_SPACE, ODD_UMLAUT, ODD_ATTACK, index().on("order"));

    private Tables() {}
}
