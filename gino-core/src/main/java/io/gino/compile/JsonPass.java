/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import io.gino.sql.Bind;
import io.gino.sql.Expression;
import io.gino.sql.JsonField;
import io.gino.sql.JsonMerge;
import io.gino.sql.Operator;
import io.gino.sql.Parameter;
import io.gino.sql.Precedence;
import io.gino.type.Json;
import io.gino.type.JsonTree;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes what reads and sets values inside JSON documents. Single-use. */
abstract class JsonPass extends ExpressionPass {

    JsonPass(SqlBuffer out) {
        super(out);
    }

    @Override
    public final void jsonField(JsonField<?> field) {
        if (field.isDocument()) {
            out.append("NULLIF(");
            path(field.document(), field.path(), Operator.JSON_GET);
            out.append(", 'null')");
        } else if (field.isText()) {
            path(field.document(), field.path(), Operator.JSON_TEXT);
        } else {
            out.append("(");
            path(field.document(), field.path(), Operator.JSON_TEXT);
            out.append(")::").append(field.type().bareName());
        }
    }

    /** @param last the operator for the last key */
    private void path(Expression<?> document, List<String> path, Operator last) {
        document(document, Operator.JSON_GET.precedence());
        for (int i = 0; i < path.size(); i++) {
            Operator operator = i < path.size() - 1 ? Operator.JSON_GET : last;
            out.append(operator.infix()).append(Literals.quote(path.get(i)));
        }
    }

    /** A document with its type, which PostgreSQL would not know of a bind. */
    private void document(Expression<?> document, Precedence around) {
        if (document instanceof Bind || document instanceof Parameter) {
            write(document);
            out.append(document.type().needsCast() ? "" : "::" + document.type().bareName());
        } else {
            operand(document, around);
        }
    }

    @Override
    public final void jsonMerge(JsonMerge<?> merge) {
        if (merge.document() instanceof Bind<?> bind) {
            known(bind, merge.changes());
        } else {
            out.append("COALESCE(");
            write(merge.document());
            out.append(", '{}')");
            changes(merge.document(), List.of(), merge.changes());
        }
    }

    /** A document that is known already is put together here with the values that are known, too. */
    private void known(Bind<?> whole, List<JsonMerge.Change> changes) {
        JsonTree tree = tree(whole);
        List<JsonMerge.Change> computed = new ArrayList<>();
        for (JsonMerge.Change change : changes) {
            if (change.value() instanceof Bind<?> bind) {
                set(tree, change.path(), bind);
            } else {
                computed.add(change);
            }
        }
        Bind<?> document = new Bind<>(Types.JSONB, tree.json());
        if (computed.isEmpty()) {
            write(document);
        } else {
            document(document, Precedence.OTHER);
            changes(document, List.of(), computed);
        }
    }

    private static <T> JsonTree tree(Bind<T> bind) {
        T value = bind.value();
        return value == null
                ? JsonTree.empty()
                : JsonTree.of(new Json(bind.type().print(value)));
    }

    private static <T> void set(JsonTree tree, List<String> path, Bind<T> bind) {
        tree.set(path, bind.type(), bind.value());
    }

    /** Writes what is set below these keys: what is known as one document, then what is computed or lies deeper. */
    private void changes(Expression<?> document, List<String> above, List<JsonMerge.Change> changes) {
        JsonTree known = JsonTree.empty();
        Map<String, List<JsonMerge.Change>> othersByKey = new LinkedHashMap<>();
        for (JsonMerge.Change change : changes) {
            String key = change.path().get(above.size());
            if (change.value() instanceof Bind<?> bind && change.path().size() == above.size() + 1) {
                set(known, List.of(key), bind);
            } else {
                othersByKey.computeIfAbsent(key, each -> new ArrayList<>()).add(change);
            }
        }
        if (!known.isEmpty()) {
            out.append(" || ");
            write(new Bind<>(Types.JSONB, known.json()));
        }
        if (!othersByKey.isEmpty()) {
            out.append(" || jsonb_build_object(");
            out.list(List.copyOf(othersByKey.entrySet()), others -> {
                out.append(Literals.quote(others.getKey())).append(", ");
                field(
                        document,
                        Stream.concat(above.stream(), Stream.of(others.getKey()))
                                .toList(),
                        others.getValue());
            });
            out.append(")");
        }
    }

    /** What one key is set to: a value, or the object that is there with other values in it. */
    private void field(Expression<?> document, List<String> path, List<JsonMerge.Change> changes) {
        if (changes.get(0).path().size() == path.size()) {
            value(changes.get(0).value());
        } else {
            out.append("COALESCE(NULLIF(");
            path(document, path, Operator.JSON_GET);
            out.append(", 'null'), '{}')");
            changes(document, path, changes);
        }
    }

    /** A value for {@code jsonb_build_object}, which takes any type and so must be told. */
    private void value(Expression<?> value) {
        SqlType<?> type = value.type();
        if (value instanceof Parameter && !type.needsCast()) {
            write(value);
            out.append("::").append(type.bareName());
        } else {
            write(value);
        }
    }
}
