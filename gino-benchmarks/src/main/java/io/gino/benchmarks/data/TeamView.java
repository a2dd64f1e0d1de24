/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.data;

import java.util.List;

/** A team with its members, by id. */
public record TeamView(long id, String name, List<Member> members) implements Viewed {

    @Override
    public TeamView view() {
        return this;
    }
}
