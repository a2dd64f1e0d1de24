/* SPDX-License-Identifier: Apache-2.0 */
package planted.load;

import java.lang.invoke.MethodHandle;

public abstract class UsesHandles {
    MethodHandle handle;
}
