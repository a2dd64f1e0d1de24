/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.autoconfigure;

import io.gino.spring.boot.autoconfigure.GinoDatabasesAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/** Auto-configuration of an empty database for each of {@code spring.gino.databases}, before that of the application's own. */
@AutoConfiguration(before = GinoDatabasesAutoConfiguration.class)
@Import(TestDatabaseRegistrar.class)
final class GinoTestDatabasesAutoConfiguration {}
