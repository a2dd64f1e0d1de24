/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.rollback;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What SQL does to the transaction it runs in, as far as it must not do so to that of a test. */
enum Control {
    BEGIN("(?:BEGIN|START\\s+TRANSACTION)\\b(?!\\s*ATOMIC)"),
    COMMIT("(?:COMMIT|END)\\b(?!\\s+PREPARED)"),
    ROLLBACK("(?:ROLLBACK|ABORT)\\b(?!\\s+PREPARED|(?:\\s+(?:WORK|TRANSACTION))?\\s+TO\\b)");

    private static final String COMMENTS = "(?is)^(?:\\s|--[^\\n]*(?:\\n|$)|/\\*.*?\\*/)*";
    private static final Pattern READ_ONLY = Pattern.compile("(?is)\\bREAD\\s+ONLY\\b");
    private static final Pattern LOCAL = Pattern.compile(COMMENTS + "SET\\s+LOCAL\\s+(TIME\\s+ZONE|[\\w.]+)(?!\\w).*");

    private final Pattern pattern;

    Control(String words) {
        this.pattern = Pattern.compile(COMMENTS + words + ".*");
    }

    /** Empty for all other SQL. */
    static Optional<Control> of(String sql) {
        for (Control control : values()) {
            if (control.pattern.matcher(sql).matches()) {
                return Optional.of(control);
            }
        }
        return Optional.empty();
    }

    static boolean isReadOnly(String begin) {
        return READ_ONLY.matcher(begin).find();
    }

    /** The setting that the SQL changes until the transaction ends, if it does. */
    static Optional<String> localSetting(String sql) {
        Matcher matcher = LOCAL.matcher(sql);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
