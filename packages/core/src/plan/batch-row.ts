/** One row of the annual plan, read on its own. */
import type { AgencyCode } from '../base/brand.js';
import { err, ok } from '../base/result.js';
import { sortedTexts } from '../registry/merge-rows.js';
import type { AgencyResolver } from '../registry/agency-resolver.js';
import type { RawRow, RawTable } from '../registry/cell.js';
import type { PlanColumn } from '../registry/columns.js';
import { readIndustries, readList, readText, readYesNo } from '../registry/field-readers.js';
import { rowReader, type CellReader, type RowReader } from '../registry/row-reader.js';
import type { RiskClass, TargetFilter } from '../registry/schemas.js';
import { riskClassOf } from '../registry/risk-class.js';
import type { Sampling } from './batch.js';
import type { ItemResolver } from './item-resolver.js';
import { parseComposition } from './parse-composition.js';
import { parsePeriod } from './parse-period.js';
import { parseRatio, type RatioCell } from './parse-ratio.js';
import { parseRiskRatios } from './parse-risk-ratios.js';
import { parseRotation } from './parse-rotation.js';
import type { PlanRowFault } from './problems.js';
import { readGrouping } from './read-grouping.js';
import type { PlannedBatch, PlanRowProblem } from './planned-batch.js';

export interface BatchRowInput {
  readonly table: RawTable<PlanColumn>;
  readonly raw: RawRow<PlanColumn>;
  readonly agencies: AgencyResolver;
  readonly resolve: ItemResolver;
  readonly year: number;
}

export interface BatchRow {
  readonly row: number;
  /** Absent where the row has an error. */
  readonly planned?: PlannedBatch | undefined;
  readonly problems: readonly PlanRowProblem[];
}

type Reader = RowReader<PlanColumn, PlanRowFault>;

/** A reader of text that goes on with what the text means. */
const textThen =
  <T>(meaning: (raw: string) => ReturnType<CellReader<T, PlanRowFault>>): CellReader<T, PlanRowFault> =>
  (cell) => {
    const text = readText(cell);
    if (!text.ok) return text;
    return text.value === undefined ? ok(undefined) : meaning(text.value);
  };

const readKind = textThen<'定向' | '不定向'>((raw) => (raw === '定向' || raw === '不定向' ? ok(raw) : err({ code: 'batch-kind-unknown', fields: { raw } })));

export const readBatchRow = ({ table, raw, agencies, resolve, year }: BatchRowInput): BatchRow => {
  const reader: Reader = rowReader<PlanColumn, PlanRowFault>({ table, row: raw });
  const number = reader.require('number', readText, { code: 'batch-number-missing', fields: {} });
  const name = reader.require('name', readText, { code: 'batch-name-missing', fields: {} });
  const period = reader.require('period', textThen((text) => parsePeriod({ raw: text, year })), { code: 'period-missing', fields: {} });
  const ratios = readRatios(reader);
  const [lead, ...others] = readAgencies(reader, 'lead', agencies);
  if (lead === undefined && !reader.isFaulty('lead')) reader.error('lead', { code: 'batch-lead-missing', fields: {} });
  if (others.length > 0) reader.error('lead', { code: 'batch-lead-several', fields: { raw: [lead, ...others].join('、') } });
  const rest = {
    kind: reader.read('kind', readKind),
    items: readItems(reader, resolve),
    targets: reader.read('targets', readText),
    method: reader.read('method', readText),
    cooperating: sortedTexts(readAgencies(reader, 'cooperating', agencies).filter((code) => code !== lead)),
    filter: readFilter(reader),
    composition: reader.read('composition', textThen(parseComposition)),
    rotation: reader.read('rotation', textThen(parseRotation)),
    levelling: reader.read('levelling', readYesNo),
    grouping: readGrouping(reader),
  };
  const problems = reader.problems();
  const isWhole = number !== undefined && name !== undefined && period !== undefined && ratios !== undefined && lead !== undefined;
  if (!isWhole || problems.some(({ severity }) => severity === 'error')) return { row: raw.row, problems };
  const { sampling, stated, timesPerYear } = ratios;
  return { row: raw.row, planned: { batch: { number, name, lead, period, sampling, timesPerYear, ...rest }, stated }, problems };
};

interface Ratios {
  readonly sampling: Sampling;
  readonly stated: ReadonlyMap<string, number>;
  readonly timesPerYear: number | undefined;
}

/** With risk ratios the strata are the classes, and the ratio cell is only for people. */
const readRatios = (reader: Reader): Ratios | undefined => {
  const byRisk = reader.read('riskRatios', textThen(parseRiskRatios));
  // `;` separates the classes there, so a frequency has no place in it.
  if (byRisk !== undefined) return { ...riskSampling(byRisk), timesPerYear: undefined };
  if (reader.isFaulty('riskRatios')) return undefined;
  const flat = reader.require('ratio', textThen(parseRatio), { code: 'ratio-missing', fields: {} });
  if (flat === undefined) return undefined;
  return { sampling: { kind: 'flat', rule: flat.rule }, stated: statedBy([['ALL', flat]]), timesPerYear: flat.timesPerYear };
};

const riskSampling = (ratios: ReadonlyMap<RiskClass, RatioCell>): Pick<Ratios, 'sampling' | 'stated'> => ({
  sampling: { kind: 'by-risk', rules: Object.fromEntries([...ratios].map(([riskClass, { rule }]) => [riskClass, rule])) },
  stated: statedBy([...ratios]),
});

const statedBy = (cells: readonly (readonly [string, RatioCell])[]): ReadonlyMap<string, number> =>
  new Map(cells.flatMap(([stratum, { stated }]) => (stated === undefined ? [] : [[stratum, stated] as const])));

const readAgencies = (reader: Reader, column: 'lead' | 'cooperating', agencies: AgencyResolver): readonly AgencyCode[] =>
  (reader.read(column, readList) ?? []).flatMap((raw) => {
    const code = agencies.resolve(raw);
    if (code === undefined) reader.error(column, { code: 'batch-agency-unknown', fields: agencies.unknown(raw).fields });
    return code === undefined ? [] : [code];
  });

const readItems = (reader: Reader, resolve: ItemResolver): readonly string[] => {
  const names = reader.require('items', readList, { code: 'batch-items-missing', fields: {} }) ?? [];
  const ids = names.flatMap((raw) => {
    const id = resolve(raw);
    if (!id.ok) reader.error('items', id.error);
    return id.ok ? [id.value] : [];
  });
  return sortedTexts(ids);
};

const readFilter = (reader: Reader): TargetFilter => {
  const list = (column: PlanColumn, readValues = readList): readonly string[] | undefined => {
    const values = reader.read(column, readValues);
    return values === undefined ? undefined : sortedTexts(values);
  };
  const riskClasses = (reader.read('riskClasses', readList) ?? []).flatMap((raw) => {
    const riskClass = riskClassOf(raw);
    if (riskClass === undefined) reader.error('riskClasses', { code: 'risk-class-unknown', fields: { raw } });
    return riskClass === undefined ? [] : [riskClass];
  });
  return {
    areas: list('areas'),
    entityTypes: list('entityTypes'),
    industries: list('industries', readIndustries),
    tags: list('tags'),
    riskClasses: riskClasses.length === 0 ? undefined : sortedTexts(riskClasses),
  };
};
