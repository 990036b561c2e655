"""A round in teams, recomputed and compared (M11, R8.5 to R8.8)."""
from .documents import compare_table
from .frame import rule_value
from .places import team_side
from .stream import Stream
from .teams import (by_agency, dealing_fault, figures, fixed_teams, goes, groups_sent, number_of_teams, odds_rows, people_sent,
                    random_teams, try_formations)
from .text import Unverifiable, by_bytes, compare

FORMATIONS = 20                                             # M11.6, where the office has not set it
TEAM_FILES = ("teams.json", "team-odds.jsonl")
EXHAUSTED = "formations-exhausted"


class TeamRound:
    """What M11 makes of one round; `one` is the Round, `sides` those of its agencies with a place to fill."""

    def __init__(self, one, sides):
        self.one, self.replay = one, one.replay
        appointed = self.replay.everybody_appointed()
        self.sides = [team_side(side, appointed) for side in sides]
        self.grouping = self.replay.sealed["batch"]["grouping"]
        self.is_random = self.grouping["kind"] == "random"

    # ---- formations (M11.3, M11.4, M11.6, R8.8)

    def count(self):
        """T."""
        return number_of_teams(self.sides, self.grouping["size"]) if self.is_random else len(self.fixed())

    def fixed(self):
        return fixed_teams(self.sides, self.replay.fixed_teams())

    def limit(self):
        if not self.is_random or self.count() == 0:
            return 1
        limit = rule_value(self.replay.sealed, "formations")
        return FORMATIONS if limit is None else limit

    def stream(self, agency, f):
        return Stream(self.replay.scheme, self.one.key("inspectors"), f"{agency}#{f}")

    def form(self, f):
        """The teams of formation f; before the secret is revealed the recorded ones stand in for random ones."""
        if not self.is_random:
            return [team for _, team in self.fixed()]
        try:
            return random_teams(self.sides, self.grouping["size"], self.count(), lambda agency: self.stream(agency, f))
        except Unverifiable:
            return self.recorded_form(f)

    def recorded_form(self, f):
        formations = self.one.document(self.one.path("teams.json"))["formations"]
        if f >= len(formations):
            return None
        teams = [team["inspectors"] for team in formations[f]["teams"]]
        fault = dealing_fault(self.sides, self.grouping["size"], self.count(), teams)
        if fault:
            raise ValueError(f"{self.one.path('teams.json')} formations[{f}]：{fault} (R8.8)")
        return [by_agency(self.sides, team) for team in teams]

    def tried(self):
        return self.one.remember("tried", lambda: try_formations(self.sides, self.form, self.limit()))

    def formation(self):
        """The formation that goes, or None."""
        return goes(self.tried())

    # ---- what the record should say

    def assigned(self):
        """M11.7: {(agency, target): people}."""
        formation = self.formation()
        if formation is None:
            return {}
        return self.one.remember("sent", lambda: people_sent(
            self.sides, formation, groups_sent(formation, self.stream("*", len(self.tried()) - 1))))

    def match_document(self):
        """R8.5, without format, drawId, round."""
        formation = self.formation()
        if formation is None:
            return {"outcome": EXHAUSTED, "formations": self.limit()}
        return {"outcome": "matched", "agencies": [], "joint": figures(len(self.tried()) - 1, formation)}

    def formations(self):
        """R8.6."""
        names = [None] * self.count() if self.is_random else [name for name, _ in self.fixed()]
        return [{"shortage": formation.found.shortage, "teams": [
            {**({} if name is None else {"name": name}),
             "inspectors": sorted((person for own in team.values() for person in own), key=by_bytes)}
            for name, team in zip(names, formation.teams)]} for formation in self.tried()]

    def tables(self):
        """The rows of team-odds.jsonl and assignments.jsonl of a matched round."""
        return {"team-odds.jsonl": odds_rows(self.formation()), "assignments.jsonl": self.assignment_rows()}

    def assignment_rows(self):
        return [{"agency": agency, "target": target, "inspectors": people} for (agency, target), people in self.assigned().items()]

    # ---- the points

    def check_outcome(self):
        one, wanted = self.one, self.match_document()
        file = one.path("match.json")
        recorded = {key: value for key, value in one.documents[file].items() if key not in ("format", "drawId", "round")}
        if wanted["outcome"] == recorded["outcome"] == "matched" and "joint" in recorded:       # its figures have a point of their own
            recorded, wanted = {**recorded, "joint": {}}, {**wanted, "joint": {}}
        differences = compare(file, recorded, wanted)
        forbidden = ["odds.jsonl"] + (["team-odds.jsonl", "assignments.jsonl"] if wanted["outcome"] == EXHAUSTED else [])
        differences += [f"{path} 不应有 (R8.5)" for path in map(one.path, forbidden) if path in one.record.files]
        return differences, f"{wanted['outcome']}，编组 {len(self.tried())} 次"

    def check_teams(self):
        file, formations = self.one.path("teams.json"), self.formations()
        recorded, differences = self.one.documents[file]["formations"], []
        if self.formation() is None and len(formations) < self.limit():                         # only as recorded (R8.8)
            differences.append(f"{file} 编组 {len(formations)} 次都派不满，应编 {self.limit()} 次 (M11.6)")
        return differences + compare(file, recorded, formations, "formations"), f"{self.count()} 组，编组 {len(formations)} 次"

    def check_figures(self):
        file, joint = self.one.path("match.json"), self.match_document().get("joint")
        return compare(file, self.one.documents[file].get("joint"), joint, "joint"), \
            f"第 {joint['formation']} 次编组，迭代 {joint['iterations']}，修正 {joint['repairPhases']}，最大差 {joint['largestDifference']}"

    def check_odds(self):
        file, rows = self.one.path("team-odds.jsonl"), odds_rows(self.formation())
        return compare_table(file, self.one.documents[file], rows), f"{len(rows)} 行"

    def check_assignment(self):
        file, rows = self.one.path("assignments.jsonl"), self.assignment_rows()
        return compare_table(file, self.one.documents[file], rows), f"{len(rows)} 行"

    def check_all(self):
        check, path, label = self.one.record.check, self.one.path, self.one.label
        check(f"{label}检查组 (M11.3, M11.4, R8.6)", [path("teams.json")], self.check_teams)
        try:
            formation = self.formation()
        except Exception:                                   # the points before have said why
            return
        if formation is not None:
            check(f"{label}匹配数字 检查组 (R8.5)", [path("match.json")], self.check_figures)
            check(f"{label}概率表 检查组 (M11.5, R8.7)", [path("team-odds.jsonl")], self.check_odds)
            check(f"{label}定人 检查组 (M11.7)", [path("assignments.jsonl")], self.check_assignment)
