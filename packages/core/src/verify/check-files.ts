/** Files against the manifest, and the form of every document (record-format R1–R3). */
import type { DrawId } from '../base/brand.js';
import { digestOf } from '../base/digest.js';
import { utf8Length } from '../base/text.js';
import type { Manifest } from '../record/manifest.js';
import { isRecordPath, PATHS } from '../record/paths.js';
import type { Reading } from '../record/read-sealed.js';
import { compareValues } from './compare-texts.js';
import type { Finding } from './findings.js';
import type { OpenedRecord } from './opened-record.js';

/** Every file of the manifest is there with its bytes, and no other; of a scheme that is known, none that the format does not know. */
export const checkFiles = ({ sealed, ...record }: OpenedRecord): readonly Finding[] =>
  checkListed({ ...record, drawId: sealed.ok ? sealed.value.drawId : undefined, isKnown: (path) => !sealed.ok || isRecordPath(path) });

export interface CheckListedInput extends Pick<OpenedRecord, 'texts' | 'hash'> {
  readonly manifest: Reading<Manifest>;
  /** As another document has it; `undefined` where that cannot be read. */
  readonly drawId: DrawId | undefined;
  /** True for files that the format knows. */
  readonly isKnown: (path: string) => boolean;
}

/** Files of any edition against its manifest. */
export const checkListed = ({ manifest, drawId: expected, isKnown, texts, hash }: CheckListedInput): readonly Finding[] => {
  if (!manifest.ok) return manifest.error;
  const { drawId, files } = manifest.value;
  const listed = new Set(files.map(({ path }) => path));
  const extra = [...texts.keys()].filter((path) => path !== PATHS.manifest && !(listed.has(path) && isKnown(path)));
  return [
    ...compareValues({ file: PATHS.manifest, field: 'drawId', recorded: drawId, replayed: expected ?? drawId }),
    ...compareValues({ file: PATHS.manifest, field: 'files', recorded: files.map(({ path }) => path), replayed: [...listed].sort() }),
    ...files.flatMap(({ path, bytes, sha256 }): readonly Finding[] => {
      const text = texts.get(path);
      if (text === undefined) return [{ code: 'file-missing', severity: 'error', where: { file: path }, fields: {} }];
      return [
        ...compareValues({ file: path, field: 'bytes', recorded: bytes, replayed: utf8Length(text) }),
        ...compareValues({ file: path, field: 'sha256', recorded: sha256, replayed: digestOf(text, hash) }),
      ];
    }),
    ...extra.map((file): Finding => ({ code: 'file-extra', severity: 'error', where: { file }, fields: {} })),
  ];
};

/** Every document is what it should be, in canonical form and in order. */
export const checkForm = (record: OpenedRecord): readonly Finding[] => {
  const { manifest, sealed, registry, frame, exclusions, roster, bars, salt, rounds, reveal, evidence } = record;
  const ofRounds = rounds.flatMap(({ notice, seed, targets, match, odds, assignments, teams, teamOdds }) => [notice, seed, targets, match, odds, assignments, teams, teamOdds]);
  return [manifest, sealed, registry, frame, exclusions, roster, bars, salt, ...ofRounds, reveal, ...evidence.map(({ reading }) => reading)].flatMap((reading) => (reading.ok ? [] : reading.error));
};
