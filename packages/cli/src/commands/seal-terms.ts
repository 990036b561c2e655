/** What the person says about a seal on the command line, checked before anything is read. */
import { addDays, dayOf, type Period, type PlainDate } from '@shuangsuiji/core';
import { failed, type Outcomes } from '../county/county.js';
import { dateOf } from '../county/dates.js';
import { hasFlag, textOption } from '../county/options.js';
import { sealSeed, type SealSeed, type SealSeedInput } from './seal-seed.js';

export interface SealTerms extends SealSeed {
  /** Absent: published at once, without a secret. */
  readonly revealBy?: PlainDate | undefined;
  readonly acceptsForecast: boolean;
}

export interface SealTermsInput extends SealSeedInput {
  readonly period: Period;
}

/** Where nothing is said: from now on, and so many days after the last day of visits (or after today, where that is over). */
export const sealTerms = ({ options, settings, period, now }: SealTermsInput): Outcomes<SealTerms> => {
  const seed = sealSeed({ options, settings, now });
  if (!seed.ok) return seed;
  const terms = { ...seed.value, acceptsForecast: hasFlag(options, 'acceptForecast') };
  const givenDay = textOption(options, 'revealBy');
  if (hasFlag(options, 'atOnce')) {
    if (givenDay !== undefined) return failed({ code: 'option-conflict', severity: 'error', fields: { a: '--at-once', b: '--reveal-by' } });
    return { ok: true, value: terms };
  }
  const last = period.to > dayOf(now) ? period.to : dayOf(now);
  const revealBy = givenDay === undefined ? { ok: true as const, value: addDays(last, settings.rules.revealWithinDays.value) } : dateOf(givenDay);
  if (!revealBy.ok) return revealBy;
  if (revealBy.value < last) return failed({ code: 'reveal-by-too-early', severity: 'error', fields: { revealBy: revealBy.value, lastDay: last } });
  return { ok: true, value: { ...terms, revealBy: revealBy.value } };
};
