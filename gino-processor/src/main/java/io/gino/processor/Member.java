/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * What is an attribute of a model.
 *
 * @param element the field, or the static field or method that declares the column
 * @param type the attribute's
 */
record Member(String name, Element element, TypeMirror type) {}
