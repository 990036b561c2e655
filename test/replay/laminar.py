"""The odds table with rules on who goes together (M9), and the choice between it and M5."""
from . import odds as plain
from .filling import fill_row_with_rules, plan_row
from .flow import check_sizes
from .groups import trees_of
from .laws import check_assignment, check_columns, check_rows, group_sums
from .network import fill_with_rules, forced_with_rules
from .odds import B, Match, column_sums, fill_row
from .rounding import round_table


def match(problem, K=16):
    """M4, M5, M9: feasibility, forced pairs and the odds table of one agency."""
    return plain.match(problem, K) if problem.trees is None else match_with_rules(problem, K)


def shortage_of(problem):
    """M7.1, M9.12."""
    if problem.trees is None:
        return plain.fill_places(problem.eligible, problem.demand, problem.capacity)[1]
    return fill_with_rules(problem, trees_of(problem)).open


def assign(problem, found, stream, K=16):
    """M6, M9.10: the ascending list of assigned pairs (e, i) of a match."""
    pairs = round_table(found.odds, len(problem.capacity), stream, K, problem.trees)
    check_assignment(problem, trees_of(problem), found.odds, pairs, 2 ** K)
    return pairs


def match_with_rules(problem, K=16):
    """M9.6 to M9.9."""
    check_sizes(problem)
    N, trees = 2 ** K, trees_of(problem)
    filled = fill_with_rules(problem, trees)
    if filled.open:
        return Match(filled.open, None, None, None, None, None)
    forced, trees = forced_with_rules(problem, trees, filled)
    flex = [[i for i in row if i not in forced[e]] for e, row in enumerate(problem.eligible)]
    settled = [{i: N if always else 0 for i, always in row.items()} for row in forced]
    units = [problem.demand[e] * N - sum(row.values()) for e, row in enumerate(settled)]
    plans = [plan_row(tree, flex[e], settled[e], N) if tree.order else None for e, tree in enumerate(trees)]
    weight = [B] * len(problem.capacity)
    for n in range(101):
        odds = [{**settled[e], **(fill_row(e, flex[e], units[e], weight, N) if plan is None
                                  else fill_row_with_rules(e, plan, units[e], weight))} for e, plan in enumerate(plans)]
        check_rows(problem, trees, odds, N)
        x = column_sums(odds, len(problem.capacity))
        if n == 100 or all(max(0, x[i] - c * N) * 1024 <= N for i, c in enumerate(problem.capacity)):
            break
        for i, c in enumerate(problem.capacity):
            if x[i] > c * N or weight[i] < B:
                weight[i] = B if x[i] == 0 else min(B, max(1, weight[i] * c * N // x[i]))
    repair = Repair(problem, trees, flex, odds, x, N)
    phases = repair.run()
    check_columns(problem, x, N)
    return Match(0, odds, n, phases, sum(map(len, forced)), repair.sums)


class Repair:
    """M9.9. A place on a path is an inspector's index, or (e, v) for the node v of the target e; each is one level."""

    def __init__(self, problem, trees, flex, odds, x, N):
        self.problem, self.trees, self.odds, self.x, self.N = problem, trees, odds, x, N
        self.sums = [group_sums(tree, odds[e]) for e, tree in enumerate(trees)]
        self.takes = [[] for _ in problem.capacity]         # the targets e with i in flex(e), ascending
        self.pairs = [[[] for _ in tree.names] for tree in trees]
        for e, row in enumerate(flex):
            for i in row:
                self.takes[i].append(e)
                self.pairs[e][trees[e].hang[i]].append(i)

    def is_overloaded(self, i):
        return self.x[i] > self.problem.capacity[i] * self.N

    def has_room(self, i):
        return self.x[i] < self.problem.capacity[i] * self.N

    def steps(self, place):
        """Where an arrow leads that is open now, in the order of M9.9."""
        if isinstance(place, int):
            for e in self.takes[place]:
                if self.odds[e][place] > 0:
                    yield e, self.trees[e].hang[place]
            return
        e, v = place
        tree, sums = self.trees[e], self.sums[e]
        for i in self.pairs[e][v]:
            if self.odds[e][i] < self.N:
                yield i
        for g in tree.children[v]:
            if sums[g] < tree.hi[g] * self.N:
                yield e, g
        if v and sums[v] > tree.lo[v] * self.N:
            yield e, tree.parent[v]

    def levels(self):
        level_of, level = {i: 0 for i in range(len(self.x)) if self.is_overloaded(i)}, 0
        places = list(level_of)
        while not any(isinstance(place, int) and self.has_room(place) for place in places):
            level += 1
            reached = []
            for place in places:
                for following in self.steps(place):
                    if following not in level_of:
                        level_of[following] = level
                        reached.append(following)
            places = reached
            if not places:
                raise ValueError("概率表无法修正 (M9.9)")
        return level_of

    def first_path(self, start, level_of):
        """M5.7, step 2. A place left without success stays without in this search."""
        def onwards(place):
            return (other for other in self.steps(place) if level_of.get(other) == level_of[place] + 1)
        path, rest, tried = [start], [onwards(start)], set()
        while path:
            following = next((place for place in rest[-1] if place not in tried), None)
            if following is None:
                path.pop()
                rest.pop()
                continue
            tried.add(following)
            path.append(following)
            if isinstance(following, int) and self.has_room(following):
                return path
            rest.append(onwards(following))
        return None

    def move(self, path):
        """M5.7, step 3, with the bounds of the groups passed."""
        N, s, last = self.N, path[0], path[-1]
        falls, rises, group_falls, group_rises = [], [], [], []
        for one, other in zip(path, path[1:]):
            if isinstance(one, int):
                falls.append((other[0], one))
            elif isinstance(other, int):
                rises.append((one[0], other))
            elif self.trees[one[0]].parent[other[1]] == one[1]:
                group_rises.append(other)
            else:
                group_falls.append(one)
        m = min([self.x[s] - self.problem.capacity[s] * N, self.problem.capacity[last] * N - self.x[last]]
                + [self.odds[e][i] for e, i in falls] + [N - self.odds[e][i] for e, i in rises]
                + [self.trees[e].hi[g] * N - self.sums[e][g] for e, g in group_rises]
                + [self.sums[e][g] - self.trees[e].lo[g] * N for e, g in group_falls])
        for table, places, sign in ((self.odds, falls, -1), (self.odds, rises, 1),
                                    (self.sums, group_falls, -1), (self.sums, group_rises, 1)):
            for e, n in places:
                table[e][n] += sign * m
        self.x[s] -= m
        self.x[last] += m

    def run(self):
        """The number of phases."""
        phases = 0
        while any(map(self.is_overloaded, range(len(self.x)))):
            phases += 1
            level_of = self.levels()
            for s in range(len(self.x)):
                while self.is_overloaded(s):
                    path = self.first_path(s, level_of)
                    if path is None:
                        break
                    self.move(path)
            check_rows(self.problem, self.trees, self.odds, self.N)
            if self.sums != [group_sums(tree, self.odds[e]) for e, tree in enumerate(self.trees)]:
                raise AssertionError("M9.9: 组内之和")
        return phases
