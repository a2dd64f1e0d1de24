/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.row;

import io.gino.error.LoadException;
import java.util.ServiceLoader;

/**
 * Makes readers of records; found as a service, since the package with the reflection knows this one.
 *
 * @since 0.1.0
 */
public interface RecordReaders {

    /** A reader that gives each component the column of its name. */
    <R> RowReader<R> readerOf(Class<R> target);

    static RecordReaders found() {
        return Found.READERS;
    }

    /** The readers, looked up once. */
    final class Found {
        private static final RecordReaders READERS = ServiceLoader.load(
                        RecordReaders.class, RecordReaders.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new LoadException("gino-core's META-INF/services are missing from the class path."));

        private Found() {}
    }
}
