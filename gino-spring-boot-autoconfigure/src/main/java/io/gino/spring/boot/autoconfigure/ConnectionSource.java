/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.core.env.Environment;

/** What a person has to change in order to have the main database elsewhere. */
final class ConnectionSource {

    private ConnectionSource() {}

    static String of(ListableBeanFactory beans, Environment environment) {
        if (beans.containsBean("ginoConnectionFactory")) {
            return ConfiguredDatabase.main(environment).source();
        }
        R2dbcConnectionDetails details =
                beans.getBeanProvider(R2dbcConnectionDetails.class).getIfAvailable();
        if (details instanceof GinoConnectionDetails own) {
            return own.source();
        }
        boolean isBoots =
                details != null && details.getClass().getPackage().equals(R2dbcAutoConfiguration.class.getPackage());
        return isBoots ? "spring.r2dbc.url" : "the R2dbcConnectionDetails bean";
    }
}
