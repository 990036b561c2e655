/** In which order the lines of one seed become known (draw-spec D2.9): what somebody chooses before what nobody can. */
import type { SeedSource } from './source.js';

const RANKS: Readonly<Record<SeedSource['kind'], number>> = { typed: 0, dice: 1, joint: 2, lottery: 3, drand: 3 };
/** Lines of this rank become known to everybody at a time of their own. */
export const OPEN_RANK = 3;

/** 0 typed, 1 dice, 2 joint, 3 lottery and drand. */
export const rankOf = ({ kind }: SeedSource): number => RANKS[kind];

/** The rank of the lines that become known last, with the draw itself. */
export const topRank = (sources: readonly SeedSource[]): number => Math.max(0, ...sources.map(rankOf));

/** Lines that must be in the ledger before a line of this rank becomes known. */
export const linesBelow = (sources: readonly SeedSource[], rank: number): readonly SeedSource[] => sources.filter((source) => rankOf(source) < rank);
