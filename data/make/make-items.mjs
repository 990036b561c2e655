/** The 172 check items, numbered in the order of the groups. */
import { MARKET_ITEM_GROUPS } from './item-groups-market.mjs';
import { SAFETY_ITEM_GROUPS } from './item-groups-safety.mjs';
import { TRADE_ITEM_GROUPS } from './item-groups-trades.mjs';

/**
 * @typedef {object} Item
 * @property {string} number
 * @property {string} category
 * @property {string} name
 * @property {string} targets
 * @property {string} itemClass
 * @property {string} method
 * @property {readonly string[]} agencies codes
 * @property {string} basis
 * @property {readonly string[]} tags
 * @property {readonly string[]} qualifications
 */

const METHODS = ['现场检查', '现场检查、书面检查', '书面检查、网络监测', '现场检查、抽样检验'];

const parseName = (text) => {
  const [, mark, name, , qualification] = /^(!?)([^@]+)(@(.+))?$/.exec(text);
  return { itemClass: mark === '!' ? '重点检查事项' : '一般检查事项', name, qualifications: qualification === undefined ? [] : [qualification] };
};

/** @returns {readonly Item[]} */
export const makeItems = () =>
  [...MARKET_ITEM_GROUPS, ...SAFETY_ITEM_GROUPS, ...TRADE_ITEM_GROUPS]
    .flatMap(({ names, ...shared }) => names.map((text) => ({ ...shared, ...parseName(text) })))
    .map((item, index) => ({
      ...item,
      number: `JH-${String(index + 1).padStart(3, '0')}`,
      method: METHODS[(item.category.length + item.name.length) % METHODS.length],
    }));
