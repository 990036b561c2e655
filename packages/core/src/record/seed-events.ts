/** The steps on the way to one public seed, as the ledger has them (draw-spec D2.8, D2.9). */
import type { Digest, DrawId } from '../base/brand.js';
import type { HashText } from '../base/digest.js';
import { jointValue } from '../seed/joint-value.js';
import { publicLine, type PublicLine, publicLineText } from '../seed/public-line.js';
import { parseSeedSource, type SeedSource } from '../seed/source.js';
import type { SeedTerms } from '../seed/terms.js';
import type { LedgerEntry } from './ledger.js';

type EntryOf<Type extends LedgerEntry['type']> = Extract<LedgerEntry, { type: Type }>;
/** What stays of an entry before it has its place in the ledger. */
export type StepOf<Type extends LedgerEntry['type']> = Pick<EntryOf<Type>, 'type' | 'at' | 'body'>;
/** 录入, 承诺, 揭示. */
export type SeedStep = StepOf<'entered'> | StepOf<'committed'> | StepOf<'contributed'>;

/** What is known of a seed before its draw. */
export interface SeedSteps {
  readonly entered: readonly StepOf<'entered'>['body'][];
  /** By party. */
  readonly commitments: ReadonlyMap<string, Digest>;
  readonly secrets: ReadonlyMap<string, Digest>;
}

const STEPS = ['entered', 'committed', 'contributed'] as const;

/** True for an entry that is a step of this draw and round. */
export const isStepOf = (entry: LedgerEntry, { drawId, round }: Pick<SeedTerms, 'drawId' | 'round'>): entry is EntryOf<(typeof STEPS)[number]> =>
  STEPS.some((type) => type === entry.type) && 'round' in entry.body && entry.body.drawId === drawId && entry.body.round === round;

/** Everything the entries say of this draw and round. */
export const seedSteps = (entries: readonly LedgerEntry[], terms: Pick<SeedTerms, 'drawId' | 'round'>): SeedSteps => {
  const own = entries.filter((entry) => isStepOf(entry, terms));
  return {
    entered: own.flatMap((entry) => (entry.type === 'entered' ? [entry.body] : [])),
    commitments: new Map(own.flatMap((entry) => (entry.type === 'committed' ? [[entry.body.party, entry.body.commitment] as const] : []))),
    secrets: new Map(own.flatMap((entry) => (entry.type === 'contributed' ? [[entry.body.party, entry.body.secret] as const] : []))),
  };
};

/** `kind:params=value` taken apart at its first `=`. */
export const splitLine = (line: string): { readonly left: string; readonly value: string } => {
  const at = Math.max(0, line.indexOf('='));
  return { left: line.slice(0, at), value: line.slice(at + 1) };
};

/** The parties of the joint line; none where there is no such line. */
export const partiesOf = (sources: readonly SeedSource[]): readonly string[] => sources.flatMap((source) => (source.kind === 'joint' ? source.parties : []));

/** The lines that the ledger already has: entered ones, and the joint one after its last reveal. */
export const linesKnown = (steps: SeedSteps, sources: readonly SeedSource[], hash: HashText): readonly PublicLine[] => {
  const entered = steps.entered.flatMap(({ line, witnesses, sheet }): readonly PublicLine[] => {
    const { left, value } = splitLine(line);
    const source = parseSeedSource(left);
    const checked = source.ok ? publicLine({ source: source.value, value, witnesses, sheet }) : source;
    return checked.ok ? [checked.value] : [];
  });
  const joint = sources.find(({ kind }) => kind === 'joint');
  const secrets = partiesOf(sources).flatMap((party) => steps.secrets.get(party) ?? []);
  const isWhole = joint !== undefined && secrets.length === partiesOf(sources).length;
  return isWhole ? [...entered, { source: joint, value: jointValue({ secrets, hash }), witnesses: [] }] : entered;
};

export interface EnteredEventInput {
  readonly drawId: DrawId;
  readonly round: number;
  readonly line: PublicLine;
}

/** A line that somebody typed or threw, written down before the others are known. */
export const enteredEvent = ({ drawId, round, line }: EnteredEventInput): Pick<EntryOf<'entered'>, 'type' | 'body'> => ({
  type: 'entered',
  body: { drawId, round, line: publicLineText(line), witnesses: line.witnesses.map(({ agency, name }) => ({ agency, name })), sheet: line.sheet },
});
