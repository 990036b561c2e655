/** Draws one sealed draw or many in one change of the county: all of them or none. */
import { agencyRounds, type DrawnRound, drawRound, groupsThatWent, type InspectorId, type LedgerEvent, type PublicLine, publicLineText, type PublicSeed, roundWithLines, weighed } from '@shuangsuiji/core';
import type { Context } from '../context.js';
import type { ChangeSet, NewFile } from '../workspace/change-set.js';
import { appendEvents, recordFiles } from './append-events.js';
import { type County, failed, type Outcomes } from './county.js';
import { actingChanges, type CurrentDraw } from './current-draw.js';
import { dispatchFiles } from './dispatch-files.js';
import { namesOf } from './names.js';
import { secretOf } from './secret.js';
import { shortageFile } from './shortage-file.js';
import { linesInOrder, type Waiting } from './waiting-draw.js';

export interface Drawn {
  readonly waiting: Waiting;
  /** Of inspectors: the record has none. */
  readonly names: ReadonlyMap<InspectorId, string>;
  readonly round: DrawnRound;
  /** What is handed out. */
  readonly files: readonly string[];
  /** The workbook that says why nobody could be assigned. */
  readonly explanation?: string | undefined;
}

export interface DrawChangeInput {
  readonly context: Context;
  readonly county: County;
  readonly waiting: readonly Waiting[];
  /** Given now; the others are known to each draw from the ledger. */
  readonly lines: readonly PublicLine[];
}

export const drawChange = async ({ context, county, waiting, lines }: DrawChangeInput): Promise<Outcomes<ChangeSet<readonly Drawn[]>>> => {
  const { hash } = context.host;
  context.progress.step('抽取检查对象和执法检查人员');
  const files: NewFile[] = [];
  const drawn: Drawn[] = [];
  const events: LedgerEvent[] = [];
  for (const one of waiting) {
    const result = await drawOne({ context, county, waiting: one, lines });
    if (!result.ok) return result;
    events.push(result.value.drawn.round.event);
    const { texts, inputs: { sealed: { drawId } } } = one.current;
    const { ledgerText } = appendEvents({ county, events, hash });
    files.push(...recordFiles({ drawId, texts: new Map([...texts, ...result.value.drawn.round.texts]), ledgerText, hash }), ...result.value.dispatch);
    drawn.push(result.value.drawn);
  }
  return { ok: true, value: { files, ledger: appendEvents({ county, events, hash }).ledger, value: drawn } };
};

interface DrawOneInput extends Omit<DrawChangeInput, 'waiting'> {
  readonly waiting: Waiting;
}

const drawOne = async ({ context, county, waiting, lines }: DrawOneInput): Promise<Outcomes<{ readonly drawn: Drawn; readonly dispatch: readonly NewFile[] }>> => {
  const { hash } = context.host;
  const { current, start, sources, known } = waiting;
  const { inputs } = current;
  const publicSeed = weighed(linesInOrder(sources, [...known, ...lines]));
  const used = usedBefore(current, publicSeed);
  if (used !== undefined) return failed({ code: 'seed-used-before', severity: 'error', fields: { round: used } });
  const secret = secretOf({ workspace: county.workspace, sealed: inputs.sealed, hash });
  if (!secret.ok) return secret;
  const round = drawRound({ ...inputs, start, publicSeed, secret: secret.value, now: county.now, hash });
  const names = namesOf({ context, workspace: county.workspace, current });
  if (!names.ok) return names;
  context.progress.step('写出派发表和审批表');
  const { assignments = [], document, teams } = round.match;
  const explained = document.outcome === 'infeasible'
    ? [await shortageFile({ current, round: start.round, agencies: document.agencies, rounds: agencyRounds(inputs, start, round.targets.map(({ id }) => id)), names: names.value, hash })]
    : [];
  const rounds = [...current.rounds, { targets: round.targets, assignments, teams: document.outcome === 'matched' ? groupsThatWent(teams) : undefined }];
  const dispatch = await dispatchFiles({ current: { ...current, rounds, before: actingChanges(current) }, names: names.value, hash, progress: context.progress });
  return { ok: true, value: { drawn: { waiting, names: names.value, round, files: dispatch.map(({ path }) => path), explanation: explained[0]?.path }, dispatch: [...dispatch, ...explained] } };
};

/** The round that had the same public lines: a known seed is no seed. */
const usedBefore = ({ record, draw: { stage } }: CurrentDraw, { lines }: PublicSeed): number | undefined =>
  roundWithLines(record.rounds.slice(0, stage.drawn).map(({ seed }) => (seed.ok ? seed.value : undefined)), lines.map(publicLineText));
