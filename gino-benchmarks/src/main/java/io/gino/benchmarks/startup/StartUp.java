/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.startup;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures the declaration of models in fresh JVMs: loading of classes, reflection and all. Blocks. */
public final class StartUp {

    /** As the command line spells it. */
    public static final String NAME = "startup";

    private static final double NANOS_PER_MILLI = 1_000_000;

    private StartUp() {}

    /** The table of results, after this many JVMs for each library that declares models, which take turns. */
    public static String table(int rounds) throws IOException {
        Path directory = Files.createTempDirectory("models");
        Models.compileInto(directory);
        Map<Declaration, List<long[]>> times = new EnumMap<>(Declaration.class);
        for (int round = 0; round < rounds; round++) {
            for (Declaration declaration : Declaration.values()) {
                times.computeIfAbsent(declaration, key -> new ArrayList<>()).add(time(declaration, directory));
            }
        }
        StringBuilder text = new StringBuilder(
                "**start-up with %d models, each time in a new JVM** (`%s`)\n\n".formatted(Models.COUNT, NAME));
        text.append("| contender | time ms | min – max | CPU ms | class path ms |\n|---|---:|---:|---:|---:|\n");
        times.forEach((declaration, all) -> text.append(row(declaration, all)));
        return text.toString();
    }

    private static String row(Declaration declaration, List<long[]> times) {
        double[] wall = sorted(times, 0);
        double[] cpu = sorted(times, 1);
        double[] before = sorted(times, 2);
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f – %.0f | %.0f | %.0f |%n",
                declaration.contender(),
                wall[wall.length / 2],
                wall[0],
                wall[wall.length - 1],
                cpu[cpu.length / 2],
                before[before.length / 2]);
    }

    private static double[] sorted(List<long[]> times, int which) {
        return times.stream()
                .mapToDouble(time -> time[which] / NANOS_PER_MILLI)
                .sorted()
                .toArray();
    }

    /** What {@link StartUpProcess} prints. The classes of an application come before those of libraries. */
    private static long[] time(Declaration declaration, Path models) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        models + File.pathSeparator + System.getProperty("java.class.path"),
                        StartUpProcess.class.getName(),
                        declaration.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Arrays.stream(output.strip().split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
    }
}
