/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.data;

import io.gino.model.ForeignKey;
import io.gino.model.GinoModel;
import io.gino.model.PrimaryKey;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** Belongs to a team. */
@GinoModel("members")
@Table("members")
public record Member(
        @Id @PrimaryKey long id, @ForeignKey("teams.id") long teamId, String name) {}
