/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The processes of the PostgreSQL server, as Linux shows them under {@code /proc}. */
public final class ServerProcesses {

    private static final long NANOS_PER_TICK = 10_000_000;

    // Fields of /proc/PID/stat after the name, which stands in parentheses and may hold anything.
    private static final int PARENT = 1;
    private static final int FIRST_OF_TICKS = 11;
    private static final int AFTER_TICKS = 15;

    private final Optional<Long> main;

    private ServerProcesses(Optional<Long> main) {
        this.main = main;
    }

    /**
     * The server's, found from one of them.
     *
     * @param backend the process of a connection that is open now, as {@code pg_backend_pid()} tells it
     */
    public static ServerProcesses of(long backend) {
        // On another machine the number may be that of some other process, or of none.
        return new ServerProcesses(Optional.of(backend)
                .filter(ServerProcesses::isPostgres)
                .map(process -> Long.parseLong(stat(process).get(PARENT)))
                .filter(ServerProcesses::isPostgres));
    }

    private static boolean isPostgres(long process) {
        return read(process, "comm").startsWith("postgres");
    }

    /** Processor time of all of them, those that have ended included; NaN when they are not here. */
    double cpuNanos() {
        return main.map(ServerProcesses::cpuNanos).orElse(Double.NaN);
    }

    private static double cpuNanos(long main) {
        long own = stat(main).subList(FIRST_OF_TICKS, AFTER_TICKS).stream()
                .mapToLong(Long::parseLong)
                .sum();
        return own * NANOS_PER_TICK
                + ProcessHandle.of(main).stream()
                        .flatMap(ProcessHandle::children)
                        .mapToDouble(child -> nanos(child.pid()))
                        .sum();
    }

    /** Exactly, where {@code stat} has only hundredths of a second. */
    private static double nanos(long process) {
        String times = read(process, "schedstat");
        return times.isBlank() ? 0 : Double.parseDouble(times.split(" ", 2)[0]);
    }

    private static List<String> stat(long process) {
        String line = read(process, "stat");
        return Stream.of(line.substring(line.lastIndexOf(')') + 1).strip().split(" "))
                .toList();
    }

    /** Empty when there is no such process. */
    private static String read(long process, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process), file));
        } catch (IOException e) {
            return "";
        }
    }
}
