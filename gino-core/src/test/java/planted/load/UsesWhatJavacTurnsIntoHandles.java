/* SPDX-License-Identifier: Apache-2.0 */
package planted.load;

import java.util.function.Function;
import java.util.function.Supplier;

/** Lambdas, method references, string concatenation, records and switches are bootstrapped with method handles; nobody wrote one. */
public record UsesWhatJavacTurnsIntoHandles(Thread.State state, String name) {

    Function<String, Integer> lambda() {
        return text -> text.length() + name.length();
    }

    Supplier<String> methodReference() {
        return name::strip;
    }

    String concatenation() {
        return "state " + state
                + switch (state) {
                    case NEW -> "!";
                    default -> name;
                };
    }
}
