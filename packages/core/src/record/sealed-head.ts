/** The head of the ledger that a seal names, without reading all of the seal. */
import { z } from 'zod';
import { ledgerHeadSchema } from './common-schemas.js';
import type { LedgerHead } from './ledger.js';

const schema = z.looseObject({ ledgerHead: ledgerHeadSchema });

/** `undefined` where the text holds none: verifying the record says then what is wrong with it. */
export const sealedHead = (text: string): LedgerHead | undefined => {
  try {
    return schema.parse(JSON.parse(text)).ledgerHead;
  } catch {
    return undefined;
  }
};
