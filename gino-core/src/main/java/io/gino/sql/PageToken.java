/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.error.ClientInputException;
import io.gino.error.StatementException;
import io.gino.type.SqlType;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The values of a page's last row as text for clients, safe in URLs. It holds a checksum over the order that it belongs
 * to: no secret, since its values are only ever compared with, but enough to refuse what was damaged or is of another
 * query.
 */
final class PageToken {

    private static final int NULL = -1;

    /** How each class that the driver knows is read from its own text. */
    private static final Map<Class<?>, Function<String, Object>> PARSERS = Map.ofEntries(
            Map.entry(Short.class, Short::valueOf),
            Map.entry(Integer.class, Integer::valueOf),
            Map.entry(Long.class, Long::valueOf),
            Map.entry(BigDecimal.class, BigDecimal::new),
            Map.entry(Float.class, Float::valueOf),
            Map.entry(Double.class, Double::valueOf),
            Map.entry(Boolean.class, Boolean::valueOf),
            Map.entry(String.class, text -> text),
            Map.entry(UUID.class, UUID::fromString),
            Map.entry(LocalDate.class, LocalDate::parse),
            Map.entry(LocalTime.class, LocalTime::parse),
            Map.entry(OffsetTime.class, OffsetTime::parse),
            Map.entry(LocalDateTime.class, LocalDateTime::parse),
            Map.entry(OffsetDateTime.class, OffsetDateTime::parse));

    private PageToken() {}

    static String encode(List<Ordering> terms, List<? extends @Nullable Object> values) {
        List<byte[]> cells = new ArrayList<>();
        int size = 0;
        for (int i = 0; i < terms.size(); i++) {
            byte[] cell = cell(terms.get(i).expression(), values.get(i));
            cells.add(cell);
            size += Integer.BYTES + cell.length;
        }
        ByteBuffer body = ByteBuffer.allocate(size);
        for (int i = 0; i < cells.size(); i++) {
            body.putInt(values.get(i) == null ? NULL : cells.get(i).length).put(cells.get(i));
        }
        ByteBuffer token = ByteBuffer.allocate(Integer.BYTES + size);
        token.putInt(checksum(terms, body.array())).put(body.array());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    private static <T> byte[] cell(Expression<T> expression, @Nullable Object value) {
        SqlType<T> type = expression.type();
        parser(expression);
        Object wire = value == null ? "" : type.write(type.convert(value));
        return String.valueOf(wire).getBytes(StandardCharsets.UTF_8);
    }

    static List<@Nullable Object> decode(List<Ordering> terms, String token) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            int checksum = bytes.getInt();
            byte[] body = new byte[bytes.remaining()];
            bytes.duplicate().get(body);
            if (checksum != checksum(terms, body)) {
                throw foreign(null);
            }
            List<@Nullable Object> values = new ArrayList<>();
            for (Ordering term : terms) {
                values.add(value(term.expression(), bytes));
            }
            return values;
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException | java.time.DateTimeException e) {
            throw foreign(e);
        }
    }

    private static @Nullable Object value(Expression<?> expression, ByteBuffer bytes) {
        int length = bytes.getInt();
        if (length == NULL) {
            return null;
        }
        if (length < 0 || length > bytes.remaining()) {
            throw new IllegalArgumentException("A length of " + length);
        }
        byte[] cell = new byte[length];
        bytes.get(cell);
        Object wire = parser(expression).apply(new String(cell, StandardCharsets.UTF_8));
        return expression.type().read(wire);
    }

    private static Function<String, Object> parser(Expression<?> expression) {
        return Optional.ofNullable(PARSERS.get(expression.type().wire()))
                .orElseThrow(() -> new StatementException("A page token cannot hold a value of type "
                        + expression.type().name() + "; order by something else, or call after(…)."));
    }

    private static ClientInputException foreign(@Nullable Exception cause) {
        return new ClientInputException(
                "The page token does not belong to this query and its order, or is damaged. Begin at the first page.",
                cause);
    }

    private static int checksum(List<Ordering> terms, byte[] body) {
        CRC32 checksum = new CRC32();
        for (Ordering term : terms) {
            String shape = term.expression() + " " + term.expression().type() + " " + term.direction() + " "
                    + term.nulls() + "\n";
            checksum.update(shape.getBytes(StandardCharsets.UTF_8));
        }
        checksum.update(body);
        return (int) checksum.getValue();
    }
}
