/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.data;

import io.gino.model.GinoModel;
import io.gino.model.PrimaryKey;
import io.gino.model.Transient;
import java.util.ArrayList;
import java.util.List;

/** A team to which GINO hands over its members. */
@GinoModel("teams")
public class Team implements Viewed {

    @PrimaryKey
    private long id;

    private String name = "";

    @Transient
    private final List<Member> members = new ArrayList<>();

    public Team() {}

    public void addMember(Member member) {
        members.add(member);
    }

    @Override
    public TeamView view() {
        return new TeamView(id, name, List.copyOf(members));
    }
}
