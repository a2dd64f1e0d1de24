package planted.sql;

public record UsesNothing() {}
