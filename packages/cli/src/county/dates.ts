/** Days and times as people type them. */
import { isPlainDate, isTimestamp, type PlainDate, type Timestamp } from '@shuangsuiji/core';
import { failed, type Outcomes } from './county.js';

/** `2026-03-02`. */
export const dateOf = (raw: string): Outcomes<PlainDate> =>
  isPlainDate(raw) ? { ok: true, value: raw } : failed({ code: 'date-bad', severity: 'error', fields: { raw } });

/** `2026-03-02T10:00`, with seconds or not, in the office's offset unless it names its own. */
export const timeOf = (raw: string, offset: string): Outcomes<Timestamp> => {
  const [, day = '', time = '', seconds = ':00', own = offset] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?([+-]\d{2}:\d{2})?$/.exec(raw) ?? [];
  const text = `${day}T${time}${seconds}${own}`;
  return isTimestamp(text) ? { ok: true, value: text } : failed({ code: 'time-bad', severity: 'error', fields: { raw } });
};
