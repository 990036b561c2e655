/** Whole records for tests, made step by step as the commands make them. */
import * as fc from 'fast-check';
import { type Digest, type DrawId, unsafeBrand } from '../base/brand.js';
import { digestOf, type HashText, portableHash } from '../base/digest.js';
import { addDays, timestampAt } from '../base/plain-date.js';
import { drawIdOf } from '../draw/key.js';
import { isRehearsal, type Scheme } from '../draw/scheme.js';
import { forecast } from '../forecast/forecast.js';
import { areasOf } from '../match/draw-setting.js';
import { appointedOf } from '../plan/appointed.js';
import { NO_PAST } from '../plan/past-visits.js';
import { type BatchPlan, planBatch } from '../plan/plan-batch.js';
import { makeSnapshot, type Snapshot } from '../registry/snapshot.js';
import { rehearsalSecret } from '../seed/secret.js';
import { publicSeed, type PublicSeed, type PublicSeedInput } from '../seed/seed.js';
import { parseSeedSources, type SeedSource } from '../seed/source.js';
import type { Moment } from './common-schemas.js';
import { type County, type CountyOptions, sampleCounty } from '../plan/county.properties.js';
import { drawRound } from './draw-round.js';
import { EMPTY_HEAD, type LedgerEvent, type LedgerHead, ledgerLines } from './ledger.js';
import { withManifest } from './manifest.js';
import { PATHS, type RecordTexts } from './paths.js';
import { readSealedInputs } from './read-sealed.js';
import { reveal } from './reveal.js';
import { mainStart } from './round-start.js';
import { enteredEvent } from './seed-events.js';
import { seal, type SealedRecord, type SealInput } from './seal.js';
import type { Publication } from './sealed.js';

export interface SampleOptions extends CountyOptions {
  readonly scheme: Scheme;
  readonly publication: Publication;
  readonly stage: 'sealed' | 'drawn' | 'revealed';
  /** Quicker where the host has its own. */
  readonly hash?: HashText;
}

export interface Sample {
  readonly texts: RecordTexts;
  /** The county's own, which goes on after the record's. */
  readonly countyLedger: string;
  readonly sealed: SealedRecord;
  readonly secret: Digest | undefined;
}

/** Some record of any kind and stage. */
export const anySampleOptions: fc.Arbitrary<SampleOptions> = fc.record({
  number: fc.nat(1000),
  scheme: fc.constantFrom('ssj/1', 'ssj/1-rehearsal'),
  publication: fc.constantFrom('after-visits', 'at-once'),
  sampling: fc.constantFrom('flat', 'by-risk'),
  isFeasible: fc.boolean(),
  stage: fc.constantFrom('sealed', 'drawn', 'revealed'),
});

/** 2026-02-02T09:00:00+08:00 and whole minutes after it. */
const START = 1769994000;
export const moment = (minutes: number): Moment => ({ at: timestampAt(START + minutes * 60, '+08:00'), clock: 'system' });
const program = { name: 'shuangsuiji', version: '0.1.0' };

/** A ledger that is being written. */
interface Office {
  readonly append: (minutes: number, ...events: readonly LedgerEvent[]) => void;
  readonly head: () => LedgerHead;
  readonly text: () => string;
}

const office = (hash: HashText): Office => {
  let text = '';
  let head = EMPTY_HEAD;
  return {
    append: (minutes, ...events) => {
      const lines = ledgerLines({ head, at: moment(minutes).at, events, hash });
      text += lines.text;
      head = lines.head;
    },
    head: () => head,
    text: () => text,
  };
};

export const sampleRecord = (options: SampleOptions): Sample => {
  const { number, scheme, stage, hash = portableHash } = options;
  const county = sampleCounty(options);
  const snapshot = snapshotOf(county, hash);
  const ledger = office(hash);
  const serial = 1 + (number % 2);
  openOffice(ledger, { county, snapshot, serial, hash });
  const drawId = drawIdOf(county.settings.authority.code, county.settings.year, serial);
  const secret = secretOf(options, drawId, hash);
  const { input, sources } = sealInputOf({ scheme, drawId, county, snapshot, secret, head: ledger.head(), hash });
  const sealed = seal(input);
  ledger.append(5, sealed.event);
  const texts = new Map(sealed.texts);
  const keep = (more: RecordTexts): void => more.forEach((text, path) => texts.set(path, text));
  if (stage !== 'sealed') {
    const inputs = inputsOf(texts, hash);
    const publicSeed = seedOf(sources, number, hash);
    ledger.append(20, ...publicSeed.lines.filter(({ source }) => source.kind === 'dice').map((line) => enteredEvent({ drawId, round: 0, line })));
    const round = drawRound({ ...inputs, start: mainStart(inputs), publicSeed, secret, now: moment(60), hash });
    keep(round.texts);
    ledger.append(60, round.event);
  }
  if (stage === 'revealed' && secret !== undefined) {
    const revelation = reveal({ sealed: sealed.sealed, secret, visitsFinishedOn: input.batch.period.to, now: moment(100), hash });
    keep(revelation.texts);
    ledger.append(100, revelation.event);
  }
  texts.set(PATHS.ledger, ledger.text());
  ledger.append(200, { type: 'published', body: { batch: 'X', list: 'plan', form: 'full', file: '计划公示.xlsx', document: digestOf('x', hash) } });
  return { texts: withManifest({ drawId, texts, hash }), countyLedger: ledger.text(), sealed, secret };
};

