/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.error.SchemaException;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A map that can be asked for the key of a value, since no two keys have the same one. In the order of insertion.
 *
 * @since 0.1.0
 */
public final class InvertDict<K, V> extends AbstractMap<K, V> {

    private final Map<K, V> valuesByKey = new LinkedHashMap<>();
    private final Map<V, K> keysByValue = new LinkedHashMap<>();

    public InvertDict() {}

    public InvertDict(Map<? extends K, ? extends V> entries) {
        entries.forEach(this::set);
    }

    /** @throws SchemaException when another key has this value */
    @Override
    public @Nullable V put(K key, V value) {
        return set(key, value);
    }

    private @Nullable V set(K key, V value) {
        K present = keysByValue.get(value);
        if (present != null && !present.equals(key)) {
            throw new SchemaException("'" + value + "' belongs to '" + present + "' already, and cannot belong to '"
                    + key + "' too. Take that one out first, or give another value.");
        }
        V old = remove(key);
        valuesByKey.put(key, value);
        keysByValue.put(value, key);
        return old;
    }

    @Override
    public @Nullable V get(Object key) {
        return valuesByKey.get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        return valuesByKey.containsKey(key);
    }

    @Override
    public @Nullable V remove(Object key) {
        V old = valuesByKey.remove(key);
        if (old != null) {
            keysByValue.remove(old);
        }
        return old;
    }

    @Override
    public void clear() {
        valuesByKey.clear();
        keysByValue.clear();
    }

    /** The key of a value. */
    public Optional<K> invertGet(V value) {
        return Optional.ofNullable(keysByValue.get(value));
    }

    /** The key of a value, or the default when no key has it. */
    public K invertGet(V value, K otherwise) {
        return invertGet(value).orElse(otherwise);
    }

    /** To look at; entries are changed by {@link #put} and {@link #remove}. */
    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return Collections.unmodifiableMap(valuesByKey).entrySet();
    }
}
