// What is usually done instead: for each target as many random people as it wants, of those who may go and have room left.

/** @returns the places nobody was left for */
export const greedyOpenPlaces = ({ wanted, capacity, eligible }, random) => {
  const left = [...capacity];
  let open = 0;
  wanted.forEach((places, e) => {
    const free = eligible[e].filter((i) => left[i] > 0);
    for (let place = 0; place < places; place += 1) {
      if (free.length === 0) {
        open += 1;
        continue;
      }
      const [chosen] = free.splice(Math.floor(random() * free.length), 1);
      left[chosen] -= 1;
    }
  });
  return open;
};
