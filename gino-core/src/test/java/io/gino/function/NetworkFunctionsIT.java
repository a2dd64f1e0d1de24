/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.function;

import static io.gino.schema.Schema.column;
import static io.gino.sql.Sql.select;
import static io.gino.sql.Sql.value;
import static io.gino.type.Types.CIDR;
import static io.gino.type.Types.INET;
import static io.gino.type.Types.INTEGER;

import io.gino.schema.Column;
import io.gino.schema.MetaData;
import io.gino.schema.Table;
import io.gino.sql.Expression;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import io.gino.type.Inet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class NetworkFunctionsIT {

    private final Answers answers;

    NetworkFunctionsIT(TestDatabase database) {
        answers = new Answers(database);
    }

    @AfterEach
    void close() {
        answers.close();
    }

    private void gives(Expression<?> expression, String sql, String value) {
        answers.assertThatGives(expression, sql, value);
    }

    private static final Inet HOST = Inet.parse("10.1.2.3");
    private static final Inet NET = Inet.parse("10.1.0.0/16");

    @Test
    void findsHostsByTheirNetwork() {
        Column<Integer> id = column("id", INTEGER);
        Column<Inet> address = column("address", INET);
        MetaData metadata = new MetaData();
        Table hosts = metadata.table("hosts", id, address);
        answers.create(metadata);
        answers.run(hosts.insert()
                .rows(
                        List.of(id, address),
                        List.of(List.of(1, HOST), List.of(2, Inet.parse("10.2.0.1")), List.of(3, NET))));

        answers.assertThatRuns(
                select(id).from(hosts).where(NetworkFunctions.within(address, NET)),
                "SELECT hosts.id FROM hosts WHERE hosts.address << $1::inet",
                "1");
        answers.assertThatRuns(
                select(id)
                        .from(hosts)
                        .where(NetworkFunctions.withinOrEqual(address, NET))
                        .orderBy(id),
                "SELECT hosts.id FROM hosts WHERE hosts.address <<= $1::inet ORDER BY hosts.id",
                "1",
                "3");
    }

    @Test
    void comparesNetworks() {
        Expression<Inet> net = value(CIDR, NET);
        gives(NetworkFunctions.contains(net, HOST), "$1::cidr >> $2::inet", "true");
        gives(NetworkFunctions.contains(net, NET), "$1::cidr >> $2::inet", "false");
        gives(NetworkFunctions.containsOrEqual(net, NET), "$1::cidr >>= $2::inet", "true");
        gives(NetworkFunctions.overlaps(net, Inet.parse("10.0.0.0/8")), "$1::cidr && $2::inet", "true");
        gives(NetworkFunctions.withinOrEqual(net, value(INET, HOST)), "$1::cidr <<= $2::inet", "false");
    }

    @Test
    void takesAddressesApart() {
        Expression<Inet> address = value(INET, Inet.parse("10.1.2.3/16"));
        gives(NetworkFunctions.host(address), "host($1::inet)", "10.1.2.3");
        gives(NetworkFunctions.abbreviated(value(CIDR, NET)), "abbrev($1::cidr)", "10.1/16");
        gives(NetworkFunctions.family(address), "family($1::inet)", "4");
        gives(NetworkFunctions.masklen(address), "masklen($1::inet)", "16");
        gives(NetworkFunctions.withMasklen(address, 8), "set_masklen($1::inet, $2)", "10.1.2.3/8");
        gives(NetworkFunctions.netmask(address), "netmask($1::inet)", "255.255.0.0");
        gives(NetworkFunctions.hostmask(address), "hostmask($1::inet)", "0.0.255.255");
        gives(NetworkFunctions.network(address), "network($1::inet)", "10.1.0.0/16");
        gives(NetworkFunctions.broadcast(address), "broadcast($1::inet)", "10.1.255.255/16");
        gives(
                NetworkFunctions.merge(address, value(INET, Inet.parse("10.3.0.1"))),
                "inet_merge($1::inet, $2::inet)",
                "10.0.0.0/14");
    }

    @Test
    void countsAddresses() {
        gives(NetworkFunctions.plus(value(INET, HOST), -3), "$1::inet + $2", "10.1.2.0");
        gives(
                NetworkFunctions.distance(value(INET, HOST), value(INET, Inet.parse("10.1.1.0"))),
                "$1::inet - $2::inet",
                "259");
    }
}
