"""What matches with rules promise (match-spec M9), held against trying everything: python3 -m unittest replay_laminar_test."""
import json
import random
import unittest
from collections import Counter
from fractions import Fraction
from itertools import combinations, product
from pathlib import Path

from replay import odds as plain
from replay.filling import share
from replay.flow import Problem
from replay.groups import NO_BOUND, belongs, laminar_fault, make_tree, tree_of_need, trees_of
from replay.laminar import Repair, match, match_with_rules, shortage_of
from replay.laws import check_assignment, check_columns, check_rows, group_sums
from replay.network import fill_with_rules, forced_with_rules
from replay.odds import largest_difference
from replay.places import Person
from replay.rounding import round_table
from replay_laminar import answer, problem_of, random_instance, random_instances

VECTORS = Path(__file__).parent / "vectors" / "ssj-1.json"


def keeps(tree, row):
    """M9.5 for the people `row` at one target."""
    return all(tree.lo[g] <= len(tree.members[g] & set(row)) <= tree.hi[g] for g in tree.order)


def all_assignments(problem):
    """Every assignment of M4.1 and M9.5, as lists of people by targets."""
    trees, load = trees_of(problem), [0] * len(problem.capacity)

    def rest(e):
        if e == len(trees):
            yield []
            return
        for row in combinations(problem.eligible[e], problem.demand[e]):
            if keeps(trees[e], row) and all(load[i] < problem.capacity[i] for i in row):
                for i in row:
                    load[i] += 1
                for others in rest(e + 1):
                    yield [row, *others]
                for i in row:
                    load[i] -= 1
    return rest(0)


def fewest_open(problem):
    """M9.12 by trying: every open place counts at one node and the groups around it."""
    trees, load, best = trees_of(problem), [0] * len(problem.capacity), [sum(problem.demand) + 1]

    def fits(tree, row, opened):
        number = [len(tree.members[v] & set(row)) if v else len(row) for v in range(len(tree.names))]
        for v in opened:
            while v is not None:
                number[v] += 1
                v = tree.parent[v]
        return all(tree.lo[v] <= number[v] <= tree.hi[v] for v in range(len(tree.names)))

    def rest(e, so_far):
        if so_far >= best[0]:
            return
        if e == len(trees):
            best[0] = so_far
            return
        for count in range(problem.demand[e] + 1):
            for row in combinations(problem.eligible[e], problem.demand[e] - count):
                if all(load[i] < problem.capacity[i] for i in row) and any(
                        fits(trees[e], row, opened) for opened in product(range(len(trees[e].names)), repeat=count)):
                    for i in row:
                        load[i] += 1
                    rest(e + 1, so_far + count)
                    for i in row:
                        load[i] -= 1
    rest(0, 0)
    return best[0]


def small_instances(count, name, targets=3, people=5):
    chance, found = random.Random(name), []
    while len(found) < count:
        case = random_instance(chance, "small")
        if len(case["wanted"]) <= targets and len(case["capacity"]) <= people and max(case["wanted"]) <= 3:
            found.append(case)
    return found


class Coins:
    """A stream that gives the coins of a list, heads after its end, and shuffles as it is told."""

    def __init__(self, coins, order):
        self.coins, self.used, self.order = coins, 0, random.Random(order)

    def bit(self):
        self.used += 1
        return self.coins[self.used - 1] if self.used <= len(self.coins) else 0

    def shuffled(self, values):
        copy = list(values)
        self.order.shuffle(copy)
        return copy


def all_outcomes(run):
    """(chance, result) of run(stream-like coins) for every sequence of coins that is asked for."""
    waiting = [[]]
    while waiting:
        coins = waiting.pop()
        result, used = run(coins)
        if used <= len(coins):
            yield Fraction(1, 2 ** used), result
        else:
            waiting += [[*coins, 0], [*coins, 1]]


