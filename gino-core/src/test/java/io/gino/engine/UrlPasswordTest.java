/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a URL, and whatever characters the password is made of, no part of it shows. */
class UrlPasswordTest {

    /** Each begins and ends with what is nowhere else, so that pieces are found too. */
    private static final List<String> PASSWORDS = List.of(
            "XQplainZQ",
            "XQ@ZQ",
            "XQ:ZQ",
            "XQ/ZQ",
            "XQ?ZQ",
            "XQ#ZQ",
            "XQ%ZQ",
            "XQ%41ZQ",
            "XQ%3FZQ",
            "XQ&ZQ",
            "XQ=ZQ",
            "XQ?ZQ=XQ",
            "XQ?ZQ=XQ&ZQ=ZQ",
            "XQ@ZQ?XQ@ZQ/XQ:ZQ",
            "XQ//ZQ",
            "XQ:ZQ/XQ:ZQ",
            "XQ[ZQ]",
            "XQ ZQ",
            "XQé✓ZQ");

    private static final List<String> BAD = List.of(
            "postgresql://me:%s@h:99999/app",
            "postgresql://me:%s@h:x/app",
            "postgresql://me:%s@a:1:2/app",
            "postgresql://me:%s@my host/app",
            "postgresql://me:%s@h/app?nope=1",
            "postgresql://me:%s@h/app?maxSize=x",
            "postgresql://me:%s@h/app?sslMode=maybe",
            "postgresql://me:%s@h/a%%zz",
            "postgresql://me:%s@h/app?sslrootcert=/nowhere",
            "postgresql://me:%s@h/app?sslHostnameVerifier=nowhere.Verifier",
            "postgresql://me:%s@h/app?maxSize=1&initialSize=2",
            "postgresql://me:%s/app",
            "postgresql://h/app?password=%s&nope=1",
            "postgresql://h/app?password=%s&maxSize=x",
            "postgresql://h/app?sslPassword=%s&sslPassword=%s&sslMode=x",
            "postgresql://h:x/app?user=me&password=%s",
            "jdbc:postgresql://me:%s@h/app",
            "jdbc:postgresql://h/app?user=me&password=%s",
            "mysql://me:%s@h/app",
            "me:%s@h/app",
            "postgresql:me:%s@h/app",
            "r2dbc:mariadb://me:%s@h/app?x=1");

    static Stream<String> bad() {
        return BAD.stream().flatMap(url -> PASSWORDS.stream().map(password -> url.replace("%s", password)));
    }

    @ParameterizedTest
    @MethodSource
    void bad(String url) {
        Throwable failure = catchThrowable(() -> GinoEngine.create(url));
        if (failure != null) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain("XQ", "ZQ", "plain");
        }
    }

    static Stream<String> wellFormed() {
        return PASSWORDS.stream()
                .map(password -> password.replaceAll("%(?!41|3F)", "%25").replace("?", "%3F"))
                .map(password -> "postgresql://me:" + password + "@localhost:1/app?sslPassword=" + password);
    }

    @ParameterizedTest
    @MethodSource("wellFormed")
    void neitherUrlNorEngineShowAPassword(String url) {
        String raw = url.replace("&", "%26");
        assertThat(DatabaseUrl.parse(raw).toString()).doesNotContain("XQ", "ZQ");
        assertThat(UrlText.parse(raw).toString()).doesNotContain("XQ", "ZQ");
        assertThat(GinoEngine.create(raw).toString()).doesNotContain("XQ", "ZQ");
    }

    @Test
    void aUrlThatIsCutOffShowsNothing() {
        String whole = "postgresql://me:XQsecretZQ@localhost:5432/app?sslMode=require&maxSize=x";
        for (int end = 0; end < whole.length(); end++) {
            String url = whole.substring(0, end);
            Throwable failure = catchThrowable(() -> GinoEngine.create(url));
            if (failure != null) {
                assertThat(failure.getMessage()).doesNotContain("XQ", "ZQ", "secret");
            }
        }
    }
}
