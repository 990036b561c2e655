/** The people of a visit in words. */
import type { AgencyVisit, AssignedPerson } from '@shuangsuiji/core';

/** Beside a leader whom the agency has not marked 可任组长. */
export const NOT_MARKED = '※';

const personWords = ({ id, name, isLeader, appointments }: AssignedPerson, leadNotMarked: boolean): string => {
  const marks = `${isLeader ? `（组长${leadNotMarked ? NOT_MARKED : ''}）` : ''}${appointments.length === 0 ? '' : '（委派）'}`;
  return name === undefined ? `${id}${marks}` : `${name}${marks} ${id}`;
};

/** Who goes by appointment, by whom and why, each once; empty where nobody does. */
export const appointedRemarks = (visits: readonly AgencyVisit[]): readonly string[] => {
  const rows = visits.flatMap(({ agencyName, people }) => people.flatMap(({ id, name, appointments }) => appointments.map(({ qualification, by, reason }) =>
    `${name === undefined ? id : `${name} ${id}`}受委派参加${agencyName}的检查（资质：${qualification}），委派单位：${by}，理由或文号：${reason}。`)));
  return [...new Set(rows)];
};

/** A text a person, the leader first. */
export const peopleWords = ({ people, leadNotMarked }: AgencyVisit): readonly string[] => people.map((person) => personWords(person, leadNotMarked));
