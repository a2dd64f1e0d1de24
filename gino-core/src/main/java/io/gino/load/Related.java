/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.load;

import io.gino.error.LoadException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Collections that statements of their own have brought, by the keys of their parents. Single-use. */
final class Related {

    private final IdentityHashMap<Separate<?>, Map<List<Object>, ? extends List<?>>> bySeparate =
            new IdentityHashMap<>(1);

    <C> void put(Separate<C> separate, Map<List<Object>, List<C>> collections) {
        bySeparate.put(separate, collections);
    }

    @SuppressWarnings("unchecked") // what was put for it
    <C> Map<List<Object>, List<C>> of(Separate<C> separate) {
        Map<List<Object>, ? extends List<?>> collections = bySeparate.get(separate);
        if (collections == null) {
            throw new LoadException("A collection that is loaded separately() needs db.query(loader) to run its"
                    + " statement. Leave separately() out to read it from this one.");
        }
        return (Map<List<Object>, List<C>>) collections;
    }
}
