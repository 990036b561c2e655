#!/usr/bin/env python3
"""Matches with rules on who goes together (match-spec M9), bare: to hold another implementation against this one.

    python3 replay_laminar.py FILE                  solve the instances of a JSON list ("-" reads standard input)
    python3 replay_laminar.py --random COUNT NAME   print COUNT random instances; all of them follow from NAME

An instance is {"wanted": [r, …], "capacity": [c, …], "eligible": [[i, …], …], "groups": a list for every target of
{"name", "members": [i, … of everybody, eligible or not], "lo", "hi" (null: no bound), "parent": place in that list or -1},
"seed": the 64 characters of the seed text of M3.1, "K"? (16)}. A target with an empty list has no rules (M5.3).

The answer, in a list in the same order, is {"shortage"} where that is above 0 (M9.12), else {"shortage": 0, "iterations",
"repairPhases", "forcedPairs", "chance": q by rows ascending by inspector, "sum": for every target those of its groups in
the order given (M9.9), "largestDifference" (M9.11), "assignment": [[e, i], …]}; {"error"} where it is no instance.
"""
import json
import random
import sys

sys.dont_write_bytecode = True

from replay.flow import Problem
from replay.groups import trees_of_groups
from replay.laminar import assign, match
from replay.odds import largest_difference
from replay.stream import Stream
from replay.text import canonical, h


def problem_of(case):
    trees = trees_of_groups(case["groups"], case["wanted"], case["eligible"])
    return Problem(None, None, None, case["eligible"], case["wanted"], case["capacity"], trees)


def answer(case):
    problem, K = problem_of(case), case.get("K", 16)
    found = match(problem, K)
    if found.shortage:
        return {"shortage": found.shortage}
    sums = [[found.sums[e][tree.names.index(group["name"])] for group in case["groups"][e]] if tree else []
            for e, tree in enumerate(problem.trees)]
    return {"shortage": 0, "iterations": found.iterations, "repairPhases": found.repair_phases,
            "forcedPairs": found.forced_count, "sum": sums, "largestDifference": largest_difference(problem, found.odds),
            "chance": [[found.odds[e][i] for i in row] for e, row in enumerate(problem.eligible)],
            "assignment": [list(pair) for pair in assign(problem, found, Stream.of_text(case["seed"]), K)]}


def safe_answer(case):
    try:
        return answer(case)
    except (ValueError, KeyError, TypeError, IndexError) as fault:
        return {"error": f"{type(fault).__name__}: {fault}"}


# ---- random instances

def random_family(chance, people, most):
    """Laminar sets of people, all different: each new one within a set, around some sets, or apart from all."""
    family = []
    for _ in range(chance.randrange(most + 1)):
        inside = chance.choice([None, *family])
        room = set(range(people)) if inside is None else set(inside)
        others = [s for s in family if s < room]
        taken = [s for s in others if chance.random() < 0.3]                  # these stay within the new one
        free = room - set().union(*others)
        new = set(chance.sample(sorted(free), chance.randrange(len(free) + 1))).union(*taken)
        if all(s == new or s <= new or new <= s or not s & new for s in family) and frozenset(new) not in family:
            family.append(frozenset(new))
    return family


def parent_of(family, members):
    around = [n for n, other in enumerate(family) if members and members < other]
    return min(around, key=lambda n: len(family[n]), default=-1)


def random_instance(chance, shape):
    """A hidden assignment is made first, and rules and capacities around it: so most can be done, many but just."""
    people, targets = chance.randrange(2, 13), chance.randrange(1, 3 + chance.choice((3, 10, 30)))
    families = [random_family(chance, people, 4) for _ in range(3)]
    share = {"county": 0.92, "sparse": 0.35, "uneven": 0.9, "small": 0.7}[shape]
    if shape == "small":
        people, targets = min(people, 5), min(targets, 4)
        families = [random_family(chance, people, 3) for _ in range(3)]
    liking = [chance.random() ** 3 + 0.05 if shape == "uneven" else 1 for _ in range(people)]
    case = {"wanted": [], "capacity": [], "eligible": [], "groups": [], "seed": h(str(chance.random()))}
    loads = [0] * people
    for _ in range(targets):
        row = [i for i in range(people) if chance.random() < share] or [chance.randrange(people)]
        r = min(len(row), chance.choice((1, 2, 2, 2, 3, 4)))
        taken = set()
        while len(taken) < r:
            taken.add(chance.choices(row, [liking[i] for i in row])[0])
        for i in taken:
            loads[i] += 1
        family = [] if chance.random() < 0.2 else chance.choice(families)
        names = chance.sample(["leader", "trainee", "qualification:a", "qualification:B", "qualification:气瓶",
                               "qualification:Z", "g"], len(family))
        groups = []
        for name, members in zip(names, family):
            n = len(members & taken)
            groups.append({"name": name, "members": sorted(members), "lo": max(0, n - chance.choice((0, 0, 1, 2))),
                           "hi": chance.choice((None, n, n, n + 1)), "parent": parent_of(family, members)})
        case["wanted"].append(r)
        case["eligible"].append(row)
        case["groups"].append(groups)
    spare = chance.choice((0, 0, 0.1, 0.5, 2))
    case["capacity"] = [load + (chance.random() < spare) + int(spare * load * chance.random()) for load in loads]
    if chance.random() < 0.25:
        e = chance.randrange(targets)
        case["wanted"][e] += 1
        if case["groups"][e] and chance.random() < 0.5:
            chance.choice(case["groups"][e])["lo"] += 1
    case["eligible"] = [[i for i in row if case["capacity"][i] > 0] for row in case["eligible"]]
    return case


def random_instances(count, name):
    chance = random.Random(name)
    return [random_instance(chance, ("county", "sparse", "uneven", "small")[n % 4]) for n in range(count)]


def main():
    if sys.argv[1] == "--random":
        print(canonical(random_instances(int(sys.argv[2]), sys.argv[3])))
        return
    if sys.argv[1] == "-":
        cases = json.load(sys.stdin)
    else:
        with open(sys.argv[1], encoding="utf-8") as file:
            cases = json.load(file)
    print(canonical([safe_answer(case) for case in cases]))


if __name__ == "__main__":
    main()
