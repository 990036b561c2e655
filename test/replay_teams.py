#!/usr/bin/env python3
"""Joint groups and their match (match-spec M11), bare: to hold another implementation against this one.

    python3 replay_teams.py FILE                  solve the instances of a JSON list ("-" reads standard input)
    python3 replay_teams.py --random COUNT NAME   print COUNT random instances; all of them follow from NAME

An instance is {"size": s (random teams) or "fixed": [{"group", "inspectors"}, …] ascending by group, "formations": how many
are tried at most, "seeds": for every formation {agency code: …, "*": …}, the 64 characters of the seed texts of M3.1,
"agencies": ascending [{"agency", "capacity": {id: c_i >= 1} of its people (M11.2), "leaders": [id, …], "atLeast": L,
"visits": [{"target", "places": r_e >= 1, "out": [id, …] against whom something of M2.1 stands there, "groups": [{"members":
[id, …], "lo", "hi" (null: no bound)}, …] of the composition, less those present}, …]}, …]}.

The answer, in a list in the same order, is {"teams": T, "formations": [{"teams": [[id, … ascending], …], "shortage"}, …]},
every formation tried, and where the last one goes "formation" (f), "iterations", "repairPhases", "largestDifference",
"odds": [[target, [[k, q], …]], …], "assignment": [[target, k], …] (k from 1); {"error"} where it is no instance.
"""
import json
import random
import sys

sys.dont_write_bytecode = True

from replay.stream import Stream
from replay.teams import (Side, figures, fixed_teams, goes, groups_sent, number_of_teams, odds_rows, random_teams, try_formations)
from replay.text import by_bytes, canonical, h


def side_of(row):
    visits = {visit["target"]: visit for visit in row["visits"]}

    def keeps(target, people):
        counted = [(group, len({*group["members"]} & {*people})) for group in visits[target]["groups"]]
        return all(group["lo"] <= n <= (n if group["hi"] is None else group["hi"]) for group, n in counted)

    return Side(row["agency"], row["capacity"], {*row["leaders"]}, row["atLeast"],
                {target: visit["places"] for target, visit in visits.items()},
                lambda target, person: person not in visits[target]["out"], keeps)


def answer(case):
    sides, seeds = [side_of(row) for row in case["agencies"]], case["seeds"]
    if "size" in case:
        count = number_of_teams(sides, case["size"])
        form = lambda f: random_teams(sides, case["size"], count, lambda agency: Stream.of_text(seeds[f][agency]))
    else:
        teams = [team for _, team in fixed_teams(sides, case["fixed"])]
        count, form = len(teams), lambda f: teams
    tried = try_formations(sides, form, case["formations"] if "size" in case and count else 1)
    found, last = {"teams": count, "formations": [{"shortage": one.found.shortage, "teams": [
        sorted((person for own in team.values() for person in own), key=by_bytes) for team in one.teams]} for one in tried]}, goes(tried)
    if last is None:
        return found
    joint = figures(len(tried) - 1, last)
    del joint["noChoice"]
    sent = groups_sent(last, Stream.of_text(seeds[len(tried) - 1]["*"]))
    return {**found, **joint, "odds": [[row["target"], row["odds"]] for row in odds_rows(last)],
            "assignment": [[target, k + 1] for target, k in sorted(sent.items(), key=lambda pair: by_bytes(pair[0]))]}


def safe_answer(case):
    try:
        return answer(case)
    except (ValueError, KeyError, TypeError, IndexError) as fault:
        return {"error": f"{type(fault).__name__}: {fault}"}


# ---- random instances

def random_side(chance, agency, size, targets):
    """One agency: people, and visits at most of the targets."""
    people = [f"{agency}/{n}" for n in range(chance.randrange(size, size * 4 + 3))]
    people.sort(key=by_bytes)
    leaders = chance.sample(people, max(1, len(people) // chance.choice((1, 2, 3))))
    at_least = chance.choice((0, 1, 1, 2)) if chance.random() < 0.6 else 0
    trainees = [person for person in people if person not in leaders and chance.random() < 0.3]
    groups = ([{"members": sorted(leaders, key=by_bytes), "lo": at_least, "hi": None}] if at_least else []) + (
        [{"members": trainees, "lo": 0, "hi": 1}] if chance.random() < 0.3 else [])
    strict = chance.choice((0, 0.01, 0.03))
    visits = [{"target": target, "places": chance.choice((size, max(1, size - 1))),
               "out": [person for person in people if chance.random() < strict], "groups": groups}
              for target in targets if chance.random() < 0.85]
    highest = chance.choice((3, 5, 9))
    return {"agency": agency, "capacity": {person: chance.randrange(max(1, highest // 2), highest + 1) for person in people},
            "leaders": sorted(leaders, key=by_bytes), "atLeast": at_least,
            "visits": visits or [{"target": targets[0], "places": 1, "out": [], "groups": groups}]}


def random_instance(chance, is_small=False):
    size = chance.choice((2, 2, 3))
    targets = [f"local:T{n}" for n in range(1, chance.randrange(2, 6 if is_small else 16))]
    codes = chance.sample(["A", "A-1", "B", "Z"], chance.randrange(1, 4))
    case = {"agencies": [random_side(chance, agency, size, sorted(targets, key=by_bytes)) for agency in sorted(codes)],
            "formations": chance.choice((1, 3, 8))}
    if chance.random() < 0.7:
        case["size"] = size
    else:
        rest = {row["agency"]: chance.sample([*row["capacity"]], len(row["capacity"])) for row in case["agencies"]}
        rows = [{"group": group, "inspectors": sorted((rest[agency].pop() for agency in rest for _ in range(
            chance.choice((0, size, size, size, size + 1))) if rest[agency]), key=by_bytes)} for group in ("一", "丁", "三", "二")]
        case["fixed"] = [row for row in rows if row["inspectors"]]
    case["seeds"] = [{agency: h(str(chance.random())) for agency in (*sorted(codes), "*")} for _ in range(case["formations"])]
    return case


def random_instances(count, name):
    chance = random.Random(name)
    return [random_instance(chance, n % 4 == 0) for n in range(count)]


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
