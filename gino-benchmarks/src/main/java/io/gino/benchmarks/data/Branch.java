/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.data;

import io.gino.model.GinoModel;
import io.gino.model.PrimaryKey;

/** Where tellers are. */
@GinoModel("branches")
public record Branch(@PrimaryKey long id, long balance) {}
