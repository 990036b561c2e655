/** `ssj publish`: the lists that the law asks for, as workbooks. */
import { isDigest, type LedgerEvent, planList } from '@shuangsuiji/core';
import type { CommandAction } from '../command-action.js';
import type { Context } from '../context.js';
import { appendEvents } from '../county/append-events.js';
import { changeCounty } from '../county/change-county.js';
import { type County, failed, type Outcomes, registriesOf } from '../county/county.js';
import { currentDraw } from '../county/current-draw.js';
import { drawListFile } from '../county/draw-list-file.js';
import { done, refused, toldAs } from '../county/outcome.js';
import { readCountyPlan, workOutAll } from '../county/planned.js';
import { planWorkbook } from '../sheets/plan-workbook.js';
import type { ChangeSet } from '../workspace/change-set.js';
import { fileNameOf, FOLDERS } from '../workspace/paths.js';

interface Published {
  readonly file: string;
  readonly form: 'counts' | 'full';
  readonly isNew: boolean;
}

export const publish: CommandAction = async (context, { args }) => {
  const [list, word] = args;
  const batch = typeof word === 'string' ? word : undefined;
  if (list === 'draw' && batch === undefined) return refused([{ code: 'batch-needed', severity: 'error', fields: {} }]);
  const build = (county: County) => (list === 'plan' ? buildPlan(context, county, batch) : buildDraw(context, county, batch ?? ''));
  const changed = await changeCounty<Published>({ context, command: `publish ${String(list)}`, build });
  if (!changed.ok) return refused(changed.error);
  const { file, form, isNew } = changed.value.value;
  const words = form === 'counts' ? '（密钥揭示之前只公示数量和摘要，不列名单）' : '';
  return done({ lines: toldAs(context.options, [`${context.options.rehearsal ? '【演练】' : ''}${isNew ? '已写出' : '已有相同的'} ${file}${words}`]), data: { file, form, isNew }, problems: changed.value.notices });
};

const buildPlan = async (context: Context, county: County, number: string | undefined): Promise<Outcomes<ChangeSet<Published>>> => {
  const { workspace, settings } = county;
  const registries = registriesOf(context, workspace);
  if (!registries.ok) return registries;
  context.progress.step('测算计划');
  const plan = await readCountyPlan({ workspace, settings, registries: registries.value });
  if (!plan.ok) return plan;
  const errors = plan.value.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return failed(...plan.value.problems);
  const chosen = plan.value.batches.filter(({ batch }) => number === undefined || batch.number === number);
  if (chosen.length === 0) {
    return failed({ code: 'batch-unknown', severity: 'error', fields: { batch: number ?? '', known: plan.value.batches.map(({ batch }) => batch.number) } });
  }
  const worked = workOutAll({ context, workspace, settings, registries: registries.value, batches: chosen, onBatch: () => undefined });
  if (!worked.ok) return worked;
  const batches = worked.value;
  const wrong = batches.flatMap((one) => one.plan.problems).filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) return failed(...wrong);
  const { agencies, items } = registries.value;
  const head = workspace.ledger.head;
  const list = planList({ isRehearsal: context.options.rehearsal, authority: settings.authority, year: settings.year, ledgerHead: head, batches: batches.map((one) => ({ batch: one.planned.batch, strata: one.plan.strata })), agencies, items });
  // A plan that is published again is another paper: the ledger's number tells them apart.
  const file = `${FOLDERS.publicity}/${context.options.rehearsal ? '演练-' : ''}抽查计划公示-${fileNameOf(number ?? String(settings.year))}-台账${String(head.seq).padStart(4, '0')}.xlsx`;
  return written(context, county, { file, bytes: await planWorkbook(list), form: 'full', list: 'plan', batch: number ?? String(settings.year) });
};

const buildDraw = async (context: Context, county: County, word: string): Promise<Outcomes<ChangeSet<Published>>> => {
  const { hash } = context.host;
  const current = currentDraw({ context, workspace: county.workspace, word });
  if (!current.ok) return current;
  const { draw, texts } = current.value;
  if (draw.stage.drawn === 0) return failed({ code: 'not-drawn-yet', severity: 'error', fields: { drawId: draw.drawId } });
  const made = await drawListFile(texts, hash);
  if (!made.ok) return made;
  const { path: file, content: bytes, form } = made.value;
  return written(context, county, { file, bytes, form, list: 'draw', batch: draw.batch, drawId: draw.drawId });
};

interface WrittenInput {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly form: Published['form'];
  readonly list: 'plan' | 'draw';
  readonly batch: string;
  readonly drawId?: Extract<LedgerEvent, { type: 'published' }>['body']['drawId'];
}

/** The same paper again is nothing new and leaves no trace. */
const written = ({ host }: Context, county: County, { file, bytes, form, list, batch, drawId }: WrittenInput): Outcomes<ChangeSet<Published>> => {
  const document = host.hashBytes(bytes);
  if (!isDigest(document)) throw new TypeError('written: the host gave no digest');
  const isNew = !county.workspace.ledger.entries.some((entry) => entry.type === 'published' && entry.body.file === file && entry.body.document === document);
  const files = [{ path: file, content: bytes, isImmutable: true }];
  const value: Published = { file, form, isNew };
  if (!isNew) return { ok: true, value: { files, value } };
  const events: readonly LedgerEvent[] = [{ type: 'published', body: { drawId, batch, list, form, file, document } }];
  return { ok: true, value: { files, ledger: appendEvents({ county, events, hash: host.hash }).ledger, value } };
};
