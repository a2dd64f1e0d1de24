/* SPDX-License-Identifier: Apache-2.0 */
package planted;

public class Facade {}
