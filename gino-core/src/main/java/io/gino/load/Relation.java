/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.load;

import java.util.function.BiConsumer;

/** What is related to a model: how it is loaded, and handed over. */
record Relation<M, C>(BiConsumer<? super M, ? super C> attach, Branch<C> branch) {}
