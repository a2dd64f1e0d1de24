/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A user as JSON with one more field. */
record UserWithAddresses(@JsonUnwrapped User user, List<Address> addresses) {

    UserWithAddresses(User user) {
        this(user, user.getAddresses());
    }
}
