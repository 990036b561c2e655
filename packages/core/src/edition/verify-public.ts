/** Recomputes whatever a public edition can show by itself, and against its archive where that is at hand (record-format R15.7). @zh 公开版核验 */
import type { HashText } from '../base/digest.js';
import type { RecordTexts } from '../record/paths.js';
import { checkListed } from '../verify/check-files.js';
import { checkSecret } from '../verify/check-seed.js';
import { type Finding, verdictOf, worstVerdict } from '../verify/findings.js';
import { when } from '../verify/parts.js';
import { guarded, type Point, type PointId, type Verification } from '../verify/verify-record.js';
import { checkAgainst } from './check-against.js';
import { checkPublicLedger } from './check-public-ledger.js';
import { checkPublicNotice } from './check-public-notice.js';
import { checkPublicQuotas } from './check-public-quotas.js';
import { checkPublicSeeds } from './check-public-seeds.js';
import { checkPublicTargets } from './check-public-targets.js';
import { openEdition, type OpenedEdition } from './opened-edition.js';
import { isPublicPath, PUBLIC_FILE } from './public-paths.js';
import { publicClaims } from './public-claims.js';

export interface VerifyPublicInput {
  /** All files of the public edition, the manifest included. */
  readonly texts: RecordTexts;
  /** All files of the archive it is said to be of. */
  readonly archive?: RecordTexts | undefined;
  readonly hash: HashText;
}

/** What can be compared whatever the scheme is (R4). */
const BY_BYTES: ReadonlySet<PointId> = new Set(['files', 'edition']);

/** Never throws on any content: what does not fit is a finding. */
export const verifyPublic = ({ texts, archive, hash }: VerifyPublicInput): Verification => {
  const edition = openEdition(texts, hash);
  const { document } = edition;
  const unknown = !document.ok && document.error.some(({ code }) => code === 'scheme-unknown') ? document.error : undefined;
  const checks: readonly (readonly [PointId, () => readonly Finding[]])[] = [
    ...replays(edition),
    ...(archive === undefined ? [] : [['edition', () => checkAgainst({ texts, archive, hash })] as const]),
  ];
  const points = checks.map(([id, check]): Point => {
    const findings = unknown !== undefined && !BY_BYTES.has(id) ? unknown : guarded(check);
    return { id, verdict: verdictOf(findings), findings };
  });
  const { drawId, scheme } = document.ok ? document.value : {};
  return { drawId, scheme, verdict: worstVerdict(points.map(({ verdict }) => verdict)), points, claims: publicClaims(edition, archive !== undefined) };
};

const replays = (edition: OpenedEdition): readonly (readonly [PointId, () => readonly Finding[]])[] => {
  const { manifest, document, notice, reveal, texts, hash } = edition;
  const drawId = document.ok ? document.value.drawId : undefined;
  return [
    ['files', () => checkListed({ manifest, texts, hash, drawId, isKnown: isPublicPath })],
    ['form', () => checkForm(edition)],
    ['ledger', () => when({ document, notice, reveal }, (parts) => checkPublicLedger(parts, edition))],
    ['notices', () => when({ document, notice }, (parts) => checkPublicNotice(parts))],
    ['quotas', () => when({ document }, (parts) => checkPublicQuotas(parts.document))],
    ['seed', () => when({ document }, (parts) => checkPublicSeeds(parts.document, edition))],
    ['secret', () => when({ document, reveal }, (parts) => checkSecret(PUBLIC_FILE, parts.document, parts.reveal, hash))],
    ['targets', () => when({ document, reveal }, (parts) => checkPublicTargets(parts, edition))],
  ];
};

/** Every document is what it should be, in canonical form and in order. */
const checkForm = ({ manifest, document, notice, reveal, rounds }: OpenedEdition): readonly Finding[] =>
  [manifest, document, notice, reveal, ...rounds.flatMap(({ seed, targets }) => [seed, targets])].flatMap((reading) => (reading.ok ? [] : reading.error));
