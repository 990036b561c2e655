/** Certificates that whoever verifies vouches for, from PEM files. */
import { X509Certificate } from 'node:crypto';

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** All certificates of one file, or `undefined` where it holds none or one that is broken. */
export const readRoots = (text: string): readonly X509Certificate[] | undefined => {
  try {
    const roots = (text.match(PEM) ?? []).map((pem) => new X509Certificate(pem));
    return roots.length === 0 ? undefined : roots;
  } catch {
    return undefined;
  }
};
