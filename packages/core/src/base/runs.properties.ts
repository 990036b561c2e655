/** How often the slow tests try. Mutation testing, which runs them for every mutant, asks for less. */
import { env } from 'node:process';

const PERCENT = Number(env['SSJ_RUNS_PERCENT'] ?? 100);

/** `usual`, or the part of it that `SSJ_RUNS_PERCENT` leaves, at least 1. */
export const runs = (usual: number): number => Math.max(1, Math.ceil((usual * PERCENT) / 100));

/** All of a list, or the part of it that `SSJ_RUNS_PERCENT` leaves: the first, and others at equal distances. */
export const sampled = <T>(all: Iterable<T>): readonly T[] => {
  const distance = Math.max(1, Math.round(100 / PERCENT));
  return [...all].filter((_, index) => index % distance === 0);
};
