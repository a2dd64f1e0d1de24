/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.spring.boot.test.autoconfigure.GinoTest;
import io.gino.spring.boot.test.autoconfigure.app.Note;
import io.gino.spring.boot.test.autoconfigure.app.NotesApplication;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.Commit;
import org.springframework.test.annotation.Rollback;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.NestedTestConfiguration;
import org.springframework.test.context.NestedTestConfiguration.EnclosingConfiguration;

@NestedTestConfiguration(EnclosingConfiguration.OVERRIDE)
class KeptIT {

    @Nested
    @GinoTest(properties = "kept.context=1")
    @ContextConfiguration(classes = NotesApplication.class)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class ByMethod {

        @Autowired
        private Gino db;

        @Test
        @Order(1)
        void undoes() {
            db.create(new Note(null, "undone")).block();
        }

        @Test
        @Order(2)
        @Commit
        void keeps() {
            assertThat(db.query(Note.class).count().block()).isZero();
            db.create(new Note(null, "kept")).block();
        }

        @Test
        @Order(3)
        void finds() {
            assertThat(db.query(Note.class).all().map(Note::text).collectList().block())
                    .containsExactly("kept");
        }
    }

    @Nested
    @GinoTest(properties = "kept.context=2")
    @Rollback(false)
    @ContextConfiguration(classes = NotesApplication.class)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class ByClass {

        @Autowired
        private Gino db;

        @Test
        @Order(1)
        void keeps() {
            db.create(new Note(null, "kept")).block();
        }

        @Test
        @Order(2)
        @Rollback
        void undoesAllTheSame() {
            db.create(new Note(null, "undone")).block();
        }

        @Test
        @Order(3)
        void finds() {
            assertThat(db.query(Note.class).all().map(Note::text).collectList().block())
                    .containsExactly("kept");
        }
    }

    @Nested
    @GinoTest(rollback = false)
    @ContextConfiguration(classes = NotesApplication.class)
    class ByAttribute {

        @Autowired
        private ApplicationContext context;

        @Test
        void leavesTheConnectionsAsTheyAre() {
            assertThat(context.getBeansOfType(TestConnections.class)).isEmpty();
        }
    }
}
