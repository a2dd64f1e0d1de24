/* SPDX-License-Identifier: Apache-2.0 */
package planted.schema;

import planted.sql.UsesNothing;

public record Table(UsesNothing allowed) {}
