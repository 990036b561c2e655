/** 无法匹配说明 of a draw, beside the lists of problems: nobody is assigned, so nothing is handed out. */
import { type AgencyRound, drawHead, type HashText, type InspectorId, partialMatching, type PartialVisit, type ShortAgency } from '@shuangsuiji/core';
import { drawFooter, taskLine } from '../sheets/marks.js';
import { shortageWorkbook } from '../sheets/shortage-workbook.js';
import { FOLDERS } from '../workspace/paths.js';
import type { CurrentDraw } from './current-draw.js';
import type { MadeFile } from './seal-notice-file.js';
import { shortageNames } from './shortage-names.js';

export const SHORTAGE_WORKBOOK = '无法匹配说明';

export interface ShortageFileInput {
  readonly current: Pick<CurrentDraw, 'inputs' | 'registry'>;
  readonly round: number;
  /** Of the match document. */
  readonly agencies: readonly ShortAgency[];
  readonly rounds: readonly AgencyRound[];
  readonly names: ReadonlyMap<InspectorId, string>;
  readonly hash: HashText;
}

export const shortageFile = async ({ current: { inputs: { sealed }, registry }, round, agencies, rounds, names, hash }: ShortageFileInput): Promise<MadeFile & { readonly isImmutable: true }> => {
  const head = drawHead({ sealed, agencies: registry.agencies, hash });
  const content = await shortageWorkbook({
    about: taskLine(head),
    footer: drawFooter(head),
    isDrawn: true,
    agencies,
    partial: partialOf(agencies, rounds),
    names: shortageNames({ ...registry, names: [...names].map(([id, name]) => ({ id, name })) }),
  });
  return { path: `${FOLDERS.problems}/${SHORTAGE_WORKBOOK}-${sealed.drawId}${round === 0 ? '' : `-${String(round)}`}.xlsx`, content, isImmutable: true };
};

/** Of the agencies that are short. */
export const partialOf = (agencies: readonly ShortAgency[], rounds: readonly AgencyRound[]): ReadonlyMap<string, readonly PartialVisit[]> => {
  const short = new Set<string>(agencies.filter(({ shortage }) => shortage > 0).map(({ agency }) => agency));
  return new Map(rounds.filter(({ agency }) => short.has(agency)).map((round) => [round.agency, partialMatching(round)]));
};
