/** `ssj seed`: what is still missing of the seeds of draws that are sealed and not drawn. */
import { partiesOf, seedSourceText, seedSteps, splitLine } from '@shuangsuiji/core';
import type { CommandAction } from '../command-action.js';
import { openCounty } from '../county/county.js';
import { drawsOf } from '../county/draws.js';
import { done, refused } from '../county/outcome.js';
import { openSeed } from '../county/seed-change.js';
import { seedNextLines } from '../present/seed-next.js';

export const seedStatus: CommandAction = async (context) => {
  const county = openCounty(context);
  if (!county.ok) return refused(county.error);
  const { ledger } = county.value.workspace;
  const open = drawsOf(ledger).filter((draw) => draw.stage.open !== undefined && !draw.stage.isVoid && draw.isRehearsal === context.options.rehearsal);
  const seeds = open.map(({ drawId }) => openSeed(context, county.value, drawId));
  const problems = seeds.flatMap((seed) => (seed.ok ? [] : seed.error));
  if (problems.length > 0) return refused(problems);
  const states = seeds.flatMap((seed) => (seed.ok ? [{ ...seed.value, steps: seedSteps(ledger.entries, seed.value.terms) }] : []));
  const lines = states.flatMap(({ sealed, terms, steps }) => [
    `${sealed.drawId} ${sealed.batch.number}：${terms.sources.map(seedSourceText).join('、')}，不早于 ${terms.notBefore}`,
    ...(steps.entered.length === 0 ? [] : [`  已记入：${steps.entered.map(({ line }) => line).join('、')}`]),
    ...partiesOf(terms.sources).map((party) => `  ${party}：${steps.secrets.has(party) ? '已揭示' : steps.commitments.has(party) ? '已承诺' : '未承诺'}`),
    ...seedNextLines(terms).map((line) => `  ${line}`),
  ]);
  const data = states.map(({ sealed, terms, steps }) => ({
    drawId: sealed.drawId, lines: terms.sources.map(seedSourceText), notBefore: terms.notBefore,
    entered: steps.entered.map(({ line }) => splitLine(line).left), committed: [...steps.commitments.keys()], contributed: [...steps.secrets.keys()],
  }));
  return done({ lines: lines.length === 0 ? ['没有已封存而未抽取的批次。'] : lines, data: { draws: data } });
};
