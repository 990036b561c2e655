/** Names of sheets: at most 31 characters, none of `*?:\/[]`, no apostrophe at either end, each once without regard to case. */

const LONGEST = 31;

const cut = (name: string, length: number): string => name.slice(0, length).toWellFormed().replace(/\ufffd$/, '');

/**
 * Makes names fit for sheets, in their order.
 *
 * @example sheetNames(['市场/质监', '市场_质监']) // ['市场_质监', '市场_质监(2)']
 */
export const sheetNames = (names: readonly string[]): readonly string[] => {
  const taken = new Set<string>();
  return names.map((wanted) => {
    const base = wanted.replace(/[*?:\\/[\]]/g, '_').replace(/^'|'$/g, '_').trim() || 'Sheet';
    let name = cut(base, LONGEST);
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) {
      const suffix = `(${String(copy)})`;
      name = cut(base, LONGEST - suffix.length) + suffix;
    }
    taken.add(name.toLowerCase());
    return name;
  });
};
