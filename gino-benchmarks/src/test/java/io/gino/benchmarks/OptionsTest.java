/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.benchmarks.measure.Plan;
import io.gino.benchmarks.workload.Workload;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private final List<Workload> workloads = Suite.workloads(100, 100);

    @Test
    void takesValuesAfterASpaceOrAnEqualsSign() {
        assertThat(Options.parse("--rounds", "3", "--slice=50", "--warm-up", "10")
                        .plan())
                .isEqualTo(new Plan(3, Duration.ofMillis(50), Duration.ofMillis(10)));
    }

    @Test
    void choosesTheWorkloadsThatAreListed() {
        Options options = Options.parse("--workloads", "tpcb,get-1");

        assertThat(options.workloads(workloads)).extracting(Workload::name).containsExactly("get-1", "tpcb");
        assertThat(options.startsUp()).isFalse();
    }

    @Test
    void choosesEverythingWhenNothingIsSaid() {
        Options options = Options.parse();

        assertThat(options.workloads(workloads)).isEqualTo(workloads);
        assertThat(options.startsUp()).isTrue();
    }

    @Test
    void namesWhatThereIsWhenSomethingElseIsListed() {
        assertThatThrownBy(() -> Options.parse("--workloads", "get").workloads(workloads.subList(0, 2)))
                .hasMessage("There is no 'get' among the workloads. There are: get-1, get-64, startup.");
    }

    @Test
    void refusesAnOptionThatIsNoneOrHasNoValue() {
        String options = " Give --workloads, --contenders, --rounds, --slice, --warm-up, --output, each with one.";

        assertThatThrownBy(() -> Options.parse("--round", "3"))
                .hasMessage("There is no option '--round' with a value here." + options);
        assertThatThrownBy(() -> Options.parse("--rounds"))
                .hasMessage("There is no option '--rounds' with a value here." + options);
    }
}
