package io.gino.model;

import java.lang.reflect.Field;
import java.util.Optional;

/** What a model has under one name. */
sealed interface Member {

    /** A field of instances. */
    record Stored(Field field) implements Member {}

    /**
     * A static field or method that declares something.
     *
     * @param storage the field of instances that has its values, when it is a column
     */
    record Given(Source source, Optional<Field> storage) implements Member {}

    /** Something that declares nothing, and hides what does. */
    enum Hiding implements Member {
        HIDING
    }
}
