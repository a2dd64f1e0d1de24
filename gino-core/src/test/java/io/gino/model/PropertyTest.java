/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a getter's attribute is called. */
class PropertyTest {

    interface Getters {
        String getName();

        String getURL();

        String get();

        String gets();

        boolean isOpen();

        Boolean isShut();

        String name();

        boolean issued();
    }

    private static String nameOf(String getter) throws NoSuchMethodException {
        return Property.nameOf(Getters.class.getDeclaredMethod(getter));
    }

    @Test
    void getAndIsAreLeftOutWhereANameFollows() throws NoSuchMethodException {
        assertThat(nameOf("getName")).isEqualTo("name");
        assertThat(nameOf("getURL")).isEqualTo("URL");
        assertThat(nameOf("isOpen")).isEqualTo("open");
        assertThat(nameOf("name")).isEqualTo("name");
        assertThat(nameOf("get")).isEqualTo("get");
        assertThat(nameOf("gets")).isEqualTo("gets");
        assertThat(nameOf("issued")).isEqualTo("issued");
        assertThat(nameOf("isShut")).isEqualTo("isShut");
    }
}
