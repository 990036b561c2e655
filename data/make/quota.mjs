/** Frames and quotas of the plan, worked out a second time in plain words so that the county can be checked while it is made. */

const INACTIVE = ['注销', '吊销', '迁出'];

/** Basis points of `2%`, `20.5%`. */
const basisPoints = (text) => Math.round(Number(/([\d.]+)%/.exec(text)[1]) * 100);
const up = (pool, points) => Math.ceil((pool * points) / 10000);

/** Up for "at least" and bare percentages, down for "at most", or a fixed number. */
const quotaOf = (ratio, pool) => {
  const rule = ratio.split(/[;；]/)[0];
  if (!rule.includes('%')) return Number(/\d+/.exec(rule)[0]);
  return /^(≤|不超过)/.test(rule) ? Math.floor((pool * basisPoints(rule)) / 10000) : up(pool, basisPoints(rule));
};

const within = (allowed, values) => allowed.length === 0 || values.some((value) => allowed.includes(value));

/**
 * The targets a batch may draw.
 *
 * @param {import('./plan-batches.mjs').Batch} batch
 * @param {readonly import('./make-targets.mjs').Target[]} targets
 */
export const frameOf = (batch, targets) =>
  targets.filter(
    ({ area, entityType, industry, tags, secondTag, riskClass, status }) =>
      !INACTIVE.includes(status) &&
      within(batch.areas, [area]) &&
      within(batch.entityTypes, [entityType]) &&
      within(batch.industries, [industry]) &&
      within(batch.tags, [...tags, secondTag]) &&
      within(batch.riskClasses, [riskClass]),
  );

/**
 * Strata of a batch: one for each risk class where the plan asks for it, else one.
 *
 * @returns {readonly { pool: readonly import('./make-targets.mjs').Target[], quota: number }[]}
 */
export const strataOf = (batch, targets) => {
  const frame = frameOf(batch, targets);
  if (batch.riskRatios === '') return [{ pool: frame, quota: quotaOf(batch.ratio, frame.length) }];
  return batch.riskRatios.split(/[;；]/).map((part) => {
    const [riskClass, ratio] = part.split(/[:：]/);
    const pool = frame.filter((target) => target.riskClass === riskClass);
    return { pool, quota: up(pool.length, basisPoints(ratio)) };
  });
};
