/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Puts tables after those that their foreign keys lead to, as far as no circle prevents it. Single-use. */
final class TableOrder {

    private final Map<Table, TablePlan> waiting = new HashMap<>();
    private final List<TablePlan> remaining;
    private final List<TablePlan> ordered = new ArrayList<>();
    private final List<AddConstraint> deferred = new ArrayList<>();

    TableOrder(List<TablePlan> plans) {
        remaining = new ArrayList<>(plans);
        plans.forEach(plan -> waiting.put(plan.table(), plan));
        while (!remaining.isEmpty()) {
            place(remaining.stream().filter(this::isReady).findFirst().orElseGet(this::firstOfACircle));
        }
    }

    private boolean isReady(TablePlan plan) {
        return plan.dependencies().stream().noneMatch(waiting::containsKey);
    }

    /** A table with whose circle nothing else has to wait: none reaches fewer tables than it does. */
    private TablePlan firstOfACircle() {
        return remaining.stream()
                .filter(plan -> plan.parent().filter(waiting::containsKey).isEmpty())
                .min(Comparator.comparingInt(plan -> reachable(plan).size()))
                .orElseThrow();
    }

    /** The table and all that wait and that it leads to. */
    private Set<TablePlan> reachable(TablePlan start) {
        Set<TablePlan> reached = new HashSet<>(List.of(start));
        List<TablePlan> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            awaited(open.remove(open.size() - 1)).filter(reached::add).forEach(open::add);
        }
        return reached;
    }

    private Stream<TablePlan> awaited(TablePlan plan) {
        return plan.dependencies().stream().filter(waiting::containsKey).map(waiting::get);
    }

    private void place(TablePlan plan) {
        remaining.remove(plan);
        waiting.remove(plan.table());
        ordered.add(plan);
        plan.foreignKeys().stream()
                .filter(key -> waiting.containsKey(TablePlan.target(key)))
                .forEach(key -> deferred.add(new AddConstraint(plan.table(), key)));
    }

    List<TablePlan> tables() {
        return ordered;
    }

    /** The foreign keys to tables that come later. */
    List<AddConstraint> deferred() {
        return deferred;
    }
}
