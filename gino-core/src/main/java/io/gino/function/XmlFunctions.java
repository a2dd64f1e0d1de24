/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import io.gino.sql.Aggregate;
import io.gino.sql.Condition;
import io.gino.sql.Expression;
import io.gino.sql.Identifier;
import io.gino.sql.Precedence;
import io.gino.sql.Sql;
import io.gino.sql.Template;
import io.gino.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * XML documents, on a server that was built with libxml.
 *
 * @since 0.1.0
 */
public final class XmlFunctions {

    private XmlFunctions() {}

    /** All that the XPath leads to. */
    public static Expression<List<String>> xpath(Expression<String> document, String path) {
        return Sql.function("xpath", Types.XML.array(), text(path), document);
    }

    /** Whether the XPath leads to anything. */
    public static Condition xpathExists(Expression<String> document, String path) {
        return Condition.of(Sql.function("xpath_exists", Types.BOOLEAN, text(path), document));
    }

    /** An element of this name around the content, of which texts are escaped. */
    public static Expression<String> element(String name, Expression<?>... content) {
        List<String> pieces = new ArrayList<>();
        pieces.add("xmlelement(NAME " + Identifier.of(name).sql() + (content.length == 0 ? ")" : ", "));
        for (int i = 1; i <= content.length; i++) {
            pieces.add(i == content.length ? ")" : ", ");
        }
        return new Template<>(pieces, Arrays.asList(content), Types.XML, Precedence.ATOM);
    }

    /** The pieces one after the other. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static Expression<String> concat(Expression<String>... pieces) {
        return Sql.function("xmlconcat", Types.XML, pieces);
    }

    /** The pieces of all rows one after the other. */
    public static Aggregate<String> xmlAgg(Expression<String> piece) {
        return Aggregate.of("xmlagg", Types.XML, piece);
    }

    /** Whether the text is a document or a piece of one. */
    public static Condition isWellFormed(Expression<String> text) {
        return Condition.of(Sql.function("xml_is_well_formed", Types.BOOLEAN, text));
    }

    private static Expression<String> text(String value) {
        return Sql.value(Types.TEXT, Arguments.required(value));
    }
}