class Trees(unittest.TestCase):
    def person(self, *qualifications, may_lead=False, grade=None):
        return Person(1, list(qualifications), may_lead, grade)

    def test_M9_1_who_belongs(self):
        cases = ((self.person(may_lead=True), ["leader"]), (self.person(grade="senior"), ["leader"]),
                 (self.person(grade="trainee", may_lead=True), ["leader", "trainee"]), (self.person("a:b"), ["qualification:a:b"]),
                 (self.person("leader"), []))
        groups = ["leader", "trainee", "qualification:a:b", "qualification:a"]
        for person, mine in cases:
            self.assertEqual([group for group in groups if belongs(group, person)], mine)
        self.assertRaises(ValueError, belongs, "boss", cases[0][0])

    def test_M9_2_groups_that_cross_are_refused(self):
        rules = [{"group": "leader"}, {"group": "qualification:q"}]
        people = [self.person("q", may_lead=True), self.person(may_lead=True), self.person("q")]
        self.assertIn("M9.2", laminar_fault(rules, people))
        for n in range(3):
            self.assertIsNone(laminar_fault(rules, people[:n] + people[n + 1:]))

    def test_M9_3_the_tree_of_a_need_in_a_round(self):
        rules = [{"group": "leader", "atLeast": 1, "atMost": 2}, {"group": "qualification:a", "atLeast": 2},
                 {"group": "qualification:b", "atMost": 3}, {"group": "qualification:c", "atLeast": 1}, {"group": "trainee", "atMost": 0}]
        people = [self.person("a", "b", may_lead=True), self.person("a", "b"), self.person("a", "b"), self.person(grade="trainee"),
                  self.person()]
        tree = tree_of_need(rules, people, [people[0]], 3, [0, 1, 3, 4])
        self.assertEqual(tree.names, [None, "leader", "qualification:a", "qualification:c", "trainee"])     # a and b are one
        self.assertEqual(tree.parent, [None, 2, 0, 0, 0])
        self.assertEqual(tree.children, [[2, 3, 4], [], [1], [], []])
        self.assertEqual(tree.order, [1, 2, 3, 4])
        self.assertEqual((tree.lo, tree.hi), ([3, 0, 1, 1, 0], [3, 1, 2, NO_BOUND, 0]))
        self.assertEqual(tree.hang, {0: 1, 1: 2, 3: 4, 4: 0})

    def test_M9_3_order_is_that_of_bytes(self):
        tree = make_tree([("qualification:气", [0], 0, 1), ("qualification:z", [1], 0, 1), ("qualification:Z", [2], 0, 1)], 1, [0, 1, 2])
        self.assertEqual(tree.names[1:], ["qualification:Z", "qualification:z", "qualification:气"])

    def test_M9_3_groups_without_people_are_apart_and_an_appointed_person_counts_in_one(self):
        rules = [{"group": "qualification:a", "atLeast": 1}, {"group": "qualification:b", "atLeast": 1}]
        tree = tree_of_need(rules, [self.person()], [self.person("a")], 1, [0])
        self.assertEqual((tree.names, tree.lo), ([None, "qualification:a", "qualification:b"], [1, 0, 1]))


