/** Create, get, update, delete and bound queries of models. */
@NullMarked
package io.gino.crud;

import org.jspecify.annotations.NullMarked;
