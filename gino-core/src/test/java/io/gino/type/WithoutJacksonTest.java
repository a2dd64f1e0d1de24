/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The library on a class path without Jackson. */
class WithoutJacksonTest {

    /** What runs where there is no Jackson. */
    public static final class Program implements Supplier<String> {

        @Override
        public String get() {
            return Types.JSONB.read("{}") + " " + Types.jsonb(String.class) + " " + Types.of("jsonb", Json.class);
        }
    }

    /** What needs Jackson. */
    public static final class Writer implements Supplier<String> {

        @Override
        public String get() {
            return Json.of(1).text();
        }
    }

    /** What needs Jackson, too. */
    public static final class Reader implements Supplier<String> {

        @Override
        public String get() {
            return String.valueOf(Types.jsonb(Integer.class).read("1"));
        }
    }

    /** What takes documents apart. */
    public static final class Tree implements Supplier<String> {

        @Override
        public String get() {
            return JsonTree.of(new Json("{}")).toString();
        }
    }

    @Test
    void jsonAsTextNeedsNone() throws Exception {
        assertThat(run(Program.class)).isEqualTo("Json[text={}] jsonb Optional[jsonb]");
    }

    @Test
    void jsonAsJavaValuesSaysWhatToAdd() {
        for (Class<?> program : new Class<?>[] {Writer.class, Reader.class, Tree.class}) {
            assertThatThrownBy(() -> run(program))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasToString(
                            "io.gino.error.SchemaException: Reading and writing JSON as Java values needs Jackson 3:"
                                    + " add tools.jackson.core:jackson-databind.");
        }
    }

    private static Object run(Class<?> program) throws Exception {
        URL[] classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("jackson"))
                .map(WithoutJacksonTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Class<?> there = loader.loadClass(program.getName());
            Method get = there.getMethod("get");
            return get.invoke(there.getConstructor().newInstance());
        }
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }
}
