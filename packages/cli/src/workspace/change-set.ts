/** What a command wants to change, complete before anything is written. */
import type { LedgerHead } from '@shuangsuiji/core';

export interface NewFile {
  /** Relative to the county's folder, with `/`. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Permissions; 0644 unless given. */
  readonly mode?: number;
  /** Never to be replaced by other bytes: there it is a problem, the same bytes are nothing to do. */
  readonly isImmutable?: boolean;
}

export interface ChangeSet<T> {
  readonly files: readonly NewFile[];
  /** Files that go; one that is not there is nothing to do. */
  readonly removals?: readonly string[];
  /** Folders that should be there, also empty ones. */
  readonly folders?: readonly string[];
  readonly ledger?: {
    /** Lines from `ledgerLines`, made for this head. */
    readonly text: string;
    readonly expectedHead: LedgerHead;
  };
  /** What the command hands on. */
  readonly value: T;
}
