/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.gino.Gino;
import io.gino.model.Model;
import io.gino.spring.boot.autoconfigure.geo.City;
import io.gino.spring.boot.autoconfigure.geo.Geography;
import io.gino.spring.boot.autoconfigure.other.Song;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.OverridingClassLoader;

class GinoManagedTypesTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    GinoConnectionAutoConfiguration.class, R2dbcAutoConfiguration.class, GinoAutoConfiguration.class))
            .withPropertyValues("spring.gino.url=postgresql://localhost:1/app", "spring.gino.fail-fast=false");

    @Test
    void areFoundBelowTheApplicationInTheOrderOfTheirNames() {
        assertTypes(Application.class, City.class, Geography.Country.class);
    }

    @Test
    void areFoundWhereEntityScanSays() {
        assertTypes(WithEntityScan.class, Song.class);
    }

    @Test
    void areFoundWhereGinoModelScanSaysWhateverEntityScanSays() {
        assertTypes(WithModelScan.class, City.class, Geography.Country.class);
        assertTypes(WithModelScans.class, City.class, Geography.Country.class, Song.class);
    }

    @Test
    void areFoundWhereThePropertiesSay() {
        runner.withUserConfiguration(Application.class)
                .withPropertyValues("spring.gino.packages=io.gino.spring.boot.autoconfigure.other")
                .run(context -> assertThat(
                                context.getBean(GinoManagedTypes.class).types())
                        .containsExactly(Song.class));
    }

    /** As DevTools does: the same packages, every time in a new class loader. */
    @Test
    void areThoseOfTheRunningApplicationAfterARestart() {
        ClassLoader first = restarted();
        ClassLoader second = restarted();
        for (ClassLoader loader : List.of(first, second, first)) {
            runner.withUserConfiguration(Application.class)
                    .withClassLoader(loader)
                    .run(context -> {
                        assertThat(context.getBean(GinoManagedTypes.class).types())
                                .extracting(Class::getName)
                                .containsExactly(City.class.getName(), Geography.Country.class.getName());
                        assertThat(context.getBean(GinoManagedTypes.class).types())
                                .allSatisfy(type ->
                                        assertThat(type.getClassLoader()).isSameAs(loader));
                        Class<?> city = loader.loadClass(City.class.getName());
                        assertThat(context.getBean(Gino.class).tables())
                                .contains(Model.of(city).table())
                                .doesNotContain(Model.of(City.class).table());
                    });
        }
    }

    private static ClassLoader restarted() {
        return new OverridingClassLoader(GinoManagedTypesTest.class.getClassLoader()) {
            @Override
            protected boolean isEligibleForOverriding(String name) {
                return name.startsWith(City.class.getPackageName());
            }
        };
    }

    @Test
    void areThoseOfTheApplicationsOwnBeanInItsOrder() {
        assertTypes(WithList.class, Song.class, City.class);
    }

    @Test
    void areNoneWithoutAPackage() {
        runner.run(context ->
                assertThat(context.getBean(GinoManagedTypes.class).types()).isEmpty());
    }

    @Test
    void becomeTheTablesOfGino() {
        runner.withUserConfiguration(WithList.class)
                .run(context -> assertThat(context.getBean(Gino.class).tables())
                        .containsExactly(
                                Model.of(Song.class).table(),
                                Model.of(City.class).table()));
    }

    @Test
    void saysWhichTheyAre() {
        assertThat(GinoManagedTypes.of(Song.class)).hasToString("GinoManagedTypes[" + Song.class.getName() + "]");
    }

    private void assertTypes(Class<?> configuration, Class<?>... types) {
        runner.withUserConfiguration(configuration)
                .run(context -> assertThat(
                                context.getBean(GinoManagedTypes.class).types())
                        .containsExactly(types));
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage(basePackageClasses = City.class)
    static class Application {}

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage(basePackageClasses = City.class)
    @EntityScan(basePackageClasses = Song.class)
    static class WithEntityScan {}

    @Configuration(proxyBeanMethods = false)
    @EntityScan(basePackageClasses = Song.class)
    @GinoModelScan("${models:io.gino.spring.boot.autoconfigure.geo}")
    static class WithModelScan {}

    @Configuration(proxyBeanMethods = false)
    @GinoModelScan(basePackageClasses = Song.class)
    static class WithModelScans {

        @Configuration(proxyBeanMethods = false)
        @GinoModelScan(basePackageClasses = City.class)
        static class Another {}
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage(basePackageClasses = City.class)
    static class WithList {

        @Bean
        static GinoManagedTypes models() {
            return GinoManagedTypes.of(Song.class, City.class);
        }
    }
}
