import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRoots } from './read-roots.js';
import { readToken } from './read-token.js';
import { tokenBytes } from './token-bytes.js';
import { tokenRequest } from './token-request.js';

const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const text = fixture('statement.txt').toString();
const root = readRoots(fixture('root.pem').toString())!;
const otherRoot = readRoots(fixture('otherroot.pem').toString())!;
const tokenOf = (name: string): Buffer => {
  const found = tokenBytes(fixture(name));
  if (found?.kind !== 'token') throw new TypeError(`${name} holds no token`);
  return Buffer.from(found.bytes);
};
const read = (name: string, roots = root) => readToken({ token: tokenOf(name), text, roots, offset: '+08:00' });
const replaced = (bytes: Buffer, from: string, to: string): Buffer => Buffer.from(bytes.toString('hex').replaceAll(from, to), 'hex');

describe('R13 a time-stamp token', () => {
  it.each([['rsa.tsr', 'Test rsa', 'Test root'], ['rsa.tst', 'Test rsa', 'Test root'], ['p256.tsr', 'Test p256', 'Test middle'], ['sha512.tsr', 'Test p384', 'Test root'], ['pss.tst', 'Test rsa', 'Test root']])(
    '%s shows its time, its policy and who signed, up to a given root',
    async (name, subject, issuer) => {
      const reading = await read(name);
      expect(reading).toMatchObject({ ok: true, trust: 'trusted', subject: `CN=${subject}`, issuer: `CN=${issuer}`, policy: '1.3.6.1.4.1.99999.1' });
      if (!reading.ok) return;
      expect(reading.at).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);
      // The accuracy of a second and a half is on the safe side.
      expect(Date.parse(reading.latest) - Date.parse(reading.at)).toBe(2000);
      expect(reading.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    },
  );
  it('without roots nobody vouches for the authority, and with another root it is not the one vouched for', async () => {
    expect(await read('rsa.tsr', [])).toMatchObject({ ok: true, trust: 'not-checked' });
    expect(await read('rsa.tsr', otherRoot)).toMatchObject({ ok: true, trust: 'untrusted' });
    expect(await read('p256.tsr', [...otherRoot, ...root])).toMatchObject({ ok: true, trust: 'trusted' });
  });
  it('a chain that is longer than an authority in it allows is not trusted', async () => {
    expect(await read('toodeep.tst')).toMatchObject({ ok: true, trust: 'untrusted' });
  });
  it.each([
    ['imprint.tsr', 'imprint-differs'], ['expired.tsr', 'certificate-not-valid'], ['relaxed.tst', 'certificate-not-for-time'], ['several.tst', 'certificate-not-for-time'],
    ['unnamed.tst', 'malformed'], ['twin.tst', 'certificate-differs'], ['without-certificate.tst', 'certificate-missing'], ['sha1.tsr', 'algorithm-unknown'], ['sm3.tsr', 'algorithm-unknown'],
  ])('%s: %s', async (name, reason) => {
    expect(await read(name)).toEqual({ ok: false, reason });
  });
  it('SM2 is named as unknown, by its signature or by its key, and never taken for a wrong signature', async () => {
    const p256 = tokenOf('p256.tsr');
    const signed = replaced(p256, '2a8648ce3d040302', '2a811ccf55018375');
    const keyed = replaced(p256, '2a8648ce3d030107', '2a811ccf5501822d');
    for (const token of [signed, keyed]) expect(await readToken({ token, text, roots: root, offset: '+08:00' })).toEqual({ ok: false, reason: 'algorithm-unknown' });
  });
  it('another text is another imprint', async () => {
    expect(await readToken({ token: tokenOf('rsa.tsr'), text: `${text}\n`, roots: root, offset: '+08:00' })).toEqual({ ok: false, reason: 'imprint-differs' });
  });
  it('a changed byte is never trusted with another content, and nothing throws', async () => {
    for (const name of ['rsa.tsr', 'p256.tsr']) {
      const token = tokenOf(name);
      const sound = await read(name);
      await fc.assert(
        fc.asyncProperty(fc.nat(token.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
          const damaged = Buffer.from(token);
          damaged[at] = damaged[at]! ^ mask;
          const reading = await readToken({ token: damaged, text, roots: root, offset: '+08:00' });
          // Bytes that no signature covers, such as the version of the envelope, may change; what is shown may not.
          if (reading.ok && reading.trust === 'trusted') expect(reading).toEqual(sound);
        }),
        { numRuns: 400 },
      );
    }
  });
  it('nothing but a token is a token', async () => {
    const whole = tokenOf('rsa.tsr');
    for (const token of [Buffer.from(''), Buffer.from('x'), whole.subarray(0, -1), Buffer.concat([whole, Buffer.from([0])]), fixture('root.pem'), fixture('refused.tsr')]) {
      expect(await readToken({ token, text, roots: root, offset: '+08:00' })).toEqual({ ok: false, reason: 'malformed' });
    }
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (token) => void expect((await readToken({ token, text, roots: root, offset: '+08:00' })).ok).toBe(false)));
  });
});

describe('what an authority sends', () => {
  it('is a response with its token, or the token alone, byte for byte', () => {
    expect(tokenOf('rsa.tsr')).toEqual(fixture('rsa.tst'));
    expect(tokenOf('rsa.tst')).toEqual(fixture('rsa.tst'));
  });
  it('may be a refusal', () => {
    expect(tokenBytes(fixture('refused.tsr'))).toEqual({ kind: 'refused' });
  });
  it('is nothing else', () => {
    for (const bytes of [new Uint8Array(0), fixture('root.pem'), fixture('statement.txt')]) expect(tokenBytes(bytes)).toBe(undefined);
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void tokenBytes(bytes)));
  });
});

it('a request is byte for byte the one that openssl makes', () => {
  expect(Buffer.from(tokenRequest(text))).toEqual(fixture('request.tsq'));
});
