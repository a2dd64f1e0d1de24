/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure;

/** What happens at start to the tables of the models; {@code spring.gino.schema.mode}. */
enum SchemaMode {

    /** Nothing. */
    NONE,

    /** What is missing is created. */
    CREATE,

    /** What is missing is created, and all that is declared is dropped when the application stops. */
    CREATE_DROP,

    /** The application does not start where the tables differ from the models. */
    VALIDATE
}
