/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.workload;

import io.gino.benchmarks.contender.Contender;
import io.gino.benchmarks.contender.Cursors;
import java.util.Optional;

/** All rows of the table through a cursor. */
public record CursorStream(int accounts) implements Workload {

    @Override
    public String name() {
        return "cursor";
    }

    @Override
    public String description() {
        return "the same by cursor, %,d rows at a time".formatted(Cursors.FETCH_SIZE);
    }

    @Override
    public boolean isStream() {
        return true;
    }

    @Override
    public Optional<Operation> by(Contender contender) {
        return contender instanceof Cursors cursors ? Optional.of(number -> cursors.cursor()) : Optional.empty();
    }
}
