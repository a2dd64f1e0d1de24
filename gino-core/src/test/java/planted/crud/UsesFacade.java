package planted.crud;

import planted.Facade;

public record UsesFacade(Facade facade) {}
