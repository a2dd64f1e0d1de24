/* SPDX-License-Identifier: Apache-2.0 */
package planted.crud;

import planted.Facade;

public record UsesFacade(Facade facade) {}
