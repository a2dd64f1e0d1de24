/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.schema.Schema.column;
import static io.gino.sql.Copy.Options.CSV;
import static io.gino.sql.Copy.Options.TEXT;
import static io.gino.sql.Sql.select;
import static io.gino.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.ddl.SchemaPlan;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.Copy;
import io.gino.sql.Copy.Options;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Types;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** PostgreSQL understands COPY as we write it, and its options do what they say. Sent by the JDBC driver. */
@ExtendWith(PostgresExtension.class)
class CopyIT {

    private final Column<Integer> id = column("id", INTEGER);
    private final Column<String> name = column("the \"name\"; --", Types.TEXT);
    private final MetaData metadata = new MetaData();
    private final Table table = metadata.table("copied", id, name);
    private final Psql psql;
    private final TestDatabase database;
    private Connection connection;

    CopyIT(TestDatabase database) {
        this.database = database;
        psql = new Psql(database);
    }

    @BeforeEach
    void connect() throws SQLException {
        psql.run("DROP TABLE IF EXISTS copied");
        psql.run(SchemaPlan.of(metadata).createAll());
        connection = DriverManager.getConnection(
                "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.name(),
                database.username(),
                database.password());
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        psql.close();
    }

    private CopyManager copies() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static String sql(Copy copy) {
        return new PostgresCompiler().compile(copy).sql();
    }

    private String out(Copy.Out copy) throws SQLException, IOException {
        StringWriter text = new StringWriter();
        copies().copyOut(sql(copy), text);
        return text.toString();
    }

    @Test
    void rowsGoInAndComeOut() throws SQLException, IOException {
        copies().copyIn(sql(table.copyIn(name, id)), new StringReader("it's\t1\n\\N\t2\n"));

        assertThat(out(table.copyOut())).isEqualTo("1\tit's\n2\t\\N\n");
        assertThat(out(table.copyOut(name).with(CSV.withHeader()))).isEqualTo("\"the \"\"name\"\"; --\"\nit's\n\n");
    }

    @Test
    void rowsAreSpelledAsTold() throws SQLException, IOException {
        Options spelling = CSV.withHeader().withDelimiter(';').withNullText("it's NULL");
        copies().copyIn(sql(table.copyIn().with(spelling)), new StringReader("x;y\n1;it's NULL\n2;\"a;b\"\n"));

        assertThat(psql.query("SELECT to_json(copied)::text FROM copied ORDER BY id"))
                .containsExactly(
                        "{\"id\":1,\"the \\\"name\\\"; --\":null}", "{\"id\":2,\"the \\\"name\\\"; --\":\"a;b\"}");
        assertThat(out(table.copyOut(id).with(TEXT.withHeader()))).isEqualTo("id\n1\n2\n");
    }

    /** Values of the query are literals there, and stay values. */
    @ParameterizedTest
    @ValueSource(strings = {"it's", "'; DROP TABLE copied; --", "\\", "\\'; DROP TABLE copied; --", "$$", "E'\\"})
    void aQueryComesOutWithItsValues(String value) throws SQLException, IOException {
        psql.query("INSERT INTO copied VALUES (1, $1), (2, 'other') RETURNING 1", value);

        assertThat(out(select(id)
                        .from(table)
                        .where(name.eq(value).and(id.in(List.of(1, 2))))
                        .limit(5)
                        .copyOut()))
                .isEqualTo("1\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\\N", "'; DROP TABLE copied; --", "\\'); DROP TABLE copied; --", "ä"})
    void anyTextCanStandForNull(String text) throws SQLException, IOException {
        psql.query("INSERT INTO copied VALUES (1, NULL) RETURNING 1");

        assertThat(out(table.copyOut(name).with(CSV.withNullText(text)))).isEqualTo(text + "\n");
    }
}
