/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.rendering;

import java.util.List;

/** SQL and the values of its parameters. */
public record RenderedSql(String sql, List<Object> binds) {}
