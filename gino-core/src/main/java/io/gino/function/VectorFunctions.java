/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import io.gino.sql.Aggregate;
import io.gino.sql.Arithmetic;
import io.gino.sql.Expression;
import io.gino.sql.Operator;
import io.gino.sql.Sql;
import io.gino.type.Types;

/**
 * The extension pgvector. Ordering by a distance, with a limit, is what its indexes answer.
 *
 * @since 0.1.0
 */
public final class VectorFunctions {

    private VectorFunctions() {}

    /** The distance as the crow flies. */
    public static Expression<Double> distance(Expression<float[]> vector, float... other) {
        return compute(Operator.DISTANCE, vector, other);
    }

    public static Expression<Double> distance(Expression<float[]> vector, Expression<float[]> other) {
        return new Arithmetic<>(Operator.DISTANCE, vector, other, Types.DOUBLE);
    }

    /** The inner product times -1, so that the nearest comes first. */
    public static Expression<Double> negativeInnerProduct(Expression<float[]> vector, float... other) {
        return compute(Operator.NEGATIVE_INNER_PRODUCT, vector, other);
    }

    public static Expression<Double> negativeInnerProduct(Expression<float[]> vector, Expression<float[]> other) {
        return new Arithmetic<>(Operator.NEGATIVE_INNER_PRODUCT, vector, other, Types.DOUBLE);
    }

    /** 1 less the cosine of the angle between the two. */
    public static Expression<Double> cosineDistance(Expression<float[]> vector, float... other) {
        return compute(Operator.COSINE_DISTANCE, vector, other);
    }

    public static Expression<Double> cosineDistance(Expression<float[]> vector, Expression<float[]> other) {
        return new Arithmetic<>(Operator.COSINE_DISTANCE, vector, other, Types.DOUBLE);
    }

    /** The sum of the differences in each dimension; from pgvector 0.7 on. */
    public static Expression<Double> taxicabDistance(Expression<float[]> vector, float... other) {
        return compute(Operator.TAXICAB_DISTANCE, vector, other);
    }

    public static Expression<Double> taxicabDistance(Expression<float[]> vector, Expression<float[]> other) {
        return new Arithmetic<>(Operator.TAXICAB_DISTANCE, vector, other, Types.DOUBLE);
    }

    private static Expression<Double> compute(Operator operator, Expression<float[]> vector, float... other) {
        return new Arithmetic<>(operator, vector, Sql.value(Types.VECTOR, Arguments.required(other)), Types.DOUBLE);
    }

    /** The number of dimensions. */
    public static Expression<Integer> dimensions(Expression<float[]> vector) {
        return Sql.function("vector_dims", Types.INTEGER, vector);
    }

    /** The vector's length. */
    public static Expression<Double> norm(Expression<float[]> vector) {
        return Sql.function("vector_norm", Types.DOUBLE, vector);
    }

    /** The mean of the vectors. */
    public static Aggregate<float[]> average(Expression<float[]> vector) {
        return Aggregate.of("avg", Types.VECTOR, vector);
    }
}
