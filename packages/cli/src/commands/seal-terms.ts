/** What the person says about a seal on the command line, checked before anything is read. */
import { addDays, dayOf, parseSeedSources, type Period, type PlainDate, type SeedSource, type Settings, type Timestamp } from '@shuangsuiji/core';
import type { OptionValues } from '../command-action.js';
import { failed, type Outcomes } from '../county/county.js';
import { dateOf, timeOf } from '../county/dates.js';
import { hasFlag, listOption, textOption } from '../county/options.js';

export interface SealTerms {
  readonly sources: readonly SeedSource[];
  readonly notBefore: Timestamp;
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

/** Where nothing is said: from now on, and so many days after the last day of visits (or after today, where that is over). */
export const sealTerms = ({ options, settings, period, now }: SealTermsInput): Outcomes<SealTerms> => {
  const sources = parseSeedSources(listOption(options, 'seed'));
  if (!sources.ok) return sources;
  const givenTime = textOption(options, 'notBefore');
  const notBefore = givenTime === undefined ? { ok: true as const, value: now } : timeOf(givenTime, settings.offset);
  if (!notBefore.ok) return notBefore;
  const givenDay = textOption(options, 'revealBy');
  const acceptsForecast = hasFlag(options, 'acceptForecast');
  if (hasFlag(options, 'atOnce')) {
    if (givenDay !== undefined) return failed({ code: 'option-conflict', severity: 'error', fields: { a: '--at-once', b: '--reveal-by' } });
    return { ok: true, value: { sources: sources.value, notBefore: notBefore.value, acceptsForecast } };
  }
  const last = period.to > dayOf(now) ? period.to : dayOf(now);
  const revealBy = givenDay === undefined ? { ok: true as const, value: addDays(last, settings.rules.revealWithinDays.value) } : dateOf(givenDay);
  if (!revealBy.ok) return revealBy;
  return { ok: true, value: { sources: sources.value, notBefore: notBefore.value, revealBy: revealBy.value, acceptsForecast } };
};
