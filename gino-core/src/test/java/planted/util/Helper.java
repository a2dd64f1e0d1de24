/* SPDX-License-Identifier: Apache-2.0 */
package planted.util;

public class Helper {}
