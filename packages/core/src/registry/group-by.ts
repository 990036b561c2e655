/** Groups in the order their first members came; a member without a key belongs to none. */
export const groupBy = <T, Key>(members: Iterable<T>, keyOf: (member: T) => Key | undefined): ReadonlyMap<Key, readonly T[]> => {
  const groups = new Map<Key, T[]>();
  for (const member of members) {
    const key = keyOf(member);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [member]);
    else group.push(member);
  }
  return groups;
};
