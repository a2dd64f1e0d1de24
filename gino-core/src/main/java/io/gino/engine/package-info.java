/** Connections, pool, transactions and the running of compiled statements; the only place that knows R2DBC. */
@NullMarked
package io.gino.engine;

import org.jspecify.annotations.NullMarked;
