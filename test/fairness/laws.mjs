// What every single outcome must keep (match-spec M4.1, M6.6); an outcome that breaks a law is reported with its name.

const loadsOf = ({ capacity }, people) => capacity.map((_, i) => people.filter((row) => row.includes(i)).length);

export const LAWS = {
  'every place is filled by different eligible people': ({ wanted, eligible }, _, people) =>
    people.every((row, e) => row.length === wanted[e] && new Set(row).size === row.length && row.every((i) => eligible[e].includes(i))),
  'nobody goes beyond the capacity': (instance, _, people) => loadsOf(instance, people).every((load, i) => load <= instance.capacity[i]),
  'every load is its expectation rounded down or up': (instance, { sum, bits }, people) =>
    loadsOf(instance, people).every((load, i) => load === Math.floor(sum[i] / 2 ** bits) || load === Math.ceil(sum[i] / 2 ** bits)),
};

/** @throws Error that names the law */
export const mustKeepLaws = (instance, table, people) => {
  for (const [law, holds] of Object.entries(LAWS)) {
    if (!holds(instance, table, people)) throw new Error(`fairness: ${instance.name}: not so: ${law}: ${JSON.stringify(people)}`);
  }
};
