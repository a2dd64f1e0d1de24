package planted.schema;

import planted.sql.UsesNothing;

public record Table(UsesNothing allowed) {}
