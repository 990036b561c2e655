/** A cell that names one agency, by code, name or alias. */
import type { AgencyCode } from '../base/brand.js';
import { err, ok } from '../base/result.js';
import type { AgencyResolver } from './agency-resolver.js';
import type { Cell } from './cell.js';
import { readText, type Reading } from './field-readers.js';
import type { RegistryFault } from './problems.js';

/** Reader of a cell that names one agency. */
export const readAgency =
  (agencies: AgencyResolver) =>
  (cell: Cell): Reading<AgencyCode, RegistryFault> => {
    const text = readText(cell);
    if (!text.ok || text.value === undefined) return text.ok ? ok(undefined) : text;
    const code = agencies.resolve(text.value);
    return code === undefined ? err(agencies.unknown(text.value)) : ok(code);
  };
