/** A small service on gino: users with addresses and an account each, and transfers between them. */
@NullMarked
package io.gino.sample;

import org.jspecify.annotations.NullMarked;
