/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

/**
 * One method per kind of expression; a new kind breaks every visitor until it has an answer.
 *
 * @since 0.1.0
 */
public interface ExpressionVisitor {

    void column(ColumnClause<?> column);

    void bind(Bind<?> bind);

    void parameter(Parameter<?> parameter);

    void literal(Literal<?> literal);

    void arithmetic(Arithmetic<?> arithmetic);

    void functionCall(FunctionCall<?> call);

    void aggregate(Aggregate<?> aggregate);

    void over(Over<?> over);

    void cast(Cast<?> cast);

    void caseWhen(Case<?> caseWhen);

    void label(Label<?> label);

    void scalarQuery(ScalarQuery<?> query);

    void template(Template<?> template);

    void jsonField(JsonField<?> field);

    void jsonMerge(JsonMerge<?> merge);

    void comparison(Comparison comparison);

    void quantifiedComparison(QuantifiedComparison comparison);

    void logical(Logical logical);

    void not(Not not);

    void truth(Truth truth);

    void in(In<?> in);

    void inQuery(InQuery<?> in);

    void between(Between between);

    void nullTest(NullTest test);

    void exists(Exists exists);
}
