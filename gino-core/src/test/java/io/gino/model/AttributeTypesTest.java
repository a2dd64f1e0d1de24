/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gino.error.SchemaException;
import io.gino.type.Inet;
import io.gino.type.Interval;
import io.gino.type.Json;
import io.gino.type.Point;
import io.gino.type.Range;
import io.gino.type.SqlType;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttributeTypesTest {

    enum Mood {
        CALM
    }

    @SuppressWarnings("unused") // read by reflection
    static final class ByJavaType {
        @Says("smallint")
        short small;

        @Says("integer")
        int number;

        @Says("boolean")
        boolean flag;

        @Says("numeric")
        BigDecimal price;

        @Says("text")
        String name;

        @Says("uuid")
        UUID uuid;

        @Says("bytea")
        byte[] bytes;

        @Says("bytea[]")
        List<byte[]> chunks;

        @Says("date")
        LocalDate day;

        @Says("timestamp")
        LocalDateTime local;

        @Says("timestamptz")
        Instant instant;

        @Says("timestamptz")
        ZonedDateTime zoned;

        @Says("interval")
        Duration duration;

        @Says("interval")
        Period period;

        @Says("interval")
        Interval interval;

        @Says("text")
        Mood mood;

        @Says("text[]")
        List<Mood> moods;

        @Says("integer[][]")
        List<List<Integer>> grid;

        @Says("jsonb")
        Json json;

        @Says("inet")
        Inet network;

        @Says("inet")
        InetAddress host;

        @Says("point")
        Point at;

        @Says("int4range")
        Range<Integer> ages;

        @Says("int8range")
        Range<Long> ids;

        @Says("numrange")
        Range<BigDecimal> prices;

        @Says("daterange")
        Range<LocalDate> days;

        @Says("tsrange")
        Range<LocalDateTime> hours;

        @Says("tstzrange")
        Range<Instant> moments;

        @Says("tstzrange[]")
        List<Range<OffsetDateTime>> slots;
    }

    @SuppressWarnings("unused") // read by reflection
    static final class ByName {
        @Says("varchar(80)")
        String name;

        @Says("varchar(80)[]")
        List<String> names;

        @Says("citext cast")
        String email;

        @Says("char(2) cast")
        String country;

        @Says("xml cast")
        String document;

        @Says("numeric(10,2)")
        BigDecimal price;

        @Says("int8")
        long number;

        @Says("timestamptz(3)")
        Instant at;

        @Says("positive cast")
        String unknownText;

        @Says("positive")
        int domain;

        @Says("mood cast")
        Mood mood;

        @Says("mood[] cast")
        List<Mood> moods;

        @Says("varchar(10)")
        Mood moodText;

        @Says("smallint")
        Mood moodNumber;

        @Says("jsonb")
        Map<String, Object> profile;

        @Says("json cast")
        List<String> log;

        @Says("jsonb[] cast")
        List<Map<String, Object>> documents;

        @Says("hstore cast")
        Map<String, String> attributes;

        @Says("vector(3) cast")
        float[] embedding;

        @Says("cidr cast")
        Inet network;

        @Says("cidr cast")
        InetAddress host;

        @Says("bit(3) cast")
        String flags;

        @Says("int_list")
        List<Integer> domainOfArrays;

        @Says("datemultirange cast")
        List<Range<LocalDate>> holidays;

        @Says("mytimerange cast")
        Range<LocalDateTime> own;
    }

    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    @interface Says {
        String value();
    }

    @Test
    void followTheJavaType() {
        for (Field field : ByJavaType.class.getDeclaredFields()) {
            SqlType<?> type = AttributeTypes.of(Property.of(field), field.getGenericType(), "");
            assertThat(type.name())
                    .as(field.getName())
                    .isEqualTo(field.getAnnotation(Says.class).value());
        }
    }

    @Test
    void followTheDeclaredName() {
        for (Field field : ByName.class.getDeclaredFields()) {
            String[] says = field.getAnnotation(Says.class).value().split(" ");
            SqlType<?> type = AttributeTypes.of(Property.of(field), field.getGenericType(), says[0]);
            assertThat(type.name()).as(field.getName()).isEqualTo(says[0]);
            assertThat(type.needsCast()).as(field.getName()).isEqualTo(says.length > 1);
        }
    }

    @SuppressWarnings("unused") // read by reflection
    static final class Unknown {
        Thread thread;
        Map<String, Object> map;
        Range<String> texts;
        List<?> anything;
    }

    @Test
    void saysWhichAttributeHasNone() throws NoSuchFieldException {
        Field thread = Unknown.class.getDeclaredField("thread");
        assertThatThrownBy(() -> AttributeTypes.of(Property.of(thread), thread.getGenericType(), ""))
                .isInstanceOf(SchemaException.class)
                .hasMessage(
                        "Attribute 'thread' of model Unknown has the type java.lang.Thread, which no PostgreSQL type is"
                                + " known for. Annotate it @Column(type = \"jsonb\") to store it as JSON, or @Transient to leave"
                                + " it out. Known are: BigDecimal, BigInteger, Boolean, Double, Duration, Float, Inet,"
                                + " InetAddress, Instant, Integer, Interval, Json, LocalDate, LocalDateTime, LocalTime, Long,"
                                + " OffsetDateTime, OffsetTime, Period, Point, Short, String, UUID, ZonedDateTime, byte[],"
                                + " enums, and lists of these.");
        for (Field field : Unknown.class.getDeclaredFields()) {
            assertThatThrownBy(() -> AttributeTypes.of(Property.of(field), field.getGenericType(), ""))
                    .as(field.getName())
                    .hasMessageContaining("which no PostgreSQL type is known for");
        }
    }
}
