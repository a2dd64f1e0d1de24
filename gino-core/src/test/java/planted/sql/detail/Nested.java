/* SPDX-License-Identifier: Apache-2.0 */
package planted.sql.detail;

public class Nested {}
