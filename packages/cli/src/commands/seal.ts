/** `ssj seal`: freezes everything a draw depends on and writes the notice to be published before the seed exists. */
import { dayOf, type DrawId, drawIdOf, LEAST_TENTH_BITS, makeSnapshot, parseSeedSources, type ParsedSnapshot, rehearsalSalt, rehearsalSecret, schemeOf, seal, type Sealed, type SealedRecord, seedSourceText, seedTermsOf, sourceTenthBits, type SeedWarning } from '@shuangsuiji/core';
import { PROGRAM } from '../assets.js';
import type { CommandAction, OptionValues } from '../command-action.js';
import type { Context, Outcome } from '../context.js';
import { appendEvents, recordFiles } from '../county/append-events.js';
import { changeCounty } from '../county/change-county.js';
import { type County, failed, type Outcomes, registriesOf } from '../county/county.js';
import { type DrawOfLedger, drawsOf } from '../county/draws.js';
import { type BatchForecast, exampleAgencies, FORECAST_DRAWS, forecastBatch } from '../county/forecast-batch.js';
import { explainShortage } from '../county/explain-shortage.js';
import { freshSecret } from '../county/joint-secret.js';
import { done, refused, toldAs } from '../county/outcome.js';
import { overlapsOf } from '../county/overlaps.js';
import { findBatch, type FoundBatch } from '../county/planned.js';
import { sealNoticeFile } from '../county/seal-notice-file.js';
import { staleRegistries } from '../county/stale-registries.js';
import type { AnyProblem } from '../messages/any-problem.js';
import { seedNextLines } from '../present/seed-next.js';
import { seedWarningLines } from '../present/seed-warnings.js';
import type { ChangeSet, NewFile } from '../workspace/change-set.js';
import { recordFolder, SECRET_MODE, secretFile } from '../workspace/paths.js';
import { sealTerms, type SealTerms } from './seal-terms.js';

interface Sealing {
  readonly record: SealedRecord;
  readonly notice: string;
  readonly warnings: readonly AnyProblem[];
}

export const sealCommand: CommandAction = async (context, { args, options }) => {
  const number = String(args[0]);
  let why: Pick<Outcome, 'lines' | 'data'> = { lines: [], data: {} };
  const changed = await changeCounty<Sealing>({
    context,
    command: `seal ${number}`,
    build: (county) => buildSeal({ context, county, number, options, onInfeasible: (found) => (why = found) }),
  });
  if (!changed.ok) return { ...refused(changed.error), ...why };
  return report(context, changed.value.value, changed.value.notices);
};

interface BuildInput {
  readonly context: Context;
  readonly county: County;
  readonly number: string;
  readonly options: OptionValues;
  readonly onInfeasible: (why: Pick<Outcome, 'lines' | 'data'>) => void;
}

const buildSeal = async ({ context, county, number, options, onInfeasible }: BuildInput): Promise<Outcomes<ChangeSet<Sealing>>> => {
  const { workspace, settings, now } = county;
  const draws = drawsOf(workspace.ledger);
  const earlier = draws.filter((draw) => draw.batch === number && !draw.isRehearsal);
  const open = earlier.find(({ stage }) => !stage.isVoid);
  if (open !== undefined && !context.options.rehearsal) return failed({ code: 'batch-already-sealed', severity: 'error', fields: { batch: number, drawId: open.drawId } });
  const registries = registriesOf(context, workspace);
  if (!registries.ok) return registries;
  context.progress.step(`测算批次 ${number}`);
  const found = await findBatch({ context, workspace, settings, registries: registries.value, number });
  if (!found.ok) return found;
  const { plan: { problems }, planned: { batch: { period } } } = found.value;
  if (problems.some(({ severity }) => severity === 'error')) return failed(...problems);
  const terms = sealTerms({ options, settings, period, now: now.at });
  if (!terms.ok) return terms;
  const drawId = drawIdOf(settings.authority.code, settings.year, draws.length + 1);
  const predicted = forecastBatch({ context, drawId, found: found.value, registries: registries.value, settings, draws: FORECAST_DRAWS });
  if (predicted.basisPoints > settings.rules.forecastLimit.value && !terms.value.acceptsForecast) {
    const agencies = exampleAgencies(predicted);
    onInfeasible({ lines: explainShortage({ agencies, registries: registries.value, columns: context.host.columns(), isDrawn: false }), data: { agencies } });
    return failed(aboveLimit(predicted, settings.rules.forecastLimit.value));
  }
  context.progress.step('核对名录是否在导入后又有改动');
  const stale = await staleRegistries(context, county, registries.value);
  const over: readonly AnyProblem[] = period.to < dayOf(now.at) ? [{ code: 'batch-is-over', severity: 'warning', fields: { batch: number, to: period.to } }] : [];
  const set = await sealedSet({ context, county, drawId, found: found.value, registries: registries.value, terms: terms.value, predicted, redoes: context.options.rehearsal ? [] : earlier });
  const overlaps = overlapsOf({ context, workspace, isRehearsal: context.options.rehearsal, frame: found.value.plan.rows, seed: { sources: terms.value.sources.map(seedSourceText) } });
  const shared = overlaps.filter(({ isVoid }) => !isVoid).map(({ drawId: other, batch, shared: count }): AnyProblem => ({ code: 'frames-overlap', severity: 'warning', fields: { drawId: other, batch, shared: count } }));
  return { ok: true, value: { ...set, value: { ...set.value, warnings: [...problems, ...stale, ...over, ...shared] } } };
};

