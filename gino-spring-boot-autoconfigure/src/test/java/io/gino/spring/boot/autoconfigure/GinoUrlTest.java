package io.gino.spring.boot.autoconfigure;

import static io.r2dbc.spi.ConnectionFactoryOptions.DATABASE;
import static io.r2dbc.spi.ConnectionFactoryOptions.DRIVER;
import static io.r2dbc.spi.ConnectionFactoryOptions.HOST;
import static io.r2dbc.spi.ConnectionFactoryOptions.PASSWORD;
import static io.r2dbc.spi.ConnectionFactoryOptions.PORT;
import static io.r2dbc.spi.ConnectionFactoryOptions.PROTOCOL;
import static io.r2dbc.spi.ConnectionFactoryOptions.SSL;
import static io.r2dbc.spi.ConnectionFactoryOptions.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GinoUrlTest {

    private static final String HOW_TO_WRITE_IT =
            "Write it as postgresql://user:password@localhost:5432/app, with special characters in user and password escaped:"
                    + " @ as %40, / as %2F, # as %23.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://jack:secret@db:5433/app",
                "postgres://jack:secret@db:5433/app",
                "r2dbc:postgresql://jack:secret@db:5433/app",
                "r2dbc:postgres://jack:secret@db:5433/app",
                "r2dbc:pool:postgresql://jack:secret@db:5433/app",
                "  postgresql://jack:secret@db:5433/app\n"
            })
    void takesEveryWayToWriteIt(String url) {
        ConnectionFactoryOptions options = GinoUrl.parse(url);

        assertThat(options.getValue(DRIVER)).asString().startsWith("postgres");
        assertThat(options.getValue(PROTOCOL)).isNull();
        assertThat(options.getValue(HOST)).isEqualTo("db");
        assertThat(options.getValue(PORT)).isEqualTo(5433);
        assertThat(options.getValue(DATABASE)).isEqualTo("app");
        assertThat(options.getValue(USER)).isEqualTo("jack");
        assertThat(options.getValue(PASSWORD)).hasToString("secret");
    }

    @Test
    void takesWhatElseTheDriverTakes() {
        assertThat(GinoUrl.parse("r2dbcs:postgresql://db/app").getValue(SSL)).isEqualTo(true);
        assertThat(GinoUrl.parse("r2dbc:postgresql:failover://one,two:5433/app").getValue(HOST))
                .isEqualTo("one,two:5433");
        assertThat(GinoUrl.parse("r2dbc:proxy:postgresql://db/app").getValue(DRIVER))
                .isEqualTo("proxy");
        assertThat(GinoUrl.parse("postgresql://[::1]/app").getValue(HOST)).isEqualTo("[::1]");
        assertThat(GinoUrl.parse("postgresql://j%40ck:s%2Fcret@db/app?schema=own")
                        .getValue(Option.valueOf("schema")))
                .isEqualTo("own");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:5432/app,                 localhost:5432/app",
        "mysql://jack:secret@db/app,         mysql://***@db/app",
        "r2dbc:h2:mem:///app,                r2dbc:h2:mem:///app",
        "postgresql:/localhost/app,          postgresql:/localhost/app",
    })
    void refusesWhatIsNoUrlOfPostgres(String url, String shown) {
        assertRefused(
                url,
                "spring.gino.url is '" + shown + "', which is not the URL of a PostgreSQL database.",
                "Write it as postgresql://user:password@localhost:5432/app; r2dbc:postgresql:// and postgres:// will do too.");
    }

    @Test
    void explainsJdbc() {
        assertRefused(
                "jdbc:postgresql://localhost:5432/app?user=jack&password=secret&ssl=true",
                "spring.gino.url is 'jdbc:postgresql://localhost:5432/app?user=***&password=***&ssl=true', a JDBC URL, and GINO"
                        + " talks R2DBC.",
                "Replace the leading 'jdbc:' with 'r2dbc:', or leave it out.");
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql:///app,                       postgresql:///app,                it names no host",
        "postgresql://localhost:many/app,         postgresql://localhost:many/app,  what follows the host's colon is not a port",
        "postgresql://jack:s/cret@localhost/app,  postgresql://***@localhost/app,   what follows the host's colon is not a port",
        "postgresql://jack:s%cret@localhost/app,  postgresql://***@localhost/app,   malformed escape pair",
        "postgresql://jack:s cret@localhost/app,  postgresql://***@localhost/app,   illegal character in authority",
        "'postgresql://localhost/app?user=jack',  postgresql://localhost/app?user=***, 'user, password, host and database stand"
                + " before the question mark, not after it'",
    })
    void saysWhatItCannotRead(String url, String shown, String reason) {
        assertRefused(url, "spring.gino.url '" + shown + "' cannot be read: " + reason + ".", HOW_TO_WRITE_IT);
    }

    private static void assertRefused(String url, String description, String action) {
        GinoStartupException refused = catchThrowableOfType(GinoStartupException.class, () -> GinoUrl.parse(url));

        assertThat(refused.description()).isEqualTo(description);
        assertThat(refused.action()).isEqualTo(action);
        assertThat(refused).hasMessage(description + " " + action).hasNoCause();
    }
}
