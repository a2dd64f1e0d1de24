/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

/**
 * What someone has sent to a channel.
 *
 * @param payload empty when nothing was sent with it
 * @param processId the server process that the sender was connected to
 * @since 0.1.0
 */
public record Notification(String channel, String payload, int processId) {}
