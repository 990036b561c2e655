/** The public seed as the person describes it when sealing: sources, time, and the last moment for reveals. */
import { addSeconds, dayOf, drandRoundAt, epochSecondsOf, isIssuePassed, type JointTerms, OPEN_RANK, parseSeedSources, type SeedSource, seedSourceText, type Settings, termsProblems, type Timestamp, topRank } from '@shuangsuiji/core';
import type { OptionValues } from '../command-action.js';
import { failed, type Outcomes } from '../county/county.js';
import { timeOf } from '../county/dates.js';
import { listOption, textOption } from '../county/options.js';

export interface SealSeed {
  readonly sources: readonly SeedSource[];
  readonly notBefore: Timestamp;
  /** Exactly where a source is joint. */
  readonly joint?: JointTerms | undefined;
}

export interface SealSeedInput {
  readonly options: OptionValues;
  readonly settings: Settings;
  readonly now: Timestamp;
}

const BEACON = 'drand:quicknet';
/** Two working days for the parties, where nothing is said. */
const TIME_TO_REVEAL = 48 * 3600;
/** Between the last reveal and lottery or beacon, where nothing is said. */
const MARGIN = 600;

/** Sources that can be kept to, and were not known before the seal. */
export const sealSeed = ({ options, settings, now }: SealSeedInput): Outcomes<SealSeed> => {
  const texts = listOption(options, 'seed');
  const givenTime = textOption(options, 'notBefore');
  if (givenTime === undefined && texts.some((text) => text.startsWith(BEACON))) return failed({ code: 'drand-time-missing', severity: 'error', fields: {} });
  const notBefore = givenTime === undefined ? { ok: true as const, value: now } : timeOf(givenTime, settings.offset);
  if (!notBefore.ok) return notBefore;
  const sources = parseSeedSources(texts.map((text) => (text === BEACON ? `${BEACON}:${drandRoundAt(epochSecondsOf(notBefore.value))}` : text)));
  if (!sources.ok) return sources;
  if (epochSecondsOf(notBefore.value) < epochSecondsOf(now)) return failed({ code: 'not-before-passed', severity: 'error', fields: { notBefore: notBefore.value, now } });
  const passed = sources.value.filter((source) => isIssuePassed(source, dayOf(notBefore.value)));
  if (passed.length > 0) {
    return failed(...passed.map((source) => ({ code: 'lottery-issue-passed', severity: 'error', fields: { line: seedSourceText(source), day: dayOf(now) } }) as const));
  }
  const joint = jointTerms({ options, settings, sources: sources.value, notBefore: notBefore.value });
  if (!joint.ok) return joint;
  const terms: SealSeed = { sources: sources.value, notBefore: notBefore.value, joint: joint.value };
  const problems = termsProblems({ ...terms, sealedAt: now });
  return problems.length > 0 ? failed(...problems) : { ok: true, value: terms };
};

interface JointTermsInput extends SealSeed, Pick<SealSeedInput, 'options' | 'settings'> {}

/** Going on without a silent party would let the last one choose between two seeds: the draw is void instead. */
const jointTerms = ({ options, settings, sources, notBefore }: JointTermsInput): Outcomes<JointTerms | undefined> => {
  const given = textOption(options, 'jointBy');
  if (!sources.some(({ kind }) => kind === 'joint')) {
    return given === undefined ? { ok: true, value: undefined } : failed({ code: 'joint-by-alone', severity: 'error', fields: {} });
  }
  const usual = addSeconds(notBefore, topRank(sources) === OPEN_RANK ? -MARGIN : TIME_TO_REVEAL);
  const revealBy = given === undefined ? { ok: true as const, value: usual } : timeOf(given, settings.offset);
  return revealBy.ok ? { ok: true, value: { revealBy: revealBy.value, otherwise: 'void' } } : revealBy;
};
