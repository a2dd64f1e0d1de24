/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.function;
import static io.gino.sql.Sql.operator;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.tableFunction;
import static io.gino.sql.Sql.template;
import static io.gino.sql.Sql.text;
import static io.gino.sql.Sql.value;
import static io.gino.sql.Sql.values;
import static io.gino.type.Types.BIGINT;
import static io.gino.type.Types.BOOLEAN;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.JSONB;
import static io.gino.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.GinoException;
import io.gino.error.StatementException;
import io.gino.function.ArrayFunctions;
import io.gino.function.JsonFunctions;
import io.gino.function.JsonTables;
import io.gino.function.TextFunctions;
import io.gino.function.TextSearch;
import io.gino.function.XmlFunctions;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.Alias;
import io.gino.sql.Copy;
import io.gino.sql.Expression;
import io.gino.sql.Orderings;
import io.gino.sql.Statement;
import io.gino.sql.Subquery;
import io.gino.sql.TableFunction;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever text stands in whatever place, PostgreSQL takes it for a name or a value, and the table stays as it is. */
@ExtendWith(PostgresExtension.class)
class InjectionIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final Column<Long> ID = column("id", BIGINT).primaryKey();
    private static final Column<String> NAME = column("name", TEXT);
    private static final Column<Json> PROFILE = column("profile", JSONB);
    private static final Column<List<String>> TAGS = column("tags", TEXT.array());
    private static final MetaData METADATA = new MetaData();
    private static final Table VICTIMS = METADATA.table("victims", ID, NAME, PROFILE, TAGS);

    private static GinoEngine engine;

    static Stream<String> attacks() {
        return Stream.of(
                "'; DROP TABLE victims; --",
                "\"; DROP TABLE victims; --",
                "x') ; DROP TABLE victims; --",
                "x\") ; DROP TABLE victims; --",
                "\\'; DROP TABLE victims; --",
                "$$; DROP TABLE victims; --",
                "/* */; DROP TABLE victims; --",
                "x\n; DROP TABLE victims",
                "{0}; DROP TABLE victims; --",
                ":x; DROP TABLE victims; --",
                "' OR 1=1 --",
                "\" = \"\" OR 1=1 --",
                "$1",
                "?");
    }

    /** A question mark is one. */
    static Stream<String> noOperators() {
        return attacks().filter(attack -> !attack.equals("?"));
    }

    /** A dollar and a word are a variable, which some versions take for missing, and others for an error. */
    static Stream<String> noPaths() {
        return attacks().filter(attack -> !attack.equals("$1"));
    }

    @BeforeAll
    static void fill(TestDatabase database) {
        engine = GinoEngine.create(database.url());
        engine.schema(METADATA)
                .createAll()
                .then(engine.status(VICTIMS.insert().set(NAME, "ada").set(PROFILE, new Json("{\"a\": [1]}"))))
                .block(TIMEOUT);
    }

    @AfterAll
    static void close() {
        engine.close().block(TIMEOUT);
    }

    /** The table is there, with its one row. */
    @AfterEach
    void nothingHasHappened() {
        assertThat(engine.all(select(NAME).from(VICTIMS)).collectList().block(TIMEOUT))
                .containsExactly("ada");
    }

    private List<String> rows(Statement<?> statement) {
        return engine.all(statement).map(Object::toString).collectList().block(TIMEOUT);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void aNameIsOnlyAName(String attack) {
        Alias alias = VICTIMS.as(attack);
        Expression<String> label = alias.column(NAME).as(attack);
        assertThat(rows(select(List.of(label)).from(alias).orderBy(label))).containsExactly("{" + attack + "=ada}");
        Subquery table = select(NAME.as(attack)).from(VICTIMS).asTable(attack);
        assertThat(rows(table.select())).containsExactly("{" + attack + "=ada}");
        assertThat(rows(select(NAME.as(attack))
                        .from(VICTIMS)
                        .asCommonTable(attack)
                        .select()))
                .containsExactly("{" + attack + "=ada}");
        Subquery given = values(List.of(value(INTEGER, 1))).asTable(attack, attack);
        assertThat(rows(given.select())).containsExactly("{" + attack + "=1}");
        TableFunction function = tableFunction("generate_series", attack, value(INTEGER, 1), value(INTEGER, 1))
                .withColumn(attack, INTEGER);
        assertThat(rows(function.select())).containsExactly("{" + attack + "=1}");
        TableFunction record =
                JsonTables.record(attack, value(JSONB, new Json("{}"))).withColumn(attack, TEXT);
        assertThat(rows(record.select())).containsExactly("{" + attack + "=null}");
        assertThat(rows(select(XmlFunctions.element(attack).cast(TEXT))))
                .singleElement()
                .asString()
                .startsWith("<");
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void whatIsNotThereIsAnErrorOfTheServer(String attack) {
        Column<String> column = column(attack, TEXT);
        Table unknown = new MetaData().table("victims", column);
        Table nowhere = new MetaData().table(attack.replace('.', ' '), column("id", BIGINT));
        List<Statement<?>> statements = List.of(
                unknown.select(),
                nowhere.select(),
                nowhere.delete().everyRow(),
                unknown.update().set(column, "x").everyRow(),
                select(function(attack, TEXT, NAME)).from(VICTIMS),
                select(function("victims." + attack, TEXT)),
                select(TextFunctions.collate(NAME, attack)).from(VICTIMS),
                select(TextSearch.toTsvector(attack, NAME)).from(VICTIMS),
                select(operator(NAME, attack.replace('.', ' ') + ".=", NAME, BOOLEAN))
                        .from(VICTIMS),
                VICTIMS.insert().set(NAME, "x").onConflictOn(attack).doNothing());
        for (Statement<?> statement : statements) {
            assertThatThrownBy(() -> rows(statement))
                    .as(statement.toString())
                    .isInstanceOf(GinoException.class)
                    .hasMessageMatching(
                            "(?s).*(does not exist|unrecognized|not exist|syntax error in ts|invalid name).*");
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void aValueIsOnlyAValue(String attack) {
        assertThat(rows(VICTIMS.select().where(NAME.eq(attack)))).isEmpty();
        assertThat(rows(VICTIMS.select().where(NAME.in(List.of(attack))))).isEmpty();
        assertThat(rows(VICTIMS.select().where(NAME.contains(attack)))).isEmpty();
        assertThat(rows(VICTIMS.select().where(JsonFunctions.hasKey(PROFILE, attack))))
                .isEmpty();
        assertThat(rows(VICTIMS.select().where(JsonFunctions.hasAnyKey(PROFILE, attack))))
                .isEmpty();
        assertThat(rows(VICTIMS.select().where(ArrayFunctions.contains(TAGS, List.of(attack)))))
                .isEmpty();
        assertThat(rows(select(JsonFunctions.path(PROFILE, attack, attack), JsonFunctions.getText(PROFILE, attack))
                        .from(VICTIMS)))
                .containsExactly("{?column?=null}");
        assertThat(rows(select(template("{0} || '{0}'", TEXT, value(TEXT, attack)))))
                .containsExactly(attack + "{0}");
        assertThat(rows(text("SELECT :x::text || ':x' || $$:x$$ AS y -- :x").bind("x", attack)))
                .containsExactly("{y=" + attack + ":x:x}");
        assertThat(rows(select(TextSearch.websearchToTsquery("english", attack).cast(TEXT))))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("noPaths")
    void anExpressionOfAnotherLanguageStaysInIt(String attack) {
        assertThatThrownBy(() -> rows(VICTIMS.select().where(JsonFunctions.pathExists(PROFILE, attack))))
                .isInstanceOf(GinoException.class)
                .hasMessageContaining("jsonpath");
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void whatIsNotListedIsNotOrderedBy(String attack) {
        Orderings orderings = Orderings.of(Map.of("name", NAME));
        assertThatThrownBy(() -> orderings.parse(attack))
                .isInstanceOf(StatementException.class)
                .hasMessageStartingWith("The list of orders has no '");
    }

    @ParameterizedTest
    @MethodSource("noOperators")
    void anOperatorIsMadeOfOperatorCharacters(String attack) {
        assertThatThrownBy(() -> operator(NAME, attack, NAME, BOOLEAN))
                .isInstanceOf(StatementException.class)
                .hasMessageStartingWith("PostgreSQL has no operator '");
    }

    /** CopyIT sends these. */
    @ParameterizedTest
    @MethodSource("attacks")
    void theOptionsOfCopyAreQuoted(String attack) {
        if (attack.contains("\n")) {
            assertThatThrownBy(() -> Copy.Options.TEXT.withNullText(attack))
                    .hasMessageStartingWith("COPY cannot spell NULL as '");
        } else {
            String literal = (attack.contains("\\") ? "E'" : "'")
                    + attack.replace("'", "''").replace("\\", "\\\\") + "'";
            assertThat(VICTIMS.copyOut(NAME).with(Copy.Options.TEXT.withNullText(attack)))
                    .hasToString("COPY victims (name) TO STDOUT WITH (NULL " + literal + ")");
        }
    }
}
