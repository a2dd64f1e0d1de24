package io.gino.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.ConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://localhost/app",
                "postgres://user:secret@localhost:5433/app?sslMode=require",
                "r2dbc:postgresql://localhost/app",
                "r2dbc:pool:postgresql://localhost/app"
            })
    void takesEverySpellingOfAPostgresUrl(String url) {
        assertThat(Urls.factory(url).getMetadata().getName()).isEqualTo("PostgreSQL");
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
}
