/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import io.gino.error.LoadException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object in memory whose fields, at any depth, are read and set one by one; what is not set stays as it was. Needs
 * Jackson 3. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class JsonTree {

    private final Map<String, @Nullable Object> root;

    private JsonTree(Map<String, @Nullable Object> root) {
        this.root = root;
    }

    public static JsonTree empty() {
        return new JsonTree(new LinkedHashMap<>());
    }

    /**
     * The object of a document.
     *
     * @throws LoadException when the document is another value, such as an array; JSON's {@code null} is an empty object
     */
    public static JsonTree of(Json document) {
        Object value = Jackson.tree(document.text());
        if (value == null) {
            return empty();
        }
        Map<String, @Nullable Object> fields = fields(value);
        if (fields == null) {
            throw new LoadException("The JSON document is no object, and so has no fields.");
        }
        return new JsonTree(fields);
    }

    @SuppressWarnings("unchecked") // Jackson's keys are texts
    private static @Nullable Map<String, @Nullable Object> fields(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : null;
    }

    /** Whether there is a value at the end of these keys, be it null. */
    public boolean has(List<String> path) {
        Map<String, @Nullable Object> parent = parent(path);
        return parent != null && parent.containsKey(path.get(path.size() - 1));
    }

    /**
     * The value at the end of these keys; null when there is none, or JSON's {@code null}.
     *
     * @throws LoadException when it is no {@code T}
     */
    public <T> @Nullable T get(List<String> path, SqlType<T> type) {
        Map<String, @Nullable Object> parent = parent(path);
        Object value = parent == null ? null : parent.get(path.get(path.size() - 1));
        return value == null ? null : JsonValue.read(type, value);
    }

    /** Sets the value at the end of these keys, with the objects on the way where they are missing. */
    public <T> void set(List<String> path, SqlType<T> type, @Nullable T value) {
        Map<String, @Nullable Object> parent = root;
        for (String key : path.subList(0, path.size() - 1)) {
            Map<String, @Nullable Object> next = fields(parent.get(key));
            if (next == null) {
                next = new LinkedHashMap<>();
                parent.put(key, next);
            }
            parent = next;
        }
        parent.put(path.get(path.size() - 1), value == null ? null : JsonValue.of(type, value));
    }

    /** The keys that lead to a value which is not at, above or below any of these; empty when there is none. */
    public Optional<List<String>> other(Collection<List<String>> known) {
        return other(root, List.of(), known);
    }

    private static Optional<List<String>> other(
            Map<String, @Nullable Object> fields, List<String> above, Collection<List<String>> known) {
        for (Map.Entry<String, @Nullable Object> field : fields.entrySet()) {
            List<String> path = new ArrayList<>(above);
            path.add(field.getKey());
            if (!known.contains(path)) {
                List<List<String>> below = known.stream()
                        .filter(one -> one.size() > path.size()
                                && one.subList(0, path.size()).equals(path))
                        .toList();
                Map<String, @Nullable Object> inner = fields(field.getValue());
                Optional<List<String>> found = below.isEmpty()
                        ? Optional.of(path)
                        : inner == null ? Optional.empty() : other(inner, path, below);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private @Nullable Map<String, @Nullable Object> parent(List<String> path) {
        Map<String, @Nullable Object> parent = root;
        for (int i = 0; i < path.size() - 1 && parent != null; i++) {
            parent = fields(parent.get(path.get(i)));
        }
        return parent;
    }

    /** One value as JSON. */
    public static <T> Json json(SqlType<T> type, T value) {
        Object json = JsonValue.of(type, value);
        return json == null ? new Json("null") : Json.of(json);
    }

    public boolean isEmpty() {
        return root.isEmpty();
    }

    public Json json() {
        return Json.of(root);
    }
}
