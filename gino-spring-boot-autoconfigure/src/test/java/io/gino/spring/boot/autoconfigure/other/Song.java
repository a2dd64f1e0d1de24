/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.autoconfigure.other;

import io.gino.model.GinoModel;
import io.gino.model.PrimaryKey;

@GinoModel("songs")
public record Song(@PrimaryKey Long id, String title) {}
