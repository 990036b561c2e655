/** Archives of every kind that may be published, for tests of their public editions. */
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import type { RecordTexts } from '../record/paths.js';
import { anySampleOptions, right, sampleRecord, type SampleOptions } from '../record/sample.properties.js';
import { laterRecord } from './later-record.properties.js';
import { publicEdition } from './public-edition.js';

/** Quicker than the portable one. */
export const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

export const MATCHED: SampleOptions = { number: 3, scheme: 'ssj/1', publication: 'after-visits', sampling: 'by-risk', isFeasible: true, stage: 'revealed', hash };

/** True where nobody can learn anything too early. */
export const mayBePublished = ({ stage, scheme, publication }: SampleOptions): boolean => stage === 'revealed' || (stage === 'drawn' && (scheme === 'ssj/1-rehearsal' || publication === 'at-once'));

/** Archives that may be published, half of them with a later round. */
export const anyArchive: fc.Arbitrary<RecordTexts> = fc
  .tuple(anySampleOptions, fc.boolean())
  .map(([options, isLater]) => (isLater ? laterRecord({ ...options, hash }) : sampleRecord({ ...options, hash, stage: 'revealed' }).texts));

export const publicOf = (texts: RecordTexts): RecordTexts => right(publicEdition({ texts, hash }));
