/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.generate.GeneratedMethod;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.aot.BeanRegistrationCode;
import org.springframework.beans.factory.aot.BeanRegistrationCodeFragments;
import org.springframework.beans.factory.aot.BeanRegistrationCodeFragmentsDecorator;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.javapoet.CodeBlock;

/**
 * Scans for models while the application is built, since a native image has nothing to scan: the generated code lists
 * them by name, as it could not refer to those that are not public.
 */
final class GinoManagedTypesAotProcessor implements BeanRegistrationAotProcessor {

    @Override
    public @Nullable BeanRegistrationAotContribution processAheadOfTime(RegisteredBean bean) {
        if (!GinoManagedTypes.class.equals(bean.getBeanClass())) {
            return null;
        }
        GinoManagedTypes models = bean.getBeanFactory().getBean(bean.getBeanName(), GinoManagedTypes.class);
        return new Listed(models.types());
    }

    private record Listed(List<Class<?>> models) implements BeanRegistrationAotContribution {

        @Override
        public void applyTo(GenerationContext context, BeanRegistrationCode code) {
            ModelHints hints = new ModelHints(context.getRuntimeHints().reflection());
            models.forEach(hints::register);
        }

        @Override
        public BeanRegistrationCodeFragments customizeBeanRegistrationCodeFragments(
                GenerationContext context, BeanRegistrationCodeFragments fragments) {
            return new ByName(fragments, models);
        }
    }

    private static final class ByName extends BeanRegistrationCodeFragmentsDecorator {

        private final List<Class<?>> models;

        ByName(BeanRegistrationCodeFragments fragments, List<Class<?>> models) {
            super(fragments);
            this.models = models;
        }

        @Override
        public CodeBlock generateInstanceSupplierCode(
                GenerationContext context, BeanRegistrationCode code, boolean allowDirectSupplierShortcut) {
            CodeBlock names = models.stream()
                    .map(model -> CodeBlock.of("$S", model.getName()))
                    .collect(CodeBlock.joining(", "));
            GeneratedMethod method = code.getMethods()
                    .add(
                            "getInstance",
                            generated -> generated
                                    .addJavadoc("The models that were found when the application was built.")
                                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                                    .returns(GinoManagedTypes.class)
                                    .addStatement("return $T.named($L)", GinoManagedTypes.class, names));
            return method.toMethodReference().toCodeBlock();
        }
    }
}
