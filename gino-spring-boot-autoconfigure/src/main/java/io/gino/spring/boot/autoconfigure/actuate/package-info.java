/** What gino tells those who operate an application. */
@NullMarked
package io.gino.spring.boot.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
