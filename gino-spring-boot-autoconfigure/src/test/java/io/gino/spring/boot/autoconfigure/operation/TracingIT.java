/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/** With a tracer, here OpenTelemetry's, each statement is a span inside that of the HTTP request. */
@ExtendWith(PostgresExtension.class)
class TracingIT {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CLIENT = "b7ad6b7169203331";
    private static final BlockingQueue<SpanData> ENDED = new LinkedBlockingQueue<>();

    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start(TestDatabase database) {
        context = OperationApplication.start(database.url(), Tracing.class);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    /** The spans of one request: first those of the statements in the order of their ends, last its own. */
    private static List<SpanData> spans(HttpMethod method, String path) throws InterruptedException {
        ENDED.clear();
        WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + context.getEnvironment().getProperty("local.server.port"))
                .build()
                .method(method)
                .uri(path)
                .header("traceparent", "00-" + TRACE + "-" + CLIENT + "-01")
                .exchange();
        List<SpanData> spans = new ArrayList<>();
        while (spans.isEmpty() || spans.get(spans.size() - 1).getKind() != SpanKind.SERVER) {
            SpanData next = ENDED.poll(10, TimeUnit.SECONDS);
            assertThat(next).as("a span after %s", spans).isNotNull();
            spans.add(next);
        }
        return spans;
    }

    private static Map<String, Object> attributes(SpanData span) {
        return span.getAttributes().asMap().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().getKey(), Map.Entry::getValue));
    }

    @Test
    void aStatementIsAChildOfTheRequestThatTheClientHasBegun() throws InterruptedException {
        List<SpanData> spans = spans(HttpMethod.GET, "/cities");

        assertThat(spans).extracting(SpanData::getName).containsExactly("SELECT cities", "http get /cities");
        SpanData statement = spans.get(0);
        SpanData request = spans.get(1);
        assertThat(request.getParentSpanId()).isEqualTo(CLIENT);
        assertThat(statement.getParentSpanId()).isEqualTo(request.getSpanId());
        assertThat(spans).extracting(SpanData::getTraceId).containsOnly(TRACE);
        assertThat(attributes(statement))
                .isEqualTo(Map.of(
                        "database", "gino",
                        "operation", "SELECT",
                        "table", "cities",
                        "outcome", "success",
                        "sql", "SELECT cities.id, cities.name, cities.country_id FROM cities"));
    }

    @Test
    void theSpanOfAStatementThatFailsSaysSo() throws InterruptedException {
        spans(HttpMethod.POST, "/cities?name=Delphi");

        List<SpanData> spans = spans(HttpMethod.POST, "/cities?name=Delphi");

        SpanData statement = spans.get(0);
        assertThat(statement.getName()).isEqualTo("INSERT cities");
        assertThat(statement.getParentSpanId()).isEqualTo(spans.get(1).getSpanId());
        assertThat(attributes(statement)).containsEntry("outcome", "error");
        assertThat(statement.getStatus().getStatusCode())
                .isEqualTo(StatusData.error().getStatusCode());
        assertThat(statement.getEvents()).extracting(event -> event.getName()).containsExactly("exception");
    }

    @Configuration(proxyBeanMethods = false)
    static class Tracing {

        @Bean
        SpanProcessor ended() {
            return new Ended();
        }
    }

    /** Keeps spans that have ended. */
    private static final class Ended implements SpanProcessor {

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {}

        @Override
        public boolean isStartRequired() {
            return false;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            ENDED.add(span.toSpanData());
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }
    }
}
