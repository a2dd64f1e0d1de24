/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import io.gino.error.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which models belong to which database: what {@link GinoDatabase} says, else the nearest package that a database with a
 * name has for its own, else the main one.
 */
record ModelShares(GinoManagedTypes types, GinoProperties properties) {

    List<Class<?>> ofMain() {
        return types.types().stream().filter(type -> owner(type).isEmpty()).toList();
    }

    List<Class<?>> of(String name) {
        return types.types().stream()
                .filter(type -> owner(type).filter(name::equals).isPresent())
                .toList();
    }

    private Optional<String> owner(Class<?> type) {
        GinoDatabase said = type.getAnnotation(GinoDatabase.class);
        return said == null ? byPackage(type) : Optional.of(known(type, said.value()));
    }

    private String known(Class<?> type, String name) {
        if (!properties.databases().containsKey(name)) {
            throw new GinoStartupException(
                    "Model %s is of database '%s', which spring.gino.databases does not have. %s"
                            .formatted(
                                    type.getName(),
                                    name,
                                    Wording.didYouMean(
                                            name, properties.databases().keySet())),
                    "Correct @GinoDatabase, or set spring.gino.databases.%s.url=%s."
                            .formatted(name, ConfiguredDatabase.EXAMPLE));
        }
        return name;
    }

    private Optional<String> byPackage(Class<?> type) {
        String owner = null;
        int length = -1;
        for (Map.Entry<String, GinoDatabaseProperties> database :
                properties.databases().entrySet()) {
            for (String packageName : database.getValue().packages()) {
                if (packageName.length() > length && (type.getPackageName() + ".").startsWith(packageName + ".")) {
                    owner = database.getKey();
                    length = packageName.length();
                }
            }
        }
        return Optional.ofNullable(owner);
    }
}
