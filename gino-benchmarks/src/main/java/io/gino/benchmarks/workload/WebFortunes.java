/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.workload;

import io.gino.benchmarks.contender.Contender;
import io.gino.benchmarks.contender.Web;
import io.gino.benchmarks.data.Fortune;
import java.util.Optional;

/** TechEmpower's fortunes, without the page. */
public record WebFortunes(int concurrency) implements Workload {

    @Override
    public String name() {
        return "fortunes";
    }

    @Override
    public String description() {
        return "TechEmpower fortunes: 12 rows, one more, sorted; %d requests at a time".formatted(concurrency);
    }

    @Override
    public Optional<Operation> by(Contender contender) {
        return contender instanceof Web web
                ? Optional.of(number ->
                        web.fortunes().collectList().map(Fortune::page).flux())
                : Optional.empty();
    }
}
