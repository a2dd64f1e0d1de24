package planted.load;

import java.lang.invoke.MethodHandle;

public abstract class UsesHandles {
    MethodHandle handle;
}
