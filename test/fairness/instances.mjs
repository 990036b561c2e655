// Agencies so small that every coin can be thrown: what each is there to show, who may go where, and how fine the odds are.
//
// An instance is what `feasibility` takes (wanted, capacity, eligible), so that rules on who goes together need nothing but their fields here
// and their law in laws.mjs. `bits` is K; `orders` is 'all' where every shuffle is tried as well, otherwise how many of them.

export const INSTANCES = [
  { name: 'one visit, three equal people', bits: 3, orders: 'all', wanted: [2], capacity: [1, 1, 1], eligible: [[0, 1, 2]] },
  { name: 'two visits, one person has room for one only', bits: 3, orders: 'all', wanted: [2, 2], capacity: [2, 2, 1], eligible: [[0, 1, 2], [0, 1, 2]] },
  { name: 'three visits, a recusal each', bits: 2, orders: 'all', wanted: [1, 1, 1], capacity: [2, 1, 1], eligible: [[1, 2], [0, 2], [0, 1]] },
  { name: 'a forced pair and one that is never sent', bits: 3, orders: 'all', wanted: [2, 1, 1], capacity: [1, 2, 2, 1], eligible: [[0, 1], [0, 1, 2], [2, 3]] },
  { name: 'a later round: one place at most visits', bits: 2, orders: 'all', wanted: [1, 2], capacity: [1, 1, 2], eligible: [[0, 1, 2], [0, 1, 2]] },
  { name: 'two visits, four people, one full and recused once', bits: 4, orders: 'all', wanted: [2, 2], capacity: [1, 2, 2, 2], eligible: [[0, 1, 2, 3], [0, 1, 2]] },
  { name: 'two visits of three, four people, one with room for one', bits: 3, orders: 'all', wanted: [3, 3], capacity: [1, 2, 2, 2], eligible: [[0, 1, 2, 3], [0, 1, 2, 3]] },
  { name: 'nothing spare', bits: 3, orders: 40, wanted: [2, 2, 2], capacity: [1, 2, 1, 2], eligible: [[0, 1, 2, 3], [0, 1, 3], [1, 2, 3]] },
  { name: 'four visits, five people of unequal capacity', bits: 3, orders: 20, wanted: [2, 2, 2, 2], capacity: [1, 2, 2, 3, 1], eligible: [[0, 1, 2, 3, 4], [0, 1, 3, 4], [1, 2, 3], [0, 2, 3, 4]] },
  { name: 'three people at one visit of five', bits: 4, orders: 20, wanted: [3, 2], capacity: [2, 1, 1, 2, 1], eligible: [[0, 1, 2, 3, 4], [0, 3, 4]] },
  { name: 'six visits, six people, some recused', bits: 4, orders: 6, wanted: [2, 2, 2, 2, 1, 2], capacity: [2, 2, 3, 2, 2, 2], eligible: [[0, 1, 2, 3, 4, 5], [1, 2, 3, 4], [0, 2, 3, 5], [0, 1, 4, 5], [0, 1, 2, 3, 4, 5], [2, 3, 4, 5]] },
  { name: 'one visit at the full K', bits: 16, orders: 4, wanted: [2], capacity: [1, 1, 1], eligible: [[0, 1, 2]] },
];
