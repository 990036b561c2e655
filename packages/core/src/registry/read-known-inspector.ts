/** Two cells that name one person of the registry: agency and number. */
import type { AgencyCode, InspectorId } from '../base/brand.js';
import { shownText } from '../base/shown-text.js';
import type { AgencyResolver } from './agency-resolver.js';
import { inspectorId } from './canonical-id.js';
import { readCodeText } from './field-readers.js';
import type { RegistryFault } from './problems.js';
import { readAgency } from './read-agency.js';
import type { RowReader } from './row-reader.js';

export interface ReadPersonOfInput {
  readonly reader: RowReader<'number', RegistryFault>;
  /** Of the person; `undefined` where its cell was reported. */
  readonly agency: AgencyCode | undefined;
  readonly known: ReadonlySet<InspectorId>;
  /** What to say of somebody whom the registry does not have. */
  readonly unknown: (id: InspectorId) => RegistryFault;
}

export interface ReadKnownInspectorInput extends Omit<ReadPersonOfInput, 'agency' | 'reader'> {
  readonly reader: RowReader<'agency' | 'number', RegistryFault>;
  readonly agencies: AgencyResolver;
}

/** `undefined` where something was reported. */
export const readKnownInspector = ({ reader, agencies, ...rest }: ReadKnownInspectorInput): InspectorId | undefined =>
  readPersonOf({ reader, agency: reader.require('agency', readAgency(agencies), { code: 'agency-missing', fields: {} }), ...rest });

/** The same where the agency is known already. */
export const readPersonOf = ({ reader, agency, known, unknown }: ReadPersonOfInput): InspectorId | undefined => {
  const number = reader.require('number', readCodeText, { code: 'inspector-number-missing', fields: {} });
  if (agency === undefined || number === undefined) return undefined;
  const id = inspectorId(agency, number);
  if (id !== undefined && known.has(id)) return id;
  reader.error('number', id === undefined ? { code: 'inspector-number-bad', fields: { raw: shownText(number) } } : unknown(id));
  return undefined;
};
