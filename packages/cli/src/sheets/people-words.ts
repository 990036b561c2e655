/** The people of a visit in words. */
import type { AgencyVisit, AssignedPerson } from '@shuangsuiji/core';

/** Beside a leader whom the agency has not marked 可任组长. */
export const NOT_MARKED = '※';

const personWords = ({ id, name, isLeader }: AssignedPerson, leadNotMarked: boolean): string => {
  const marks = isLeader ? `（组长${leadNotMarked ? NOT_MARKED : ''}）` : '';
  return name === undefined ? `${id}${marks}` : `${name}${marks} ${id}`;
};

/** A text a person, the leader first. */
export const peopleWords = ({ people, leadNotMarked }: AgencyVisit): readonly string[] => people.map((person) => personWords(person, leadNotMarked));
