/** Groups of people that rules count, as people call them. */
import { type PeopleGroup, qualificationOf } from '@shuangsuiji/core';
import { clipped } from './one-line.js';

/** `有“电梯”资质的人员`. */
export const groupName = (group: PeopleGroup): string => {
  const qualification = qualificationOf(group);
  if (qualification !== undefined) return `有“${clipped(qualification)}”资质的人员`;
  return group === 'leader' ? '可任组长的人员' : '见习人员';
};
