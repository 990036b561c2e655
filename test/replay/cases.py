"""Worked cases (--vectors) and matching problems (--instances); the lines of both are described in replay.py."""
import json

from .changes import Standing
from .draw import derive_key, quota, rehearsal_secret, secret_commitment, select, ticket
from .flow import Problem
from .groups import trees_of_groups
from .laminar import assign, match
from .places import Visit, open_places, person_of
from .rounding import round_table
from .stream import Stream
from .text import REHEARSAL, SCHEME, SCHEME_2, canonical, canonical_id, h, uscc_check_is_right


def vector_keys(v):
    return all(derive_key(v["scheme"], v["drawId"], *name.split("/"), v["seed"]) == key for name, key in v["keys"].items())


def vector_tickets(v):
    balls = {row[0]: row[2] for row in v["rows"]}
    return len(balls) == len(v["tickets"]) and all(
        ticket(v["scheme"], v["keys"]["targets/0"], target, balls[target]) == text for target, text in v["tickets"])


def vector_selected(v):
    drawn = select(v["scheme"], v["keys"]["targets/0"], v["rows"], v["quota"])
    return v["selected"] == {name: [[t, i] for s, t, i in drawn if s == name] for name in v["quota"]}


def vector_streams(v):
    for agency, case in v["streams"].items():
        stream = Stream(v["scheme"], v["keys"]["inspectors/0"], agency)
        is_right = (case.get("key", stream.seed_text) == stream.seed_text
                    and all(stream.word() == word for word in case.get("words", []))
                    and all(stream.below(n) == result for n, result in case.get("below", []))
                    and all(stream.bit() == bit for bit in case.get("bits", []))
                    and ("thenShuffle12" not in case or stream.shuffled(range(12)) == case["thenShuffle12"]))
        if not is_right:
            return False
    return True


def vector_rounding(v):
    for case in v["rounding"]:
        stream = Stream(v["scheme"], v["keys"]["inspectors/0"], case["agency"])
        pairs = round_table([dict(row) for row in case["odds"]], case["inspectors"], stream, case["K"])
        if [list(pair) for pair in pairs] != case["assignment"]:
            return False
    return True


def solve(scheme, key, problem, K=16):
    """A matching problem: the match and, where it is feasible, the odds by rows and the assigned pairs."""
    found = match(problem, K)
    if found.shortage:
        return found, None, None
    pairs = assign(problem, found, Stream(scheme, key, problem.agency), K)
    odds = [[found.odds[e][i] for i in row] for e, row in enumerate(problem.eligible)]
    return found, odds, [list(pair) for pair in pairs]


def problem_of_indices(case):
    trees = trees_of_groups(case["groups"], case["demand"], case["eligible"]) if any(case.get("groups", [])) else None
    return Problem(case["agency"], None, None, case["eligible"], case["demand"], case["capacity"], trees)


def problem_of_round(case):
    """R12.5: the problem that the standing visits and the changes of an instance leave."""
    standing = Standing()
    for change in case.get("changes", []):
        standing.take(change)
    visits = {row["target"]: Visit(row["people"], row["qualifications"], row["assigned"], row.get("composition", ()),
                                   {one["id"]: person_of(one) for one in row.get("appointed", ())})
              for row in case["visits"] if not standing.has_fallen(row["target"])}
    appointed = {one["id"] for row in case["visits"] for one in row.get("appointed", ())}
    people = {row["id"]: person_of(row) for row in case["inspectors"]}
    people.update((inspector, person_of(change)) for inspector, change in standing.borrowed.items() if change["agency"] == case["agency"])
    recusals = {(target, inspector) for target, inspector in case.get("recusals", [])}
    bars = {(target, inspector) for target, inspector in case.get("bars", [])}
    return open_places(case["agency"], visits, people, recusals, standing, bars, appointed)


def vector_matching(v):
    wrong = []
    for case in v["matching"]:
        found, odds, pairs = solve(v["scheme"], v["keys"]["inspectors/0"], problem_of_indices(case), case.get("K", 16))
        recomputed = {"iterations": found.iterations, "repairPhases": found.repair_phases,
                      "forcedPairs": found.forced_count, "odds": odds, "assignment": pairs}
        wrong += [f"{case['agency']} {key}" for key in recomputed if key in case and case[key] != recomputed[key]]
    return not wrong or "、".join(wrong)


def vector_canonical_id(v):
    for kind, raw, wanted, *check in v["canonicalId"]:
        found = canonical_id(kind, raw)
        if found != wanted or (check and uscc_check_is_right(found.partition(":")[2]) != check[0]):
            return f"{kind} {raw!a}"
    return True


