/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.autoconfigure;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/** What {@link AutoConfigureGino} says of tables, for each database of the application, before all that the application says. */
record SchemaCustomizer(boolean createAll, boolean replaceDatabase) implements ContextCustomizer {

    private static final Pattern CREATE_ALL = Pattern.compile("spring\\.gino(\\.databases\\.[^.]+)?\\.create-all");
    private static final Pattern MODE = Pattern.compile("spring\\.gino(\\.databases\\.[^.]+)?\\.schema\\.mode");

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
        context.getEnvironment().getPropertySources().addFirst(new Said());
    }

    /** Answers for databases whose names are not known yet. */
    private final class Said extends PropertySource<SchemaCustomizer> {

        Said() {
            super("ginoTestSchema", SchemaCustomizer.this);
        }

        @Override
        public @Nullable Object getProperty(String name) {
            if (CREATE_ALL.matcher(name).matches()) {
                return createAll;
            }
            // No migration comes to a test database: there would be nothing to validate.
            return createAll && replaceDatabase && MODE.matcher(name).matches() ? "create" : null;
        }
    }

    /** Finds the annotation. */
    static final class Factory implements ContextCustomizerFactory {

        @Override
        public @Nullable ContextCustomizer createContextCustomizer(
                Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
            AutoConfigureGino found =
                    TestContextAnnotationUtils.findMergedAnnotation(testClass, AutoConfigureGino.class);
            return found == null ? null : new SchemaCustomizer(found.createAll(), found.replaceDatabase());
        }
    }
}
