/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.contender;

import io.gino.benchmarks.rendering.Rendering;

/** Makes SQL from values, without a database. */
public interface Renders extends Contender {

    Rendering<?> rendering();
}
