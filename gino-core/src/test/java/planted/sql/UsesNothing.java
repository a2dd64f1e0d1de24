/* SPDX-License-Identifier: Apache-2.0 */
package planted.sql;

public record UsesNothing() {}
