/** The seed of a round as the public knows it: witnesses by their agencies alone (record-format R15.3). @zh 公开版种子 */
import { z } from 'zod';
import { clockSchema, digestSchema, drawIdSchema, publicLineSchema, roundSchema, timestampSchema } from '../record/common-schemas.js';
import { type SeedDocument, signatureTextSchema } from '../record/round-schemas.js';
import { textSchema } from '../registry/schemas.js';
import { SEED_WARNINGS } from '../seed/problems.js';

const tenthBits = z.int().min(0);

export const publicSeedSchema = z
  .strictObject({
    format: z.literal('ssj-public-seed/1'),
    drawId: drawIdSchema,
    round: roundSchema,
    drawnAt: timestampSchema,
    clock: clockSchema,
    lines: z
      .array(z.strictObject({ line: publicLineSchema, tenthBits, agencies: z.array(textSchema).readonly(), sheet: digestSchema.optional(), signature: signatureTextSchema.optional() }).readonly())
      .min(1)
      .readonly(),
    tenthBits,
    warnings: z.array(z.enum(SEED_WARNINGS)).readonly(),
  })
  .readonly();
export type PublicSeedDocument = z.infer<typeof publicSeedSchema>;

/** Leaves the names out. */
export const publicSeedOf = ({ lines, ...seed }: SeedDocument): PublicSeedDocument => ({
  ...seed,
  format: 'ssj-public-seed/1',
  lines: lines.map(({ witnesses, ...line }) => ({ ...line, agencies: witnesses.map(({ agency }) => agency) })),
});

/** As the checks of a seed take it: they count agencies, not names. */
export const namelessSeed = ({ lines, ...seed }: PublicSeedDocument): SeedDocument => ({
  ...seed,
  format: 'ssj-seed/1',
  lines: lines.map(({ agencies, ...line }) => ({ ...line, witnesses: agencies.map((agency) => ({ agency, name: '' })) })),
});
