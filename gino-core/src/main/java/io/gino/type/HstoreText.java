/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import io.gino.error.StatementException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The extension hstore's maps as the text that PostgreSQL reads and prints: {@code "a"=>"1", "b"=>NULL}. */
final class HstoreText {

    private static final String ARROW = "=>";
    private static final String NULL = "NULL";

    private HstoreText() {}

    static String print(Map<String, @Nullable String> map) {
        StringBuilder text = new StringBuilder();
        map.forEach((key, value) -> {
            if (key == null) {
                throw new StatementException("The keys of an hstore are never null.");
            }
            text.append(text.length() == 0 ? "" : ", ");
            Quotes.backslashed(text, key);
            text.append(ARROW);
            if (value == null) {
                text.append(NULL);
            } else {
                Quotes.backslashed(text, value);
            }
        });
        return text.toString();
    }

    static Map<String, @Nullable String> parse(String text) {
        Map<String, @Nullable String> map = new LinkedHashMap<>();
        int at = 0;
        while (at < text.length()) {
            int keyEnd = Quotes.end(text, at);
            String key = Quotes.content(text, at, keyEnd);
            int value = keyEnd + ARROW.length();
            boolean isNull = text.startsWith(NULL, value);
            int valueEnd = isNull ? value + NULL.length() : Quotes.end(text, value);
            map.put(key, isNull ? null : Quotes.content(text, value, valueEnd));
            at = valueEnd + 2; // the comma and the space after it
        }
        return Collections.unmodifiableMap(map);
    }
}
