/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.measure;

import io.gino.benchmarks.contender.Contender;
import io.gino.benchmarks.measure.Result.Line;
import io.gino.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Runs workloads and writes what they took as Markdown. */
public final class Report {

    private static final double NANOS_PER_MICRO = 1_000;
    private static final double BYTES_PER_KILOBYTE = 1_000;
    private static final double BYTES_PER_MEBIBYTE = 1024 * 1024;
    private static final String NONE = "–";

    private static final List<String> COLUMNS = List.of(
            "time µs", "min – max", "ratio", "min – max", "CPU µs", "allocated kB", "ratio", "PostgreSQL's CPU µs");
    private static final List<String> STREAM_COLUMNS =
            Stream.concat(COLUMNS.stream(), Stream.of("live heap MiB")).toList();

    private final String heading;
    private final List<Result> results = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    /**
     * Empty as yet.
     *
     * @param heading when, on what and with which versions, as lines of Markdown
     */
    public Report(String heading) {
        this.heading = heading;
    }

    /** Runs a workload and gives its table. */
    public String add(Runner runner, Workload workload, List<Contender> contenders) {
        Result result = runner.run(workload, contenders);
        results.add(result);
        return table(result);
    }

    /** Adds a table that was made elsewhere, and gives it. */
    public String add(String table) {
        others.add(table);
        return table;
    }

    /** All of it: first the ratios of time, then a table for each workload. */
    public String markdown() {
        StringBuilder text = new StringBuilder("# Benchmarks\n\n").append(heading);
        text.append("\n## Time beside the bare driver's\n\n").append(ratios()).append("\n## One by one\n");
        results.forEach(result -> text.append('\n').append(table(result)));
        others.forEach(table -> text.append('\n').append(table));
        return text.toString();
    }

    private String ratios() {
        Set<String> contenders = new LinkedHashSet<>();
        results.forEach(result -> result.lines().forEach(line -> contenders.add(line.contender())));
        StringBuilder text = new StringBuilder();
        head(text, "workload", contenders);
        for (Result result : results) {
            row(
                    text,
                    result.workload().description(),
                    contenders.stream()
                            .map(name -> result.of(name)
                                    .map(line -> ratio(result, line, Cost::wallNanos))
                                    .orElse(NONE))
                            .toList());
        }
        return text.toString();
    }

    private static String table(Result result) {
        Workload workload = result.workload();
        StringBuilder text = new StringBuilder("**%s** (`%s`)\n\n".formatted(workload.description(), workload.name()));
        head(text, "contender", workload.isStream() ? STREAM_COLUMNS : COLUMNS);
        result.lines().forEach(line -> row(text, line.contender(), cells(result, line)));
        return text.toString();
    }

    private static void head(StringBuilder text, String first, Collection<String> columns) {
        row(text, first, columns);
        text.append("|---|").append("---:|".repeat(columns.size())).append('\n');
    }

    private static void row(StringBuilder text, String first, Iterable<String> cells) {
        text.append("| ")
                .append(first)
                .append(" | ")
                .append(String.join(" | ", cells))
                .append(" |\n");
    }

    private static List<String> cells(Result result, Line line) {
        Spread time = Spread.of(line.rounds(), cost -> cost.wallNanos() / NANOS_PER_MICRO);
        List<String> cells = new ArrayList<>(List.of(
                number(time.median()),
                number(time.min()) + " – " + number(time.max()),
                ratio(result, line, Cost::wallNanos),
                range(result, line),
                median(line, cost -> cost.cpuNanos() / NANOS_PER_MICRO),
                median(line, cost -> cost.bytes() / BYTES_PER_KILOBYTE),
                ratio(result, line, Cost::bytes),
                median(line, cost -> cost.serverNanos() / NANOS_PER_MICRO)));
        line.heap().ifPresent(bytes -> cells.add(number(bytes / BYTES_PER_MEBIBYTE)));
        return cells;
    }

    private static String median(Line line, ToDoubleFunction<Cost> value) {
        return number(Spread.of(line.rounds(), value).median());
    }

    private static String ratio(Result result, Line line, ToDoubleFunction<Cost> value) {
        return result.base()
                .map(base -> twoDigits(
                        Spread.ofRatios(line.rounds(), base.rounds(), value).median()))
                .orElse(NONE);
    }

    /** Of the ratios of time. */
    private static String range(Result result, Line line) {
        return result.base()
                .map(base -> Spread.ofRatios(line.rounds(), base.rounds(), Cost::wallNanos))
                .map(spread -> twoDigits(spread.min()) + " – " + twoDigits(spread.max()))
                .orElse(NONE);
    }

    private static String twoDigits(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** Three digits that count; thousands apart. */
    private static String number(double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        int decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
