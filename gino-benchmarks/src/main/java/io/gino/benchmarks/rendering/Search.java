/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.rendering;

/** What a user looks for: the values of the statement's five conditions. */
public record Search(String name, int age, boolean active, String city, String country) {}
