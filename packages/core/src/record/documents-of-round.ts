/** Which files a round that was drawn leaves behind (record-format R10.3). */
import { compareUtf8 } from '../base/text.js';
import { type RoundPaths, roundPaths } from './paths.js';
import type { MatchDocument } from './round-schemas.js';

export interface DocumentsOfRoundInput {
  readonly round: number;
  readonly outcome: MatchDocument['outcome'];
  /** True where the batch has `grouping`; its later rounds may fill single places by persons. */
  readonly mayGoInTeams: boolean;
}

/** Every set of paths that can be, each ascending; none where the outcome is one of teams and there are none. */
export const documentsOfRound = ({ round, outcome, mayGoInTeams }: DocumentsOfRoundInput): readonly (readonly string[])[] => {
  const paths = roundPaths(round);
  const { byPersons, inTeams } = BESIDE[outcome];
  return [byPersons, mayGoInTeams ? inTeams : undefined].flatMap((names) => (names === undefined ? [] : [[...ALWAYS, ...names].map((name) => paths[name]).sort(compareUtf8)]));
};

type Names = readonly (keyof RoundPaths)[];
const ALWAYS: Names = ['seed', 'targets', 'match'];
const BESIDE: Readonly<Record<MatchDocument['outcome'], { readonly byPersons?: Names; readonly inTeams?: Names }>> = {
  matched: { byPersons: ['odds', 'assignments'], inTeams: ['teams', 'teamOdds', 'assignments'] },
  infeasible: { byPersons: [] },
  'formations-exhausted': { inTeams: ['teams'] },
};
