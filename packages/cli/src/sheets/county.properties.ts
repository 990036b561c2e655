/** The sample county of data/ taken through a whole draw, for tests of what is written for people. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  agencyResolver, type AgencyColumn, digestOf, drawIdOf, drawRound, type HashText, importRegistries, type InspectorColumn, isPlainDate, isTimestamp, type ItemColumn, mainStart, makeSnapshot, parseSeedSources, NO_PAST, planBatch, type PlanColumn, publicSeed,
  type RawTable, readPlan, readSealedInputs, type RecusalColumn, rehearsalSalt, rehearsalSecret, type Result, type Scheme, seal, type Settings, settingsSchema, type TargetColumn,
} from '@shuangsuiji/core';
import { registryTables } from '../excel/columns.js';
import type { TableDefinition } from '../excel/definition.js';
import { readTable } from '../excel/read-table.js';

const FOLDER = new URL('../../../../data/county/', import.meta.url);
/** A text that passes its check, as the check's own type. */
const checked = <Kind extends string>(isKind: (value: unknown) => value is Kind, text: string): Kind => {
  if (!isKind(text)) throw new TypeError(`county: ${text}`);
  return text;
};

export const hash: HashText = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
export const GROUNDS = ['近亲属', '持股或任职', '近三年在该单位工作', '日常监管责任人', '其他'];
export const TODAY = checked(isPlainDate, '2026-03-02');
const at = (time: string) => ({ at: checked(isTimestamp, `2026-03-02T${time}:00+08:00`), clock: 'system' as const });

/** The value of a result that must be one. */
export const right = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new TypeError(`county: ${JSON.stringify(result.error)}`);
  return result.value;
};

const tableOf = async <Column extends string>(definition: TableDefinition<Column>, folder: string): Promise<RawTable<Column>> =>
  right(await readTable({ file: definition.file, bytes: readFileSync(new URL(`${folder}/${definition.file}.xlsx`, FOLDER)), definition }));

/** All registries and the plan of the year. */
export const readCounty = async () => {
  const settings: Settings = settingsSchema.parse(JSON.parse(readFileSync(new URL('ssj.json', FOLDER), 'utf8')));
  const content = importRegistries({
    agencies: await tableOf<AgencyColumn>(registryTables.agency, '名录库'),
    targets: await tableOf<TargetColumn>(registryTables.target, '名录库'),
    inspectors: await tableOf<InspectorColumn>(registryTables.inspector, '名录库'),
    items: await tableOf<ItemColumn>(registryTables.item, '名录库'),
    recusals: await tableOf<RecusalColumn>(registryTables.recusal, '名录库'),
    today: TODAY, grounds: GROUNDS, hash,
  });
  const plan = readPlan({ table: await tableOf<PlanColumn>(registryTables.plan, '计划'), agencies: agencyResolver({ agencies: content.agencies }), items: content.items, year: settings.year });
  return { settings, content, planned: plan.batches };
};
export type SampleCounty = Awaited<ReturnType<typeof readCounty>>;

/** Batch 2026-JH-05, which draws by risk class, sealed and drawn. */
export const drawnBatch = ({ settings, content, planned }: SampleCounty, scheme: Scheme) => {
  const chosen = planned.find(({ batch }) => batch.number === '2026-JH-05');
  if (chosen === undefined) throw new TypeError('county: no batch 2026-JH-05');
  const plan = planBatch({ planned: chosen, settings, ...content, past: NO_PAST });
  const drawId = drawIdOf('652722', 2026, 1);
  const secret = rehearsalSecret({ drawId, hash });
  const sources = right(parseSeedSources(['typed:', 'lottery:fc3d:2026033']));
  const ledgerHead = { seq: 2, digest: digestOf('ledger', hash) };
  const { sealed, notice, texts } = seal({
    scheme, drawId, salt: rehearsalSalt({ drawId, hash }), ledgerHead, plan, settings, sources, hash, now: at('09:30'), batch: chosen.batch, snapshot: makeSnapshot({ ...content, hash }), notBefore: at('15:00').at,
    secret: { value: secret, revealBy: checked(isPlainDate, '2026-12-30') },
    forecast: { agencies: [], draws: 0, infeasible: 0, proven: true },
    program: { name: 'shuangsuiji', version: '0.1.0' },
  });
  const seed = right(publicSeed({ sources, values: ['12345', '0.0.7'], witnesses: [] }));
  const { inputs } = right(readSealedInputs(texts, hash));
  const round = drawRound({ ...inputs, start: mainStart(inputs), publicSeed: seed, secret, now: at('16:00'), hash });
  const { targets, agencies, items } = content;
  return {
    sealed, notice, targets, agencies, items, ledgerHead, hash, laterRounds: [], changes: [], lentTo: new Map(), frame: plan.rows, roster: plan.roster, seed: round.seed, drawn: round.targets,
    assignments: round.match.assignments ?? [],
    names: new Map(content.names.map(({ id, name }) => [id, name])),
    texts: new Map([...texts, ...round.texts]),
    revelation: { format: 'ssj-reveal/1', drawId, secret, revealedAt: at('17:00').at, clock: 'system', visitsFinishedOn: TODAY } as const,
  };
};
