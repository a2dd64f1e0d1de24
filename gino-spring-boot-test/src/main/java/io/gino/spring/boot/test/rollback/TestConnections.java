/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.rollback;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Every {@code ConnectionFactory} of the application, so that it gives connections in the transaction of the test while
 * one runs. What they are otherwise, a pool for instance, they stay.
 */
final class TestConnections implements BeanPostProcessor {

    private final List<Factory> factories = new CopyOnWriteArrayList<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof ConnectionFactory factory)) {
            return bean;
        }
        Factory inTests = new Factory(factory);
        factories.add(inTests);
        ProxyFactory proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(!Modifier.isFinal(bean.getClass().getModifiers()));
        proxy.addAdvice(inTests);
        return proxy.getProxy(bean.getClass().getClassLoader());
    }

    /** @throws IllegalStateException when a test runs */
    void begin() {
        factories.forEach(Factory::begin);
    }

    Mono<Void> rollback() {
        return Flux.fromIterable(factories).concatMap(Factory::rollback).then();
    }

    /** One of them. */
    private static final class Factory implements MethodInterceptor {

        private final ConnectionFactory factory;
        private @Nullable TestTransaction current;

        Factory(ConnectionFactory factory) {
            this.factory = factory;
        }

        @Override
        public @Nullable Object invoke(MethodInvocation call) throws Throwable {
            boolean isCreate = call.getMethod().getName().equals("create")
                    && call.getMethod().getParameterCount() == 0;
            return isCreate ? create() : call.proceed();
        }

        private Mono<Connection> create() {
            return Mono.defer(() -> {
                TestTransaction test = current();
                return test == null ? opened() : test.guest();
            });
        }

        private Mono<Connection> opened() {
            return Mono.defer(() -> Mono.from(factory.create()).cast(Connection.class));
        }

        private synchronized @Nullable TestTransaction current() {
            return current;
        }

        synchronized void begin() {
            if (current != null) {
                throw new IllegalStateException(
                        "Another test is running in the same application, and what both do would be rolled back"
                                + " together. Run them one after another: @Execution(ExecutionMode.SAME_THREAD), or rollback = false.");
            }
            current = new TestTransaction(opened());
        }

        Mono<Void> rollback() {
            return Mono.defer(() -> {
                TestTransaction ended = end();
                return ended == null ? Mono.empty() : ended.rollback();
            });
        }

        private synchronized @Nullable TestTransaction end() {
            TestTransaction ended = current;
            current = null;
            return ended;
        }
    }
}
