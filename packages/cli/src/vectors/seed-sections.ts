/** Identifiers, quotas, secrets (draw-spec D1, D2, D6, D9). */
import { canonicalId, drawKey, isDigest, jointCommitment, jointValue, passesCheckCharacter, quotaOf, rehearsalSecret, schemeSchema, secretCommitment } from '@shuangsuiji/core';
import { z } from 'zod';
import { countSchema, digestSchema, drawIdSchema } from './schemas.js';
import { sectionCheck } from './vector-case.js';

export const scheme = sectionCheck(z.object({ scheme: z.string() }), (file) => [{ name: 'scheme', expected: true, found: () => schemeSchema.safeParse(file.scheme).success }]);

const idCase = z.tuple([z.enum(['uscc', 'reg', 'local']), z.string(), z.string().nullable()]);

/** `[kind, raw, id or null, check character right]`. */
export const canonicalIds = sectionCheck(z.object({ canonicalId: z.array(z.union([idCase, z.tuple([...idCase.def.items, z.boolean()])])) }), (file) =>
  file.canonicalId.map(([kind, raw, id, ...check]) => ({
    name: `${kind} ${JSON.stringify(raw)}`,
    expected: [id, ...check],
    found: () => {
      const found = canonicalId(kind, raw);
      return [found ?? null, ...check.map(() => found !== undefined && passesCheckCharacter(found))];
    },
  })),
);

/** `[pool, basis points, rounding, quota]`. */
export const quotas = sectionCheck(z.object({ quotas: z.array(z.tuple([countSchema, z.int().min(1).max(10000), z.enum(['up', 'down']), countSchema])) }), (file) =>
  file.quotas.map(([pool, basisPoints, rounding, expected]) => ({
    name: `${pool}·${basisPoints} ${rounding}`,
    expected,
    found: () => quotaOf(pool, { kind: 'ratio', basisPoints, rounding }),
  })),
);

const VALUE = 'value of secrets ab.., cd..';
/** The two secrets the member of this name speaks of. */
const SECRETS = ['ab'.repeat(32), 'cd'.repeat(32)].filter(isDigest);

export const joint = sectionCheck(
  z.object({ joint: z.object({ drawId: drawIdSchema, party: z.string(), secret: digestSchema, commitment: z.string(), [VALUE]: z.string() }) }),
  ({ joint: { drawId, party, secret, commitment, [VALUE]: value } }, { scheme: named, hash }) => [
    { name: 'commitment', expected: commitment, found: () => jointCommitment({ scheme: named, drawId, party, secret, hash }) },
    { name: VALUE, expected: value, found: () => jointValue({ secrets: SECRETS, hash }) },
  ],
);

const KEY = 'key targets 0';
/** The key is that of the file's own seed under the rehearsal scheme. */
export const rehearsal = sectionCheck(z.object({ rehearsal: z.object({ drawId: drawIdSchema, secret: z.string(), [KEY]: z.string() }) }), (file, { seed, hash }) => {
  const { drawId, secret, [KEY]: key } = file.rehearsal;
  return [
    { name: 'secret', expected: secret, found: () => rehearsalSecret({ drawId, hash }) },
    { name: KEY, expected: key, found: () => drawKey({ scheme: 'ssj/1-rehearsal', drawId, stage: 'targets', round: 0, seed, hash }) },
  ];
});

export const secretCommitments = sectionCheck(z.object({ secretCommitment: z.string() }), (file, { scheme: named, drawId, seed, hash }) => [
  {
    name: 'secretCommitment',
    expected: file.secretCommitment,
    found: () => {
      const [, secret] = /(?:^|\n)secret:sha256=(.*)$/.exec(seed) ?? [];
      return isDigest(secret) ? secretCommitment({ scheme: named, drawId, secret, hash }) : 'seed without a secret';
    },
  },
]);
