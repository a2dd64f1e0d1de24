/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.spring.boot.test.autoconfigure.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** What the slice is cut from. */
@SpringBootApplication
public class NotesApplication {}
