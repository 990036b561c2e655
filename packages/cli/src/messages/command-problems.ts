/** What a command can refuse or warn of that no room of the core knows. */
import type { ProblemOf } from '@shuangsuiji/core';

type Nothing = Record<string, never>;
type Batch = { readonly batch: string };
type Draw = { readonly drawId: string };
type Raw = { readonly raw: string };
type File = { readonly file: string };

/** Fields by code. Codes are stable and never reused. */
export interface CommandProblemFields {
  readonly 'batch-not-sealed': Batch;
  readonly 'batch-already-sealed': Batch & Draw;
  readonly 'already-drawn': Draw;
  readonly 'not-drawn-yet': Draw;
  readonly 'already-revealed': Draw;
  /** A seed was given before the time the seal names; both are times with the office's offset. */
  readonly 'not-yet-before': { readonly notBefore: string; readonly now: string };
  /** The batch's visits may run until the day `until`. */
  readonly 'visits-not-finished': { readonly until: string };
  /** `infeasible` of `draws` simulated draws could not be matched; `limitPercent` reads as `1`. */
  readonly 'forecast-above-limit': { readonly infeasible: number; readonly draws: number; readonly limitPercent: string };
  readonly 'draw-infeasible': Batch;
  /** None of the formations tried could be matched (match-spec M11.6). */
  readonly 'draw-formations-exhausted': Batch & { readonly formations: number };
  readonly 'secret-file-missing': File;
  /** It holds no secret, or not the one whose commitment was sealed. */
  readonly 'secret-file-wrong': File;
  /** The sealed left sides that still want their value. */
  readonly 'seed-value-missing': { readonly sources: readonly string[] };
  /** `digest` names this set of errors; accepting it accepts no other. */
  readonly 'import-has-problems': { readonly errors: number; readonly digest: string };
  readonly 'accepted-digest-differs': { readonly given: string; readonly found: string };
  /** Not `ssj/1` or `ssj/2`. */
  readonly 'scheme-bad': { readonly raw: string };
  /** In a county's folder the seal itself says the scheme. */
  readonly 'scheme-without-output': Nothing;
  readonly 'nothing-imported': Nothing;
  /** Earlier visits count for a yearly number or for rotation, and these records cannot be read. */
  readonly 'past-records-unread': { readonly draws: readonly string[] };
  /** Warning: the workbooks were changed after the snapshot that is in force. */
  readonly 'registry-changed-since-import': { readonly files: readonly string[] };
  readonly 'not-a-record': { readonly path: string };
  readonly 'vectors-file-bad': File & { readonly reason: string };
  /** Warning: the batch's last day, `to`, is over. */
  readonly 'batch-is-over': Batch & { readonly to: string };
  readonly 'witness-bad': Raw;
  readonly 'time-bad': Raw;
  readonly 'date-bad': Raw;
  /** Two options that exclude each other. */
  readonly 'option-conflict': { readonly a: string; readonly b: string };
  readonly 'output-exists': File;
  /** The seed could be older than the seal. */
  readonly 'not-before-passed': { readonly notBefore: string; readonly now: string };
  /** A secret revealed before the last visit would tell targets that they are coming. */
  readonly 'reveal-by-too-early': { readonly revealBy: string; readonly lastDay: string };
  readonly 'visits-before-draw': { readonly finished: string; readonly drawnOn: string };
  /** The list was public at once; there is no secret. */
  readonly 'nothing-to-reveal': Draw;
  /** ssj.json names another authority than the ledger's first line: one authority is one ledger. */
  readonly 'authority-differs': { readonly settings: string; readonly ledger: string };
  /** A published workbook is not the one whose digest the ledger has. */
  readonly 'published-differs': File;
  /** Warning: it is gone. */
  readonly 'published-gone': File;
  /** A draw of the ledger whose record is gone. */
  readonly 'record-gone': Draw;
  /** A record knows lines that the ledger does not have. */
  readonly 'ledger-behind-record': Draw & { readonly row: number };
  /** A seal names a head that the ledger never had. */
  readonly 'sealed-head-differs': Draw & { readonly seq: number; readonly digest: string };
  /** `--head` is no digest and no beginning of one. */
  readonly 'head-bad': Raw;
  /** The ledger, of so many entries, never had this head. */
  readonly 'head-unknown': { readonly head: string; readonly entries: number };
  readonly 'entry-unknown': Raw & { readonly entries: number };
  /** A draw that is not recorded would let somebody look first and choose then. */
  readonly 'draw-has-no-preview': Nothing;
  /** Warning: another draw that waits for the same seed has targets of this frame. */
  readonly 'frames-overlap': Draw & Batch & { readonly shared: number };
  /** Options that a change or a void draw cannot do without. */
  readonly 'why-missing': { readonly options: readonly string[] };
  readonly 'change-missing': Nothing;
  readonly 'change-unreadable': Raw;
  readonly 'change-agency-not-visiting': { readonly agency: string; readonly known: readonly string[] };
  /** Not in the registry in force. */
  readonly 'change-person-not-registered': { readonly inspector: string };
  readonly 'draw-is-void': Draw & { readonly reason: string };
  /** A round was announced and waits for its seed. */
  readonly 'round-open': Draw & { readonly round: number };
  readonly 'nothing-to-replace': Draw;
  readonly 'round-infeasible': Draw & { readonly agencies: readonly string[] };
  /** Neither a target nor a person of the record; the most similar ones. */
  readonly 'code-not-in-record': Raw & { readonly nearest: readonly string[] };
  /** One name of several targets, or one number as a code of two kinds. */
  readonly 'name-of-several': Raw & { readonly candidates: readonly string[] };
  /** `ssj publish draw` without a batch. */
  /** drand was named without the time that chooses its round. */
  readonly 'drand-time-missing': Nothing;
  /** The sealed round is to be downloaded; `from` is when it comes. */
  readonly 'drand-not-given': { readonly line: string; readonly address: string; readonly from: string };
  readonly 'drand-round-missing': { readonly line: string; readonly address: string; readonly found: readonly string[] };
  /** `--joint-by` without a joint line. */
  readonly 'joint-by-alone': Nothing;
  readonly 'joint-party-bad': Raw;
  readonly 'joint-secret-missing': File & { readonly party: string };
  /** No 64 hex characters. */
  readonly 'hex-bad': Raw;
  /** Outside a county only the identifier of a draw says which one is meant. */
  readonly 'draw-id-needed': Raw;
  /** No `来源=值`. */
  readonly 'seed-line-bad': Raw;
  readonly 'nothing-to-enter': Draw;
  readonly 'nothing-to-draw': Nothing;
  /** One ceremony gives one seed: `draws` name other lines. */
  readonly 'sealed-seeds-differ': { readonly draws: readonly string[] };
  /** Warning: commitments name one draw, so these are drawn one by one. */
  readonly 'joint-drawn-alone': { readonly draws: readonly string[] };
  /** A command about one batch without a batch. */
  readonly 'batch-needed': Nothing;
  /** `ssj prove` without a code. */
  readonly 'proof-code-needed': Nothing;
  readonly 'not-a-public-edition': { readonly path: string };
}

export type CommandProblem = ProblemOf<CommandProblemFields>;
