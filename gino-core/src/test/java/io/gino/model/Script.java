/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import io.gino.compile.PostgresCompiler;
import io.gino.ddl.SchemaPlan;
import io.gino.schema.MetaData;

/** What creates the tables of models, as SQL. */
final class Script {

    private Script() {}

    static String of(Class<?>... models) {
        return of(new DeclarativeBase(new MetaData()).models(models).metadata());
    }

    static String of(MetaData metadata) {
        return new PostgresCompiler().script(SchemaPlan.of(metadata).createAll());
    }
}
