/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.gino.benchmarks.measure.Plan;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** When and on what is measured: what numbers mean nothing without. */
final class Surroundings {

    private static final List<String> LIBRARIES =
            List.of("r2dbc-postgresql", "r2dbc-pool", "reactor-core", "spring-data-r2dbc", "jooq", "vertx-pg-client");

    private Surroundings() {}

    static String heading(Plan plan, String postgres) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return String.format(
                Locale.ROOT,
                """
                - %s, Java %s, PostgreSQL %s
                - %s %s, %d processors, %.0f GiB
                - %s
                - %d rounds of at least %d ms, after %d ms of warm-up for each contender and statement; medians; ratios of the same round
                """,
                LocalDate.now(ZoneOffset.UTC),
                System.getProperty("java.version"),
                postgres,
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / Math.pow(2, 30),
                LIBRARIES.stream().map(Surroundings::version).collect(Collectors.joining(", ")),
                plan.rounds(),
                plan.slice().toMillis(),
                plan.warmUp().toMillis());
    }

    /** With the version that is in the name of its jar. */
    private static String version(String library) {
        Pattern jar = Pattern.compile(".*/" + library + "-(\\d[^/]*)\\.jar");
        return Arrays.stream(System.getProperty("java.class.path").split(":"))
                .map(jar::matcher)
                .filter(Matcher::matches)
                .map(match -> library + " " + match.group(1))
                .findFirst()
                .orElse(library);
    }
}
