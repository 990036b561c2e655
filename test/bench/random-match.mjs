// Three agencies that send two people each to 600 targets, from a fixed seed.
import { eligibility } from '@shuangsuiji/core';
import seedrandom from 'seedrandom';
import { capacities, streamFor } from './instance.mjs';

const TARGETS = 600;
const PEOPLE = [70, 69, 69];
const WANTED = 2;
const BARRED = 1 / 12;
export const PLACES = TARGETS * WANTED * PEOPLE.length;

const targets = Array.from({ length: TARGETS }, (_, e) => `local:T${String(e + 1).padStart(4, '0')}`);

const agencyRound = (random, agency, people, total) => {
  const roster = capacities(random, people, total).map((capacity, i) => ({ id: `${agency}/${String(i + 1).padStart(3, '0')}`, capacity, load: 0, qualifications: [], isWithdrawn: false }));
  const recusals = targets.flatMap((target) => roster.filter(() => random() < BARRED).map(({ id }) => ({ target, inspector: id })));
  const visits = targets.map((target) => ({ target, people: WANTED, qualifications: [], present: [] }));
  return { agency, visits, roster, recusals, withdrawals: [] };
};

/** The rounds of the three agencies; `spare` is the share of the capacity beyond the places. */
export const randomMatch = ({ spare, instance }) => {
  const random = seedrandom(`bench match ${spare} ${instance}`);
  const rounds = PEOPLE.map((people, index) => agencyRound(random, 'ABC'[index], people, Math.floor(TARGETS * WANTED * (1 + spare))));
  return { rounds, instances: rounds.map((round) => eligibility(round).instance) };
};

/** Of each agency every second person may lead, every fourth has a qualification, and of the rest every third is a trainee: groups apart. */
const member = (at) => ({ mayLead: at % 2 === 1, qualifications: at % 4 === 0 ? ['电梯'] : [], ...(at % 4 === 2 && at % 3 === 0 ? { grade: 'trainee' } : {}) });
const TRAINEES = { group: 'trainee', atMost: 1 };
const COMPOSITIONS = [[{ group: 'qualification:电梯', atLeast: 1 }, TRAINEES], [{ group: 'leader', atLeast: 1 }, TRAINEES], [{ group: 'leader', atLeast: 1 }, TRAINEES], [{ group: 'leader', atLeast: 1 }, TRAINEES]];

/** The same match with rules on who goes together at every visit. */
export const withRules = ({ rounds }) => {
  const ruled = rounds.map((round) => ({
    ...round,
    roster: round.roster.map((person, at) => ({ ...person, ...member(at) })),
    visits: round.visits.map((visit, at) => ({ ...visit, composition: COMPOSITIONS[at % COMPOSITIONS.length] })),
  }));
  return { rounds: ruled, instances: ruled.map((round) => eligibility(round).instance) };
};

/** A fresh stream for each agency. */
export const streamsOf = ({ rounds }) => rounds.map(({ agency }) => streamFor(agency));
