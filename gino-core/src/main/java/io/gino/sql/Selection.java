/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sql;

import io.gino.row.RowReader;
import java.util.List;

/**
 * Columns to select or return, together with what reads them.
 *
 * @param <R> what it makes of them
 * @since 0.1.0
 */
public interface Selection<R> extends RowReader<R> {

    List<Expression<?>> columns();
}
