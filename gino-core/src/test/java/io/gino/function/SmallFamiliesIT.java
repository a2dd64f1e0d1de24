/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.row;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.value;
import static io.gino.type.Types.BYTEA;
import static io.gino.type.Types.DOUBLE;
import static io.gino.type.Types.INTEGER;
import static io.gino.type.Types.MONEY;
import static io.gino.type.Types.NUMERIC;
import static io.gino.type.Types.TEXT;
import static io.gino.type.Types.VARBIT;
import static io.gino.type.Types.XML;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.StatementException;
import io.gino.function.BinaryFunctions.Encoding;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.Expression;
import io.gino.sql.RowValue;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.SqlType;
import io.gino.type.Types;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Numbers, bits, bytes, enums, money and XML. */
@ExtendWith(PostgresExtension.class)
class SmallFamiliesIT {

    private final Answers answers;

    SmallFamiliesIT(TestDatabase database) {
        answers = new Answers(database);
    }

    @AfterEach
    void close() {
        answers.close();
    }

    private void gives(Expression<?> expression, String sql, String value) {
        answers.assertThatGives(expression, sql, value);
    }

    private enum Mood {
        SAD,
        OK,
        HAPPY
    }

    @Test
    void computesNumbers() {
        Expression<BigDecimal> number = value(NUMERIC, new BigDecimal("-2.345"));
        gives(NumberFunctions.negated(number), "- $1", "2.345");
        gives(NumberFunctions.abs(value(INTEGER, -3)), "abs($1)", "3");
        gives(NumberFunctions.sign(value(DOUBLE, -0.5)), "sign($1)", "-1.0");
        gives(NumberFunctions.round(number, 2), "round($1, $2)", "-2.35");
        gives(NumberFunctions.floor(number), "floor($1)", "-3");
        gives(NumberFunctions.ceiling(number), "ceil($1)", "-2");
        gives(NumberFunctions.power(value(DOUBLE, 3.0), 2), "power($1, $2)", "9.0");
        gives(NumberFunctions.sqrt(value(DOUBLE, 6.25)), "sqrt($1)", "2.5");
        gives(NumberFunctions.random().lt(1.0), "random() < $1", "true");
        gives(value(INTEGER, 7).modulo(value(INTEGER, 4)), "$1 % $2", "3");
        gives(UuidFunctions.random().isNotNull(), "gen_random_uuid() IS NOT NULL", "true");
    }

    @Test
    void comparesWithExpressionsAndRows() {
        Expression<Integer> five = value(INTEGER, 5);
        gives(five.between(value(INTEGER, 1), five), "$1 BETWEEN $2 AND $1", "true");
        gives(five.betweenSymmetric(value(INTEGER, 9), value(INTEGER, 1)), "$1 BETWEEN SYMMETRIC $2 AND $3", "true");
        gives(five.isDistinctFrom(value(INTEGER, null)), "$1 IS DISTINCT FROM $2", "true");
        gives(five.isNotDistinctFrom(five), "$1 IS NOT DISTINCT FROM $1", "true");
        String unnested = " IN (SELECT * FROM unnest($3::integer[], $4::text[]))";
        RowValue row = row(five, value(TEXT, "a"));
        gives(row.in(List.of(List.of(5, "a"), List.of(6, "b"))), "($1, $2)" + unnested, "true");
        gives(row.notIn(List.of(List.of(5, "a"))), "($1, $2) NOT" + unnested, "false");
        gives(row.notIn(List.of()), "($1, $2) NOT" + unnested, "true");
    }

    @Test
    void computesBitsOfNumbers() {
        Expression<Integer> six = value(INTEGER, 6);
        gives(BitFunctions.and(six, 3), "$1 & $2", "2");
        gives(BitFunctions.or(six, 3), "$1 | $2", "7");
        gives(BitFunctions.xor(six, 3), "$1 # $2", "5");
        gives(BitFunctions.not(six), "~ $1", "-7");
        gives(BitFunctions.shiftLeft(six, 2), "$1 << $2", "24");
        gives(BitFunctions.shiftRight(six, 1), "$1 >> $2", "3");
        gives(BitFunctions.and(BitFunctions.or(six, 1), BitFunctions.not(six)), "$1 | $2 & (~ $1)", "1");
    }

    @Test
    void computesBitStrings() {
        Expression<String> bits = value(VARBIT, "1100");
        gives(BitFunctions.and(bits, "1010"), "$1::varbit & $2::varbit", "1000");
        gives(BitFunctions.or(bits, "1010"), "$1::varbit | $2::varbit", "1110");
        gives(BitFunctions.xor(bits, "1010"), "$1::varbit # $2::varbit", "0110");
        gives(BitFunctions.not(bits), "~ ($1::varbit)", "0011");
        gives(BitFunctions.shiftLeft(bits, 1), "$1::varbit << $2", "1000");
        gives(BitFunctions.shiftRight(bits, 1), "$1::varbit >> $2", "0110");
        gives(BitFunctions.length(bits), "length($1::varbit)", "4");
        gives(BitFunctions.count(bits), "bit_count($1::varbit)", "2");
        gives(BitFunctions.get(bits, 1), "get_bit($1::varbit, $2)", "1");
        gives(BitFunctions.set(bits, 3, true), "set_bit($1::varbit, $2, $3)", "1101");
        gives(bits.concat("1"), "$1::varbit || $2::varbit", "11001");
    }

