package io.gino.spring.boot.autoconfigure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * Event loops that are the application's own. Where it uses Netty's global ones it stops them when it is closed, some
 * time after that, and with them the requests of the next application in the same JVM.
 */
@Configuration(proxyBeanMethods = false)
public class OwnEventLoops {

    @Bean
    ReactorResourceFactory reactorResourceFactory() {
        ReactorResourceFactory factory = new ReactorResourceFactory();
        factory.setUseGlobalResources(false);
        return factory;
    }
}
