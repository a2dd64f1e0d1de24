/* SPDX-License-Identifier: Apache-2.0 */
package planted.engine;

import io.r2dbc.spi.Row;

public abstract class MayUseR2dbc {
    Row row;
}
