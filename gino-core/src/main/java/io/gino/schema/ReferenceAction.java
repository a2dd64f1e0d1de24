package io.gino.schema;

/** What becomes of rows whose target is deleted, or whose target's key changes. */
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
