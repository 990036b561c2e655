/** Strongly connected components by Tarjan's algorithm, without recursion: rows of thousands would overflow the stack. */

/** Arrows as flat lists: those of node v go to `to[start[v]]` up to `to[start[v + 1] − 1]`. */
export interface Arrows {
  readonly start: Int32Array;
  readonly to: Int32Array;
}

interface Search extends Arrows {
  /** By node: order of discovery from 1, 0 where not yet seen. */
  readonly seen: Int32Array;
  /** By node: the earliest node of the stack it is known to lead back to. */
  readonly low: Int32Array;
  readonly next: Int32Array;
  readonly parent: Int32Array;
  /** By node: its component, named after the first node seen of it; −1 as long as it is open. */
  readonly component: Int32Array;
  readonly stack: number[];
  /** Nodes in the order of discovery. */
  readonly discovered: number[];
}

/** By node: its component, as a number that only its members share. */
export const stronglyConnected = ({ start, to }: Arrows): Int32Array => {
  const nodes = start.length - 1;
  const search: Search = {
    start,
    to,
    seen: new Int32Array(nodes),
    low: new Int32Array(nodes),
    next: start.slice(0, nodes),
    parent: new Int32Array(nodes).fill(-1),
    component: new Int32Array(nodes).fill(-1),
    stack: [],
    discovered: [],
  };
  for (let node = 0; node < nodes; node += 1) if (search.seen[node] === 0) walkFrom(search, node);
  return search.component;
};

const walkFrom = (search: Search, root: number): void => {
  const { start, to, seen, low, next, parent, component } = search;
  open(search, root);
  let node = root;
  while (node >= 0) {
    const at = next[node] ?? 0;
    if (at === (start[node + 1] ?? 0)) {
      node = leave(search, node);
      continue;
    }
    next[node] = at + 1;
    const other = to[at] ?? 0;
    if (seen[other] === 0) {
      parent[other] = node;
      open(search, other);
      node = other;
    } else if (component[other] === -1) {
      low[node] = Math.min(low[node] ?? 0, seen[other] ?? 0);
    }
  }
};

const open = (search: Search, node: number): void => {
  const order = search.discovered.push(node);
  search.seen[node] = order;
  search.low[node] = order;
  search.stack.push(node);
};

/** Closes the component of a node that leads back to nothing earlier; returns the node to go on with. */
const leave = ({ seen, low, parent, component, stack }: Search, node: number): number => {
  const above = parent[node] ?? -1;
  if (above >= 0) low[above] = Math.min(low[above] ?? 0, low[node] ?? 0);
  if (low[node] !== seen[node]) return above;
  for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
    component[member] = seen[node] ?? 0;
    if (member === node) break;
  }
  return above;
};
