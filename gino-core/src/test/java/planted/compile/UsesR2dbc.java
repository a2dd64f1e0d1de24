/* SPDX-License-Identifier: Apache-2.0 */
package planted.compile;

import io.r2dbc.spi.Row;

public abstract class UsesR2dbc {
    Row row;
}
