/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import java.util.Locale;

/** Java names as PostgreSQL spells them: {@code teamId} is {@code team_id}, {@code baseURL} is {@code base_url}. */
final class SnakeCase {

    private SnakeCase() {}

    static String of(String camelCase) {
        return camelCase.equals(camelCase.toLowerCase(Locale.ROOT)) ? camelCase : apart(camelCase);
    }

    private static String apart(String camelCase) {
        StringBuilder snake = new StringBuilder(camelCase.length() + 4);
        for (int i = 0; i < camelCase.length(); i++) {
            char c = camelCase.charAt(i);
            if (Character.isUpperCase(c) && startsWord(camelCase, i)) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(c));
        }
        return snake.toString();
    }

    private static boolean startsWord(String name, int i) {
        if (i == 0 || name.charAt(i - 1) == '_') {
            return false;
        }
        boolean afterLower = !Character.isUpperCase(name.charAt(i - 1));
        boolean beforeLower = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
        return afterLower || beforeLower;
    }
}
