package planted.engine;

import org.springframework.planted.Bean;

public abstract class UsesSpring {
    Bean bean;
}
