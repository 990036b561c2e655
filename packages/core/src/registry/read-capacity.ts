/** Visits a person takes, in a batch or in a year. @zh 上限 */
import type { RegistryFault } from './problems.js';
import { readWholeNumber } from './read-whole-number.js';

export const readCapacity = readWholeNumber<RegistryFault>({ min: 0, max: 8191, bad: (raw) => ({ code: 'capacity-bad', fields: { raw } }) });
