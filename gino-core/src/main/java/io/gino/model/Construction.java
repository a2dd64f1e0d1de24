/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.SchemaException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

/** Makes what an annotation names by its class. */
final class Construction {

    private Construction() {}

    /** @param place the annotation, as messages name it */
    static <T> T of(Class<T> type, String place) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new SchemaException(
                    place + " names " + type.getName() + ", whose constructor failed: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new SchemaException(
                    place + " names " + type.getName()
                            + ", which has no constructor without arguments. Add one (it may be private).",
                    e);
        }
    }
}
