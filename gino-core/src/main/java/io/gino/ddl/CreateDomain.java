/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.ddl;

import io.gino.schema.Domain;
import java.util.List;

/**
 * A domain with its rules.
 *
 * @since 0.1.0
 */
public record CreateDomain(Domain<?> domain, List<NamedConstraint> checks) implements Ddl {

    public CreateDomain {
        checks = List.copyOf(checks);
    }

    @Override
    public void accept(DdlVisitor visitor) {
        visitor.createDomain(this);
    }
}
