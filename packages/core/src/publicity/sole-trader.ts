/** Which targets can be one person's business. @zh 个体工商户 */
import type { Target } from '../registry/schemas.js';
import { codeOfTarget } from './lookups.js';

/**
 * True for 个体工商户 and for a target that can be one. The code of a 统一社会信用代码 says it (GB 32100-2015: 92), so does the
 * registry, else a 注册号 of fifteen digits by its seventh (GS 15-2006: 6 to 9). Older numbers and the office's own codes
 * say nothing: such a target counts as one, since a sign that is masked harms nobody.
 */
export const isSoleTrader = ({ id, entityType }: Pick<Target, 'id' | 'entityType'>): boolean => {
  const code = codeOfTarget(id);
  const isUscc = id.startsWith('uscc:');
  if (isUscc && code.startsWith('92')) return true;
  if (entityType !== undefined) return entityType.includes('个体');
  if (isUscc) return false;
  return !(id.startsWith('reg:') && code.length === 15) || /^\d{6}[6-9]/.test(code);
};
