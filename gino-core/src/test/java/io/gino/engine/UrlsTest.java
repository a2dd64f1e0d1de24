/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.ConnectionException;
import io.r2dbc.postgresql.MultiHostConnectionStrategy.TargetServerType;
import io.r2dbc.postgresql.client.SSLMode;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.time.Duration;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlsTest {

    private static Object option(String url, String name) {
        return DatabaseUrl.parse(url).driver().getValue(Option.valueOf(name));
    }

    private static Object value(String url, Option<?> option) {
        return DatabaseUrl.parse(url).driver().getValue(option);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://localhost/app",
                "postgres://user:secret@localhost:5433/app?sslMode=require",
                "r2dbc:postgresql://localhost/app",
                "r2dbc:pool:postgresql://localhost/app",
                "r2dbc:postgresql:failover://a,b/app",
                "r2dbcs:postgresql://localhost/app",
                "postgresql://",
                " postgresql://localhost/app\n",
                "postgresql:///app",
                "postgresql://a:5432,b:5433,[::1]:5434/app?targetServerType=primary",
                "postgresql:///app?host=/var/run/postgresql",
                "postgresql://%2Fvar%2Frun%2Fpostgresql/app"
            })
    void takesEverySpellingOfAPostgresUrl(String url) {
        assertThat(Urls.factory(url).getMetadata().getName()).isEqualTo("PostgreSQL");
    }

    @Test
    void connectsAsTheUserOfTheOperatingSystemToTheDatabaseOfThatName() {
        String user = System.getProperty("user.name");
        assertThat(value("postgresql://", ConnectionFactoryOptions.USER)).isEqualTo(user);
        assertThat(value("postgresql://", ConnectionFactoryOptions.DATABASE)).isEqualTo(user);
        assertThat(value("postgresql://", ConnectionFactoryOptions.HOST)).isEqualTo("localhost");
        assertThat(value("postgresql://", ConnectionFactoryOptions.PORT)).isEqualTo(5432);
        assertThat(value("postgresql://me@localhost", ConnectionFactoryOptions.DATABASE))
                .isEqualTo("me");
    }

    @Test
    void decodesUserPasswordAndDatabase() {
        String url = "postgresql://m%40e:p%40%3A%2F%25%3F%23+%C3%A9@localhost/my%20%C3%A4pp";
        assertThat(value(url, ConnectionFactoryOptions.USER)).isEqualTo("m@e");
        assertThat(value(url, ConnectionFactoryOptions.PASSWORD)).isEqualTo("p@:/%?#+é");
        assertThat(value(url, ConnectionFactoryOptions.DATABASE)).isEqualTo("my äpp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p@ss", "p:ss", "p/ss", "p#ss", "p@/:#[]ss", "pässwörd✓", "p+ss", "p ss", "p&=ss", "p,ss"})
    void takesOddCharactersOfAPasswordRaw(String password) {
        String url = "postgresql://me:" + password + "@localhost:5433/app?sslmode=prefer";
        assertThat(value(url, ConnectionFactoryOptions.PASSWORD)).isEqualTo(password);
        assertThat(value(url, ConnectionFactoryOptions.HOST)).isEqualTo("localhost");
        assertThat(value(url, ConnectionFactoryOptions.DATABASE)).isEqualTo("app");
    }

    @Test
    void takesThePartsOfTheUrlAsOptionsToo() {
        String url = "postgresql://?host=db&port=5433&dbname=app&user=me&password=p%26q";
        assertThat(value(url, ConnectionFactoryOptions.HOST)).isEqualTo("db");
        assertThat(value(url, ConnectionFactoryOptions.PORT)).isEqualTo(5433);
        assertThat(value(url, ConnectionFactoryOptions.DATABASE)).isEqualTo("app");
        assertThat(value(url, ConnectionFactoryOptions.USER)).isEqualTo("me");
        assertThat(value(url, ConnectionFactoryOptions.PASSWORD)).isEqualTo("p&q");
    }

    @Test
    void takesAddressesOfIpv6InBrackets() {
        assertThat(value("postgresql://[::1]:5433/app", ConnectionFactoryOptions.HOST))
                .isEqualTo("::1");
        assertThat(value("postgresql://[::1]:5433/app", ConnectionFactoryOptions.PORT))
                .isEqualTo(5433);
        assertThat(value("postgresql://me@[2001:db8::1]/app", ConnectionFactoryOptions.HOST))
                .isEqualTo("2001:db8::1");
    }

    @Test
    void letsTheDriverChooseAmongSeveralHosts() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://u:p@a:5433,b,[::1]/app?target_session_attrs=read-write");
        assertThat(url.hosts())
                .containsExactly(new UrlHost("a", 5433), new UrlHost("b", 5432), new UrlHost("::1", 5432));
        assertThat(url.driver().getValue(ConnectionFactoryOptions.PROTOCOL)).isEqualTo("failover");
        assertThat(url.driver().getValue(Option.valueOf("targetServerType"))).isEqualTo(TargetServerType.PRIMARY);
        assertThat(DatabaseUrl.parse("postgresql:///app?host=a,b&port=1,2").hosts())
                .containsExactly(new UrlHost("a", 1), new UrlHost("b", 2));
        assertThat(DatabaseUrl.parse("postgresql:///app?host=a,b&port=7").hosts())
                .containsExactly(new UrlHost("a", 7), new UrlHost("b", 7));
    }

    @Test
    void letsTheDriverLookAtOneHostToo() {
        assertThat(DatabaseUrl.parse("postgresql://a/app?targetServerType=preferSecondary")
                        .hosts())
                .containsExactly(new UrlHost("a", 5432));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql:///app?host=/var/run/postgresql&port=5433",
                "postgresql://%2Fvar%2Frun%2Fpostgresql:5433/app",
                "postgresql:///app?host=/var/run/postgresql/&port=5433",
                "postgresql:///app?socket=/var/run/postgresql/.s.PGSQL.5433"
            })
    void takesTheDirectoryOfAUnixSocketAsHost(String url) {
        assertThat(option(url, "socket")).isEqualTo("/var/run/postgresql/.s.PGSQL.5433");
    }

    @Test
    void readsOptionsAsTheTypesThatTheDriverWants() {
        String url = "postgresql://h/app?sslMode=verify-full&sslRootCert=/ca.pem&connectTimeout=500ms&fetchSize=7"
                + "&tcpKeepAlive=true&timeZone=Europe/Vienna&statementTimeout=PT5M&options=a=1;b=2 3&schema=s";
        assertThat(option(url, "sslMode")).isEqualTo(SSLMode.VERIFY_FULL);
        assertThat(option(url, "sslRootCert")).isEqualTo("/ca.pem");
        assertThat(option(url, "connectTimeout")).isEqualTo(Duration.ofMillis(500));
        assertThat(option(url, "fetchSize")).isEqualTo(7);
        assertThat(option(url, "tcpKeepAlive")).isEqualTo(true);
        assertThat(option(url, "timeZone")).isEqualTo(TimeZone.getTimeZone("Europe/Vienna"));
        assertThat(option(url, "statementTimeout")).isEqualTo(Duration.ofMinutes(5));
        assertThat(option(url, "options")).isEqualTo(Map.of("a", "1", "b", "2 3"));
        assertThat(option(url, "schema")).isEqualTo("s");
        assertThat(option(url, "applicationName")).isEqualTo("gino");
    }

    @Test
    void takesTheSpellingsOfLibpq() {
        String url = "postgresql://h/app?application_name=shop&connect_timeout=10&sslmode=require&sslrootcert=ca"
                + "&sslcert=c&sslkey=k&options=-c%20geqo=off%20--work_mem=4MB%20-c%20a.b=x%5C%20y&keepalives=0";
        assertThat(option(url, "applicationName")).isEqualTo("shop");
        assertThat(option(url, "connectTimeout")).isEqualTo(Duration.ofSeconds(10));
        assertThat(option(url, "sslMode")).isEqualTo(SSLMode.REQUIRE);
        assertThat(option(url, "sslRootCert")).isEqualTo("ca");
        assertThat(option(url, "sslCert")).isEqualTo("c");
        assertThat(option(url, "sslKey")).isEqualTo("k");
        assertThat(option(url, "options")).isEqualTo(Map.of("geqo", "off", "work_mem", "4MB", "a.b", "x y"));
        assertThat(option(url, "tcpKeepAlive")).isEqualTo(false);
    }

    @Test
    void keepsTheOptionsOfThePoolApart() {
        DatabaseUrl url = DatabaseUrl.parse(
                "postgresql://h/app?initialSize=1&minIdle=2&maxSize=20&maxIdleTime=30m&maxLifeTime=-1&maxAcquireTime=5s");
        ConnectionFactoryOptions pool = url.pool();
        assertThat(pool.getValue(Option.valueOf("initialSize"))).isEqualTo(1);
        assertThat(pool.getValue(Option.valueOf("minIdle"))).isEqualTo(2);
        assertThat(pool.getValue(Option.valueOf("maxSize"))).isEqualTo(20);
        assertThat(pool.getValue(Option.valueOf("maxIdleTime"))).isEqualTo(Duration.ofMinutes(30));
        assertThat(pool.getValue(Option.valueOf("maxLifeTime"))).isEqualTo(Duration.ofMillis(-1));
        assertThat(pool.getValue(Option.valueOf("maxAcquireTime"))).isEqualTo(Duration.ofSeconds(5));
        assertThat(url.driver().hasOption(Option.valueOf("maxSize"))).isFalse();
    }

    @Test
    void refusesAnEmptyUrl() {
        assertThatThrownBy(() -> Urls.factory(" "))
                .isInstanceOf(ConnectionException.class)
                .hasMessage("The database URL is empty. Write one such as postgresql://localhost:5432/app.");
    }

    @Test
    void refusesAJdbcUrlAndSaysWhatToLeaveOut() {
        assertThatThrownBy(() -> Urls.factory("jdbc:postgresql://localhost/app"))
                .hasMessage("The database URL 'jdbc:postgresql://localhost/app' begins with none of postgresql://,"
                        + " postgres:// and r2dbc:postgresql://. Leave the leading 'jdbc:' out.");
    }

    @Test
    void refusesAnotherDatabaseWithoutShowingThePassword() {
        assertThatThrownBy(() -> Urls.factory("mysql://me:secret@localhost/app?password=other"))
                .hasMessage("The database URL 'mysql://***@localhost/app?password=***' begins with none of"
                        + " postgresql://, postgres:// and r2dbc:postgresql://. Write one such as"
                        + " postgresql://localhost:5432/app.");
    }

    @Test
    void refusesAnOptionThatThereIsNotByName() {
        assertThatThrownBy(() -> Urls.factory("postgresql://me:secret@h/app?maxsise=3"))
                .isInstanceOf(ConnectionException.class)
                .hasMessageStartingWith("A database URL has no option 'maxsise'. Did you mean 'maxSize'? It has:"
                        + " applicationName, autodetectExtensions, ");
    }

    @Test
    void refusesAnOptionThatIsAnObject() {
        assertThatThrownBy(() -> Urls.factory("postgresql://h/app?postAllocate=x"))
                .hasMessage("Option 'postAllocate' takes an object of Java's, which a database URL cannot hold. Build a"
                        + " ConnectionFactory with it, and create the engine from that.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maxSize=x | Option 'maxSize' of a database URL is a whole number from 1 on; got 'x'.",
                "maxSize=0 | Option 'maxSize' of a database URL is a whole number from 1 on; got '0'.",
                "sslMode=maybe | Option 'sslMode' of a database URL is one of disable, allow, prefer, require,"
                        + " verify-ca, verify-full, tunnel; got 'maybe'.",
                "sslmode=maybe | Option 'sslmode' of a database URL is one of disable, allow, prefer, require,"
                        + " verify-ca, verify-full, tunnel; got 'maybe'.",
                "ssl=perhaps | Option 'ssl' of a database URL is true or false; got 'perhaps'.",
                "connectTimeout=10 | Option 'connectTimeout' of a database URL is a time with its unit, such as 500ms,"
                        + " 30s, 5m or PT30S; got '10'.",
                "maxIdleTime=10 | Option 'maxIdleTime' of a database URL is a time with its unit, such as 500ms, 30s, 5m"
                        + " or PT30S, or -1 for no limit; got '10'.",
                "connect_timeout=1s | Option 'connect_timeout' of a database URL is a whole number of seconds; got '1s'.",
                "targetServerType=best | Option 'targetServerType' of a database URL is one of any, primary, secondary,"
                        + " preferSecondary; got 'best'.",
                "timeZone=Mars | Option 'timeZone' of a database URL is a time zone such as UTC or Europe/Vienna; got"
                        + " 'Mars'.",
                "load_balance_hosts=yes | Option 'load_balance_hosts' of a database URL is disable or random; got 'yes'.",
                "options=x | Option 'options' of a database URL is settings such as search_path=app;work_mem=64MB or"
                        + " -c search_path=app; got 'x'.",
                "options=-c%20x | Option 'options' of a database URL is settings such as search_path=app;work_mem=64MB or"
                        + " -c search_path=app; got '-c x'.",
                "sslmode=require&sslMode=require | The database URL has option 'sslMode' twice.",
                "maxSize | The database URL has something other than name=value behind its '?'. In a password write ? as"
                        + " %3F, and in a value & as %26.",
            })
    void refusesABadValueInOneSentence(String options, String message) {
        assertThatThrownBy(() -> Urls.factory("postgresql://me:secret@h/app?" + options))
                .isInstanceOf(ConnectionException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "me@h:99999/app | A port in the database URL is a whole number from 1 to 65535; got '99999'.",
                "me@h:x/app | A port in the database URL is a whole number from 1 to 65535; got 'x'.",
                "me:123456/app | A port in the database URL is a whole number from 1 to 65535.",
                "me@a,b/app?port=1,2,3 | The database URL has 2 hosts and 3 ports. Give one port for all, or one for"
                        + " each.",
                "me@a:1:2/app | A host in the database URL cannot be read. Write it as host:port, and an IPv6 address in"
                        + " brackets: [::1]:5432.",
                "me@::1/app | A host in the database URL cannot be read. Write it as host:port, and an IPv6 address in"
                        + " brackets: [::1]:5432.",
                "me@my host/app | A host in the database URL has a blank in it.",
                "me:p%zz@h/app | The password in the database URL has a % that does not begin the code of a character of"
                        + " UTF-8. Write the percent sign itself as %25.",
                "me:p%ff@h/app | The password in the database URL has a % that does not begin the code of a character of"
                        + " UTF-8. Write the percent sign itself as %25.",
                "/app?host=/tmp,b | A unix socket can stand in a database URL as its only host, without options that"
                        + " choose among hosts.",
            })
    void refusesABadPlaceInOneSentence(String place, String message) {
        assertThatThrownBy(() -> Urls.factory("postgresql://" + place))
                .isInstanceOf(ConnectionException.class)
                .hasMessage(message);
    }

    @Test
    void refusesWhatTheDriverRefuses() {
        assertThatThrownBy(() -> Urls.factory("postgresql://h/app?sslrootcert=/nowhere/ca.pem"))
                .isInstanceOf(ConnectionException.class)
                .hasMessageStartingWith("The database URL cannot be used: Cannot assign option sslRootCert: ");
    }

    @Test
    void refusesAPoolThatCannotBe() {
        assertThatThrownBy(() -> GinoEngine.create("postgresql://h/app?maxSize=2&initialSize=3"))
                .isInstanceOf(ConnectionException.class)
                .hasMessage("The pool cannot be set up so: maxSize must be greater than or equal to initialSize.");
    }
}
