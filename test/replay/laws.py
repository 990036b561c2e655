"""What must hold of tables and assignments with rules (M4.1, M5.8, M9.5). These checks are never left out."""


def hold(is_true, law):
    if not is_true:
        raise AssertionError(law)


def group_sums(tree, row):
    """The sum of q at and below every node (M9.9)."""
    sums = [0] * len(tree.names)
    for i, q in row.items():
        sums[tree.hang[i]] += q
    for g in tree.order:
        sums[tree.parent[g]] += sums[g]
    return sums


def check_rows(problem, trees, odds, N):
    """M5.8 but for the columns, and M9.5 in units of 1/N."""
    for e, row in enumerate(odds):
        hold(sorted(row) == problem.eligible[e], "M5.8: 恰有可派的人")
        hold(all(0 <= q <= N for q in row.values()), "M5.8: 0 ≤ q ≤ N")
        sums, tree = group_sums(trees[e], row), trees[e]
        hold(sums[0] == problem.demand[e] * N, "M5.8: 一行之和")
        hold(all(tree.lo[g] * N <= sums[g] <= tree.hi[g] * N for g in tree.order), "M9.5: 组内之和")


def check_columns(problem, x, N):
    hold(all(units <= c * N for units, c in zip(x, problem.capacity)), "M5.8: 一列之和")


def check_assignment(problem, trees, odds, pairs, N):
    """M6.6, M9.10: every number is its sum in the table, rounded down or up."""
    taken = [{i: 0 for i in row} for row in problem.eligible]
    loads, x = [0] * len(problem.capacity), [0] * len(problem.capacity)
    for e, i in pairs:
        hold(i in taken[e] and taken[e][i] == 0, "M4.1: 可派的人，各一次")
        taken[e][i] = 1
        loads[i] += 1
    for e, tree in enumerate(trees):
        numbers, sums = group_sums(tree, taken[e]), group_sums(tree, odds[e])
        hold(numbers[0] == problem.demand[e], "M4.1: 名额")
        hold(all(tree.lo[g] <= numbers[g] <= tree.hi[g] for g in tree.order), "M9.5: 组内人数")
        hold(all(sums[g] // N <= numbers[g] <= -(-sums[g] // N) for g in tree.order), "M9.10: 舍入")
        for i, q in odds[e].items():
            x[i] += q
            hold(not (q == 0 and taken[e][i]) and not (q == N and not taken[e][i]), "M6.6: 0 与 1")
    hold(all(x[i] // N <= load <= -(-x[i] // N) and load <= problem.capacity[i] for i, load in enumerate(loads)), "M6.6: 户次")
