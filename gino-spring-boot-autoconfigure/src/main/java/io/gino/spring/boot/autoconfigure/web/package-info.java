/** What gino does for web applications: a 404 for what is not there, errors as problem details, connections of requests. */
@NullMarked
package io.gino.spring.boot.autoconfigure.web;

import org.jspecify.annotations.NullMarked;
