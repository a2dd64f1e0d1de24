package io.gino.type;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Arrays as the text that PostgreSQL reads them from. */
final class ArrayText {

    private ArrayText() {}

    static String of(@Nullable Object[] elements) {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < elements.length; i++) {
            text.append(i == 0 ? "" : ",");
            Object element = elements[i];
            if (element == null) {
                text.append("NULL");
            } else if (element instanceof Object[] nested) {
                text.append(of(nested));
            } else {
                quote(text, element(element));
            }
        }
        return text.append('}').toString();
    }

    /** What the driver would be given, as text. */
    static String element(Object wire) {
        if (wire instanceof Json json) {
            return json.text();
        }
        return wire instanceof byte[] bytes ? "\\x" + HexFormat.of().formatHex(bytes) : wire.toString();
    }

    private static void quote(StringBuilder text, String element) {
        text.append('"');
        for (int i = 0; i < element.length(); i++) {
            char c = element.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\');
            }
            text.append(c);
        }
        text.append('"');
    }
}
