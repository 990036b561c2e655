/** What the registry went through before it was sealed: whom to ask why somebody came in or went out. */
import type { Timestamp } from '../base/brand.js';
import type { LedgerEntry } from '../record/ledger.js';
import type { Sealed } from '../record/sealed.js';

type ImportEntry = Extract<LedgerEntry, { readonly type: 'imported' }>;

/** One import, by its line of the ledger. */
export type RegistryImport = {
  readonly seq: number;
  readonly at: Timestamp;
  readonly counts: Readonly<Record<string, number>>;
};

export type RegistryClaim =
  /** The ledger knows no import of the sealed snapshot before its seal. */
  | { readonly code: 'registry-not-imported' }
  /** The last import before the seal replaced another registry: targets may have been put in or taken out (名录库封存前的变动). */
  | { readonly code: 'registry-changed-before-seal'; readonly from: RegistryImport; readonly to: RegistryImport; readonly imports: number }
  /** Rows that were wrong and left out of the registry: they could not be drawn. */
  | { readonly code: 'registry-rows-refused'; readonly seq: number; readonly refused: number };

/** Each only where it happened. */
export const registryClaims = ({ drawId, snapshot }: Sealed, entries: readonly LedgerEntry[]): readonly RegistryClaim[] => {
  const sealing = entries.find((entry) => entry.type === 'sealed' && entry.body.drawId === drawId);
  if (sealing === undefined) return [];
  const imports = entries.filter((entry): entry is ImportEntry => entry.type === 'imported' && entry.seq < sealing.seq);
  const used = imports.findLast(({ body }) => body.snapshot === snapshot);
  if (used === undefined) return [{ code: 'registry-not-imported' }];
  const before = imports.findLast(({ seq, body }) => seq < used.seq && body.snapshot !== snapshot);
  const { seq, body: { refused } } = used;
  return [
    ...(before === undefined ? [] : [{ code: 'registry-changed-before-seal', from: importOf(before), to: importOf(used), imports: imports.length } as const]),
    ...(refused === 0 ? [] : [{ code: 'registry-rows-refused', seq, refused } as const]),
  ];
};

const importOf = ({ seq, at, body: { counts } }: ImportEntry): RegistryImport => ({ seq, at, counts });
