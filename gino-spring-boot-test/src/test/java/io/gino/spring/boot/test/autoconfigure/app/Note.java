/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.autoconfigure.app;

import io.gino.model.Column;
import io.gino.model.GinoModel;
import io.gino.model.PrimaryKey;

@GinoModel("notes")
public record Note(
        @PrimaryKey Long id, @Column(nullable = false) String text) {}
