/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.data;

import io.gino.model.GinoModel;
import io.gino.model.PrimaryKey;

/** Where money is paid. */
@GinoModel("tellers")
public record Teller(@PrimaryKey long id, long balance) {}
