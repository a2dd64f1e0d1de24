/** The exceptions a user can catch, and how they are worded. */
@NullMarked
package io.gino.error;

import org.jspecify.annotations.NullMarked;
