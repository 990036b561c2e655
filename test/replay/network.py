"""Whether a match with rules can be done, and what is settled beforehand (M4, M9.5, M9.6, M9.12)."""
from collections import namedtuple

from .flow import components

# people[e]: whom a target has; number[e][v]: how many of them are at the node or below it; `open` places in all;
# broken: targets whose rules nobody could ever keep, all places of which stay open.
Filled = namedtuple("Filled", "people number open broken")


def open_places_of(tree):
    """The places open at every node, and the numbers at and below each, where nobody is assigned; None: impossible."""
    number = [0] * len(tree.names)
    left_open = [0] * len(tree.names)
    for v in [*tree.order, 0]:
        below = sum(number[u] for u in tree.children[v])
        number[v] = max(below, tree.lo[v])
        left_open[v] = number[v] - below
        if number[v] > tree.hi[v]:
            return None
    return left_open, number


def fill_with_rules(problem, trees):
    """M9.12: an assignment that leaves as few places open as can be; every open place counts at one node and above.

    From every open place an augmenting path is looked for. A node that has none will never have one later.
    """
    people, number, broken = [set() for _ in trees], [], []
    visits = [set() for _ in problem.capacity]
    left_open = []
    for e, tree in enumerate(trees):
        found = open_places_of(tree)
        if found is None:
            broken.append(e)
            found = [0] * len(tree.names), [0] * len(tree.names)
        left_open.append(found[0])
        number.append(found[1])
    hanging = [{v: [] for v in range(len(tree.names))} for tree in trees]
    for e, tree in enumerate(trees):
        for i in problem.eligible[e] if e not in broken else ():
            hanging[e][tree.hang[i]].append(i)

    def path_from(start):
        """A path of nodes (e, v) and inspectors i from an open place to an inspector with room, or None."""
        came_from, queue = {start: None}, [start]
        for place in queue:
            if isinstance(place, tuple):
                e, v = place
                tree = trees[e]
                steps = [i for i in hanging[e][v] if i not in people[e]]
                steps += [(e, u) for u in tree.children[v] if number[e][u] < tree.hi[u]]
                if v and number[e][v] > tree.lo[v]:
                    steps.append((e, tree.parent[v]))
            else:
                steps = [(e, trees[e].hang[place]) for e in visits[place]]
            for following in steps:
                if following in came_from:
                    continue
                came_from[following] = place
                if not isinstance(following, tuple) and len(visits[following]) < problem.capacity[following]:
                    path = [following]
                    while came_from[path[-1]] is not None:
                        path.append(came_from[path[-1]])
                    return path[::-1]
                queue.append(following)
        return None

    for e, tree in enumerate(trees):
        for v in range(len(tree.names)):
            while left_open[e][v]:
                path = path_from((e, v))
                if path is None:
                    break
                left_open[e][v] -= 1
                for one, other in zip(path, path[1:]):
                    if not isinstance(one, tuple):                          # leaves the visit
                        people[other[0]].remove(one)
                        visits[one].remove(other[0])
                    elif not isinstance(other, tuple):                      # joins it
                        people[one[0]].add(other)
                        visits[other].add(one[0])
                    elif trees[one[0]].parent[other[1]] == one[1]:
                        number[one[0]][other[1]] += 1
                    else:
                        number[one[0]][one[1]] -= 1
    still_open = sum(map(sum, left_open)) + sum(problem.demand[e] for e in broken)
    return Filled(people, number, still_open, broken)


def forced_with_rules(problem, trees, filled):
    """M9.6: (forced pairs of every target as {inspector: is it always}, and the trees with the bounds of forced groups)."""
    start, nodes = [], 0
    for tree in trees:
        start.append(nodes)
        nodes += len(tree.names)
    sink = nodes + len(problem.capacity)
    arrows = [[] for _ in range(sink + 1)]
    load = [0] * len(problem.capacity)
    for e, tree in enumerate(trees):
        for i in problem.eligible[e]:
            node, person = start[e] + tree.hang[i], nodes + i
            if i in filled.people[e]:
                arrows[person].append(node)
                load[i] += 1
            else:
                arrows[node].append(person)
        for g in tree.order:
            if filled.number[e][g] < tree.hi[g]:
                arrows[start[e] + tree.parent[g]].append(start[e] + g)
            if filled.number[e][g] > tree.lo[g]:
                arrows[start[e] + g].append(start[e] + tree.parent[g])
    for i, capacity in enumerate(problem.capacity):
        if load[i] < capacity:
            arrows[nodes + i].append(sink)
        if load[i] > 0:
            arrows[sink].append(nodes + i)
    component = components(arrows)
    forced, bounded = [], []
    for e, tree in enumerate(trees):
        forced.append({i: i in filled.people[e] for i in problem.eligible[e]
                       if component[start[e] + tree.hang[i]] != component[nodes + i]})
        lo, hi = list(tree.lo), list(tree.hi)
        for g in tree.order:
            if component[start[e] + g] != component[start[e] + tree.parent[g]]:
                lo[g] = hi[g] = filled.number[e][g]
        bounded.append(tree._replace(lo=lo, hi=hi))
    return forced, bounded
