/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.compile;

import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.literal;
import static io.gino.sql.Sql.parameter;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.template;
import static io.gino.sql.Sql.text;
import static io.gino.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.ddl.CreateTable;
import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.Statement;
import io.gino.type.Inet;
import io.gino.type.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the driver has no class for a type, its place in the SQL says the type. */
class CastsTest {

    private static final Inet HOME = Inet.parse("127.0.0.1");

    private final Column<Integer> id = column("id", Types.INTEGER);
    private final Column<Inet> ip = column("ip", Types.INET);
    private final Column<String> bits = column("bits", Types.bit(3));
    private final Column<List<String>> tags = column("tags", Types.TEXT.array());
    private final Table hosts = new MetaData().table("hosts", id, ip, bits, tags);

    private static String sql(Statement<?> statement) {
        return new PostgresCompiler().compile(statement).sql();
    }

    @Test
    void bindsSayTheirType() {
        assertThat(sql(select(id).from(hosts).where(ip.eq(HOME).and(bits.ne("101")))))
                .isEqualTo("SELECT hosts.id FROM hosts WHERE hosts.ip = $1::inet AND hosts.bits <> $2::\"bit\"");
        assertThat(sql(hosts.insert().set(id, 1).set(ip, HOME)))
                .isEqualTo("INSERT INTO hosts (id, ip) VALUES ($1, $2::inet)");
        assertThat(sql(hosts.update().set(ip, (Inet) null).where(id.eq(1))))
                .isEqualTo("UPDATE hosts SET ip = $1::inet WHERE hosts.id = $2");
        assertThat(sql(text("SELECT :ip << '10.0.0.0/8'").bind("ip", HOME)))
                .isEqualTo("SELECT $1::inet << '10.0.0.0/8'");
        assertThat(sql(select(parameter("ip", Types.INET)))).isEqualTo("SELECT $1::inet");
    }

    @Test
    void listsOfAnyLengthHaveTheSameText() {
        String one = sql(select(id).from(hosts).where(ip.in(HOME)));
        assertThat(one).isEqualTo("SELECT hosts.id FROM hosts WHERE hosts.ip = ANY ($1::inet[])");
        assertThat(sql(select(id).from(hosts).where(ip.in(HOME, Inet.parse("::1")))))
                .isEqualTo(one);
        assertThat(sql(select(id).from(hosts).where(ip.in(List.of())))).isEqualTo(one);
    }

    @Test
    void rowsOfAnyNumberHaveTheSameText() {
        List<Column<?>> columns = List.of(id, ip, tags);
        String none = sql(hosts.insert().rows(columns, List.of()));
        assertThat(none)
                .isEqualTo("INSERT INTO hosts (id, ip, tags) SELECT id, ip::inet, tags::text[]"
                        + " FROM unnest($1::integer[], $2::text[], $3::text[]) AS given (id, ip, tags)");
        assertThat(sql(hosts.insert()
                        .rows(columns, List.of(List.of(1, HOME, List.of()), Arrays.asList(2, null, null)))))
                .isEqualTo(none);
    }

    @Test
    void aCastIsNoAtom() {
        assertThat(sql(select(template("({0})[1]", Types.TEXT, value(Types.CITEXT.array(), List.of("a"))))))
                .isEqualTo("SELECT (($1::citext[]))[1]");
        assertThat(sql(select(template("masklen({0})", Types.INTEGER, value(Types.INET, HOME)))))
                .isEqualTo("SELECT masklen(($1::inet))");
    }

    @Test
    void literalsAreWrittenAsPostgresReadsThem() {
        Column<LocalDate> day = column("day", Types.DATE).serverDefault(literal(Types.DATE, LocalDate.MAX));
        Table table = new MetaData().table("t", day);
        assertThat(new PostgresCompiler().compile(new CreateTable(table, List.of())))
                .startsWith("CREATE TABLE t (day date DEFAULT 'infinity'::date");
        assertThat(sql(select(literal(Types.DATE, LocalDate.of(-43, 3, 15)))))
                .isEqualTo("SELECT '0044-03-15 BC'::date");
        assertThat(sql(select(literal(Types.CIDR, HOME)))).isEqualTo("SELECT '127.0.0.1'::cidr");
    }
}
