/** Other draws of a county on the same public seed whose frames have targets in common (protocol §9). */
import { type DrawId, type OpenedRecord, openRecord, type Overlap, PATHS, roundPaths, type SealedInputs, type SeedUse, sharedTargets, sharesSeed } from '@shuangsuiji/core';
import type { Context } from '../context.js';
import { textOf, type Workspace } from '../workspace/open-workspace.js';
import { recordFolder } from '../workspace/paths.js';
import { type DrawOfLedger, drawsOf } from './draws.js';

export interface OverlapsInput {
  readonly context: Pick<Context, 'host'>;
  readonly workspace: Workspace;
  /** The draw that is looked at; of a seal that is about to be made there is none yet. */
  readonly drawId?: DrawId | undefined;
  readonly isRehearsal: boolean;
  readonly frame: SealedInputs['frame'];
  readonly seed: SeedUse;
}

/** Rehearsals among themselves, real draws among themselves. Frames are read only of draws that share the seed. */
export const overlapsOf = ({ context, workspace, drawId, isRehearsal, frame, seed }: OverlapsInput): readonly Overlap[] =>
  drawsOf(workspace.ledger).flatMap((draw): readonly Overlap[] => {
    if (draw.drawId === drawId || draw.isRehearsal !== isRehearsal) return [];
    const files = new Map([PATHS.sealed, roundPaths(0).seed].flatMap((path) => fileOf(workspace, draw, path)));
    const use = seedUseOf(openRecord(files, context.host.hash));
    if (use === undefined || !sharesSeed(seed, use)) return [];
    const other = openRecord(new Map(fileOf(workspace, draw, PATHS.frame)), context.host.hash).frame;
    const shared = other.ok ? sharedTargets(frame, other.value) : 0;
    return shared === 0 ? [] : [{ drawId: draw.drawId, batch: draw.batch, shared, isVoid: draw.stage.isVoid }];
  });

/** What a record takes its seed from; nothing where its seal cannot be read. */
export const seedUseOf = ({ sealed, rounds: [{ seed }] }: Pick<OpenedRecord, 'sealed' | 'rounds'>): SeedUse | undefined =>
  sealed.ok ? { sources: sealed.value.seed.lines, lines: seed.ok ? seed.value?.lines.map(({ line }) => line) : undefined } : undefined;

const fileOf = ({ files }: Workspace, { drawId }: DrawOfLedger, path: string): readonly (readonly [string, string])[] => {
  const bytes = files.read(`${recordFolder(drawId)}/${path}`);
  return bytes.ok && bytes.value !== undefined ? [[path, textOf(bytes.value)]] : [];
};
