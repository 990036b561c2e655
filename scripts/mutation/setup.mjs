// The same examples for every mutant, and no search for a smaller one once a mutant is found.
import * as fc from 'fast-check';
import { inject } from 'vitest';

fc.configureGlobal({ seed: 20260208, endOnFailure: true });

// Stryker lets a mutant be passed a hundred times as often as all tests together passed it before it counts as endless,
// which with property tests is minutes. Ten times is enough.
const stryker = globalThis[inject('globalNamespace')];
if (stryker?.hitLimit !== undefined) stryker.hitLimit /= 10;
