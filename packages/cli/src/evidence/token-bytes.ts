/** The time-stamp token in what an authority sends: a TimeStampResp, or the token alone (RFC 3161 2.4.2). */
import { type BaseBlock, fromBER, Integer, ObjectIdentifier, Sequence, type ValueBlock } from 'asn1js';

const GRANTED: ReadonlySet<number> = new Set([0, 1]);

/** `refused`: a response without a token. `undefined`: neither a response nor a token. */
export type TokenBytes = { readonly kind: 'token'; readonly bytes: Uint8Array } | { readonly kind: 'refused' } | undefined;

/** The bytes of the token as they came, since encoding them anew could change what was signed. */
export const tokenBytes = (bytes: Uint8Array): TokenBytes => {
  const whole = wholeSequence(bytes);
  const [first, second] = whole?.valueBlock.value ?? [];
  if (first instanceof ObjectIdentifier) return { kind: 'token', bytes };
  const status = first instanceof Sequence ? first.valueBlock.value[0] : undefined;
  if (!(status instanceof Integer)) return undefined;
  return GRANTED.has(status.valueBlock.valueDec) && second instanceof Sequence ? { kind: 'token', bytes: bytesOf(second) } : { kind: 'refused' };
};

/** A SEQUENCE with nothing behind it. */
export const wholeSequence = (bytes: Uint8Array): Sequence | undefined => {
  const { offset, result } = fromBER(bytes);
  return offset === bytes.length && result instanceof Sequence && result.error === '' ? result : undefined;
};

/** As it stood in what was read. */
const bytesOf = (block: BaseBlock<ValueBlock>): Uint8Array => new Uint8Array(block.valueBeforeDecodeView);
