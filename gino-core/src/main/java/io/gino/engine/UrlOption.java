/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import static io.gino.engine.OptionValue.DURATION;
import static io.gino.engine.OptionValue.FLAG;
import static io.gino.engine.OptionValue.LIMIT;
import static io.gino.engine.OptionValue.TEXT;
import static io.gino.engine.OptionValue.count;
import static io.gino.engine.OptionValue.oneOf;

import io.r2dbc.postgresql.MultiHostConnectionStrategy.TargetServerType;
import io.r2dbc.postgresql.client.SSLMode;
import io.r2dbc.postgresql.client.SSLNegotiation;
import io.r2dbc.postgresql.util.LogLevel;
import io.r2dbc.spi.ValidationDepth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An option that a URL may carry: one of the driver's or of the pool's, in their spelling or in libpq's.
 *
 * @param spelling how the URL names it
 * @param name the name of the driver's, or of the pool's, for it
 */
record UrlOption(String spelling, String name, Owner owner, OptionValue value) {

    /** Whose option it is; those of several hosts make the driver look for a server that fits. */
    enum Owner {
        DRIVER,
        HOSTS,
        POOL
    }

    private static final OptionValue TARGET = oneOf(byText(TargetServerType.values(), TargetServerType::getValue));
    private static final OptionValue SSL_MODE = oneOf(byText(SSLMode.values(), SSLMode::toString));
    private static final OptionValue NEGOTIATION = oneOf(SSLNegotiation.class);
    private static final OptionValue LOG_LEVEL = oneOf(LogLevel.class);

    private static final List<UrlOption> DRIVER = List.of(
            driver("applicationName", TEXT),
            driver("autodetectExtensions", FLAG),
            driver("compatibilityMode", FLAG),
            driver("connectTimeout", DURATION),
            driver("currentSchema", TEXT),
            driver("errorResponseLogLevel", LOG_LEVEL),
            driver("fetchSize", count(0)),
            driver("forceBinary", FLAG),
            driver("lockWaitTimeout", DURATION),
            driver("noticeLogLevel", LOG_LEVEL),
            driver("options", OptionValue.SETTINGS),
            driver("preferAttachedBuffers", FLAG),
            driver("preparedStatementCacheQueries", count(-1)),
            driver("schema", TEXT),
            driver("socket", TEXT),
            driver("ssl", FLAG),
            driver("sslCert", TEXT),
            driver("sslHostnameVerifier", TEXT),
            driver("sslKey", TEXT),
            driver("sslMode", SSL_MODE),
            driver("sslNegotiation", NEGOTIATION),
            driver("sslPassword", TEXT),
            driver("sslRootCert", TEXT),
            driver("sslSni", FLAG),
            driver("statementTimeout", DURATION),
            driver("tcpKeepAlive", FLAG),
            driver("tcpNoDelay", FLAG),
            driver("timeZone", OptionValue.TIME_ZONE));

    private static final List<UrlOption> HOSTS = List.of(
            hosts("hostRecheckTime", "hostRecheckTime", DURATION),
            hosts("loadBalanceHosts", "loadBalanceHosts", FLAG),
            hosts("targetServerType", "targetServerType", TARGET));

    private static final List<UrlOption> LIBPQ = List.of(
            libpq("application_name", "applicationName", TEXT),
            libpq("connect_timeout", "connectTimeout", OptionValue.SECONDS),
            libpq("keepalives", "tcpKeepAlive", FLAG),
            libpq("sslcert", "sslCert", TEXT),
            libpq("sslkey", "sslKey", TEXT),
            libpq("sslmode", "sslMode", SSL_MODE),
            libpq("sslnegotiation", "sslNegotiation", NEGOTIATION),
            libpq("sslpassword", "sslPassword", TEXT),
            libpq("sslrootcert", "sslRootCert", TEXT),
            libpq("sslsni", "sslSni", FLAG),
            hosts("load_balance_hosts", "loadBalanceHosts", new OptionValue("disable or random", UrlOption::balancing)),
            hosts("target_session_attrs", "targetServerType", oneOf(sessionAttributes())));

    private static final List<UrlOption> POOL = List.of(
            pool("acquireRetry", count(0)),
            pool("backgroundEvictionInterval", LIMIT),
            pool("initialSize", count(0)),
            pool("maxAcquireTime", LIMIT),
            pool("maxCreateConnectionTime", LIMIT),
            pool("maxIdleTime", LIMIT),
            pool("maxLifeTime", LIMIT),
            pool("maxSize", count(1)),
            pool("maxValidationTime", LIMIT),
            pool("minIdle", count(0)),
            pool("poolName", TEXT),
            pool("registerJmx", FLAG),
            pool("validationDepth", oneOf(ValidationDepth.class)),
            pool("validationQuery", TEXT));

    /** Options of the driver and the pool that are objects of Java's. */
    static final Set<String> OBJECTS =
            Set.of("extensions", "loopResources", "postAllocate", "preRelease", "sslContextBuilderCustomizer");

    private static final Map<String, UrlOption> BY_SPELLING = Stream.of(DRIVER, HOSTS, LIBPQ, POOL)
            .flatMap(List::stream)
            .collect(Collectors.toMap(
                    UrlOption::spelling, Function.identity(), (one, other) -> one, LinkedHashMap::new));

    private static UrlOption driver(String name, OptionValue value) {
        return new UrlOption(name, name, Owner.DRIVER, value);
    }

    private static UrlOption hosts(String spelling, String name, OptionValue value) {
        return new UrlOption(spelling, name, Owner.HOSTS, value);
    }

    private static UrlOption libpq(String spelling, String name, OptionValue value) {
        return new UrlOption(spelling, name, Owner.DRIVER, value);
    }

    private static UrlOption pool(String name, OptionValue value) {
        return new UrlOption(name, name, Owner.POOL, value);
    }

    /** All options, by the spelling that a URL names them by. */
    static Map<String, UrlOption> bySpelling() {
        return BY_SPELLING;
    }

    /** The name of the option that is spelled so; a spelling of no option's is its own. */
    static String named(String spelling) {
        UrlOption option = BY_SPELLING.get(spelling);
        return option == null ? spelling : option.name();
    }

    /** Whether its value is not for messages. */
    boolean isSecret() {
        return name.equals("sslPassword");
    }

    private static <V> Map<String, Object> byText(V[] values, Function<V, String> text) {
        Map<String, Object> valuesByText = new LinkedHashMap<>();
        Arrays.stream(values).forEach(value -> valuesByText.put(text.apply(value), value));
        return valuesByText;
    }

    private static Optional<Object> balancing(String text) {
        return text.equals("disable") || text.equals("random") ? Optional.of(text.equals("random")) : Optional.empty();
    }

    private static Map<String, Object> sessionAttributes() {
        Map<String, Object> types = new LinkedHashMap<>();
        types.put("any", TargetServerType.ANY);
        types.put("read-write", TargetServerType.PRIMARY);
        types.put("read-only", TargetServerType.SECONDARY);
        types.put("primary", TargetServerType.PRIMARY);
        types.put("standby", TargetServerType.SECONDARY);
        types.put("prefer-standby", TargetServerType.PREFER_SECONDARY);
        return types;
    }
}