def vector_whole_draw(v):
    """A draw with barred pairs, and one replacement round (D8, M8)."""
    w, scheme = v["wholeDraw"], v["scheme"]

    def key(stage, number, seed):
        return derive_key(scheme, w["drawId"], stage, number, seed)

    def assign(targets, assigned, changes, round_number, seed):
        """What is newly assigned, {(agency, target): people}; `assigned` the same of earlier rounds."""
        new = {}
        for agency, side in w["agencies"].items():
            problem = problem_of_round({
                "agency": agency, "changes": changes, "recusals": side["barred"],
                "inspectors": [{"id": person, "capacity": capacity, "qualifications": []}
                               for person, capacity in side["inspectors"]],
                "visits": [{"target": target, "people": w["demand"], "qualifications": [],
                            "assigned": assigned.get((agency, target), [])} for target in targets]})
            for e, i in solve(scheme, key("inspectors", round_number, seed), problem)[2]:
                new.setdefault((agency, problem.targets[e]), []).append(problem.inspectors[i])
        return new

    def as_rows(assigned):
        return [[a, t, people] for (a, t), people in sorted(assigned.items())]

    drawn = select(scheme, key("targets", 0, w["seed"]), w["frame"], w["quota"])
    selected = [i for _, _, i in drawn]
    first = assign(selected, {}, [], 0, w["seed"])
    if sorted(selected) != w["selected"] or as_rows(first) != w["assignment"]:
        return False
    later = w["round1"]
    gone, person_gone, seed = later["withdrawnTarget"], later["withdrawnInspector"], later["seed"]
    stratum = next(s for s, _, i in drawn if i == gone)
    rest = [row for row in w["frame"] if row[0] not in selected]                                           # D8.1
    new = [i for _, _, i in select(scheme, key("targets", 1, seed), rest, {stratum: 1})]
    changes = [{"kind": "target-withdrawn", "target": gone}, {"kind": "inspector-withdrawn", "inspector": person_gone}]
    second = assign(selected + new, first, changes, 1, seed)
    return new == later["drawn"] and as_rows(second) == later["assignment"]


def vector_joint(v):
    j = v["joint"]
    commitment = h(f"{v['scheme']} commit\n{j['drawId']}\n{j['party']}\n{j['secret']}\n")
    value = h("".join(secret + "\n" for secret in ("ab" * 32, "cd" * 32)))
    return commitment == j["commitment"] and value == j["value of secrets ab.., cd.."]


def vector_rehearsal(v):
    """D9. The key is worked out here from the file's own seed, whose secret line is not that of the rehearsal."""
    r = v["rehearsal"]
    secret = rehearsal_secret(r["drawId"])
    return secret == r["secret"] and derive_key(REHEARSAL, r["drawId"], "targets", 0, v["seed"]) == r["key targets 0"]


def vector_quotas(v):
    return all(quota(pool, {"kind": "ratio", "basisPoints": bp, "rounding": mode}) == n for pool, bp, mode, n in v["quotas"])


def vector_secret_commitment(v):
    secret = v["seed"].rpartition("secret:sha256=")[2]
    return secret_commitment(v["scheme"], v["drawId"], secret) == v["secretCommitment"]


SECTIONS = {"scheme": lambda v: v["scheme"] in (SCHEME, SCHEME_2), "keys": vector_keys, "tickets": vector_tickets,
            "selected": vector_selected, "streams": vector_streams, "rounding": vector_rounding,
            "matching": vector_matching, "canonicalId": vector_canonical_id, "wholeDraw": vector_whole_draw,
            "joint": vector_joint, "rehearsal": vector_rehearsal, "quotas": vector_quotas,
            "secretCommitment": vector_secret_commitment}


def vectors_command(path):
    with open(path, encoding="utf-8") as file:
        vectors = json.load(file)
    code = 0
    for name in [*SECTIONS, *(key for key in vectors if key not in {*SECTIONS, "drawId", "seed", "rows", "quota"})]:
        if name in SECTIONS and name not in vectors:
            continue                        # a file may hold some of the sections
        try:
            result = SECTIONS[name](vectors) if name in SECTIONS else "本程序不知道的一节"
        except Exception as fault:          # a damaged file of cases
            result = f"{type(fault).__name__}: {fault}"
        detail = f"  {result}" if isinstance(result, str) else ""
        print(f"{'pass' if result is True else 'fail'}  {name}{detail}")
        code = code if result is True else 5
    return code


def instance_answer(case):
    """The answer to one line of --instances."""
    is_round = "visits" in case
    problem = problem_of_round(case) if is_round else problem_of_indices(case)
    found, odds, pairs = solve(case["scheme"], case["key"], problem, case.get("K", 16))
    names = {key: getattr(problem, key) for key in ("targets", "inspectors", "eligible", "demand", "capacity")}
    return {**(names if is_round else {}), **({"feasible": False, "shortage": found.shortage} if found.shortage else {
        "feasible": True, "iterations": found.iterations, "repairPhases": found.repair_phases,
        "odds": odds, "assignment": pairs})}


def instances_command(path):
    code = 0
    with open(path, encoding="utf-8") as file:
        for line in filter(str.strip, file):
            try:
                print(canonical(instance_answer(json.loads(line))))
            except (ValueError, KeyError, TypeError, AttributeError) as fault:
                print(canonical({"error": f"{type(fault).__name__}: {fault}"}))
                code = 5
    return code
