/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import java.util.Optional;

/** What a model has under one name. */
sealed interface Member {

    /** What instances hold. */
    record Stored(Property property) implements Member {}

    /**
     * A static field or method that declares something.
     *
     * @param storage what instances hold that has its values, when it is a column
     */
    record Given(Source source, Optional<Property> storage) implements Member {}

    /** Something that declares nothing, and hides what does. */
    enum Hiding implements Member {
        HIDING
    }
}
