package planted.sql.detail;

public class Nested {}
