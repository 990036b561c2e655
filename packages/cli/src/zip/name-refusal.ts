/** Names that would stand somewhere else, or for something else, on some system. */

export type NameRefusal = 'path' | 'duplicate';

/** Looked at by the strictest of all systems: letters without case, one form of each character. */
const folded = (name: string): string => name.normalize('NFC').toLowerCase();

/** A plain relative path: no `..`, no empty part, no backslash, colon or control character; a folder ends in `/`. */
const isPlain = (name: string): boolean =>
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  !/[\\:\u0000-\u001f\u007f]/.test(name) && name.replace(/\/$/, '').split('/').every((part) => part !== '' && part !== '.' && part !== '..');

/** The first name that is refused, and why. */
export const nameRefusal = (entries: readonly { readonly name: string }[]): { readonly name: string; readonly reason: NameRefusal } | undefined => {
  const files = new Set<string>();
  const folders = new Set<string>();
  for (const { name } of entries) {
    if (!isPlain(name)) return { name, reason: 'path' };
    const key = folded(name.replace(/\/$/, ''));
    const isFolder = name.endsWith('/');
    if (files.has(key) || (!isFolder && folders.has(key))) return { name, reason: 'duplicate' };
    (isFolder ? folders : files).add(key);
    const parts = key.split('/');
    for (let length = 1; length < parts.length; length += 1) folders.add(parts.slice(0, length).join('/'));
  }
  const clash = entries.find(({ name }) => !name.endsWith('/') && folders.has(folded(name)));
  return clash === undefined ? undefined : { name: clash.name, reason: 'duplicate' };
};
