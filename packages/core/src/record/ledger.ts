/** The ledger: append-only, every line bound to the one before (record-format R10). @zh 台账 */
import { z } from 'zod';
import type { Digest, DrawId, Timestamp } from '../base/brand.js';
import { unsafeBrand } from '../base/brand.js';
import { canonicalJson } from '../base/canonical-json.js';
import { digestOf, type HashText } from '../base/digest.js';
import { schemeSchema } from '../draw/scheme.js';
import { authoritySchema } from '../plan/settings.js';
import { textSchema } from '../registry/schemas.js';
import { changeSchema, whySchema } from './changes.js';
import { digestSchema, drawIdSchema, partySchema, publicLineSchema, roundSchema, timestampSchema, witnessesSchema } from './common-schemas.js';

export const programSchema = z.strictObject({ name: textSchema, version: textSchema }).readonly();
export type Program = z.infer<typeof programSchema>;

const ofRound = { drawId: drawIdSchema, round: roundSchema } as const;
const documents = z.record(z.string().regex(/^[ -~]+$/), digestSchema).readonly();

const bodies = {
  opened: z.strictObject({ authority: authoritySchema, year: z.int(), program: programSchema }).readonly(),
  imported: z.strictObject({ snapshot: digestSchema, counts: z.record(z.string(), z.int().min(0)).readonly(), refused: z.int().min(0), accepted: digestSchema.optional() }).readonly(),
  sealed: z.strictObject({ drawId: drawIdSchema, batch: textSchema, scheme: schemeSchema, commitment: digestSchema, notice: digestSchema, snapshot: digestSchema }).readonly(),
  changed: z.strictObject({ drawId: drawIdSchema, change: changeSchema, ...whySchema.shape }).readonly(),
  announced: z.strictObject({ ...ofRound, commitment: digestSchema }).readonly(),
  evidence: z.strictObject({ ...ofRound, kind: z.enum(['signature', 'timestamp', 'written']), path: z.string().regex(/^evidence\/[1-9]\d{0,3}\.json$/), document: digestSchema }).readonly(),
  entered: z.strictObject({ ...ofRound, line: publicLineSchema, witnesses: witnessesSchema, sheet: digestSchema.optional() }).readonly(),
  committed: z.strictObject({ ...ofRound, party: partySchema, commitment: digestSchema }).readonly(),
  contributed: z.strictObject({ ...ofRound, party: partySchema, secret: digestSchema }).readonly(),
  drawn: z.strictObject({ ...ofRound, outcome: z.enum(['matched', 'infeasible', 'formations-exhausted']), documents }).readonly(),
  revealed: z.strictObject({ drawId: drawIdSchema, document: digestSchema }).readonly(),
  voided: z.strictObject({ drawId: drawIdSchema, ...whySchema.shape }).readonly(),
  published: z
    .strictObject({ drawId: drawIdSchema.optional(), batch: textSchema, list: z.enum(['plan', 'draw']), form: z.enum(['counts', 'full']), file: textSchema, document: digestSchema })
    .readonly(),
} as const;

const entryOf = <Type extends keyof typeof bodies>(type: Type) =>
  z.strictObject({ at: timestampSchema, body: bodies[type], prev: digestSchema, seq: z.int().min(1), type: z.literal(type) }).readonly();

export const ledgerEntrySchema = z.discriminatedUnion('type', [
  entryOf('opened'),
  entryOf('imported'),
  entryOf('sealed'),
  entryOf('changed'),
  entryOf('announced'),
  entryOf('evidence'),
  entryOf('entered'),
  entryOf('committed'),
  entryOf('contributed'),
  entryOf('drawn'),
  entryOf('revealed'),
  entryOf('voided'),
  entryOf('published'),
]);
/** One line. @zh 台账条目 */
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/** The entries of one draw, in their order. */
export const entriesOf = (entries: readonly LedgerEntry[], drawId: DrawId): readonly LedgerEntry[] => entries.filter(({ body }) => 'drawId' in body && body.drawId === drawId);

/** What happened, before it has a place in the ledger. */
export type LedgerEvent = { [Type in LedgerEntry['type']]: Pick<Extract<LedgerEntry, { type: Type }>, 'type' | 'body'> }[LedgerEntry['type']];

/** The last line: its number and the sha256 of it without LF; 0 and 64 zeros before the first. @zh 台账头 */
export interface LedgerHead {
  readonly seq: number;
  readonly digest: Digest;
}

export const EMPTY_HEAD: LedgerHead = { seq: 0, digest: unsafeBrand<'Digest'>('0'.repeat(64)) };

export interface AppendInput {
  readonly head: LedgerHead;
  readonly at: Timestamp;
  readonly events: readonly LedgerEvent[];
  readonly hash: HashText;
}

/** The lines to append, and the head after them. */
export const ledgerLines = ({ head, at, events, hash }: AppendInput): { readonly text: string; readonly head: LedgerHead } => {
  let text = '';
  let last = head;
  for (const event of events) {
    const line = canonicalJson({ ...event, at, prev: last.digest, seq: last.seq + 1 });
    text += `${line}\n`;
    last = { seq: last.seq + 1, digest: digestOf(line, hash) };
  }
  return { text, head: last };
};
