/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.test.TestDatabase;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** PgBouncer between an engine and the server: two connections to the server, given out for a transaction at a time. */
final class PgBouncer implements Closeable {

    private final Process process;
    private final int port;
    private final Path directory;

    private PgBouncer(Process process, int port, Path directory) {
        this.process = process;
        this.port = port;
        this.directory = directory;
    }

    /** Where PgBouncer is installed on this machine. */
    static Optional<Path> program() {
        Stream<String> path = Stream.of(System.getenv("PATH").split(":"));
        return Stream.concat(path, Stream.of("/usr/sbin"))
                .map(directory -> Path.of(directory, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static PgBouncer before(TestDatabase database) {
        try {
            Path directory = Files.createTempDirectory("pgbouncer");
            int port = freePort();
            Path settings = Files.writeString(directory.resolve("pgbouncer.ini"), settings(database, port));
            boolean isRoot = System.getProperty("user.name").equals("root");
            if (isRoot) { // as which it refuses to run
                directory.toFile().setExecutable(true, false);
                directory.toFile().setReadable(true, false);
            }
            List<String> command =
                    new ArrayList<>(List.of(program().orElseThrow().toString()));
            command.addAll(isRoot ? List.of("-u", "nobody") : List.of());
            command.add(settings.toString());
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            PgBouncer bouncer = new PgBouncer(process, port, directory);
            bouncer.awaitReady();
            return bouncer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String settings(TestDatabase database, int port) {
        return """
                [databases]
                %s = host=%s port=%d user=%s password=%s
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = transaction
                default_pool_size = 2
                max_client_conn = 200
                ignore_startup_parameters = extra_float_digits
                """.formatted(
                        database.name(),
                        database.host().equals("localhost") ? "127.0.0.1" : database.host(),
                        database.port(),
                        database.username(),
                        database.password(),
                        port);
    }

    /** Reads what it says until it is up, and goes on reading, so that it never waits for a reader. */
    private void awaitReady() throws IOException {
        BufferedReader output = process.inputReader();
        StringBuilder log = new StringBuilder();
        String line = output.readLine();
        while (line != null && !line.contains("process up")) {
            log.append(line).append('\n');
            line = output.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("PgBouncer does not start: " + log);
        }
        Thread drain = new Thread(() -> drain(output), "pgbouncer-log");
        drain.setDaemon(true);
        drain.start();
    }

    private static void drain(BufferedReader output) {
        try {
            output.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // It was stopped.
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        try {
            Files.deleteIfExists(directory.resolve("pgbouncer.ini"));
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
