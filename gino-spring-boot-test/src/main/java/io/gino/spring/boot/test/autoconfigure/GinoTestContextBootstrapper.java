/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.autoconfigure;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/** Reads the properties that {@link GinoTest} adds. */
class GinoTestContextBootstrapper extends TestSliceTestContextBootstrapper<GinoTest> {}
