/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.gino.error.ConnectionException;
import io.gino.error.Wording;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * What can be said about an engine before it is made. Single-use.
 *
 * @since 0.1.0
 */
public final class EngineBuilder {

    private final @Nullable ConnectionFactory factory;
    private final @Nullable ConnectionProvider provider;
    private PooledConnections.PoolSize poolSize = PooledConnections.PoolSize.DEFAULT;
    private String name = Settings.DEFAULT.name();
    private Consumer<ConnectionPoolConfiguration.Builder> pool = new Unchanged<>();
    private final List<Function<? super GinoConnection, ? extends Publisher<Void>>> onConnect = new ArrayList<>();
    private boolean isPooled = true;
    private ExecutionOptions execution = ExecutionOptions.options();
    private Duration acquireTimeout = Settings.DEFAULT.acquireTimeout();
    private Duration cancelTimeout = Settings.DEFAULT.cancelTimeout();
    private int readAhead = Settings.DEFAULT.readAhead();
    private boolean gathersReads = Settings.DEFAULT.gathersReads();
    private boolean isReadByDriver;
    private boolean showsParameters;
    private boolean echoes;
    private @Nullable Duration slow;
    private final List<StatementListener> listeners = new ArrayList<>();

    private EngineBuilder(@Nullable ConnectionFactory factory, @Nullable ConnectionProvider provider) {
        this.factory = factory;
        this.provider = provider;
    }

    static EngineBuilder of(String url) {
        DatabaseUrl parsed = DatabaseUrl.parse(url);
        EngineBuilder builder = new EngineBuilder(parsed.factory(), null);
        builder.poolSize = parsed.poolSize();
        builder.pool = parsed::configure;
        parsed.maxAcquireTime().ifPresent(builder::acquireTimeout);
        return builder;
    }

    static EngineBuilder of(ConnectionProvider provider) {
        return new EngineBuilder(null, provider);
    }

    /** How many connections the engine's pool keeps open, and has at most; 0 and 10 when nothing is said. */
    public EngineBuilder poolSize(int min, int max) {
        requireOwn("poolSize(…)");
        poolSize = new PooledConnections.PoolSize(min, max);
        return this;
    }

    /** All other settings of r2dbc-pool: {@code pool(settings -> settings.maxLifeTime(ofHours(1)))}. Called again, both. */
    public EngineBuilder pool(Consumer<ConnectionPoolConfiguration.Builder> settings) {
        requireOwn("pool(…)");
        pool = pool.andThen(settings);
        return this;
    }

    /** No pool: each use opens a connection and closes it, for PgBouncer and the like in front of the database. */
    public EngineBuilder withoutPool() {
        requireOwn("withoutPool()");
        isPooled = false;
        return this;
    }

    /** Work on each new connection before anyone gets it, such as {@code SET} commands. Called again, one after the other. */
    public EngineBuilder onConnect(Function<? super GinoConnection, ? extends Publisher<Void>> work) {
        requireOwn("onConnect(…)");
        onConnect.add(work);
        return this;
    }

    /** The isolation of transactions that do not say which. */
    public EngineBuilder isolation(Isolation level) {
        return onConnect(connection ->
                connection.command("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL " + level.sql()));
    }

    private void requireOwn(String what) {
        if (factory == null) {
            throw new ConnectionException(
                    what + " is for an engine that is made from a URL and opens its own connections. Say it where these"
                            + " connections come from.");
        }
    }

    /** Which database listeners are told that it is, where they hear of several; {@code gino} when nothing is said. */
    public EngineBuilder name(String database) {
        name = database;
        return this;
    }

    /** How statements are run that do not say otherwise. */
    public EngineBuilder execution(ExecutionOptions options) {
        execution = options;
        return this;
    }

    /** How long to wait for a free connection; 30 seconds when nothing is said. */
    public EngineBuilder acquireTimeout(Duration limit) {
        acquireTimeout = positive("acquireTimeout", limit);
        return this;
    }

    /** How long a cancelled statement may take to stop before its connection is replaced; 10 seconds if not said. */
    public EngineBuilder cancelTimeout(Duration limit) {
        cancelTimeout = positive("cancelTimeout", limit);
        return this;
    }

    private static Duration positive(String name, Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new ConnectionException("The " + name + " of " + Wording.time(limit) + " leaves no time. Give more.");
        }
        return limit;
    }

    /** How many rows {@code all} reads ahead of a slow subscriber; 1024 when nothing is said. */
    public EngineBuilder readAhead(int rows) {
        if (rows < 1) {
            throw new ConnectionException("Reading " + rows + " rows ahead reads nothing. Give at least 1.");
        }
        readAhead = rows;
        return this;
    }

    /**
     * Whether reads of one instance by its key may be gathered, as they are when nothing is said. The first two of a model
     * are sent at once; those that come while these are on their way are sent together when one of them has ended, by
     * one statement that takes up to 256 keys. That costs a loaded application and its database a fraction of what single
     * statements do, and nobody waits where nothing else is read. Each keeps its own time limit and can be cancelled; a
     * key that the database refuses fails its own read only. Reads inside of a transaction or on an acquired connection
     * are never gathered, and none that locks a row.
     */
    public EngineBuilder gatherReads(boolean gathered) {
        gathersReads = gathered;
        return this;
    }

    /** Leaves statements and the reading of values to the driver, which takes longer for both than gino does itself. */
    public EngineBuilder driverCodecs() {
        isReadByDriver = true;
        return this;
    }

    /** Whether the log shows the values of parameters. They may be secrets, so it counts them when nothing is said. */
    public EngineBuilder showParameters(boolean shown) {
        showsParameters = shown;
        return this;
    }

    /** Whether each statement is logged at info, and not only at debug, on the logger {@code io.gino.sql}. */
    public EngineBuilder echo(boolean echoed) {
        echoes = echoed;
        return this;
    }

    /** From which duration on a statement is logged at warn as a slow one; never when nothing is said. */
    public EngineBuilder slowThreshold(Duration limit) {
        slow = positive("slowThreshold", limit);
        return this;
    }

    /** Who is told of each statement that the engine sends. Called again, both. */
    public EngineBuilder listener(StatementListener listener) {
        listeners.add(listener);
        return this;
    }

    public GinoEngine build() {
        Settings settings = new Settings(
                name,
                execution,
                acquireTimeout,
                cancelTimeout,
                readAhead,
                gathersReads,
                isReadByDriver,
                new StatementLog(showsParameters, slow, echoes),
                listeners);
        return new GinoEngine(provider != null ? provider : connections(settings), settings);
    }

    private ConnectionProvider connections(Settings settings) {
        ConnectionFactory prepared =
                onConnect.isEmpty() ? factory() : new PreparingFactory(factory(), settings, onConnect);
        return isPooled ? PooledConnections.of(prepared, poolSize, settings, pool) : new UnpooledConnections(prepared);
    }

    private ConnectionFactory factory() {
        if (factory == null) {
            throw new IllegalStateException("An engine has a factory or a provider");
        }
        return factory;
    }

    /** Not a lambda, which would need the classes of the pool where nobody has a pool. */
    private static final class Unchanged<T> implements Consumer<T> {

        @Override
        public void accept(T settings) {}
    }
}
