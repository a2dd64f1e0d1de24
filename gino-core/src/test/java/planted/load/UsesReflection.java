/* SPDX-License-Identifier: Apache-2.0 */
package planted.load;

import java.lang.reflect.Method;

public abstract class UsesReflection {
    Method method;
}
