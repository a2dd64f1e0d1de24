/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.crud;

import io.gino.error.IntegrityViolation;
import io.gino.error.NotNullViolation;
import io.gino.error.UniqueViolation;
import io.gino.model.ColumnAttribute;
import io.gino.model.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says which instance of a list PostgreSQL refused, as far as the instances themselves tell. */
final class Refusal {

    private Refusal() {}

    /** The same violation with the place of the instance; itself when that cannot be told. */
    static <M> IntegrityViolation of(IntegrityViolation violation, Model<M> model, List<M> instances) {
        List<ColumnAttribute<M, ?>> columns = model.columns().stream()
                .filter(column -> violation.error().columns().contains(column.name()))
                .toList();
        boolean isOwn = model.table().label().equals(violation.error().table())
                && columns.size() == violation.error().columns().size()
                && !columns.isEmpty();
        if (isOwn && violation instanceof NotNullViolation) {
            return withoutValue(violation, columns.get(0), instances);
        }
        return isOwn && violation instanceof UniqueViolation ? repeated(violation, columns, instances) : violation;
    }

    private static <M> IntegrityViolation withoutValue(
            IntegrityViolation violation, ColumnAttribute<M, ?> column, List<M> instances) {
        for (int i = 0; i < instances.size(); i++) {
            if (column.get(instances.get(i)) == null) {
                String place = " Instance " + i + " of the list, counted from 0, has no " + column.attribute() + ".";
                return new NotNullViolation(violation.getMessage() + place, violation.error(), violation);
            }
        }
        return violation;
    }

    private static <M> IntegrityViolation repeated(
            IntegrityViolation violation, List<ColumnAttribute<M, ?>> columns, List<M> instances) {
        Map<List<@Nullable Object>, Integer> placesByKey = new HashMap<>();
        for (int i = 0; i < instances.size(); i++) {
            @Nullable Object[] key = new @Nullable Object[columns.size()];
            for (int k = 0; k < key.length; k++) {
                key[k] = columns.get(k).get(instances.get(i));
            }
            Integer first = Arrays.asList(key).contains(null)
                    ? null
                    : placesByKey.putIfAbsent(new ArrayList<>(Arrays.asList(key)), i);
            if (first != null) {
                String places =
                        " Instances " + first + " and " + i + " of the list, counted from 0, have the same one.";
                return new UniqueViolation(violation.getMessage() + places, violation.error(), violation);
            }
        }
        return violation;
    }
}
