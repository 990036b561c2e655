/** Where everything stands in a county's folder. All paths are relative to it, with `/`. */
import type { Digest, DrawId } from '@shuangsuiji/core';

export const FILES = {
  settings: 'ssj.json',
  ledger: '台账.jsonl',
  targets: '名录库/检查对象名录库.xlsx',
  inspectors: '名录库/执法检查人员名录库.xlsx',
  items: '名录库/随机抽查事项清单.xlsx',
  agencies: '名录库/部门.xlsx',
  recusals: '名录库/回避登记.xlsx',
  appointments: '名录库/委派登记.xlsx',
  teams: '名录库/固定检查组.xlsx',
  plan: '计划/年度抽查计划.xlsx',
} as const;

export const FOLDERS = {
  registries: '名录库',
  plans: '计划',
  snapshots: '快照',
  records: '批次',
  publicity: '公示',
  dispatch: '派发',
  keys: '公钥',
  problems: '问题清单',
} as const;

/** The program's own corner: locks, staged files, a commit on its way. Gone when nothing is going on. */
export const CORNER = '.ssj';
/** Here a change counts, whatever happens to the program. */
export const COMMIT = `${CORNER}/commit`;
export const PLAN_FILE = 'plan.json';
export const STAGED_PREFIX = 'staged-';

/** The folder of one snapshot: 16 of its 64 characters are enough to tell them apart. */
export const snapshotFolder = (digest: Digest): string => `${FOLDERS.snapshots}/${digest.slice(0, 16)}`;
export const recordFolder = (drawId: DrawId): string => `${FOLDERS.records}/${drawId}`;
/** The secret before its revelation, beside the record and for its owner's eyes only. */
export const secretFile = (drawId: DrawId): string => `${FOLDERS.records}/${drawId}.密钥.json`;
/** A party's secret of a joint seed before its reveal. */
export const jointSecretFile = (drawId: DrawId, party: string): string => `${FOLDERS.records}/${drawId}.联合-${party}.json`;
/** For the owner only. */
export const SECRET_MODE = 0o600;
export const dispatchFolder = (drawId: DrawId): string => `${FOLDERS.dispatch}/${drawId}`;
/** Where a torn last line of the ledger is kept. */
export const tornLineFile = (number: number): string => `台账.损坏行-${number}.txt`;

/** A text as one part of a path on every system: what some system forbids becomes `_`; at most 60 characters. */
export const fileNameOf = (text: string): string => {
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  const safe = [...text.replace(/[\u0000-\u001f\u007f/\\:*?"<>|]/g, '_')].slice(0, 60).join('').replace(/^[\s.]+|[\s.]+$/g, '');
  return safe === '' ? '_' : safe;
};
