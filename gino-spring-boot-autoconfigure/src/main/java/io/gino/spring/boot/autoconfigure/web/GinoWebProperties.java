/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What {@code spring.gino.*} says of web applications.
 *
 * @param problemDetails Whether errors of GINO that a request leaves unhandled are answered with problem details (RFC
 *     9457).
 * @param useConnectionForRequest Whether all statements of an HTTP request run on one connection, borrowed by the first
 *     of them.
 */
@ConfigurationProperties("spring.gino")
record GinoWebProperties(
        @DefaultValue("true") boolean problemDetails,
        @DefaultValue("false") boolean useConnectionForRequest) {}
