/** The least, the middle and the greatest of some chances. */

/** In units of 1/65536. */
export type OddsSpread = {
  readonly least: number;
  /** Of an even number the lower one of the two in the middle. */
  readonly middle: number;
  readonly most: number;
};

/** Nothing of no chances. */
export const spreadOf = (units: readonly number[]): OddsSpread | undefined => {
  const sorted = [...units].sort((a, b) => a - b);
  const [least, middle, most] = [sorted[0], sorted[(sorted.length - 1) >> 1], sorted.at(-1)];
  return least === undefined || middle === undefined || most === undefined ? undefined : { least, middle, most };
};