class Feasibility(unittest.TestCase):
    def test_M4_1_M9_5_filled_exactly_where_trying_everything_finds_an_assignment(self):
        seen = Counter()
        for case in small_instances(400, "feasible"):
            problem = problem_of(case)
            is_feasible = next(all_assignments(problem), None) is not None
            self.assertEqual(shortage_of(problem) == 0, is_feasible, case)
            seen[is_feasible] += 1
        self.assertGreater(min(seen[True], seen[False]), 50)

    def test_M9_12_the_shortage_is_the_fewest_open_places(self):
        seen = Counter()
        for case in small_instances(250, "shortage", targets=2, people=4):
            problem = problem_of(case)
            filled, fewest = fill_with_rules(problem, trees_of(problem)), fewest_open(problem)
            if not filled.broken:
                self.assertEqual(filled.open, fewest, case)
                seen[fewest > 0] += 1
            else:
                self.assertGreater(fewest, sum(problem.demand), case)
                seen["broken"] += 1
        self.assertGreater(min(seen[True], seen[False]), 20)
        self.assertGreater(seen["broken"], 0)

    def test_M9_6_forced_are_the_pairs_in_all_or_no_assignments_and_the_groups_that_stay_at_a_bound(self):
        seen = Counter()
        for case in small_instances(400, "forced"):
            problem = problem_of(case)
            trees, every = trees_of(problem), list(all_assignments(problem))
            if not every:
                continue
            filled = fill_with_rules(problem, trees)
            forced, bounded = forced_with_rules(problem, trees, filled)
            for e, row in enumerate(problem.eligible):
                for i in row:
                    states = {i in people[e] for people in every}
                    self.assertEqual(forced[e].get(i), states.pop() if len(states) == 1 else None, (case, e, i))
                    seen["pair", forced[e].get(i)] += 1
                for g in trees[e].order:
                    numbers = {len(trees[e].members[g] & set(people[e])) for people in every}
                    lo, hi = trees[e].lo[g], trees[e].hi[g]
                    is_between = len(numbers) == 1 and lo < min(numbers) < hi       # has arrows both ways, so is not found
                    if len(numbers) == 1 and not is_between:
                        self.assertEqual({bounded[e].lo[g], bounded[e].hi[g]}, numbers, (case, e, g))
                    else:
                        self.assertEqual((bounded[e].lo[g], bounded[e].hi[g]), (lo, hi), (case, e, g))
                    seen["between" if is_between else len(numbers) == 1] += 1
        for what in (("pair", True), ("pair", False), ("pair", None), True, False):
            self.assertGreater(seen[what], 30, what)
        self.assertGreater(seen["between"], 0)


    def test_M9_6_a_group_between_its_bounds_has_arrows_both_ways_and_is_not_forced_whatever_its_number_is(self):
        """0, 1, 2 lead; the second target leaves one of them, the third one of 3 and 4: the first always has one leader.
        Were the group's bounds both 1, the table would be there at once, without iterations or repair."""
        leaders = {"name": "leader", "members": [0, 1, 2], "lo": 0, "hi": None, "parent": -1}
        case = {"wanted": [2, 2, 1], "capacity": [1] * 5, "eligible": [[0, 1, 2, 3, 4], [0, 1, 2], [3, 4]], "seed": "0" * 64}
        loose, tight = (answer({**case, "groups": [[{**leaders, **bounds}], [], []]}) for bounds in ({}, {"lo": 1, "hi": 1}))
        self.assertEqual([(one["forcedPairs"], one["iterations"], one["repairPhases"]) for one in (loose, tight)],
                         [(0, 24, 1), (0, 0, 0)])
        self.assertEqual(loose["sum"], tight["sum"])


class Filling(unittest.TestCase):
    def test_M9_7_shares_are_proportional_between_their_bounds(self):
        """There is one factor: everybody has it times the weight, held to the bounds, within less than a unit."""
        chance = random.Random("share")
        for _ in range(3000):
            parts = list(range(chance.randrange(1, 7)))
            W = {p: chance.choice((1, 7, 2 ** 24, chance.randrange(1, 2 ** 24))) for p in parts}
            L = {p: chance.choice((0, 0, chance.randrange(200))) for p in parts}
            H = {p: L[p] + chance.choice((0, 1, 50, 300)) for p in parts}
            low, high = sum(L.values()), sum(H.values())
            R = chance.choice((low, high, chance.randrange(low, high + 1)))
            got = share(chance.randrange(9), parts, W, L, H, R)
            self.assertEqual(sum(got.values()), R)
            held = lambda factor: {p: min(max(Fraction(L[p]), factor * W[p]), Fraction(H[p])) for p in parts}
            corners = sorted({Fraction(bound, W[p]) for p in parts for bound in (L[p], H[p])})
            above = next(corner for corner in corners if sum(held(corner).values()) >= R)
            below = max([corner for corner in corners if corner < above], default=above)
            total, more = sum(held(below).values()), sum(held(above).values())
            factor = above if more in (R, total) else below + (above - below) * (R - total) / (more - total)
            exact = held(factor)
            self.assertEqual(sum(exact.values()), R)
            self.assertTrue(all(abs(got[p] - exact[p]) < 1 for p in parts), (W, L, H, R, got))

    def test_M9_7_the_units_left_go_round_from_the_position_of_the_target(self):
        fill = lambda e: list(share(e, [0, 1, 2, ~1], {0: 1, 1: 1, 2: 1, ~1: 1}, dict.fromkeys([0, 1, 2, ~1], 0),
                                    dict.fromkeys([0, 1, 2, ~1], 9), 6)[p] for p in (0, 1, 2, ~1))
        self.assertEqual([fill(e) for e in range(5)], [[2, 2, 1, 1], [1, 2, 2, 1], [1, 1, 2, 2], [2, 1, 1, 2], [2, 2, 1, 1]])

    def test_M9_7_a_frozen_part_is_passed_over_but_counts_as_a_position(self):
        got = share(1, [0, 1, 2], {0: 1, 1: 1, 2: 1}, {0: 0, 1: 0, 2: 0}, {0: 9, 1: 1, 2: 9}, 6)
        self.assertEqual(got, {0: 2, 1: 1, 2: 3})
        self.assertEqual(share(2, [0, 1, 2], {0: 1, 1: 1, 2: 1}, {0: 0, 1: 0, 2: 0}, {0: 9, 1: 1, 2: 9}, 6), {0: 2, 1: 1, 2: 3})

    def test_M9_7_a_part_that_is_due_exactly_its_least_is_frozen_there(self):
        self.assertEqual(share(0, [0, 1, 2], {0: 2, 1: 1, 2: 1}, {0: 3, 1: 0, 2: 0}, {0: 9, 1: 9, 2: 9}, 6), {0: 3, 1: 2, 2: 1})

    def test_M9_7_both_sides_settle_at_once_where_they_are_equal(self):
        got = share(0, [0, 1, 2], {0: 1, 1: 1, 2: 1}, {0: 8, 1: 0, 2: 0}, {0: 20, 1: 2, 2: 20}, 15)
        self.assertEqual(got, {0: 8, 1: 2, 2: 5})


