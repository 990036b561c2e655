/** From what the office writes in a cell to an agency's code. */
import type { AgencyCode } from '../base/brand.js';
import { shownText } from '../base/shown-text.js';
import { foldName, sortedBy } from '../base/text.js';
import { nearestName } from './nearest-name.js';
import type { FaultOf } from './field-problems.js';
import type { RegistryProblemFields } from './problems.js';
import type { Agency } from './schemas.js';

export interface AgencyResolver {
  /** The agency whose code, name or alias this is, compared after folding. */
  readonly resolve: (raw: string) => AgencyCode | undefined;
  /** What to report where there is none. */
  readonly unknown: (raw: string) => FaultOf<Pick<RegistryProblemFields, 'agency-unknown'>>;
}

export interface AgencyResolverInput {
  readonly agencies: readonly Agency[];
}

/** The words an agency answers to. */
export const agencyWords = ({ code, name, aliases }: Agency): readonly string[] => [code, name, ...aliases];

/** Finds agencies by code, name or alias. {@link readAgencies} has seen to it that no two share a word. */
export const agencyResolver = ({ agencies }: AgencyResolverInput): AgencyResolver => {
  const byWord = new Map(agencies.flatMap((agency) => agencyWords(agency).map((word) => [foldName(word), agency.code] as const)));
  const known = sortedBy(agencies.flatMap(agencyWords), (word) => word);
  // A misspelt agency usually stands in many rows.
  const nearest = new Map<string, string | undefined>();
  return {
    resolve: (raw) => byWord.get(foldName(raw)),
    unknown: (raw) => {
      if (!nearest.has(raw)) nearest.set(raw, nearestName(raw, known));
      const name = nearest.get(raw);
      return { code: 'agency-unknown', fields: { raw: shownText(raw), ...(name === undefined ? {} : { nearest: name }) } };
    },
  };
};
