/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.data;

import io.gino.model.GinoModel;

/** What was paid. */
@GinoModel("history")
public record History(long accountId, long tellerId, long branchId, long delta) {}
