"""Who may fill which places in a round (R8.1, R12.4, R12.5, M1, M2, M8)."""
from collections import namedtuple

from .flow import make_problem

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


def open_places(agency, visits, people, recusals, standing):
    """R12.5: the match of one agency in one round; in round 0 nobody is assigned and nothing has changed.

    `visits` {target: Visit} are all that stand, `people` {inspector: Person} all of the agency, borrowed ones included.
    """
    present = {target: {person for person in visit.assigned if person not in standing.withdrawn_people
                        and (target, person) not in standing.withdrawn_pairs} for target, visit in visits.items()}
    load = dict.fromkeys(people, 0)
    for on_visit in present.values():
        for person in on_visit:
            load[person] += 1
    capacities = {person: 0 if person in standing.withdrawn_people
                  else max(0, standing.capacities.get(person, row.capacity) - load[person])                  # M8.3
                  for person, row in people.items()}
    barred = (recusals - standing.released) | standing.withdrawn_pairs
    held = {person: set(row.qualifications) for person, row in people.items()}
    needed = {target: set(visit.qualifications) for target, visit in visits.items()}

    def may_go(target, person):
        return ((target, person) not in barred and person not in present[target]
                and needed[target] <= held[person])

    return make_problem(agency, {target: visit.people - len(present[target]) for target, visit in visits.items()},
                        capacities, may_go)
