/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.benchmarks.contender.Contender;
import io.gino.benchmarks.data.Data;
import io.gino.benchmarks.data.Viewed;
import io.gino.benchmarks.startup.StartUp;
import io.gino.benchmarks.workload.Workload;
import io.gino.benchmarks.workload.Workload.Operation;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

/** A comparison is worth something only when all who are compared read and leave the same. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuiteIT {

    private static final int ACCOUNTS = 1_000;
    private static final int MOST = 300;
    private static final int OPERATIONS = 3;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Data data;
    private List<String> full;
    private List<Contender> contenders;

    @BeforeAll
    void connect(TestDatabase database) {
        data = new Data(database.url(), ACCOUNTS).create();
        data.fill();
        full = data.stored();
        contenders = Suite.contenders(database.url());
    }

    @AfterAll
    void close() {
        data.close();
        contenders.forEach(contender -> contender.close().block(LIMIT));
    }

    static List<Workload> workloads() {
        return Suite.workloads(ACCOUNTS, MOST);
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void contendersReadAndLeaveTheSame(Workload workload) {
        Outcome expected = outcome(workload, contenders.get(0));
        assertThat(expected.values()).isNotEmpty();
        for (Contender contender : contenders) {
            workload.by(contender)
                    .ifPresent(operation -> assertThat(outcome(workload, contender))
                            .as(contender.name())
                            .isEqualTo(expected));
        }
    }

    @Test
    void declaresModelsInNewJvms() throws IOException {
        assertThat(StartUp.table(1))
                .containsPattern("\\| gino \\| \\d+ \\|")
                .containsPattern("\\| spring-data \\| \\d+ \\|");
    }

    private Outcome outcome(Workload workload, Contender contender) {
        refill();
        workload.prepare(data);
        Operation operation = workload.by(contender).orElseThrow();
        List<Object> values = new ArrayList<>();
        for (int number = 0; number < Math.max(OPERATIONS, workload.kinds()); number++) {
            values.addAll(values(operation.run(number)));
        }
        return new Outcome(values, data.stored());
    }

    /** Everything as at the beginning; most workloads leave it so. */
    private void refill() {
        if (!data.stored().equals(full)) {
            data.fill();
        }
    }

    private static List<Object> values(Flux<?> operation) {
        return operation
                .map(value -> value instanceof Viewed viewed ? viewed.view() : value)
                .collectList()
                .blockOptional(LIMIT)
                .orElseThrow();
    }

    /** What came back, and what all tables hold then. */
    private record Outcome(List<Object> values, List<String> stored) {}
}
