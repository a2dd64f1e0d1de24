/* SPDX-License-Identifier: Apache-2.0 */
package planted.sql;

import java.util.List;
import planted.schema.Table;

public interface UsesSchemaInGenerics {
    void accept(List<? extends Table> tables);
}
