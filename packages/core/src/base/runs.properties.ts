/** How often the slow property tests try. Mutation testing, which runs them for every mutant, asks for fewer. */
import { env } from 'node:process';

const PERCENT = Number(env['SSJ_RUNS_PERCENT'] ?? 100);

/** `usual`, or the part of it that `SSJ_RUNS_PERCENT` leaves, at least 1. */
export const runs = (usual: number): number => Math.max(1, Math.ceil((usual * PERCENT) / 100));
