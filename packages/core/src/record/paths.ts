/** The files of a record (record-format R2). */
export const PATHS = {
  manifest: 'manifest.json',
  sealed: 'sealed.json',
  frame: 'frame.jsonl',
  exclusions: 'exclusions.jsonl',
  roster: 'roster.jsonl',
  registry: 'registry/',
  ledger: 'ledger.jsonl',
  seed: 'rounds/0/seed.json',
  targets: 'rounds/0/targets.jsonl',
  match: 'rounds/0/match.json',
  odds: 'rounds/0/odds.jsonl',
  assignments: 'rounds/0/assignments.jsonl',
  reveal: 'reveal.json',
} as const;

const REGISTRY_FILES = ['snapshot.json', 'agencies.jsonl', 'targets.jsonl', 'inspectors.jsonl', 'items.jsonl', 'recusals.jsonl', 'report.json'];
const { registry, ...files } = PATHS;
const KNOWN: ReadonlySet<string> = new Set([...Object.values(files), ...REGISTRY_FILES.map((name) => registry + name)]);

/** True for a file that belongs in a record (R2); the names of inspectors do not. */
export const isRecordPath = (path: string): boolean => KNOWN.has(path);

/** Texts by path within the record. */
export type RecordTexts = ReadonlyMap<string, string>;
