/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.load;

import io.gino.sql.Condition;
import io.gino.sql.FromItem;
import java.util.Optional;

/**
 * Where instances come from.
 *
 * @param link the table between a parent's and theirs
 * @param on what joins them to a parent; empty for the foreign key
 * @param isFiltered whether only those come that the model lets queries see
 */
record Origin(FromItem source, Optional<FromItem> link, Optional<Condition> on, boolean isFiltered) {

    Origin(FromItem source) {
        this(source, Optional.empty(), Optional.empty(), true);
    }

    Origin withLink(FromItem between) {
        return new Origin(source, Optional.of(between), on, isFiltered);
    }

    Origin withOn(Condition condition) {
        return new Origin(source, link, Optional.of(condition), isFiltered);
    }

    Origin unfiltered() {
        return new Origin(source, link, on, false);
    }

    FromItem from() {
        return link.<FromItem>map(between -> between.join(source)).orElse(source);
    }

    /** What is joined to a parent: the table between them, or this one. */
    FromItem joint() {
        return link.orElse(source);
    }

    /** What joins this to a parent. */
    Condition on(FromItem parent) {
        return on.orElseGet(() -> parent.join(joint()).on());
    }
}
