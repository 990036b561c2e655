// What a careful programmer does instead: random order, and where nobody is left, others change places along a path until somebody is.
// As many places are filled as can be; how likely each pair is nobody knows.

const shuffled = (list, random) => {
  const copy = [...list];
  for (let at = copy.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [copy[at], copy[other]] = [copy[other], copy[at]];
  }
  return copy;
};

/** Everything the search knows; a target or person is seen in this search where its mark is `search`. */
const stateOf = ({ wanted, capacity, eligible }, random) => ({
  rows: eligible.map((row) => shuffled(row, random)),
  left: [...capacity],
  people: wanted.map(() => []),
  visits: capacity.map(() => []),
  search: 0,
  targetSeen: new Int32Array(wanted.length),
  personSeen: new Int32Array(capacity.length),
  /** By person: the target that would take the person; by target: the person who would leave it. */
  taker: new Int32Array(capacity.length),
  leaver: new Int32Array(wanted.length),
});

const without = (list, item) => {
  list[list.indexOf(item)] = list[list.length - 1];
  list.pop();
};

/** Breadth first from a target with an open place to a person with room left; −1 where there is none. */
const findPerson = (state, target) => {
  const { rows, left, people, visits, targetSeen, personSeen, taker, leaver } = state;
  state.search += 1;
  const queue = [target];
  targetSeen[target] = state.search;
  for (const at of queue) {
    for (const person of rows[at]) {
      if (personSeen[person] === state.search || people[at].includes(person)) continue;
      personSeen[person] = state.search;
      taker[person] = at;
      if (left[person] > 0) return person;
      for (const visit of visits[person]) {
        if (targetSeen[visit] === state.search) continue;
        targetSeen[visit] = state.search;
        leaver[visit] = person;
        queue.push(visit);
      }
    }
  }
  return -1;
};

const fillPlace = (state, target) => {
  const { left, people, visits, taker, leaver } = state;
  let person = findPerson(state, target);
  if (person < 0) return;
  left[person] -= 1;
  for (;;) {
    const at = taker[person];
    people[at].push(person);
    visits[person].push(at);
    if (at === target) return;
    person = leaver[at];
    without(people[at], person);
    without(visits[person], at);
  }
};

/** @returns for each target its people */
export const augmentingPaths = (instance, random) => {
  const state = stateOf(instance, random);
  for (const target of shuffled(instance.wanted.keys(), random)) {
    for (let place = 0; place < instance.wanted[target]; place += 1) fillPlace(state, target);
  }
  return state.people;
};
