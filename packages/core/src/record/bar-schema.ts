/** A row of `bars.jsonl` (draw-spec D5.9). */
import { z } from 'zod';
import type { Bar } from '../plan/bars.js';
import { inspectorIdSchema, targetIdSchema } from '../registry/schemas.js';
import { drawIdSchema } from './common-schemas.js';

export const barSchema: z.ZodType<Bar> = z.strictObject({ target: targetIdSchema, inspector: inspectorIdSchema, drawId: drawIdSchema }).readonly();
