/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.aot;

import io.gino.model.Column;
import io.gino.model.ColumnNaming;
import io.gino.model.Embedded;
import io.gino.model.GinoModel;
import io.gino.model.JsonAttribute;
import io.gino.model.PrimaryKey;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Models with all that is reflected on; none of them is public. */
final class Shop {

    private Shop() {}

    static class Numbered {

        @PrimaryKey
        private Long id;
    }

    interface Named {

        String name();
    }

    @GinoModel(value = "products", naming = AsWritten.class)
    static class Product extends Numbered implements Named {

        @Column(clientDefault = NoName.class)
        private String name;

        @Embedded
        private Money price;

        @Column(type = "jsonb")
        private List<Feature> features = List.of();

        @Column(type = "jsonb")
        private Map<String, Object> profile;

        @JsonAttribute
        private int age;

        @Override
        public String name() {
            return name;
        }

        void add(String feature) {
            features = List.of(new Feature(feature));
        }
    }

    record Money(int amount, String currency) {}

    record Feature(String name) {}

    /** Of no model. */
    record Unrelated(String name) {}

    static final class NoName implements Supplier<String> {

        @Override
        public String get() {
            return "noname";
        }
    }

    static final class AsWritten implements ColumnNaming {

        @Override
        public String column(String attribute) {
            return attribute;
        }
    }
}
