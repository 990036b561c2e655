/** What stands at the head of everything written for one draw after its seal. @zh 文头 */
import type { Digest, DrawId, Timestamp } from '../base/brand.js';
import type { HashText } from '../base/digest.js';
import { isRehearsal } from '../draw/scheme.js';
import type { Period } from '../registry/schemas.js';
import type { Agency } from '../registry/schemas.js';
import type { ClockKind } from '../record/common-schemas.js';
import { commitmentOf, type Sealed } from '../record/sealed.js';
import { agencyNames } from './lookups.js';

export interface DrawHead {
  readonly drawId: DrawId;
  /** Every page says 演练. */
  readonly isRehearsal: boolean;
  /** Name of the authority. */
  readonly authority: string;
  /** 任务编号 */
  readonly number: string;
  /** 任务名称 */
  readonly name: string;
  /** C. */
  readonly commitment: Digest;
  readonly sealedAt: Timestamp;
  readonly clock: ClockKind;
  /** Name of 发起部门. */
  readonly lead: string;
  /** Names of 配合部门. */
  readonly cooperating: readonly string[];
  readonly period: Period;
}

export interface DrawHeadInput {
  readonly sealed: Sealed;
  readonly agencies: readonly Agency[];
  readonly hash: HashText;
}

/** C is worked out here, so that no list can show another one than its seal has. */
export const drawHead = ({ sealed, agencies, hash }: DrawHeadInput): DrawHead => {
  const { drawId, scheme, authority, batch, sealedAt, clock } = sealed;
  const nameOf = agencyNames(agencies);
  return {
    drawId,
    isRehearsal: isRehearsal(scheme),
    authority: authority.name,
    number: batch.number,
    name: batch.name,
    commitment: commitmentOf(sealed, hash),
    sealedAt,
    clock,
    lead: nameOf(batch.lead),
    cooperating: batch.cooperating.map(nameOf),
    period: batch.period,
  };
};
