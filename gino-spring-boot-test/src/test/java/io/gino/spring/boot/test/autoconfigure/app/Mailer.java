/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.autoconfigure.app;

import org.springframework.stereotype.Component;

/** Has nothing to do with the database. */
@Component
public class Mailer {}
