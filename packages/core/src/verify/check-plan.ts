/** What was sealed, worked out again from the sealed registries (draw-spec D1.8, D5, D6). */
import { digestOf } from '../base/digest.js';
import { toJsonLines } from '../base/json-lines.js';
import { isRehearsal, schemeOf } from '../draw/scheme.js';
import { frameOf } from '../plan/frame.js';
import { compositionOf } from '../plan/rules-in-force.js';
import { strataOf } from '../plan/strata.js';
import { PATHS } from '../record/paths.js';
import type { SealedInputs } from '../record/sealed-inputs.js';
import type { Sealed } from '../record/sealed.js';
import type { ParsedSnapshot } from '../registry/parse-snapshot.js';
import { compareTexts, compareValues } from './compare-texts.js';
import type { Finding } from './findings.js';
import type { OpenedRecord } from './opened-record.js';

/** The snapshot is the sealed one. */
export const checkSnapshot = (sealed: Sealed, registry: ParsedSnapshot): readonly Finding[] =>
  compareValues({ file: PATHS.sealed, field: 'snapshot', recorded: sealed.snapshot, replayed: registry.digest });

/** Frame, exclusions with their reasons, visits, and the scheme that these visits ask for. */
export const checkFrame = (sealed: Sealed, registry: ParsedSnapshot, { texts, hash }: OpenedRecord): readonly Finding[] => {
  const { batch, defaults, activeStatuses, rules, scheme } = sealed;
  const { targets, items, appointments } = registry;
  const frame = frameOf({ targets, items, batch, defaults, activeStatuses, inspectorsPerVisit: rules.inspectorsPerVisit.value, composition: compositionOf(batch, rules) });
  const replayed = [[PATHS.frame, toJsonLines(frame.rows)], [PATHS.exclusions, toJsonLines(frame.exclusions)]] as const;
  return [
    ...replayed.flatMap(([file, text]) => compareTexts({ file, recorded: texts.get(file), replayed: text })),
    ...([PATHS.frame, PATHS.exclusions] as const).flatMap((file) => checkSealedDigest({ sealed, file, text: texts.get(file), hash })),
    ...compareValues({ file: PATHS.sealed, field: 'visits', recorded: sealed.visits, replayed: frame.visits }),
    ...compareValues({ file: PATHS.sealed, field: 'scheme', recorded: scheme, replayed: schemeOf({ visits: frame.visits, batch, appointments, isRehearsal: isRehearsal(scheme) }) }),
  ];
};

/** Pools and quotas. */
export const checkQuotas = (sealed: Sealed, frame: SealedInputs['frame']): readonly Finding[] => {
  const impossible = sealed.strata.filter(({ pool, quota }) => quota > pool).map(({ name, pool, quota }) => `D6.2: quota ${quota} of stratum ${name} is above its pool of ${pool}`);
  const isNothing = sealed.strata.every(({ quota }) => quota === 0);
  return [
    ...compareValues({ file: PATHS.sealed, field: 'strata', recorded: sealed.strata, replayed: strataOf(sealed.batch, frame) }),
    ...[...impossible, ...(isNothing ? ['D6.2: nothing is drawn at all'] : [])].map(
      (reason): Finding => ({ code: 'replay-impossible', severity: 'error', where: { file: PATHS.sealed }, fields: { reason } }),
    ),
  ];
};

export interface SealedDigestInput {
  readonly sealed: Sealed;
  readonly file: keyof Sealed['documents'];
  readonly text: string | undefined;
  readonly hash: OpenedRecord['hash'];
}

/** The digest of a document in the seal; a document that is not there is told elsewhere. */
export const checkSealedDigest = ({ sealed, file, text, hash }: SealedDigestInput): readonly Finding[] =>
  text === undefined ? [] : compareValues({ file: PATHS.sealed, field: `documents.${file}`, recorded: sealed.documents[file] ?? '', replayed: digestOf(text, hash) });
