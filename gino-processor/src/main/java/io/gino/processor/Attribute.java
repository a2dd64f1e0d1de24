package io.gino.processor;

import com.palantir.javapoet.TypeName;

/**
 * An attribute that is a column.
 *
 * @param type its Java type as a type argument: boxed, and without type variables
 */
record Attribute(String name, TypeName type) {}
