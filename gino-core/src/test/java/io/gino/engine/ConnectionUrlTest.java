/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.r2dbc.spi.ConnectionFactoryOptions.DATABASE;
import static io.r2dbc.spi.ConnectionFactoryOptions.DRIVER;
import static io.r2dbc.spi.ConnectionFactoryOptions.HOST;
import static io.r2dbc.spi.ConnectionFactoryOptions.PASSWORD;
import static io.r2dbc.spi.ConnectionFactoryOptions.PORT;
import static io.r2dbc.spi.ConnectionFactoryOptions.PROTOCOL;
import static io.r2dbc.spi.ConnectionFactoryOptions.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.ConnectionException;
import io.r2dbc.postgresql.client.SSLMode;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionUrlTest {

    private static final Map<String, String> PARTS = Map.of(
            "user", "ann",
            "password", "p@ss/word?",
            "host", "other",
            "port", "6432",
            "database", "shop",
            "sslmode", "require",
            "maxSize", "7");

    @Test
    void partsHoldWhereTheUrlSaysNothing() {
        ConnectionFactoryOptions driver =
                ConnectionUrl.parse("postgresql://", PARTS).driver();
        assertThat(driver.getRequiredValue(DRIVER)).isEqualTo("postgresql");
        assertThat(driver.getRequiredValue(HOST)).isEqualTo("other");
        assertThat(driver.getRequiredValue(PORT)).isEqualTo(6432);
        assertThat(driver.getRequiredValue(DATABASE)).isEqualTo("shop");
        assertThat(driver.getRequiredValue(USER)).isEqualTo("ann");
        assertThat(driver.getRequiredValue(PASSWORD)).hasToString("p@ss/word?");
        assertThat(driver.getValue(Option.valueOf("sslMode"))).isEqualTo(SSLMode.REQUIRE);
    }

    @Test
    void theUrlComesBeforeTheParts() {
        ConnectionUrl url =
                ConnectionUrl.parse("postgresql://jack:secret@db/app?sslMode=disable&maxSize=3&minIdle=1", PARTS);
        ConnectionFactoryOptions driver = url.driver();
        assertThat(driver.getRequiredValue(HOST)).isEqualTo("db");
        assertThat(driver.getRequiredValue(PORT)).isEqualTo(5432);
        assertThat(driver.getRequiredValue(DATABASE)).isEqualTo("app");
        assertThat(driver.getRequiredValue(USER)).isEqualTo("jack");
        assertThat(driver.getRequiredValue(PASSWORD)).hasToString("secret");
        assertThat(driver.getValue(Option.valueOf("sslMode"))).isEqualTo(SSLMode.DISABLE);
        assertThat(url.poolOptions().getValue(Option.valueOf("maxSize"))).isEqualTo(3);
        assertThat(url.poolOptions().getValue(Option.valueOf("minIdle"))).isEqualTo(1);
    }

    @Test
    void whatTheUrlSaysOfSslComesBeforeTheModeOfTheParts() {
        assertThat(ConnectionUrl.parse("r2dbcs:postgresql://db/app", PARTS)
                        .driver()
                        .getValue(Option.valueOf("sslMode")))
                .isNull();
        assertThat(ConnectionUrl.parse("postgresql://db/app?ssl=true", PARTS)
                        .driver()
                        .getValue(Option.valueOf("sslMode")))
                .isNull();
    }

    @Test
    void optionsOfThePartsHaveTheirTypes() {
        assertThat(ConnectionUrl.parse("postgresql://db/app", Map.of("maxLifeTime", "1h"))
                        .poolOptions()
                        .getValue(Option.valueOf("maxLifeTime")))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void severalHostsAreWrittenAsTheDriverReadsThem() {
        ConnectionFactoryOptions driver =
                ConnectionUrl.parse("postgresql://a,b:5433/app").driver();
        assertThat(driver.getRequiredValue(PROTOCOL)).isEqualTo("failover");
        assertThat(driver.getRequiredValue(HOST)).isEqualTo("a:5432,b:5433");
    }

    @Test
    void socketsAndSingleIpv6AddressesPassAsTheyAre() {
        assertThat(ConnectionUrl.parse("postgresql:///app?host=/run/postgresql")
                        .driver()
                        .getValue(Option.valueOf("socket")))
                .isEqualTo("/run/postgresql/.s.PGSQL.5432");
        assertThat(ConnectionUrl.parse("postgresql://[::1]/app").driver().getValue(HOST))
                .isEqualTo("::1");
    }

    @Test
    void ipv6AddressesAmongSeveralHostsAreRefused() {
        assertThatThrownBy(() -> ConnectionUrl.parse("postgresql://[::1],b/app").driver())
                .isInstanceOf(ConnectionException.class)
                .hasMessage("An IPv6 address cannot stand among several hosts where the driver is told of them by its"
                        + " options. Give the hosts by their names.");
    }

    @Test
    void unknownOptionsOfThePartsAreRefusedByName() {
        assertThatThrownBy(() -> ConnectionUrl.parse("postgresql://db/app", Map.of("maxSiz", "3")))
                .isInstanceOf(ConnectionException.class)
                .hasMessageStartingWith("A database URL has no option 'maxSiz'. Did you mean 'maxSize'? It has: ");
    }

    @Test
    void isPrintedWithoutWhatIsSecret() {
        assertThat(ConnectionUrl.parse("postgres://jack:secret@db:5433/app?sslpassword=hidden"))
                .hasToString("postgresql://db:5433/app");
        assertThat(ConnectionUrl.parse("r2dbc:postgresql://jack:secret@a,b/app"))
                .hasToString("postgresql://a:5432,b:5432/app");
    }
}
