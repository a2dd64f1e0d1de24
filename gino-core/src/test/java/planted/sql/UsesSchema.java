package planted.sql;

import planted.schema.Table;

public class UsesSchema {
    final Table[] tables = {};
}
