/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;

/**
 * Which users to list: those with {@code q} in their names, the first {@code limit} of them behind the id {@code after}.
 *
 * @param with what to list along with each user
 */
record Page(
        Optional<String> q,
        Optional<Long> after,
        Optional<@Range(min = 1, max = 100) Integer> limit,
        Optional<@Pattern(regexp = "addresses", message = "can only be 'addresses'") String> with) {}
