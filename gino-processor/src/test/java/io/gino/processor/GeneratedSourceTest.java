/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedSourceTest {

    @TempDir
    Path directory;

    @Test
    void aClassHasItsColumnsAsConstantsAndInItsAlias() {
        String user = """
                package app;
                import io.gino.model.*;
                import java.util.Map;
                @GinoModel("users")
                public class User {
                    @PrimaryKey private Long id;
                    private String email;
                    private int age;
                    @Column(type = "jsonb") private Map<String, Object> profile;
                }
                """;

        assertThat(compile(user).succeeds().source("app/User_.java")).isEqualTo("""
                        package app;

                        import io.gino.model.ColumnAttribute;
                        import io.gino.model.Model;
                        import io.gino.model.ModelAlias;
                        import io.gino.schema.Table;
                        import io.gino.sql.ColumnClause;
                        import io.gino.sql.Identifier;
                        import java.lang.Integer;
                        import java.lang.Long;
                        import java.lang.Object;
                        import java.lang.String;
                        import java.lang.SuppressWarnings;
                        import java.util.Map;
                        import javax.annotation.processing.Generated;

                        /**
                         * The columns of {@link User}, each by the name of its attribute.
                         */
                        @Generated("io.gino.processor.ModelProcessor")
                        @SuppressWarnings({"deprecation", "rawtypes", "removal"})
                        public final class User_ {
                            public static final Model<User> MODEL = Model.of(User.class);

                            public static final Table TABLE = MODEL.table();

                            public static final ColumnAttribute<User, Long> id = MODEL.attribute("id");

                            public static final ColumnAttribute<User, String> email = MODEL.attribute("email");

                            public static final ColumnAttribute<User, Integer> age = MODEL.attribute("age");

                            public static final ColumnAttribute<User, Map<String, Object>> profile = MODEL.attribute("profile");

                            private User_() {
                            }

                            /**
                             * The table under another name.
                             */
                            public static Alias alias(String name) {
                                return new Alias(name);
                            }

                            /**
                             * The table of {@link User} under another name.
                             */
                            public static final class Alias extends ModelAlias<User> {
                                public final ColumnClause<Long> id;

                                public final ColumnClause<String> email;

                                public final ColumnClause<Integer> age;

                                public final ColumnClause<Map<String, Object>> profile;

                                private Alias(String name) {
                                    super(MODEL, Identifier.of(name));
                                    this.id = column(User_.id);
                                    this.email = column(User_.email);
                                    this.age = column(User_.age);
                                    this.profile = column(User_.profile);
                                }
                            }
                        }
                        """);
    }

    @Test
    void aRecordHasItsComponents() {
        String card = """
                package app;
                import io.gino.model.*;
                @GinoModel("cards")
                record Card(@PrimaryKey long id, @Transient String note, char[] pin) {}
                """;

        assertThat(compile(card).succeeds().source("app/Card_.java")).isEqualTo("""
                        package app;

                        import io.gino.model.ColumnAttribute;
                        import io.gino.model.Model;
                        import io.gino.model.ModelAlias;
                        import io.gino.schema.Table;
                        import io.gino.sql.ColumnClause;
                        import io.gino.sql.Identifier;
                        import java.lang.Long;
                        import java.lang.String;
                        import java.lang.SuppressWarnings;
                        import javax.annotation.processing.Generated;

                        /**
                         * The columns of {@link Card}, each by the name of its attribute.
                         */
                        @Generated("io.gino.processor.ModelProcessor")
                        @SuppressWarnings({"deprecation", "rawtypes", "removal"})
                        final class Card_ {
                            public static final Model<Card> MODEL = Model.of(Card.class);

                            public static final Table TABLE = MODEL.table();

                            public static final ColumnAttribute<Card, Long> id = MODEL.attribute("id");

                            public static final ColumnAttribute<Card, char[]> pin = MODEL.attribute("pin");

                            private Card_() {
                            }

                            /**
                             * The table under another name.
                             */
                            public static Alias alias(String name) {
                                return new Alias(name);
                            }

                            /**
                             * The table of {@link Card} under another name.
                             */
                            public static final class Alias extends ModelAlias<Card> {
                                public final ColumnClause<Long> id;

                                public final ColumnClause<char[]> pin;

                                private Alias(String name) {
                                    super(MODEL, Identifier.of(name));
                                    this.id = column(Card_.id);
                                    this.pin = column(Card_.pin);
                                }
                            }
                        }
                        """);
    }

    @Test
    void nestedModelsHaveTheirsNestedTheSameWay() {
        String shop = """
                package app;
                import io.gino.model.*;
                public interface Shop {
                    @GinoModel("orders") class Order { Long id; }
                }
                """;

        assertThat(compile(shop).succeeds().source("app/Shop_.java")).isEqualTo("""
                        package app;

                        import io.gino.model.ColumnAttribute;
                        import io.gino.model.Model;
                        import io.gino.model.ModelAlias;
                        import io.gino.schema.Table;
                        import io.gino.sql.ColumnClause;
                        import io.gino.sql.Identifier;
                        import java.lang.Long;
                        import java.lang.String;
                        import java.lang.SuppressWarnings;
                        import javax.annotation.processing.Generated;

                        /**
                         * The models that are nested in {@link Shop}.
                         */
                        @Generated("io.gino.processor.ModelProcessor")
                        @SuppressWarnings({"deprecation", "rawtypes", "removal"})
                        public final class Shop_ {
                            private Shop_() {
                            }

                            /**
                             * The columns of {@link Shop.Order}, each by the name of its attribute.
                             */
                            public static final class Order_ {
                                public static final Model<Shop.Order> MODEL = Model.of(Shop.Order.class);

                                public static final Table TABLE = MODEL.table();

                                public static final ColumnAttribute<Shop.Order, Long> id = MODEL.attribute("id");

                                private Order_() {
                                }

                                /**
                                 * The table under another name.
                                 */
                                public static Alias alias(String name) {
                                    return new Alias(name);
                                }

                                /**
                                 * The table of {@link Shop.Order} under another name.
                                 */
                                public static final class Alias extends ModelAlias<Shop.Order> {
                                    public final ColumnClause<Long> id;

                                    private Alias(String name) {
                                        super(MODEL, Identifier.of(name));
                                        this.id = column(Order_.id);
                                    }
                                }
                            }
                        }
                        """);
    }

    private Compilation compile(String source) {
        return Compiler.in(directory).compile(source);
    }
}
