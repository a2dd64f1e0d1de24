/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.data;

/** What contenders read into classes of their own, and tests compare in one form. */
public interface Viewed {

    /** The same values, equal for all contenders. */
    Object view();
}
