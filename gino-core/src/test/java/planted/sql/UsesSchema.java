/* SPDX-License-Identifier: Apache-2.0 */
package planted.sql;

import planted.schema.Table;

public class UsesSchema {
    final Table[] tables = {};
}