class Tables(unittest.TestCase):
    def tables(self, cases, K=16):
        for case in cases:
            problem = problem_of(case)
            found = match(problem, K)
            if not found.shortage:
                yield case, problem, found

    def test_M5_8_M9_5_laws_hold_of_random_tables(self):
        """The laws are checked while a table is made; here again, on what came out, in other words."""
        seen = Counter()
        for case, problem, found in self.tables(random_instances(400, "tables")):
            for e, row in enumerate(found.odds):
                self.assertEqual(sum(row.values()), problem.demand[e] * 65536)
                for group in case["groups"][e]:
                    total = sum(q for i, q in row.items() if i in group["members"])
                    self.assertTrue(group["lo"] * 65536 <= total <= (65536 * problem.demand[e] if group["hi"] is None
                                                                     else group["hi"] * 65536))
            for i, c in enumerate(problem.capacity):
                self.assertLessEqual(sum(row.get(i, 0) for row in found.odds), c * 65536)
            seen["repaired"] += found.repair_phases > 0
            seen["iterated"] += found.iterations > 0
        self.assertGreater(min(seen["repaired"], seen["iterated"]), 50)

    def test_M9_6_what_is_settled_is_settled_in_the_table_and_nothing_else_is_lost(self):
        for case, problem, found in self.tables(small_instances(300, "settled")):
            every = list(all_assignments(problem))
            for e, row in enumerate(found.odds):
                for i, q in row.items():
                    states = {i in people[e] for people in every}
                    if len(states) == 1:
                        self.assertEqual(q, 65536 if states == {True} else 0, case)

    def test_a_need_without_rules_has_the_table_of_ssj_1(self):
        """The engine for rules, with trees of a root alone, gives what M5 and M6 give, the worked cases included."""
        for case in json.loads(VECTORS.read_text(encoding="utf-8"))["matching"]:
            problem = Problem(None, None, None, case["eligible"], case["demand"], case["capacity"])
            ours = match_with_rules(problem._replace(trees=[None] * len(case["demand"])), case.get("K", 16))
            self.assertEqual(ours[:5], plain.match(problem, case.get("K", 16))[:5])
            for key, value in (("iterations", ours.iterations), ("repairPhases", ours.repair_phases),
                               ("forcedPairs", ours.forced_count)):
                self.assertEqual(case.get(key, value), value)
        seen = 0
        for case in random_instances(200, "plain"):
            problem = problem_of({**case, "groups": [[] for _ in case["groups"]]})
            ours, theirs = match_with_rules(problem), plain.match(problem._replace(trees=None))
            self.assertEqual(ours[:5], theirs[:5])
            seen += ours.odds is not None and ours.repair_phases > 0
            if ours.odds:
                self.assertEqual(round_table(ours.odds, len(problem.capacity), Coins([1, 0, 1], 1), 16, problem.trees),
                                 round_table(theirs.odds, len(problem.capacity), Coins([1, 0, 1], 1), 16))
        self.assertGreater(seen, 5)

    def test_a_group_of_everybody_or_without_bounds_changes_no_law(self):
        for case, problem, found in self.tables(random_instances(60, "whole")):
            everybody = [{"name": "all", "members": list(range(len(problem.capacity))), "lo": 0, "hi": None, "parent": -1}]
            whole = problem_of({**case, "groups": [everybody for _ in case["groups"]]})
            self.assertEqual(match(whole).forced_count, plain.match(problem._replace(trees=None)).forced_count)

    def test_M9_9_a_repair_goes_through_a_group_where_it_must(self):
        """Only by moving along a group's parent can the first be relieved: the group has to keep its number."""
        case = {"wanted": [2, 1], "capacity": [1, 1, 1], "eligible": [[0, 1, 2], [0, 1]], "seed": "0" * 64, "groups": [
            [{"name": "g", "members": [0, 1], "lo": 1, "hi": 1, "parent": -1}], []]}
        found = answer(case)
        self.assertEqual((found["sum"], found["chance"]), ([[65536], []], [[32768, 32768, 65536], [32768, 32768]]))

    def test_M9_9_a_move_stops_at_the_bound_of_a_group(self):
        members = [1, 2]
        case = {"wanted": [2], "capacity": [1, 1, 1, 1], "eligible": [[0, 1, 2, 3]],
                "groups": [[{"name": "g", "members": members, "lo": 0, "hi": 1, "parent": -1}]]}
        problem = problem_of(case)
        odds = [{0: 14, 1: 5, 2: 8, 3: 5}]
        x = [14, 5, 8, 5]
        repair = Repair(problem, problem.trees, [[0, 1, 2, 3]], odds, x, 16)
        problem.capacity[:] = [0, 1, 1, 1]
        repair.move([0, (0, 0), (0, 1), 1])
        self.assertEqual((odds, repair.sums), ([{0: 11, 1: 8, 2: 8, 3: 5}], [[32, 16]]))
        problem.capacity[:] = [1, 0, 1, 1]
        repair.trees[0].lo[1] = 1
        repair.sums[0][1] = 17
        repair.move([1, (0, 1), (0, 0), 0])
        self.assertEqual((odds, repair.sums), ([{0: 12, 1: 7, 2: 8, 3: 5}], [[32, 16]]))

    def test_M9_9_arrows_of_groups_are_open_between_their_bounds(self):
        problem = problem_of({"wanted": [2], "capacity": [1] * 4, "eligible": [[0, 1, 2, 3]],
                              "groups": [[{"name": "g", "members": [0, 1], "lo": 0, "hi": 1, "parent": -1}]]})
        for row, from_root, from_group in (({0: 8, 1: 4, 2: 16, 3: 4}, [3, (0, 1)], [0, 1, (0, 0)]),
                                           ({0: 8, 1: 8, 2: 16, 3: 0}, [3], [0, 1, (0, 0)]),
                                           ({0: 0, 1: 0, 2: 16, 3: 16}, [(0, 1)], [0, 1])):
            repair = Repair(problem, problem.trees, [[0, 1, 2, 3]], [row], [row[i] for i in range(4)], 16)
            self.assertEqual((list(repair.steps((0, 0))), list(repair.steps((0, 1)))), (from_root, from_group))
            self.assertEqual(list(repair.steps(3)), [(0, 0)] if row[3] else [])

    def test_M9_11_people_of_different_groups_are_not_compared(self):
        problem = problem_of({"wanted": [1, 1], "capacity": [1] * 4, "eligible": [[0, 1, 2, 3]] * 2, "groups": [
            [{"name": "g", "members": [0], "lo": 0, "hi": None, "parent": -1}], []]})
        self.assertEqual(largest_difference(problem, [{0: 9, 1: 4, 2: 3, 3: 4}, {0: 0, 1: 7, 2: 7, 3: 5}]), 2)
        self.assertEqual(largest_difference(problem._replace(trees=None), [{0: 9, 1: 4, 2: 3, 3: 4}, {0: 0, 1: 7, 2: 7, 3: 5}]), 7)


