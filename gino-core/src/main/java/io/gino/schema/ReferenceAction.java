/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.schema;

/**
 * What becomes of rows whose target is deleted, or whose target's key changes.
 *
 * @since 0.1.0
 */
public enum ReferenceAction {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT;

    /** The action as DDL spells it. */
    public String sql() {
        return name().replace('_', ' ');
    }
}
