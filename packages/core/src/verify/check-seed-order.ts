/** The way to the seed, step by step, as the ledger has it (draw-spec D2.8, D2.9). */
import type { HashText } from '../base/digest.js';
import type { JsonValue } from '../base/canonical-json.js';
import { PATHS } from '../record/paths.js';
import { seedStepProblems } from '../record/check-seed-step.js';
import type { LedgerEntry } from '../record/ledger.js';
import type { SeedDocument } from '../record/round-schemas.js';
import { isStepOf, linesKnown, seedSteps, splitLine } from '../record/seed-events.js';
import { seedReadyProblems } from '../record/seed-ready.js';
import { publicLineText } from '../seed/public-line.js';
import { seedSourceText } from '../seed/source.js';
import { type SeedTerms, termsProblems } from '../seed/terms.js';
import { compareValues } from './compare-texts.js';
import type { Finding } from './findings.js';

export interface SeedOrderInput {
  readonly terms: SeedTerms;
  /** The whole ledger. */
  readonly entries: readonly LedgerEntry[];
  /** Of this round; absent before its draw. */
  readonly seed?: SeedDocument | undefined;
  /** Where the terms stand, for naming it. */
  readonly termsFile: string;
  /** Path of the seed document, for naming it. */
  readonly file: string;
  readonly hash: HashText;
}

/** Every step could be taken when it was, and the seed has the lines that the ledger had before the draw. */
export const checkSeedOrder = ({ terms, termsFile, entries, seed, file, hash }: SeedOrderInput): readonly Finding[] => [
  ...termsProblems(terms).map((problem): Finding => ({ ...problem, where: { file: termsFile } })),
  ...entries.flatMap((entry, index) => (isStepOf(entry, terms) ? stepFindings({ terms, before: entries.slice(0, index), step: entry, hash }, entry.seq) : [])),
  ...(seed === undefined ? [] : drawFindings({ terms, termsFile, entries, seed, file, hash })),
];

const stepFindings = (input: Parameters<typeof seedStepProblems>[0], row: number): readonly Finding[] =>
  seedStepProblems(input).map((problem): Finding => ({ ...problem, where: { file: PATHS.ledger, row } }));

const drawFindings = ({ terms, entries, seed, file, hash }: SeedOrderInput & { readonly seed: SeedDocument }): readonly Finding[] => {
  const steps = seedSteps(entries, terms);
  const missing = seedReadyProblems(terms, steps, seed.drawnAt).map((problem): Finding => ({ ...problem, where: { file: PATHS.ledger } }));
  const known = linesKnown(steps, terms.sources, hash).flatMap((line): readonly Finding[] => {
    const drawn = seed.lines.find((one) => splitLine(one.line).left === seedSourceText(line.source));
    const replayed = spokenFor({ ...line, line: publicLineText(line) });
    return compareValues({ file, field: 'lines', recorded: drawn === undefined ? null : spokenFor(drawn), replayed });
  });
  return [...missing, ...known];
};

/** The line with what speaks for it, which entry and seed must have alike. */
const spokenFor = ({ line, witnesses, sheet }: Pick<SeedDocument['lines'][number], 'line' | 'witnesses' | 'sheet'>): JsonValue => ({
  line, witnesses: witnesses.map(({ agency, name }) => ({ agency, name })), sheet,
});
