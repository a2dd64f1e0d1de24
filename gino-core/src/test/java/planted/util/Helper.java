package planted.util;

public class Helper {}
