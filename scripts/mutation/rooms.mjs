/** The rooms that decide who is drawn, who goes there, and whether a record holds; each with the rooms whose tests have to notice, nearest first. */
export const ROOMS = {
  draw: ['draw'],
  match: ['match'],
  record: ['record', 'verify'],
  verify: ['verify'],
};
