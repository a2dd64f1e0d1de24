/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.error.CheckViolation;
import io.gino.error.UniqueViolation;
import io.gino.spring.boot.test.autoconfigure.GinoTest;
import io.gino.spring.boot.test.fixture.GinoData;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.test.StepVerifier;

/** What the database sees to, without the rest of the application. */
@GinoTest
@GinoData("users.ndjson")
class AccountIT {

    @Autowired
    private Gino db;

    @Test
    void noAccountIsOverdrawn() {
        db.update(User.class)
                .set(User_.balance, User_.balance.minus(new BigDecimal("10.01")))
                .where(User_.name.eq("Ada"))
                .as(db::status)
                .as(StepVerifier::create)
                .verifyError(CheckViolation.class);
        assertThat(db.query(User.class)
                        .where(User_.name.eq("Ada"))
                        .one()
                        .block()
                        .getBalance())
                .isEqualByComparingTo("10");
    }

    @Test
    void noEmailIsThatOfTwo() {
        db.create(new User("Eve", "bob@example.org", BigDecimal.ZERO))
                .as(StepVerifier::create)
                .verifyError(UniqueViolation.class);
        assertThat(db.query(User.class).count().block()).isEqualTo(2);
    }
}
