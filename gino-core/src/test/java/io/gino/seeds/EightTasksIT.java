/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.seeds;

import static io.gino.load.Loaders.load;
import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.engine.Status;
import io.gino.model.Column;
import io.gino.model.ColumnAttribute;
import io.gino.model.ForeignKey;
import io.gino.model.GinoModel;
import io.gino.model.Model;
import io.gino.model.PrimaryKey;
import io.gino.model.Transient;
import io.gino.test.PostgresExtension;
import io.gino.test.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tasks that README shows in Python and in Java, one after the other. */
@ExtendWith(PostgresExtension.class)
class EightTasksIT {

    @GinoModel("teams")
    static class Team {
        @PrimaryKey
        Long id;

        @Column(nullable = false)
        String name;

        @Transient
        final List<Player> players = new ArrayList<>();

        Team() {}

        Team(String name) {
            this.name = name;
        }

        void add(Player player) {
            players.add(player);
        }
    }

    @GinoModel("players")
    record Player(
            @PrimaryKey Long id,
            @Column(nullable = false) String name,
            int score,
            @ForeignKey("teams.id") Long teamId) {}

    private static final ColumnAttribute<Player, Integer> SCORE =
            Model.of(Player.class).column("score", Integer.class);
    private static final ColumnAttribute<Team, Long> TEAM_ID =
            Model.of(Team.class).column("id", Long.class);

    private final Gino db = new Gino().models(Team.class, Player.class);

    private Mono<Void> play() {
        return db.createAll()
                .then(db.create(new Player(null, "Ada", 7, null)))
                .doOnNext(ada -> assertThat(ada).isEqualTo(new Player(1L, "Ada", 7, null)))
                .flatMap(ada -> best().doOnNext(best -> assertThat(best).containsExactly(ada))
                        .then(db.update(ada).set(SCORE, SCORE.plus(1)).apply()))
                .doOnNext(scored -> assertThat(scored).isEqualTo(new Player(1L, "Ada", 8, null)))
                .flatMap(db::delete)
                .doOnNext(gone -> assertThat(gone).isEqualTo(new Status("DELETE", 1, 0)))
                .then(db.transaction(tx ->
                        db.create(new Team("Reds")).flatMap(team -> db.create(new Player(null, "Bo", 1, team.id)))))
                .flatMapMany(
                        bo -> teams().doOnNext(team -> assertThat(team.players).containsExactly(bo)))
                .then();
    }

    private Mono<List<Player>> best() {
        return db.query(Player.class)
                .where(SCORE.gt(5))
                .orderBy(SCORE.desc())
                .all()
                .collectList();
    }

    private Flux<Team> teams() {
        return db.query(load(Team.class).distinct(TEAM_ID).with(Team::add, load(Player.class)))
                .orderBy(TEAM_ID)
                .all();
    }

    @Test
    void workOneAfterTheOther(TestDatabase database) {
        Flux<Long> counted = db.withBind(database.url(), engine -> play().then(teams().count()));
        assertThat(counted.blockLast(Duration.ofSeconds(20))).isEqualTo(1);
    }
}
