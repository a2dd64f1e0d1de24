/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** How rows are spelled in a COPY, into bytes that are taken away from time to time. Single-use. */
interface CopySpelling {

    void beginRow();

    /**
     * The next value of the row.
     *
     * @param column the column's number, from 0
     */
    void value(int column, @Nullable Object value);

    void endRow();

    /** What comes after the last row. */
    void end();

    /** About how many bytes there are to take. */
    int size();

    /** What has been written since this was last asked for. */
    ByteBuf take();
}
