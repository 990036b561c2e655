// Runs something random through every outcome: whatever it chooses is tried in every way.

/**
 * Calls `run(choose)` once for every sequence of choices; `choose(n)` gives 0 to n − 1.
 * What is chosen first may change how much is chosen afterwards.
 */
export const everyOutcome = function* (run) {
  let script = [];
  for (;;) {
    const made = [];
    const choose = (n) => {
      const choice = made.length < script.length ? script[made.length][0] : 0;
      made.push([choice, n]);
      return choice;
    };
    yield run(choose);
    while (made.length > 0 && made.at(-1)[0] === made.at(-1)[1] - 1) made.pop();
    if (made.length === 0) return;
    const [choice, n] = made.pop();
    script = [...made, [choice + 1, n]];
  }
};

/** Fisher–Yates (match-spec M3.7) with choices in the place of `below`. */
export const shuffledBy = (list, choose) => {
  const copy = [...list];
  for (let i = copy.length - 1; i >= 1; i -= 1) {
    const j = choose(i + 1);
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
};
