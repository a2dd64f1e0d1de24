/* SPDX-License-Identifier: Apache-2.0 */
package org.springframework.planted;

/** Stands for Spring, which is not on this module's class path, so that the rule against it can be seen to bite. */
public class Bean {}
