"""Joint groups of the people of several agencies, and the match of groups (M11), bare: no record, no files."""
from collections import namedtuple

from .flow import Problem
from .laminar import assign, match
from .odds import largest_difference
from .text import by_bytes

# One agency of the match (M11.2): capacities {person: c_i >= 1}, the leaders among them, L of M11.3 (at_least), places
# {target: r_e >= 1}; may_go(target, person) says that nothing of M2.1 stands against the pair, keeps(target, people) that
# they and those present keep the composition.
Side = namedtuple("Side", "agency capacities leaders at_least places may_go keeps")
# A formation that was tried: teams [{agency: people ascending}], problem and match of its groups.
Formation = namedtuple("Formation", "teams problem found")


def people_of(side):
    return sorted(side.capacities, key=by_bytes)


def number_of_teams(sides, size):
    """T of M11.3."""
    numbers = [len(side.capacities) // size for side in sides]
    numbers += [len(side.leaders) // side.at_least for side in sides if side.at_least > 0]
    return min(numbers, default=0)


def deal(side, size, count, stream):
    """M11.3: `count` teams of one agency, each ascending."""
    L = side.at_least
    if L > size:
        raise ValueError(f"{side.agency} 每组 {size} 人，而要有 {L} 名组长 (M11.3)")
    people, teams = people_of(side), [[] for _ in range(count)]

    def hand_out(order, each):
        for n, person in enumerate(order[:count * each]):
            teams[n // each].append(person)

    if L > 0:
        hand_out(stream.shuffled([person for person in people if person in side.leaders]), L)
    dealt = {person for team in teams for person in team}
    hand_out(stream.shuffled([person for person in people if person not in dealt]), size - L)
    return [sorted(team, key=by_bytes) for team in teams]


def random_teams(sides, size, count, stream_of):
    """One formation of random teams; stream_of(agency) is fresh."""
    if count == 0:
        return []
    dealt = {side.agency: deal(side, size, count, stream_of(side.agency)) for side in sides}
    return [{agency: teams[k] for agency, teams in dealt.items()} for k in range(count)]


def dealing_fault(sides, size, count, teams):
    """R8.8: what shows that M11.3 could not have formed these teams, each a list of people, or None."""
    if len(teams) != count:
        return f"{len(teams)} 组，应为 {count} 组"
    for k, team in enumerate(teams, 1):
        own = [[person for person in team if person in side.capacities] for side in sides]
        if sum(map(len, own)) != len(team):
            strangers = [person for person in team if not any(person in side.capacities for side in sides)]
            return f"第 {k} 组 {strangers[0] if strangers else team} 不是可派的人"
        for side, people in zip(sides, own):
            if len(people) != size:
                return f"第 {k} 组 {side.agency} {len(people)} 人，应为 {size} 人"
            if sum(person in side.leaders for person in people) < side.at_least:
                return f"第 {k} 组 {side.agency} 的组长少于 {side.at_least} 人"
    everybody = [person for team in teams for person in team]
    return None if len(set(everybody)) == len(everybody) else "一人在两组之中"


def by_agency(sides, people):
    """The people of a team as {agency: those who go, ascending}; people of no side stay at home."""
    return {side.agency: sorted((person for person in people if person in side.capacities), key=by_bytes) for side in sides}


def fixed_teams(sides, rows):
    """M11.4: [(group, {agency: people})] of those that take part; `rows` {"group", "inspectors"} ascending by group."""
    teams = [(row["group"], by_agency(sides, row["inspectors"])) for row in rows]
    return [(name, team) for name, team in teams if all(team.values())]


def may_take(sides, team, target):
    """M11.5."""
    return all(len(team[side.agency]) >= side.places[target]
               and all(side.may_go(target, person) for person in team[side.agency])
               and side.keeps(target, team[side.agency])
               for side in sides if target in side.places)


def joint_problem(sides, teams):
    """M11.5: the match of the groups, over all agencies."""
    targets = sorted({target for side in sides for target in side.places}, key=by_bytes)
    eligible = [[k for k, team in enumerate(teams) if may_take(sides, team, target)] for target in targets]
    capacity = [min(side.capacities[person] for side in sides for person in team[side.agency]) for team in teams]
    return Problem("*", targets, list(range(1, len(teams) + 1)), eligible, [1] * len(targets), capacity)


def try_formations(sides, form, limit):
    """M11.6: the formations tried, form(f) giving the teams of one or None where there is no more; the last may go."""
    tried = []
    for f in range(limit):
        teams = form(f)
        if teams is None:
            break
        problem = joint_problem(sides, teams)
        tried.append(Formation(teams, problem, match(problem)))
        if not tried[-1].found.shortage:
            break
    return tried


def goes(tried):
    """The formation that goes, or None (M11.6)."""
    return tried[-1] if tried and not tried[-1].found.shortage else None


def figures(f, formation, N=65536):
    """R8.5: what `joint` of match.json says of formation f."""
    problem, found = formation.problem, formation.found
    return {"formation": f, "iterations": found.iterations, "repairPhases": found.repair_phases,
            "largestDifference": largest_difference(problem, found.odds),
            "noChoice": [{"target": problem.targets[e], "group": k + 1}
                         for e, row in enumerate(found.odds) for k in sorted(row) if row[k] == N]}


def odds_rows(formation):
    """R8.7."""
    return [{"target": formation.problem.targets[e], "odds": [[k + 1, row[k]] for k in sorted(row)]}
            for e, row in enumerate(formation.found.odds)]


def groups_sent(formation, stream):
    """M6: {target: index of the group that goes there}."""
    problem = formation.problem
    return {problem.targets[e]: k for e, k in assign(problem, formation.found, stream)}


def people_sent(sides, formation, sent):
    """M11.7: {(agency, target): people}, in the order of R2."""
    return {(side.agency, target): formation.teams[sent[target]][side.agency]
            for side in sides for target in sorted(side.places, key=by_bytes)}
