/** What a person says happened after the seal, as changes of the record (record-format R12.3). */
import { type AgencyCode, type Change, changeSchema, codeOf, type Inspector, isInspectorId, notThereReason } from '@shuangsuiji/core';
import type { OptionValues } from '../command-action.js';
import { failed, type Outcomes } from '../county/county.js';
import type { CurrentDraw } from '../county/current-draw.js';
import { listOption, textOption } from '../county/options.js';
import type { AnyProblem } from '../messages/any-problem.js';

export interface ChangeOptionsInput {
  readonly options: OptionValues;
  readonly current: CurrentDraw;
  /** The latest registry: who can be borrowed. */
  readonly inspectors: readonly Inspector[];
}

/** In the order of the options below; at least one. */
export const changeOptions = ({ options, current, inspectors }: ChangeOptionsInput): Outcomes<readonly Change[]> => {
  const ground = textOption(options, 'ground');
  const readings = [
    ...listOption(options, 'withdrawTarget').map((raw) => ofTarget(raw, current, 'target-withdrawn')),
    ...listOption(options, 'postpone').map((raw) => ofTarget(raw, current, 'target-postponed')),
    ...listOption(options, 'withdrawPerson').map((raw) => made({ kind: 'inspector-withdrawn', inspector: raw }, raw)),
    ...listOption(options, 'recuse').map((raw) => ofPair(raw, current, { kind: 'pair-withdrawn', ground })),
    ...listOption(options, 'release').map((raw) => ofPair(raw, current, { kind: 'recusal-released' })),
    ...listOption(options, 'capacity').map((raw) => ofCapacity(raw)),
    ...listOption(options, 'borrow').map((raw) => ofBorrowed(raw, current, inspectors)),
  ];
  if (listOption(options, 'recuse').length > 0 && ground === undefined) return failed({ code: 'why-missing', severity: 'error', fields: { options: ['--ground'] } });
  if (readings.length === 0) return failed({ code: 'change-missing', severity: 'error', fields: {} });
  const problems = readings.flatMap((reading) => (reading.ok ? [] : reading.error));
  return problems.length > 0 ? failed(...problems) : { ok: true, value: readings.flatMap((reading) => (reading.ok ? [reading.value] : [])) };
};

const bad = (raw: string): { readonly ok: false; readonly error: readonly AnyProblem[] } => failed({ code: 'change-unreadable', severity: 'error', fields: { raw } });

const made = (value: unknown, raw: string): Outcomes<Change> => {
  const parsed = changeSchema.safeParse(value);
  return parsed.success ? { ok: true, value: parsed.data } : bad(raw);
};

/** People write the code without its kind. */
const targetIn = (raw: string, { inputs: { frame } }: CurrentDraw): string | undefined => frame.find(({ id }) => id === raw || codeOf(id) === raw.trim().toUpperCase())?.id;

const ofTarget = (raw: string, current: CurrentDraw, kind: 'target-withdrawn' | 'target-postponed'): Outcomes<Change> => {
  const target = targetIn(raw, current);
  return target === undefined ? failed({ code: 'change-target-not-in-frame', severity: 'error', fields: { target: raw } }) : made({ kind, target }, raw);
};

/** `代码@人员`. */
const ofPair = (raw: string, current: CurrentDraw, rest: object): Outcomes<Change> => {
  const [, code = '', inspector] = /^\s*([^@＠]+?)\s*[@＠]\s*(\S+)\s*$/.exec(raw) ?? [];
  if (inspector === undefined) return bad(raw);
  const target = targetIn(code, current);
  return target === undefined ? failed({ code: 'change-target-not-in-frame', severity: 'error', fields: { target: code } }) : made({ ...rest, target, inspector }, raw);
};

/** `人员=次数`. */
const ofCapacity = (raw: string): Outcomes<Change> => {
  const [, inspector, capacity] = /^\s*(\S+?)\s*=\s*(\d{1,4})\s*$/.exec(raw) ?? [];
  return made({ kind: 'capacity-set', inspector, capacity: Number(capacity) }, raw);
};

/** `人员@部门代码=次数`; qualifications are those of the registry. */
const ofBorrowed = (raw: string, { inputs }: CurrentDraw, inspectors: readonly Inspector[]): Outcomes<Change> => {
  const [, id = '', agency, capacity] = /^\s*([^@＠\s]+)\s*[@＠]\s*([^=\s]+)\s*=\s*(\d{1,4})\s*$/.exec(raw) ?? [];
  if (agency === undefined || !isInspectorId(id)) return bad(raw);
  const agencies: readonly AgencyCode[] = inputs.sealed.visits.flatMap(({ needs }) => needs.map((need) => need.agency));
  if (!agencies.some((code) => code === agency)) return failed({ code: 'change-agency-not-visiting', severity: 'error', fields: { agency, known: [...new Set(agencies)] } });
  const person = inspectors.find((one) => one.id === id);
  if (person === undefined) return failed({ code: 'change-person-not-registered', severity: 'error', fields: { inspector: id } });
  const reason = notThereReason(person, inputs.sealed.batch.period, inputs.sealed.rules);
  if (reason !== undefined) return failed({ code: 'change-person-barred', severity: 'error', fields: { inspector: id, reason } });
  return made({ kind: 'borrowed', agency, inspector: id, capacity: Number(capacity), qualifications: person.qualifications, mayLead: person.mayLead, grade: person.grade }, raw);
};
