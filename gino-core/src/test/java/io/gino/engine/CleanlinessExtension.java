/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import reactor.blockhound.BlockHound;
import reactor.core.publisher.Mono;

/**
 * Holds every test class to two rules: no thread that must not block does, and when the class is done the server is busy
 * for nobody in its database.
 */
public final class CleanlinessExtension implements BeforeAllCallback, AfterAllCallback {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Override
    public void beforeAll(ExtensionContext context) {
        Hound.watch();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        TestDatabase database =
                context.getStore(Namespace.create(PostgresExtension.class)).get(TestDatabase.class, TestDatabase.class);
        if (database != null
                && context.getParent().flatMap(ExtensionContext::getTestClass).isEmpty()) {
            requireIdle(database);
        }
    }

    private static void requireIdle(TestDatabase database) {
        GinoEngine engine = GinoEngine.create(database.url());
        List<String> busy = Mono.defer(() -> Idle.busy(engine))
                .filter(List::isEmpty)
                .repeatWhenEmpty(
                        again -> again.delayElements(Duration.ofMillis(50)).take(100))
                .switchIfEmpty(Mono.defer(() -> Idle.busy(engine)))
                .block(LIMIT);
        engine.close().block(LIMIT);
        if (busy != null && !busy.isEmpty()) {
            throw new AssertionError("The server is still busy in the database of this class: " + busy);
        }
    }

    /** BlockHound, installed once. */
    private static final class Hound {

        static {
            BlockHound.builder()
                    .loadIntegrations()
                    // The console, which the tests log to.
                    .allowBlockingCallsInside("ch.qos.logback.classic.Logger", "callAppenders")
                    // Loads classes when it is first used.
                    .allowBlockingCallsInside("java.lang.ClassLoader", "loadClass")
                    // The driver reads the certificates of the JDK when it sets up SSL.
                    .allowBlockingCallsInside("io.r2dbc.postgresql.client.ReactorNettyClient", "registerSslHandler")
                    // Netty's allocator takes a lock for a moment when threads compete for its memory.
                    .allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate")
                    .allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator$Magazine", "free")
                    .install();
        }

        static void watch() {
            // Being initialised is enough.
        }
    }
}
