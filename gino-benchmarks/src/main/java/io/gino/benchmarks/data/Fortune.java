/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.benchmarks.data;

import io.gino.model.GinoModel;
import io.gino.model.PrimaryKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A row of TechEmpower's table {@code fortune}. */
@GinoModel("fortune")
@Table("fortune")
public record Fortune(@Id @PrimaryKey int id, String message) {

    /** What a page shows: one more than is stored, by message. */
    public static List<Fortune> page(List<Fortune> stored) {
        List<Fortune> page = new ArrayList<>(stored);
        page.add(new Fortune(0, "Additional fortune added at request time."));
        page.sort(Comparator.comparing(Fortune::message));
        return page;
    }
}
