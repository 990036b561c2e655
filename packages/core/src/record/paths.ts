/** The files of a record (record-format R2). */
export const PATHS = {
  manifest: 'manifest.json',
  sealed: 'sealed.json',
  salt: 'salt.json',
  frame: 'frame.jsonl',
  exclusions: 'exclusions.jsonl',
  roster: 'roster.jsonl',
  bars: 'bars.jsonl',
  registry: 'registry/',
  ledger: 'ledger.jsonl',
  reveal: 'reveal.json',
} as const;

/** The files of one round; 0 is the main draw. */
export interface RoundPaths {
  readonly notice: string;
  readonly seed: string;
  readonly targets: string;
  readonly match: string;
  readonly odds: string;
  readonly assignments: string;
  /** Only of a round that goes in teams, with their odds in the place of `odds`. */
  readonly teams: string;
  readonly teamOdds: string;
}

/** @throws RangeError if `round` is no integer from 0 */
export const roundPaths = (round: number): RoundPaths => {
  if (!Number.isSafeInteger(round) || round < 0) throw new RangeError(`roundPaths: round ${round} is not an integer from 0`);
  const folder = roundFolder(round);
  return {
    notice: `notices/${round}.json`,
    seed: `${folder}seed.json`,
    targets: `${folder}targets.jsonl`,
    match: `${folder}match.json`,
    odds: `${folder}odds.jsonl`,
    assignments: `${folder}assignments.jsonl`,
    teams: `${folder}teams.json`,
    teamOdds: `${folder}team-odds.jsonl`,
  };
};

/** Where the files stand that a `drawn` entry binds. */
export const roundFolder = (round: number): string => `rounds/${round}/`;

const REGISTRY_FILES = ['snapshot.json', 'agencies.jsonl', 'targets.jsonl', 'inspectors.jsonl', 'items.jsonl', 'recusals.jsonl', 'appointments.jsonl', 'teams.jsonl', 'report.json'];
const { registry, ...files } = PATHS;
const KNOWN: ReadonlySet<string> = new Set([...Object.values(files), ...REGISTRY_FILES.map((name) => registry + name)]);
const OF_ROUND = /^(?:notices\/(\d{1,4})\.json|rounds\/(\d{1,4})\/(?:seed\.json|targets\.jsonl|match\.json|odds\.jsonl|assignments\.jsonl|teams\.json|team-odds\.jsonl)|evidence\/([1-9]\d{0,3})\.json)$/;

/** The nth piece of evidence, from 1 (R13). */
export const evidencePath = (number: number): string => `evidence/${String(number)}.json`;
export const isEvidencePath = (path: string): boolean => /^evidence\/[1-9]\d{0,3}\.json$/.test(path);

/** True for a file that belongs in a record (R2); the names of inspectors do not. */
export const isRecordPath = (path: string): boolean => {
  if (KNOWN.has(path)) return true;
  const number = OF_ROUND.exec(path)?.slice(1).find((part) => part !== undefined);
  return number !== undefined && String(Number(number)) === number;
};

/** The rounds of which a record holds any file, ascending. */
export const roundsIn = (texts: RecordTexts): readonly number[] => {
  const numbers = [...texts.keys()].flatMap((path) => (isRecordPath(path) ? (/^(?:notices|rounds)\/(\d+)/.exec(path)?.[1] ?? []) : []));
  return [...new Set(numbers.map(Number))].sort((a, b) => a - b);
};

/** Texts by path within the record. */
export type RecordTexts = ReadonlyMap<string, string>;