    @Test
    void computesBytes() {
        Expression<byte[]> bytes = value(BYTEA, new byte[] {1, 2, (byte) 255});
        gives(BinaryFunctions.length(bytes), "length($1)", "3");
        gives(BinaryFunctions.get(bytes, 2), "get_byte($1, $2)", "255");
        gives(BinaryFunctions.encode(bytes, Encoding.HEX), "encode($1, 'hex'::text)", "0102ff");
        gives(
                BinaryFunctions.encode(BinaryFunctions.substring(bytes, 2, 1), Encoding.BASE64),
                "encode(substr($1, $2, $3), 'base64'::text)",
                "Ag==");
        gives(
                BinaryFunctions.encode(BinaryFunctions.set(bytes, 0, 16), Encoding.HEX),
                "encode(set_byte($1, $2, $3), 'hex'::text)",
                "1002ff");
        gives(
                BinaryFunctions.toText(BinaryFunctions.decode(value(TEXT, "w6Q="), Encoding.BASE64)),
                "convert_from(decode($1, 'base64'::text), 'UTF8'::text)",
                "ä");
        gives(
                BinaryFunctions.encode(bytes.concat(BinaryFunctions.fromText(value(TEXT, "ä"))), Encoding.HEX),
                "encode($1 || convert_to($2, 'UTF8'::text), 'hex'::text)",
                "0102ffc3a4");
        gives(
                BinaryFunctions.md5(BinaryFunctions.fromText(value(TEXT, "a"))),
                "md5(convert_to($1, 'UTF8'::text))",
                "0cc175b9c0f1b6a831c399e269772661");
        gives(
                BinaryFunctions.encode(BinaryFunctions.substring(BinaryFunctions.sha256(bytes), 1, 2), Encoding.HEX),
                "encode(substr(sha256($1), $2, $3), 'hex'::text)",
                "0526");
        gives(BinaryFunctions.length(BinaryFunctions.sha512(bytes)), "length(sha512($1))", "64");
        assertThatThrownBy(() -> BinaryFunctions.set(bytes, 0, 256))
                .isInstanceOf(StatementException.class)
                .hasMessage("A byte lies between 0.0 and 255.0; got 256.0.");
    }

    @Test
    void knowsTheLabelsOfEnums() {
        answers.run("CREATE TYPE mood AS ENUM ('SAD', 'OK', 'HAPPY')");
        SqlType<Mood> mood = Types.enumType("mood", Mood.class);
        gives(EnumFunctions.first(mood), "enum_first(CAST(NULL AS mood))", "SAD");
        gives(EnumFunctions.last(mood), "enum_last(CAST(NULL AS mood))", "HAPPY");
        gives(EnumFunctions.range(mood), "enum_range(CAST(NULL AS mood))", "[SAD, OK, HAPPY]");
        gives(
                EnumFunctions.range(value(mood, Mood.OK), value(mood, Mood.HAPPY)),
                "enum_range($1::mood, $2::mood)",
                "[OK, HAPPY]");
    }

    @Test
    void computesMoney() {
        Expression<String> price = value(MONEY, "12.50");
        gives(
                MoneyFunctions.toNumeric(price.plus(value(MONEY, "1"))),
                "CAST($1::money + $2::money AS numeric)",
                "13.50");
        gives(MoneyFunctions.toNumeric(MoneyFunctions.times(price, 2)), "CAST($1::money * $2 AS numeric)", "25.00");
        gives(MoneyFunctions.toNumeric(MoneyFunctions.dividedBy(price, 5)), "CAST($1::money / $2 AS numeric)", "2.50");
        gives(MoneyFunctions.ratio(price, value(MONEY, "2.5")), "$1::money / $2::money", "5.0");
        gives(
                MoneyFunctions.fromNumeric(value(NUMERIC, new BigDecimal("3"))).gt(price),
                "CAST($1 AS money) > $2::money",
                "false");
    }

    @Test
    void readsAndMakesXml() {
        Column<String> document = column("document", XML);
        MetaData metadata = new MetaData();
        Table feeds = metadata.table("feeds", document);
        answers.create(metadata);
        answers.run(feeds.insert().set(document, "<a><b>1</b><b>2</b></a>"));

        answers.assertThatRuns(
                select(XmlFunctions.xpath(document, "//b/text()"))
                        .from(feeds)
                        .where(XmlFunctions.xpathExists(document, "/a/b")),
                "SELECT xpath($1, feeds.document) FROM feeds WHERE xpath_exists($2, feeds.document)",
                "[1, 2]");
        gives(
                XmlFunctions.element("My \"tag", value(TEXT, "a < b"), XmlFunctions.element("br")),
                "xmlelement(NAME \"My \"\"tag\", $1, xmlelement(NAME br))",
                "<My_x0020__x0022_tag>a &lt; b<br/></My_x0020__x0022_tag>");
        gives(XmlFunctions.concat(value(XML, "<a/>"), value(XML, "<b/>")), "xmlconcat($1::xml, $2::xml)", "<a/><b/>");
        gives(XmlFunctions.xmlAgg(value(XML, "<a/>")), "xmlagg($1::xml)", "<a/>");
        gives(XmlFunctions.isWellFormed(value(TEXT, "<a>")), "xml_is_well_formed($1)", "false");
    }
}
