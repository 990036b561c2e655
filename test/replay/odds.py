"""The odds table (M5)."""
from collections import namedtuple

from .flow import check_sizes, fill_places, forced_pairs


B = 2 ** 24
# odds[e] is {inspector: q}; with rules sums[e] has the sums of all nodes (M9.9).
Match = namedtuple("Match", "shortage odds iterations repair_phases forced_count sums", defaults=(None,))


def fill_row(e, flex, R, weight, N):
    """M5.3: {inspector: q} for the list flex(e); R units are to be given out."""
    q = {}
    free = flex
    W = sum([weight[i] for i in free])
    while R > 0:                                                            # step 1
        hits = [i for i in free if weight[i] * R >= N * W]
        if not hits:
            break
        for i in hits:
            q[i] = N
            R -= N
            W -= weight[i]
        free = [i for i in free if i not in q]
    if R > 0:                                                               # step 2
        t = R * B // W
        for i in free:
            q[i] = weight[i] * t // B
            R -= q[i]
    else:
        for i in free:
            q[i] = 0
    is_free = set(free)
    position = e % len(flex) if flex else 0
    while R > 0:                                                            # step 3
        i = flex[position]
        if i in is_free and q[i] < N:
            q[i] += 1
            R -= 1
        position = (position + 1) % len(flex)
    return q


def column_sums(odds, inspectors):
    """M5.4."""
    x = [0] * inspectors
    for row in odds:
        for i, q in row.items():
            x[i] += q
    return x


def repair(odds, flex, capacity, x, N):
    """M5.7, changes odds and x; gives the number of phases."""
    takes = [[] for _ in capacity]                  # the targets e with i in flex(e), ascending
    for e, row in enumerate(flex):
        for i in row:
            takes[i].append(e)

    def overloaded(i):
        return x[i] > capacity[i] * N

    def has_room(i):
        return x[i] < capacity[i] * N

    def find_levels():
        """Step 1: level of every inspector and target reached. Inspectors have even levels, targets odd ones."""
        people = [i for i in range(len(capacity)) if overloaded(i)]
        level_of_person, level_of_target, level = {i: 0 for i in people}, {}, 0
        while people and not any(has_room(i) for i in people):
            reached = []
            for i in people:
                for e in takes[i]:
                    if e not in level_of_target and odds[e][i] > 0:
                        level_of_target[e] = level + 1
                        reached.append(e)
            people = []
            for e in reached:
                for i in flex[e]:
                    if i not in level_of_person and odds[e][i] < N:
                        level_of_person[i] = level + 2
                        people.append(i)
            level += 2
        if not people:
            raise ValueError("概率表无法修正 (M5.7)")
        return level_of_person, level_of_target

    def steps(node, levels):
        """The nodes one level on from a node, lowest index first, along arrows that are open now."""
        (kind, n), (level_of_person, level_of_target) = node, levels
        if kind == "person":
            return (("target", e) for e in takes[n]
                    if odds[e][n] > 0 and level_of_target.get(e) == level_of_person[n] + 1)
        return (("person", i) for i in flex[n]
                if odds[n][i] < N and level_of_person.get(i) == level_of_target[n] + 1)

    def first_path(start, levels):
        """Step 2: the first path, depth first. A node left without success stays without in this search."""
        path, rest, tried = [("person", start)], [steps(("person", start), levels)], set()
        while path:
            following = next((node for node in rest[-1] if node not in tried), None)
            if following is None:
                path.pop()
                rest.pop()
                continue
            tried.add(following)
            path.append(following)
            if following[0] == "person" and has_room(following[1]):
                return [n for _, n in path]                     # s, e1, i1, e2, …, i
            rest.append(steps(following, levels))
        return None

    phases = 0
    while any(overloaded(i) for i in range(len(capacity))):
        phases += 1
        levels = find_levels()
        for s in range(len(capacity)):
            while overloaded(s):
                path = first_path(s, levels)
                if path is None:
                    break
                leaves = list(zip(path[1::2], path[0::2]))      # step 3: (target, who leaves it)
                joins = list(zip(path[1::2], path[2::2]))       # (target, who takes it)
                last = path[-1]
                m = min([x[s] - capacity[s] * N, capacity[last] * N - x[last]]
                        + [odds[e][i] for e, i in leaves] + [N - odds[e][i] for e, i in joins])
                for e, i in leaves:
                    odds[e][i] -= m
                for e, i in joins:
                    odds[e][i] += m
                x[s] -= m
                x[last] += m
    return phases


def match(problem, K=16):
    """M4 and M5: feasibility, forced pairs and the odds table of one agency."""
    check_sizes(problem)
    eligible, demand, capacity = problem.eligible, problem.demand, problem.capacity
    N = 2 ** K
    people, shortage = fill_places(eligible, demand, capacity)
    if shortage:
        return Match(shortage, None, None, None, None)
    forced = forced_pairs(problem, people)
    flex = [[i for i in row if i not in forced[e]] for e, row in enumerate(eligible)]
    settled = [{i: N if always else 0 for i, always in row.items()} for row in forced]              # M5.1
    units = [demand[e] * N - sum(settled[e].values()) for e in range(len(eligible))]
    weight = [B] * len(capacity)
    for n in range(101):                                                                            # M5.2
        odds = [{**settled[e], **fill_row(e, flex[e], units[e], weight, N)} for e in range(len(eligible))]
        x = column_sums(odds, len(capacity))
        if n == 100 or all(max(0, x[i] - c * N) * 1024 <= N for i, c in enumerate(capacity)):       # M5.5
            break
        for i, c in enumerate(capacity):                                                            # M5.6
            if x[i] > c * N or weight[i] < B:
                weight[i] = B if x[i] == 0 else min(B, max(1, weight[i] * c * N // x[i]))
    phases = repair(odds, flex, capacity, x, N)
    return Match(0, odds, n, phases, sum(map(len, forced)))


def largest_difference(problem, odds):
    """M5.11: among people of the same capacity and the same eligible targets; M9.11: and groups at each of these.

    Groups of a target are laminar, so the same smallest group means the same groups.
    """
    targets_of = [[] for _ in problem.capacity]
    for e, row in enumerate(problem.eligible):
        tree = problem.trees[e] if problem.trees else None
        for i in row:
            targets_of[i].append((e, tree.hang[i] if tree else 0))
    largest = 0
    for row in odds:
        alike = {}
        for i, q in row.items():
            alike.setdefault((problem.capacity[i], tuple(targets_of[i])), []).append(q)
        largest = max([largest] + [max(group) - min(group) for group in alike.values()])
    return largest
