/** Adds events to a county's ledger, and to the copy that a record carries. */
import { type DrawId, type HashText, type LedgerEvent, type LedgerHead, ledgerLines, PATHS, type RecordTexts, withManifest } from '@shuangsuiji/core';
import type { NewFile } from '../workspace/change-set.js';
import { recordFolder } from '../workspace/paths.js';
import type { County } from './county.js';

export interface AppendEventsInput {
  readonly county: County;
  readonly events: readonly LedgerEvent[];
  readonly hash: HashText;
}

export interface Appended {
  /** For the change set. */
  readonly ledger: { readonly text: string; readonly expectedHead: LedgerHead };
  readonly head: LedgerHead;
  /** The whole ledger after the events. */
  readonly ledgerText: string;
}

export const appendEvents = ({ county: { workspace, now }, events, hash }: AppendEventsInput): Appended => {
  const expectedHead = workspace.ledger.head;
  const { text, head } = ledgerLines({ head: expectedHead, at: now.at, events, hash });
  return { ledger: { text, expectedHead }, head, ledgerText: workspace.ledger.whole + text };
};

export interface RecordFilesInput {
  readonly drawId: DrawId;
  /** Everything the record holds but ledger and manifest. */
  readonly texts: RecordTexts;
  readonly ledgerText: string;
  readonly hash: HashText;
}

/** A record's files with ledger and manifest made anew; nothing else may ever be overwritten. */
export const recordFiles = ({ drawId, texts, ledgerText, hash }: RecordFilesInput): readonly NewFile[] => {
  const whole = withManifest({ drawId, texts: new Map([...texts, [PATHS.ledger, ledgerText]]), hash });
  const renewed: readonly string[] = [PATHS.manifest, PATHS.ledger];
  return [...whole].map(([path, content]) => ({ path: `${recordFolder(drawId)}/${path}`, content, isImmutable: !renewed.includes(path) }));
};
