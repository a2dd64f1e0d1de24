/* SPDX-License-Identifier: Apache-2.0 */
package planted.model;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;

public abstract class MayReflect {
    Method method;
    MethodHandle handle;
}