class Rounding(unittest.TestCase):
    def test_M6_6_M9_10_over_all_coins_every_chance_is_exact_and_every_outcome_keeps_the_rules(self):
        seen = Counter()
        for K in (1, 2, 3):
            for number, case in enumerate(small_instances(60, f"coins {K}")):
                problem, N = problem_of(case), 2 ** K
                found = match(problem, K)
                if found.shortage or sum(0 < q < N for row in found.odds for q in row.values()) > 9:
                    continue
                chance, total = Counter(), 0
                def run(coins):
                    stream = Coins(coins, number)
                    pairs = round_table(found.odds, len(problem.capacity), stream, K, problem.trees)
                    return pairs, stream.used
                for weight, pairs in all_outcomes(run):
                    check_assignment(problem, trees_of(problem), found.odds, pairs, N)
                    total += weight
                    for pair in pairs:
                        chance[pair] += weight
                self.assertEqual(total, 1)
                for e, row in enumerate(found.odds):
                    for i, q in row.items():
                        self.assertEqual(chance[e, i], Fraction(q, N), (case, K, e, i))
                        seen["open"] += 0 < q < N
                seen[K] += 1
        self.assertGreater(min(seen[1], seen[2], seen[3]), 15)
        self.assertGreater(seen["open"], 150)

    def test_M9_10_mates_are_found_within_a_group_first_then_around_it(self):
        """Two of the group and two beside it, each at one half: the group always has one."""
        tree = make_tree([("g", [0, 1], 1, 1)], 2, [0, 1, 2, 3])
        odds, outcomes = [{0: 1, 1: 1, 2: 1, 3: 1}], set()
        for order in range(8):
            for coins in product((0, 1), repeat=4):
                pairs = round_table(odds, 4, Coins(coins, order), 1, [tree])
                self.assertEqual(sum(i < 2 for _, i in pairs), 1)
                outcomes.add(tuple(i for _, i in pairs))
        self.assertEqual(outcomes, {(0, 2), (0, 3), (1, 2), (1, 3)})

    def test_M9_10_who_finds_no_mate_in_a_group_looks_in_the_one_around_it_before_the_target(self):
        tree = make_tree([("h", [0, 1], 1, 1), ("g", [0], 0, 1), ("u", [2], 0, 1)], 2, [0, 1, 2, 3])
        for order in range(8):
            for coins in product((0, 1), repeat=2):
                pairs = round_table([{0: 1, 1: 1, 2: 1, 3: 1}], 4, Coins(coins, order), 1, [tree])
                self.assertEqual(sum(i < 2 for _, i in pairs), 1)

    def test_random_instances_follow_from_their_name_and_keep_all_laws(self):
        self.assertEqual(random_instances(20, "same"), random_instances(20, "same"))
        self.assertNotEqual(random_instances(20, "same"), random_instances(20, "other"))
        seen = Counter("short" if answer(case)["shortage"] else "done" for case in random_instances(200, "laws"))
        self.assertGreater(min(seen["short"], seen["done"]), 20)


