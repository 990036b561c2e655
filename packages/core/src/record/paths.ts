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

/** Texts by path within the record. */
export type RecordTexts = ReadonlyMap<string, string>;
