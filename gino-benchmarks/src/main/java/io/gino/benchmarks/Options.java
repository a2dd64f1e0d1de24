/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks;

import io.gino.benchmarks.contender.Contender;
import io.gino.benchmarks.measure.Plan;
import io.gino.benchmarks.startup.StartUp;
import io.gino.benchmarks.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the command line says: {@code --name value}, or {@code --name=value}. */
final class Options {

    private static final Map<String, String> DEFAULTS = defaults();

    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = values;
    }

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("workloads", "");
        defaults.put("contenders", "");
        defaults.put("rounds", "9");
        defaults.put("slice", "400");
        defaults.put("warm-up", "2000");
        defaults.put("output", "gino-benchmarks/target/benchmarks.md");
        return defaults;
    }

    static Options parse(String... arguments) {
        Map<String, String> values = new LinkedHashMap<>(DEFAULTS);
        List<String> words = new ArrayList<>();
        for (String argument : arguments) {
            words.addAll(List.of(argument.split("=", 2)));
        }
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i).replaceFirst("^--", "");
            if (!DEFAULTS.containsKey(name) || i + 1 == words.size()) {
                throw new IllegalArgumentException(
                        "There is no option '%s' with a value here. Give --%s, each with one."
                                .formatted(words.get(i), String.join(", --", DEFAULTS.keySet())));
            }
            values.put(name, words.get(i + 1));
        }
        return new Options(values);
    }

    Plan plan() {
        return new Plan(Integer.parseInt(value("rounds")), millis("slice"), millis("warm-up"));
    }

    private Duration millis(String name) {
        return Duration.ofMillis(Long.parseLong(value(name)));
    }

    String output() {
        return value("output");
    }

    List<Workload> workloads(List<Workload> all) {
        return chosen("workloads", all, Workload::name, List.of(StartUp.NAME));
    }

    /** Whether {@link StartUp} is measured, too. */
    boolean startsUp() {
        return value("workloads").isEmpty()
                || List.of(value("workloads").split(",")).contains(StartUp.NAME);
    }

    List<Contender> contenders(List<Contender> all) {
        return chosen("contenders", all, Contender::name, List.of());
    }

    /** Those that are listed, in the order of all; all when nothing is said. */
    private <T> List<T> chosen(String option, List<T> all, Function<T, String> name, List<String> others) {
        if (value(option).isEmpty()) {
            return all;
        }
        List<String> wanted = List.of(value(option).split(","));
        List<String> known =
                Stream.concat(all.stream().map(name), others.stream()).toList();
        for (String each : wanted) {
            if (!known.contains(each)) {
                throw new IllegalArgumentException("There is no '%s' among the %s. There are: %s."
                        .formatted(each, option, String.join(", ", known)));
            }
        }
        return all.stream().filter(each -> wanted.contains(name.apply(each))).toList();
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }
}
