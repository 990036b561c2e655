// The larger agencies, with their odds.
import { hash as hashOf } from 'node:crypto';
import { feasibility, inspectorStream, ODDS_BITS, oddsTable } from '@shuangsuiji/core';
import { randomMatch } from '../bench/random-match.mjs';

const withOdds = (instance) => {
  const flow = feasibility(instance);
  if (!flow.ok) throw new Error('fairness: the agency is infeasible');
  return { instance, table: oddsTable({ flow: flow.value, bits: ODDS_BITS }) };
};

/** 70 people, 600 targets, two people each, 5 % of the capacity spare, every twelfth pair barred; people can do between one and twice as much. */
export const largeAgency = () => withOdds(randomMatch({ spare: 0.05, instance: 0 }).instances[0]);

/** 12 people of equal standing, 200 targets, two people each. */
export const equalAgency = () => {
  const everybody = [...Array(12).keys()];
  return withOdds({ wanted: Array(200).fill(2), capacity: everybody.map(() => 34), eligible: Array.from({ length: 200 }, () => [...everybody]) });
};

const hash = (text) => hashOf('sha256', text, 'hex');

/** The stream that a draw would use (match-spec M3), with a key of its own for every number. */
export const streamOfDraw = (draw) => inspectorStream({ scheme: 'ssj/1', key: hash(`fairness draw ${draw}`), agency: 'A', hash });