/** The plan of a county's batch, which has no errors. */
export const samplePlan = ({ planned, settings, agencies, targets, items, inspectors, appointments, teams }: County): BatchPlan => {
  const plan = planBatch({ planned, settings, agencies, targets, items, inspectors, appointments, teams, past: NO_PAST });
  const errors = plan.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new TypeError(`sample: ${JSON.stringify(errors)}`);
  return plan;
};

export interface SealStepInput {
  readonly scheme: Scheme;
  readonly drawId: DrawId;
  readonly county: County;
  readonly snapshot: Snapshot;
  readonly secret: Digest | undefined;
  readonly head: LedgerHead;
  readonly hash: HashText;
}

/** What is sealed. */
export const sealInputOf = ({ scheme, drawId, county, snapshot, secret, head, hash }: SealStepInput): { readonly input: SealInput; readonly sources: readonly SeedSource[] } => {
  const { planned, settings, recusals, targets } = county;
  const plan = samplePlan(county);
  const sources = right(parseSeedSources(['dice:d10x20', 'lottery:fc3d:2026033']));
  const revealBy = addDays(planned.batch.period.to, settings.rules.revealWithinDays.value);
  const input: SealInput = {
    scheme, drawId, settings, plan, snapshot, sources, hash, program,
    now: moment(5),
    salt: digestOf(`salt ${drawId}`, hash),
    ledgerHead: head,
    batch: planned.batch,
    notBefore: moment(30).at,
    secret: secret === undefined ? undefined : { value: secret, revealBy },
    forecast: forecast({ frame: plan.rows, visits: plan.visits, roster: plan.roster, recusals, appointed: appointedOf(county.appointments ?? [], county.inspectors), areas: areasOf(targets), bars: plan.bars ?? [], closesOwnAreas: false, drawId, strata: plan.strata, draws: 3, hash }),
  };
  return { input, sources };
};

export const snapshotOf = (county: County, hash: HashText): Snapshot =>
  makeSnapshot({ ...county, names: county.inspectors.map(({ id }) => ({ id, name: `人${id}` })), report: { problems: digestOf('[]', hash), refused: [], warnings: 0 }, hash });

interface OpenInput {
  readonly county: County;
  readonly snapshot: Snapshot;
  readonly serial: number;
  readonly hash: HashText;
}

/** Opened and imported; where the serial is 2, another batch was sealed before. */
const openOffice = (ledger: Office, { county: { settings }, snapshot, serial, hash }: OpenInput): void => {
  const { authority, year } = settings;
  ledger.append(0, { type: 'opened', body: { authority, year, program } });
  ledger.append(1, { type: 'imported', body: { snapshot: snapshot.digest, counts: { targets: 1 }, refused: 0 } });
  if (serial === 1) return;
  const other = { drawId: drawIdOf(authority.code, year, 1), batch: '〔2026〕2号', scheme: 'ssj/1', commitment: digestOf('c', hash), notice: digestOf('n', hash), snapshot: snapshot.digest } as const;
  ledger.append(2, { type: 'sealed', body: other });
};

const secretOf = ({ number, scheme, publication }: SampleOptions, drawId: DrawId, hash: HashText): Digest | undefined => {
  if (publication === 'at-once') return undefined;
  return isRehearsal(scheme) ? rehearsalSecret({ drawId, hash }) : digestOf(`secret ${number}`, hash);
};

/** Dice that fell another way for every number, seen by two agencies. */
export const seedOf = (sources: PublicSeedInput['sources'], number: number, hash: HashText): PublicSeed => {
  const dice = String(BigInt(`0x${hash(`dice ${number}`)}`)).slice(-20);
  const witnesses = [{ agency: '公证处', name: '张三' }, { agency: '审计局', name: '李四' }];
  return right(publicSeed({ sources, values: [dice, '0.0.7'], witnesses, sheet: unsafeBrand<'Digest'>(hash('sheet')) }));
};

const inputsOf = (texts: RecordTexts, hash: HashText) => right(readSealedInputs(texts, hash)).inputs;

/** The value of a result that must be one. */
export const right = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T => {
  if (!result.ok) throw new TypeError(`sample: ${JSON.stringify(result.error)}`);
  return result.value;
};
