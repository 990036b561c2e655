/**
 * The rooms that decide who is drawn, who goes there, and whether a record holds. `tests` are the rooms whose tests have
 * to notice, nearest first; `percent` is how much of their usual number the property tests try (runs.properties.ts):
 * whole records are slow.
 */
export const ROOMS = {
  draw: { tests: ['draw'], percent: 20 },
  match: { tests: ['match'], percent: 20 },
  record: { tests: ['record', 'verify'], percent: 2 },
  verify: { tests: ['verify'], percent: 2 },
};
