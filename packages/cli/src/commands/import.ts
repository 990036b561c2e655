/** `ssj import`: the registries become an immutable snapshot; with problems nothing is changed unless they are accepted by name. */
import { makeSnapshot, type Snapshot } from '@shuangsuiji/core';
import type { CommandAction } from '../command-action.js';
import type { Context, Outcome } from '../context.js';
import { appendEvents } from '../county/append-events.js';
import { changeCounty } from '../county/change-county.js';
import { type County, failed, type Outcomes } from '../county/county.js';
import { done, refused, toldAs } from '../county/outcome.js';
import { textOption } from '../county/options.js';
import { exitOf } from '../messages/exit-of.js';
import type { AnyProblem } from '../messages/any-problem.js';
import { examine, type Examined } from '../registries/examine.js';
import type { ChangeSet } from '../workspace/change-set.js';
import { latestSnapshot } from '../workspace/load-snapshot.js';
import { snapshotFolder } from '../workspace/paths.js';

interface Imported {
  readonly examined: Examined;
  readonly snapshot: Snapshot;
  readonly refusedRows: number;
  readonly isNew: boolean;
}

export const importCommand: CommandAction = async (context, { options }) => {
  const accepted = textOption(options, 'acceptProblems');
  const changed = await changeCounty<Imported>({ context, command: 'import', build: (county) => buildImport(context, county, accepted) });
  if (!changed.ok) return { ...refused(changed.error, importExit(changed.error)), data: acceptable(changed.error) };
  return report(context, changed.value.value, changed.value.notices);
};

/** Problems of the rows come first, then the one that says how to go on without them. */
const importExit = (problems: readonly AnyProblem[]): Outcome['exit'] => (problems.some(({ code }) => code === 'import-has-problems') ? 3 : exitOf(problems));

const acceptable = (problems: readonly AnyProblem[]): Outcome['data'] => {
  const found = problems.find((problem) => problem.code === 'import-has-problems');
  return found?.code === 'import-has-problems' ? { acceptProblems: found.fields.digest, errors: found.fields.errors } : {};
};

const buildImport = async (context: Context, county: County, accepted: string | undefined): Promise<Outcomes<ChangeSet<Imported>>> => {
  const { hash } = context.host;
  const examined = await examine({ context, ...county, instead: {}, withPlan: false });
  const { imported, problems } = examined;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const ofRows = imported.problems.filter(({ severity }) => severity === 'error');
  // A workbook that cannot be read at all cannot be accepted.
  if (errors.length > ofRows.length) return failed(...problems);
  if (accepted === undefined && errors.length > 0) {
    return failed(...problems, { code: 'import-has-problems', severity: 'error', fields: { errors: errors.length, digest: imported.reportDigest } });
  }
  if (accepted !== undefined && accepted !== imported.reportDigest) {
    return failed({ code: 'accepted-digest-differs', severity: 'error', fields: { given: accepted, found: imported.reportDigest } });
  }
  context.progress.step('写出快照');
  const snapshot = makeSnapshot({ ...imported, hash });
  const refusedRows = errors.length;
  const isNew = latestSnapshot(county.workspace) !== snapshot.digest;
  const value: Imported = { examined, snapshot, refusedRows, isNew };
  if (!isNew) return { ok: true, value: { files: [], value } };
  const { agencies, targets, inspectors, items, recusals } = imported;
  const counts = { agencies: agencies.length, targets: targets.length, inspectors: inspectors.length, items: items.length, recusals: recusals.length };
  const event = { type: 'imported', body: { snapshot: snapshot.digest, counts, refused: refusedRows, accepted: errors.length > 0 ? imported.reportDigest : undefined } } as const;
  const folder = snapshotFolder(snapshot.digest);
  const files = Object.entries(snapshot.files).map(([name, content]) => ({ path: `${folder}/${name}`, content, isImmutable: true }));
  return { ok: true, value: { files, ledger: appendEvents({ county, events: [event], hash }).ledger, value } };
};

const report = ({ options }: Context, { examined: { imported, problems }, snapshot, refusedRows, isNew }: Imported, notices: readonly AnyProblem[]): Outcome => {
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const { agencies, targets, inspectors, items, recusals } = imported;
  const counts = { agencies: agencies.length, targets: targets.length, inspectors: inspectors.length, items: items.length, recusals: recusals.length };
  return done({
    lines: toldAs(options, [
      isNew ? `已导入：部门 ${counts.agencies}，检查对象 ${counts.targets}，执法检查人员 ${counts.inspectors}，抽查事项 ${counts.items}，回避 ${counts.recusals}。` : '名录与最新快照相同，没有新的快照。',
      ...(refusedRows > 0 ? [`按您的确认，${refusedRows} 个有错的问题未入库，记在快照报告和台账里。`] : []),
      `快照 ${snapshot.digest}`,
    ]),
    data: { snapshot: snapshot.digest, counts, refused: refusedRows, isNew },
    problems: [...notices, ...warnings],
  });
};
