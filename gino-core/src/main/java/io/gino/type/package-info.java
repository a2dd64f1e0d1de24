/** How one Java value is written to and read from one database type. */
@NullMarked
package io.gino.type;

import org.jspecify.annotations.NullMarked;
