/* SPDX-License-Identifier: Apache-2.0 */
package planted.engine;

import org.springframework.planted.Bean;

public abstract class UsesSpring {
    Bean bean;
}
