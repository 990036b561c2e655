/** Pieces that several documents of a record share (record-format R1, R4). */
import { z } from 'zod';
import type { Digest, DrawId, Timestamp } from '../base/brand.js';
import { isDigest } from '../base/digest.js';
import { isTimestamp } from '../base/plain-date.js';
import { isDrawId } from '../draw/key.js';

export const digestSchema = z.custom<Digest>(isDigest);
export const drawIdSchema = z.custom<DrawId>(isDrawId);
export const timestampSchema = z.custom<Timestamp>(isTimestamp);
/** `fixed` where SOURCE_DATE_EPOCH set the time, which then shows nothing about time. */
export const clockSchema = z.enum(['system', 'fixed']);
export type ClockKind = z.infer<typeof clockSchema>;

/** A moment and how far it can be believed. */
export interface Moment {
  readonly at: Timestamp;
  readonly clock: ClockKind;
}
