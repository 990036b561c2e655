"""The match of one agency: feasibility and forced pairs (M1, M2, M4)."""
from collections import namedtuple

from .text import by_bytes


# One agency in one round: ids ascending; eligible[e] the indices of M2.3; demand r_e; capacity c_i (M1.2 to M2.3). `trees`:
# None where no target has rules (M9), otherwise a tree for every target that has some and None for the others.
Problem = namedtuple("Problem", "agency targets inspectors eligible demand capacity trees", defaults=(None,))


def make_problem(agency, places, capacities, may_go):
    """M1, M2: `places` {target: number}, `capacities` {inspector: number}, may_go(target, inspector)."""
    targets = sorted((t for t in places if places[t] > 0), key=by_bytes)
    inspectors = sorted(capacities, key=by_bytes)
    eligible = [[i for i, person in enumerate(inspectors) if capacities[person] > 0 and may_go(target, person)]
                for target in targets]
    return Problem(agency, targets, inspectors, eligible,
                   [places[t] for t in targets], [capacities[p] for p in inspectors])


def check_sizes(problem):
    """M1.5, and the form of an instance."""
    numbers = problem.demand + problem.capacity + [len(row) for row in problem.eligible]
    if any(type(n) is not int or not 0 <= n < 8192 for n in numbers) or 0 in problem.demand:
        raise ValueError("人数、名额或可派人数不在规定范围之内 (M1.5)")
    if len(problem.demand) != len(problem.eligible) or any(
            row != sorted(set(row)) or (row and not 0 <= row[0] <= row[-1] < len(problem.capacity))
            for row in problem.eligible):
        raise ValueError("可派人员的序号不合格式 (M2.3)")


def fill_places(eligible, demand, capacity):
    """M4.1, M7.1: some assignment with as many places filled as possible: (people of each target, shortage).

    Place by place a shortest augmenting path is looked for. A target that has none will never have one later.
    """
    people = [set() for _ in eligible]
    visits = [set() for _ in capacity]
    shortage = 0
    for start, wanted in enumerate(demand):
        while len(people[start]) < wanted:
            came_from = {}                      # inspector: the target it was reached from
            holder = {start: None}              # target: the inspector who would leave it
            queue = [start]
            free = None
            for e in queue:
                for i in eligible[e]:
                    if i in people[e] or i in came_from:
                        continue
                    came_from[i] = e
                    if len(visits[i]) < capacity[i]:
                        free = i
                        break
                    for other in visits[i]:
                        if other not in holder:
                            holder[other] = i
                            queue.append(other)
                if free is not None:
                    break
            if free is None:
                shortage += wanted - len(people[start])
                break
            i = free
            while i is not None:                # i joins e; whoever i replaces at e joins the target before
                e = came_from[i]
                people[e].add(i)
                visits[i].add(e)
                i = holder[e]
                if i is not None:
                    people[e].remove(i)
                    visits[i].remove(e)
    return people, shortage


def components(arrows):
    """The number of the strongly connected component of every node (two depth-first passes, Kosaraju)."""
    backwards = [[] for _ in arrows]
    for node, following in enumerate(arrows):
        for other in following:
            backwards[other].append(node)
    finished, seen = [], [False] * len(arrows)
    for root in range(len(arrows)):
        stack = [] if seen[root] else [(root, iter(arrows[root]))]
        seen[root] = True
        while stack:
            node, rest = stack[-1]
            following = next((other for other in rest if not seen[other]), None)
            if following is None:
                finished.append(node)
                stack.pop()
            else:
                seen[following] = True
                stack.append((following, iter(arrows[following])))
    component = [None] * len(arrows)
    for root in reversed(finished):
        stack = [root] if component[root] is None else []
        while stack:
            node = stack.pop()
            if component[node] is None:
                component[node] = root
                stack += backwards[node]
    return component


def forced_pairs(problem, people):
    """M4.2: for every target {inspector: True where the pair is in every assignment, False where in none}."""
    first, sink = len(problem.eligible), len(problem.eligible) + len(problem.capacity)
    arrows = [[] for _ in range(sink + 1)]
    load = [0] * len(problem.capacity)
    for e, row in enumerate(problem.eligible):
        for i in row:
            if i in people[e]:
                arrows[first + i].append(e)
                load[i] += 1
            else:
                arrows[e].append(first + i)
    for i, capacity in enumerate(problem.capacity):
        if load[i] < capacity:
            arrows[first + i].append(sink)
        if load[i] > 0:
            arrows[sink].append(first + i)
    component = components(arrows)
    return [{i: i in people[e] for i in row if component[e] != component[first + i]}
            for e, row in enumerate(problem.eligible)]
