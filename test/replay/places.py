"""Who may fill which places in a round (R8.1, R12.4, R12.5, M1, M2, M8)."""
from collections import namedtuple

from .flow import make_problem
from .groups import belongs, tree_of_need
from .teams import Side as TeamSide
from .text import by_bytes

# A visit that stands, at one agency: places wanted, qualifications needed, whom earlier rounds assigned to it, rules
# (M9.1), and who is appointed to it, {inspector: Person} (M10).
Visit = namedtuple("Visit", "people qualifications assigned composition appointed", defaults=((), {}))
# An inspector of an agency: visits in the whole draw, qualifications held, and what else puts one into a group (M9.1).
Person = namedtuple("Person", "capacity qualifications may_lead grade", defaults=(False, None))


def later_strata(names, frame, drawn, new_withdrawals, withdrawn):
    """R12.4: strata of a later round. `drawn` in earlier rounds; `withdrawn` so far, of these `new_withdrawals` now."""
    strata = []
    for name in names:
        members = [row["id"] for row in frame if row["stratum"] == name]
        gone = sum(target in drawn and target in new_withdrawals for target in members)
        pool = sum(target not in drawn and target not in withdrawn for target in members)
        strata.append({"name": name, "withdrawn": gone, "pool": pool, "quota": min(gone, pool)})
    return strata


def person_of(row, more=()):
    """A row of the roster or the registry, or a change `borrowed`, with `more` qualifications."""
    return Person(row.get("capacity", 0), [*row["qualifications"], *more], row.get("mayLead", False), row.get("grade"))


def asked(need):
    """M10.1: the qualifications that a need names, ascending."""
    groups = [rule["group"] for rule in need.get("composition", ()) if rule.get("atLeast", 0) >= 1]
    names = {*need["qualifications"], *(group.partition(":")[2] for group in groups if group.startswith("qualification:"))}
    return sorted(names, key=by_bytes)


def appointed_to(need, appointments, registry):
    """M10.2: {inspector: Person} of those appointed to a need, with what they count as having; `registry` {id: row}."""
    wanted, found = set(asked(need)), {}
    for row in appointments:
        if row["agency"] == need["agency"] and row["qualification"] in wanted:
            found.setdefault(row["inspector"], []).append(row["qualification"])
    strangers = set(found) - set(registry)
    if strangers:
        raise ValueError(f"registry/inspectors.jsonl 中没有委派的 {min(strangers)} (M10.2)")
    return {inspector: person_of(registry[inspector], more) for inspector, more in found.items()}


def barred_by_area(areas, people, rules_own_area):
    """D5.9: the pairs of `areas` {target: area or None} and `people` {id: row of the roster} that own-area or
    out-of-region stands against. A target without area is in nobody's regions."""
    return {(target, inspector) for inspector, row in people.items() if "regions" in row or "ownAreas" in row
            for target, area in areas.items()
            if rules_own_area and area is not None and area in row.get("ownAreas", ())
            or "regions" in row and area not in row["regions"]}


# One agency's side of a round (R12.5): its visits {target: Visit} and people {inspector: Person}; capacities {inspector:
# c_i}, places {target: r_e, 0 included}, on_visit {target: [Person]} of those present, appointed ones included;
# may_go(target, inspector) says that nothing of M2.1 but `no-capacity` stands against the pair.
Side = namedtuple("Side", "agency visits people capacities places on_visit may_go")


def open_side(agency, visits, people, recusals, standing, bars=frozenset(), appointed=frozenset()):
    """R12.5: one agency in one round; in round 0 nobody is assigned and nothing has changed.

    `visits` {target: Visit} are all that stand, `people` {inspector: Person} all of the agency, borrowed ones included.
    `bars`: pairs against which a reason of D5.9 stands. `appointed`: who is appointed to any visit of the agency (M10).
    """
    barred = (recusals - standing.released) | standing.withdrawn_pairs
    sent = {target: {person: row for person, row in visit.appointed.items() if person not in standing.withdrawn_people
                     and (target, person) not in barred} for target, visit in visits.items()}                # M10.2
    present = {target: {person for person in visit.assigned if person not in standing.withdrawn_people
                        and (target, person) not in standing.withdrawn_pairs} | {*sent[target]}
               for target, visit in visits.items()}
    load = dict.fromkeys(people, 0)
    for on_visit in present.values():
        for person in on_visit - appointed:
            load[person] += 1
    capacities = {person: 0 if person in standing.withdrawn_people or person in appointed
                  else max(0, standing.capacities.get(person, row.capacity) - load[person])                  # M8.3
                  for person, row in people.items()}
    held = {person: set(row.qualifications) for person, row in people.items()}
    needed = {target: set(visit.qualifications) for target, visit in visits.items()}

    def may_go(target, person):
        return ((target, person) not in barred and (target, person) not in bars
                and person not in present[target] and needed[target] <= held[person])

    return Side(agency, visits, people, capacities,
                {target: visit.people - len(present[target]) for target, visit in visits.items()},
                {target: [sent[target].get(person) or people[person] for person in present[target]] for target in visits}, may_go)


def places_problem(side):
    """The match by persons of one side."""
    problem = make_problem(side.agency, side.places, side.capacities, side.may_go)
    if not any(side.visits[target].composition for target in problem.targets):
        return problem
    everybody = [side.people[inspector] for inspector in problem.inspectors]

    def tree(target, demand, row):
        """M9.3, or None for a need without rules."""
        rules = side.visits[target].composition
        return tree_of_need(rules, everybody, side.on_visit[target], demand, row) if rules else None

    return problem._replace(trees=list(map(tree, problem.targets, problem.demand, problem.eligible)))


def open_places(agency, visits, people, recusals, standing, bars=frozenset(), appointed=frozenset()):
    """R12.5: the match by persons of one agency in one round."""
    return places_problem(open_side(agency, visits, people, recusals, standing, bars, appointed))


def team_side(side, appointed):
    """M11.2 to M11.5: a side of a round in teams; `appointed` are in no team."""
    capacities = {person: c for person, c in side.capacities.items() if c >= 1 and person not in appointed}
    places = {target: number for target, number in side.places.items() if number > 0}
    rules = {target: side.visits[target].composition for target in places}

    def keeps(target, team):
        on_visit = [*(side.people[person] for person in team), *side.on_visit[target]]
        numbers = [(rule, sum(belongs(rule["group"], person) for person in on_visit)) for rule in rules[target]]
        return all(rule.get("atLeast", 0) <= n <= rule.get("atMost", n) for rule, n in numbers)

    at_least = max((rule.get("atLeast", 0) for own in rules.values() for rule in own if rule["group"] == "leader"), default=0)
    return TeamSide(side.agency, capacities, {person for person in capacities if belongs("leader", side.people[person])}, at_least,
                    places, side.may_go, keeps)