class Laws(unittest.TestCase):
    def test_what_breaks_a_law_is_noticed(self):
        problem = problem_of({"wanted": [2], "capacity": [1, 1, 1], "eligible": [[0, 1, 2]],
                              "groups": [[{"name": "g", "members": [0, 1], "lo": 1, "hi": 1, "parent": -1}]]})
        trees = trees_of(problem)
        check_rows(problem, trees, [{0: 2, 1: 2, 2: 4}], 4)
        self.assertEqual(group_sums(trees[0], {0: 2, 1: 2, 2: 4}), [8, 4])
        for row in ({0: 2, 1: 3, 2: 3}, {0: 1, 1: 2, 2: 4}, {0: -1, 1: 5, 2: 4}, {0: 4, 2: 4}):
            self.assertRaises(AssertionError, check_rows, problem, trees, [row], 4)
        self.assertRaises(AssertionError, check_columns, problem, [4, 4, 5], 4)
        odds = [{0: 2, 1: 2, 2: 4}]
        check_assignment(problem, trees, odds, [(0, 1), (0, 2)], 4)
        for pairs in ([(0, 0), (0, 1)], [(0, 2)], [(0, 2), (0, 2)]):
            self.assertRaises(AssertionError, check_assignment, problem, trees, odds, pairs, 4)


if __name__ == "__main__":
    unittest.main()