const aboveLimit = ({ forecast: { infeasible, draws } }: BatchForecast, limit: number): AnyProblem => ({
  code: 'forecast-above-limit', severity: 'error', fields: { infeasible, draws, limitPercent: String(limit / 100) },
});

interface SealedSetInput {
  readonly context: Context;
  readonly county: County;
  readonly drawId: DrawId;
  readonly found: FoundBatch;
  readonly registries: ParsedSnapshot;
  readonly terms: SealTerms;
  readonly predicted: BatchForecast;
  /** Void draws of the same batch. */
  readonly redoes: readonly DrawOfLedger[];
}

const sealedSet = async ({ context: { host, progress, options }, county, drawId, found, registries, terms, predicted, redoes }: SealedSetInput): Promise<ChangeSet<Sealing>> => {
  const { workspace, settings, now } = county;
  const { hash } = host;
  // Writing what was read gives the same bytes, so the digest is that of the snapshot in force.
  const snapshot = makeSnapshot({ ...registries, names: registries.names ?? [], hash });
  const { plan } = predicted;
  const isRehearsed = options.rehearsal;
  const scheme = schemeOf({ visits: plan.visits, batch: found.planned.batch, appointments: plan.appointments, isRehearsal: isRehearsed });
  const value = isRehearsed ? rehearsalSecret({ drawId, hash }) : freshSecret(host.randomSecret());
  const secret = terms.revealBy === undefined ? undefined : { value, revealBy: terms.revealBy };
  progress.step('封存');
  const record = seal({
    salt: isRehearsed ? rehearsalSalt({ drawId, hash }) : freshSecret(host.randomSecret()),
    scheme, drawId, now, ledgerHead: workspace.ledger.head, batch: found.planned.batch, plan, settings, snapshot, sources: terms.sources,
    notBefore: terms.notBefore, joint: terms.joint, secret, redoes: redoes.length === 0 ? undefined : redoes.map(({ drawId: earlier, voidReason }) => ({ drawId: earlier, reason: voidReason ?? '' })), forecast: predicted.forecast, program: PROGRAM, hash,
  });
  const appended = appendEvents({ county, events: [record.event], hash });
  const notice = await sealNoticeFile({ sealed: record.sealed, roster: plan.roster, agencies: registries.agencies, ledgerHead: appended.head, notice: record.notice, hash });
  const secretFiles: readonly NewFile[] =
    secret === undefined || isRehearsed ? [] : [{ path: secretFile(drawId), content: `${JSON.stringify({ drawId, secret: secret.value })}\n`, mode: SECRET_MODE, isImmutable: true }];
  const files = [
    ...recordFiles({ drawId, texts: record.texts, ledgerText: appended.ledgerText, hash }),
    ...secretFiles,
    { ...notice, isImmutable: true },
  ];
  return { files, ledger: appended.ledger, value: { record, notice: notice.path, warnings: [] } };
};

/** What is known of a seed's weakness before its value: the time to choose another source is now. */
const sourceWarnings = (lines: readonly string[]): readonly SeedWarning[] => {
  const sources = parseSeedSources(lines);
  if (!sources.ok) return [];
  const bits = sources.value.reduce((sum, source) => sum + sourceTenthBits(source), 0);
  return [...(bits < LEAST_TENTH_BITS ? (['entropy-low'] as const) : []), ...(sources.value.some(({ kind }) => kind === 'typed') ? (['seed-typed'] as const) : [])];
};

const nextLines = (sealed: Sealed): readonly string[] => {
  const terms = seedTermsOf(sealed);
  return terms.ok ? seedNextLines(terms.value) : [];
};

const report = ({ options, host }: Context, { record: { sealed, commitment }, notice, warnings }: Sealing, notices: readonly AnyProblem[]): Outcome => {
  const { drawId, batch, strata, seed } = sealed;
  const pool = strata.reduce((sum, stratum) => sum + stratum.pool, 0);
  const quota = strata.reduce((sum, stratum) => sum + stratum.quota, 0);
  const mark = options.rehearsal ? '【演练】' : '';
  const weak = seedWarningLines(sourceWarnings(seed.lines), host.columns());
  const counts = `抽查库 ${pool} 户，抽取 ${quota} 户`;
  // A digest or a key that never comes to be must not be published by mistake.
  if (options.dryRun) {
    const lines = toldAs(options, [...weak, `${mark}可以封存 ${batch.number} ${batch.name}`, counts]);
    return done({ lines, data: { pool, quota, rehearsal: options.rehearsal }, problems: [...notices, ...warnings] });
  }
  return done({
    lines: [
      ...weak,
      `${mark}已封存 ${batch.number} ${batch.name}，抽取编号 ${drawId}`,
      counts,
      `封存摘要 C  ${commitment}`,
      `公开种子 ${seed.lines.join('、')}，不早于 ${seed.notBefore}`,
      ...nextLines(sealed),
      `封存公告 ${notice}${options.rehearsal ? '' : '：请在公开种子产生之前公布。'}`,
      ...(seed.secret === undefined || options.rehearsal ? [] : [`密钥在 ${secretFile(drawId)}，只有您能读；请另存一份密封交监督机关。最迟 ${seed.secret.revealBy} 揭示。`]),
    ],
    data: { drawId, commitment, pool, quota, record: recordFolder(drawId), notice, rehearsal: options.rehearsal },
    problems: [...notices, ...warnings],
  });
};
