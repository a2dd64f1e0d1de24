/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

/** Starts an application on a class path from which one jar was taken. */
@ExtendWith(OutputCaptureExtension.class)
class MissingDependencyTest {

    @Test
    void theDriverIsNamed(CapturedOutput output) throws Exception {
        assertFails("r2dbc-postgresql");
        assertThat(output)
                .contains(
                        "\nDescription:\n\nGINO needs org.postgresql:r2dbc-postgresql, which is not on the class path.\n\n"
                                + "Action:\n\nAdd the dependency org.postgresql:r2dbc-postgresql, or use"
                                + " io.gino:gino-spring-boot-starter, which brings it.\n");
    }

    @Test
    void thePoolIsNamedWhereSettingsAskForIt(CapturedOutput output) throws Exception {
        assertFails("r2dbc-pool", "--spring.gino.pool.max-size=3");
        assertThat(output)
                .contains(
                        "\nDescription:\n\nspring.gino.pool.* is set, and there is no pool: io.r2dbc:r2dbc-pool is not on the"
                                + " class path.\n\nAction:\n\nAdd the dependency io.r2dbc:r2dbc-pool, or remove the settings.\n");
    }

    @Test
    void withoutSuchSettingsThereNeedBeNoPool(CapturedOutput output) throws Exception {
        start("r2dbc-pool", "--spring.gino.fail-fast=false");
        assertThat(output).contains("GINO uses PostgreSQL at localhost:1/app").doesNotContain("APPLICATION FAILED");
    }

    private static void assertFails(String jar, String... arguments) {
        assertThatThrownBy(() -> start(jar, arguments)).isNotNull();
    }

    private static void start(String jar, String... arguments) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(without(jar), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            loader.loadClass(Application.class.getName())
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URL[] without(String jar) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(classPath.split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> !entry.getFileName().toString().startsWith(jar + "-"))
                .map(MissingDependencyTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Public for the class loader that starts it. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        GinoAutoConfiguration.class,
        GinoConnectionAutoConfiguration.class,
        R2dbcAutoConfiguration.class
    })
    public static class Application {

        public static void main(String[] arguments) {
            new SpringApplicationBuilder(Application.class)
                    .web(WebApplicationType.NONE)
                    .properties("spring.gino.url=postgresql://localhost:1/app")
                    .run(arguments)
                    .close();
        }
    }
}
