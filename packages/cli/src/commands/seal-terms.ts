/** What the person says about a seal on the command line, checked before anything is read. */
import { addDays, dayOf, epochSecondsOf, isIssuePassed, parseSeedSources, seedSourceText, type Period, type PlainDate, type SeedSource, type Settings, type Timestamp } from '@shuangsuiji/core';
import type { OptionValues } from '../command-action.js';
import { failed, type Outcomes } from '../county/county.js';
import { dateOf, timeOf } from '../county/dates.js';
import { hasFlag, listOption, textOption } from '../county/options.js';

/** Where the seed will come from: of a seal, or of a later round's notice. */
export interface GivenSeedTerms {
  readonly sources: readonly SeedSource[];
  readonly notBefore: Timestamp;
}

export interface SealTerms extends GivenSeedTerms {
  /** Absent: published at once, without a secret. */
  readonly revealBy?: PlainDate | undefined;
  readonly acceptsForecast: boolean;
}

export interface SealTermsInput {
  readonly options: OptionValues;
  readonly settings: Settings;
  readonly period: Period;
  readonly now: Timestamp;
}

/** Nothing that could be known already. */
export const seedTerms = ({ options, settings, now }: Omit<SealTermsInput, 'period'>): Outcomes<GivenSeedTerms> => {
  const sources = parseSeedSources(listOption(options, 'seed'));
  if (!sources.ok) return sources;
  const givenTime = textOption(options, 'notBefore');
  const notBefore = givenTime === undefined ? { ok: true as const, value: now } : timeOf(givenTime, settings.offset);
  if (!notBefore.ok) return notBefore;
  if (epochSecondsOf(notBefore.value) < epochSecondsOf(now)) return failed({ code: 'not-before-passed', severity: 'error', fields: { notBefore: notBefore.value, now } });
  const passed = sources.value.filter((source) => isIssuePassed(source, dayOf(notBefore.value)));
  if (passed.length > 0) {
    return failed(...passed.map((source) => ({ code: 'lottery-issue-passed', severity: 'error', fields: { line: seedSourceText(source), day: dayOf(now) } }) as const));
  }
  return { ok: true, value: { sources: sources.value, notBefore: notBefore.value } };
};

/** Where nothing is said: from now on, and so many days after the last day of visits (or after today, where that is over). */
export const sealTerms = ({ options, settings, period, now }: SealTermsInput): Outcomes<SealTerms> => {
  const terms = seedTerms({ options, settings, now });
  if (!terms.ok) return terms;
  const givenDay = textOption(options, 'revealBy');
  const acceptsForecast = hasFlag(options, 'acceptForecast');
  if (hasFlag(options, 'atOnce')) {
    if (givenDay !== undefined) return failed({ code: 'option-conflict', severity: 'error', fields: { a: '--at-once', b: '--reveal-by' } });
    return { ok: true, value: { ...terms.value, acceptsForecast } };
  }
  const last = period.to > dayOf(now) ? period.to : dayOf(now);
  const revealBy = givenDay === undefined ? { ok: true as const, value: addDays(last, settings.rules.revealWithinDays.value) } : dateOf(givenDay);
  if (!revealBy.ok) return revealBy;
  if (revealBy.value < last) return failed({ code: 'reveal-by-too-early', severity: 'error', fields: { revealBy: revealBy.value, lastDay: last } });
  return { ok: true, value: { ...terms.value, revealBy: revealBy.value, acceptsForecast } };
};
