/** A key for tests: the first of RFC 8032 7.1. */
import type { PlainDate } from '../base/brand.js';
import type { KeyCard } from './evidence.js';
import { publicKeyOf } from './signature.js';

export const PRIVATE_KEY = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
export const card: KeyCard = { holder: '张三', body: '公证处', publicKey: publicKeyOf(PRIVATE_KEY), validFrom: '2026-01-01' as PlainDate, validUntil: '2027-12-31' as PlainDate };
