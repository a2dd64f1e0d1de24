package planted;

public class Facade {}
