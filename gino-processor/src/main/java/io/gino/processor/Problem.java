/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.processor;

import javax.lang.model.element.Element;

/** Why a class cannot have a companion, and where in the source that is. */
record Problem(Element element, String sentence) {}
