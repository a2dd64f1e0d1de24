/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.data;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A team without its members, for those who read them by another query. */
@Table("teams")
public record TeamRecord(@Id long id, String name) {}
