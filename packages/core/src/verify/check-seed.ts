/** The seed against what the seal said of it (draw-spec D2). */
import type { Digest, DrawId, Timestamp } from '../base/brand.js';
import type { HashText } from '../base/digest.js';
import { dayOf, epochSecondsOf } from '../base/plain-date.js';
import { isRehearsal } from '../draw/scheme.js';
import { PATHS, roundPaths } from '../record/paths.js';
import type { RevealDocument, SeedDocument } from '../record/round-schemas.js';
import type { Sealed, WrittenSeedTerms } from '../record/sealed.js';
import { publicLine, type PublicLine } from '../seed/public-line.js';
import { rehearsalSecret, secretCommitment } from '../seed/secret.js';
import { seedText, weighed } from '../seed/seed.js';
import { parseSeedSource } from '../seed/source.js';
import { compareValues } from './compare-texts.js';
import type { Finding } from './findings.js';

/** What a seed has to keep to: the seal's words, or those of a later round's notice. */
export interface SeedRule {
  readonly drawId: DrawId;
  readonly round: number;
  readonly terms: WrittenSeedTerms;
  /** When the terms were fixed. */
  readonly fixedAt: Timestamp;
  /** Where the terms stand. */
  readonly file: string;
}

/** Sources as fixed, values in their form, entropy and warnings as they follow, taken after the time that was named. */
export const checkSeed = ({ drawId, round, terms, fixedAt, file: termsFile }: SeedRule, seed: SeedDocument): readonly Finding[] => {
  const file = roundPaths(round).seed;
  const findings: Finding[] = [
    ...compareValues({ file, field: 'drawId', recorded: seed.drawId, replayed: drawId }),
    ...compareValues({ file, field: 'round', recorded: seed.round, replayed: round }),
    ...compareValues({ file, field: 'lines', recorded: seed.lines.map(({ line }) => sourceOf(line)), replayed: terms.lines }),
  ];
  const lines: PublicLine[] = [];
  for (const { line, witnesses, sheet, signature } of seed.lines) {
    const source = parseSeedSource(sourceOf(line));
    if (!source.ok) findings.push({ ...source.error, where: { file } });
    else {
      const checked = publicLine({ source: source.value, value: line.slice(line.indexOf('=') + 1), witnesses, sheet, signature });
      if (checked.ok) lines.push(checked.value);
      else findings.push(...checked.error.map((problem) => ({ ...problem, where: { file } })));
    }
  }
  if (lines.length === seed.lines.length) findings.push(...checkWeights(file, seed, lines));
  const { notBefore } = terms;
  if (epochSecondsOf(notBefore) < epochSecondsOf(fixedAt)) {
    findings.push({ code: 'not-before-seal', severity: 'error', where: { file: termsFile }, fields: { notBefore, sealedAt: fixedAt } });
  }
  if (epochSecondsOf(seed.drawnAt) < Math.max(epochSecondsOf(notBefore), epochSecondsOf(fixedAt))) {
    findings.push({ code: 'seed-too-early', severity: 'error', where: { file }, fields: { drawnAt: seed.drawnAt, notBefore } });
  }
  return findings;
};

const sourceOf = (line: string): string => line.slice(0, Math.max(0, line.indexOf('=')));

const checkWeights = (file: string, seed: SeedDocument, lines: readonly PublicLine[]): readonly Finding[] => {
  const { tenthBits, warnings } = weighed(lines);
  const each = lines.map((line) => weighed([line]).tenthBits);
  return [
    ...compareValues({ file, field: 'lines.tenthBits', recorded: seed.lines.map((line) => line.tenthBits), replayed: each }),
    ...compareValues({ file, field: 'tenthBits', recorded: seed.tenthBits, replayed: tenthBits }),
    // A signature speaks for a round of the beacon and for nothing else.
    ...compareValues({ file, field: 'lines.signature', recorded: seed.lines.map((line) => line.signature !== undefined), replayed: lines.map(({ source }) => source.kind === 'drand') }),
    ...compareValues({ file, field: 'warnings', recorded: seed.warnings, replayed: warnings }),
  ];
};

/** The secret that can be known: none needed, revealed, or that of a rehearsal. */
export type KnownSecret = { readonly kind: 'none' } | { readonly kind: 'known'; readonly secret: Digest } | { readonly kind: 'unknown'; readonly revealBy: string };

/** What a secret is judged by: the seal, or the public document that repeats these of it. */
export type SecretTerms = Pick<Sealed, 'drawId' | 'scheme' | 'seed'>;

export const knownSecret = (sealed: SecretTerms, reveal: RevealDocument | undefined, hash: HashText): KnownSecret => {
  const { drawId, scheme, seed } = sealed;
  if (seed.secret === undefined) return { kind: 'none' };
  if (reveal !== undefined) return { kind: 'known', secret: reveal.secret };
  if (isRehearsal(scheme)) return { kind: 'known', secret: rehearsalSecret({ drawId, hash }) };
  return { kind: 'unknown', revealBy: seed.secret.revealBy };
};

/** The revealed secret is the one committed to, and was revealed in time. */
export const checkSecret = (termsFile: string, sealed: SecretTerms, reveal: RevealDocument | undefined, hash: HashText): readonly Finding[] => {
  const { drawId, scheme } = sealed;
  const known = knownSecret(sealed, reveal, hash);
  const committed = sealed.seed.secret;
  const file = PATHS.reveal;
  if (known.kind === 'unknown') return [{ code: 'not-revealed', severity: 'error', where: { file }, fields: { revealBy: known.revealBy } }];
  if (committed === undefined || known.kind === 'none') {
    return reveal === undefined ? [] : [{ code: 'file-extra', severity: 'error', where: { file }, fields: {} }];
  }
  const { secret } = known;
  const findings = [...compareValues({ file: termsFile, field: 'seed.secret.commitment', recorded: committed.commitment, replayed: secretCommitment({ scheme, drawId, secret, hash }) })];
  if (isRehearsal(scheme)) findings.push(...compareValues({ file, field: 'secret', recorded: secret, replayed: rehearsalSecret({ drawId, hash }) }));
  if (reveal === undefined) return findings;
  findings.push(...compareValues({ file, field: 'drawId', recorded: reveal.drawId, replayed: drawId }));
  if (dayOf(reveal.revealedAt) > committed.revealBy) {
    findings.push({ code: 'revealed-late', severity: 'error', where: { file }, fields: { revealedAt: reveal.revealedAt, revealBy: committed.revealBy } });
  }
  return findings;
};

/** The whole seed, or `undefined` while the secret is not known. */
export const wholeSeed = (seed: SeedDocument, known: KnownSecret): string | undefined => {
  if (known.kind === 'unknown') return undefined;
  const lines = seed.lines.flatMap(({ line }) => {
    const source = parseSeedSource(sourceOf(line));
    return source.ok ? [{ source: source.value, value: line.slice(line.indexOf('=') + 1), witnesses: [] }] : [];
  });
  return seedText({ lines, secret: known.kind === 'known' ? known.secret : undefined });
};
