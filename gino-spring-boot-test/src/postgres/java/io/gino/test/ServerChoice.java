/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.test;

import java.util.ArrayList;
import java.util.List;

/** One way to a server that this JVM starts itself, and stops when it ends. */
interface ServerChoice {

    /** What a person does to open this way, as the failure prints it. */
    String howTo();

    /** Blocks until the server answers. */
    PostgresServer start() throws Exception;

    static PostgresServer firstThatWorks(List<ServerChoice> choices) {
        List<String> ways = new ArrayList<>();
        ways.add("set %s to postgresql://user:password@host:port/database (it is not set)".formatted(TestPostgres.URL));
        List<Throwable> causes = new ArrayList<>();
        for (ServerChoice choice : choices) {
            try {
                return choice.start();
            } catch (Exception | LinkageError e) {
                ways.add("%s (%s)".formatted(choice.howTo(), reason(e)));
                causes.add(e);
            }
        }
        IllegalStateException failure = new IllegalStateException(
                "There is no PostgreSQL to test against. Do one of these:\n- " + String.join("\n- ", ways));
        causes.forEach(failure::addSuppressed);
        throw failure;
    }

    private static String reason(Throwable e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return e instanceof NoClassDefFoundError ? "not on the class path: " + message.replace('/', '.') : message;
    }
}
