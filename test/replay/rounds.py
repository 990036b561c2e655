"""One round of a draw, recomputed and compared: notice, seed, targets, match (R6 to R8, R12)."""
from functools import partial

from .changes import Standing
from .documents import compare_table
from .draw import derive_key, select, ticket
from .entropy import recomputed_entropy
from .frame import rule_value
from .laminar import assign, match, shortage_of
from .odds import largest_difference
from .places import Visit, barred_by_area, later_strata, open_side, person_of, places_problem
from .seeds import (STEPS, UNCHECKED, completeness_faults, line_faults, source_faults, step_faults)
from .stream import Stream
from .team_rounds import EXHAUSTED, TEAM_FILES, TeamRound
from .text import SAME, UNKNOWN, Unverifiable, by_bytes, compare, moment, sha256, short

VOID = "本次抽取已作废，此轮未抽"
MATCHED_ONLY = ("odds.jsonl", "assignments.jsonl")


class Round:
    """Round `number` of a replay; what is worked out is kept in `memory`."""

    def __init__(self, replay, number):
        self.replay, self.record, self.number, self.memory = replay, replay.record, number, {}
        self.documents = replay.record.documents
        self.label = f"第 {number} 轮 " if number else ""
        self.opening = f"notices/{number}.json" if number else "sealed.json"     # what opens the round, and when
        self.opened_at = "noticedAt" if number else "sealedAt"

    def path(self, name):
        return f"rounds/{self.number}/{name}"

    def document(self, name):
        """A document of the record that the recomputation cannot do without."""
        if name not in self.documents:
            raise Unverifiable(f"缺少或已损坏：{name}")
        return self.documents[name]

    def has_files(self):
        return any(path.startswith(self.path("")) for path in self.record.files)

    def is_void_and_open(self):
        """R11.1: a round that was open when its draw was voided lacks nothing."""
        return self.record.is_void() and not self.has_files() and not self.record.entries("drawn", self.number)

    def earlier(self):
        return [one for one in self.replay.rounds if one.number < self.number]

    def remember(self, name, work):
        if name not in self.memory:
            self.memory[name] = work()
        return self.memory[name]

    # ---- the notice of a later round (R12.2, R12.4)

    def announced(self):
        self.document("ledger.jsonl")
        entries = self.record.entries("announced", self.number)
        if not entries:
            raise ValueError(f"ledger.jsonl 没有第 {self.number} 轮的 announced")
        return entries[0]

    def changes_before(self, number):
        """The `changed` entries of this draw before a round's announcement (none before round 0)."""
        if number == 0:
            return []
        end = next(one for one in self.replay.rounds if one.number == number).announced()["seq"]
        return [entry for entry in self.record.entries("changed") if entry["seq"] < end]

    def standing(self):
        def work():
            standing = Standing()
            for entry in self.changes_before(self.number):
                standing.take(entry["body"]["change"])
            return standing
        return self.remember("standing", work)

    def new_changes(self):
        """R12.2: the changes since the announcement of the round before."""
        before = len(self.changes_before(max(one.number for one in self.earlier())))
        return self.changes_before(self.number)[before:]

    def drawn_earlier(self):
        return {target for one in self.earlier() for target in one.drawn()}

    def strata(self):
        """The strata with their quotas, of the seal or of R12.4."""
        def work():
            if self.number == 0:
                return self.replay.sealed["strata"]
            changes = [entry["body"]["change"] for entry in self.new_changes()]
            return later_strata([stratum["name"] for stratum in self.replay.sealed["strata"]],
                                self.replay.sound_rows("frame.jsonl"), self.drawn_earlier(),
                                {c["target"] for c in changes if c["kind"] == "target-withdrawn"},
                                self.standing().withdrawn_targets)
        return self.remember("strata", work)

    def check_notice(self):
        notice, entry = self.documents[self.opening], self.announced()
        place = f"ledger.jsonl 第 {entry['seq']} 行"
        digest = sha256(self.record.files[self.opening][:-1])
        differences = compare(place, entry["body"]["commitment"], digest, "commitment")
        changes = [{"seq": entry["seq"], **{key: value for key, value in entry["body"].items() if key != "drawId"}}
                   for entry in self.new_changes()]
        recorded = {key: notice[key] for key in ("scheme", "ledgerHead", "changes")}
        expected = {"scheme": self.replay.scheme, "ledgerHead": self.record.head_before(entry), "changes": changes}
        differences += compare(self.opening, recorded, expected)
        return differences, f"C_{self.number} = {digest}，变更 {len(changes)} 项"

    def check_strata(self):
        recorded = self.documents[self.opening]["strata"]
        differences = compare(self.opening, recorded, self.strata(), "strata")
        few = [f"{s['name']} 退出 {s['withdrawn']} 而只余 {s['pool']}" for s in self.strata() if s["quota"] < s["withdrawn"]]
        return differences, "，".join([f"{s['name']} {s['quota']}/{s['pool']}" for s in self.strata()] + few)

    def check_sources(self):
        opening = self.documents[self.opening]
        return source_faults(self.opening, opening["seed"], opening[self.opened_at]), "，".join(opening["seed"]["lines"])

    # ---- seed (R6, D2)

    def check_drawn(self):
        """R10.3: `drawn` names all files of rounds/K/."""
        entries = self.record.entries("drawn", self.number)
        files = {name: sha256(data) for name, data in self.record.files.items() if name.startswith(self.path(""))}
        if not entries:
            if files:
                return [f"ledger.jsonl 没有 drawn，而存档中有 {self.path('')}"], ""
            if self.record.is_void():
                return [], VOID
            raise Unverifiable("尚未抽取：ledger.jsonl 没有 drawn")
        place, body = f"ledger.jsonl 第 {entries[0]['seq']} 行", entries[0]["body"]
        missing = sorted({*body["documents"]} - {*files})
        differences = compare(place, {key: body["documents"].get(key) for key in files}, files, "documents")
        wanted = {self.path(name) for name in ("seed.json", "targets.jsonl", "match.json")}
        wanted |= {self.path(name) for name in self.further_files()}
        differences += [f"{place} documents 没有 {name}" for name in sorted(wanted - {*body["documents"]})]
        if self.path("match.json") in self.documents:
            differences += compare(place, body["outcome"], self.documents[self.path("match.json")]["outcome"], "outcome")
        if missing and not differences:
            raise Unverifiable(f"{place} 列出而存档中没有：{'、'.join(map(short, missing))}")
        return differences, place

    def further_files(self):
        """R2: what goes with match.json, by its own words, which other points check."""
        match_says = self.documents.get(self.path("match.json"), {})
        if match_says.get("outcome") == EXHAUSTED:
            return ["teams.json"]
        if match_says.get("outcome") == "matched":
            return [*TEAM_FILES, "assignments.jsonl"] if "joint" in match_says else MATCHED_ONLY
        return []

    def check_drawn_at(self):
        """D2.6, R10.5, R12.2."""
        opening, drawn_at = self.documents[self.opening], self.documents[self.path("seed.json")]["drawnAt"]
        not_before, opened_at = opening["seed"]["notBefore"], opening[self.opened_at]
        early = [f"{self.path('seed.json')} drawnAt {drawn_at} 早于 {self.opening} {name} {limit}" for name, limit in
                 (("seed.notBefore", not_before), (self.opened_at, opened_at)) if moment(drawn_at) < moment(limit)]
        return early, drawn_at

    def check_not_before(self):
        """D2.6, R12.2: the seed may not be taken before its seal or notice."""
        opening = self.documents[self.opening]
        not_before, opened_at = opening["seed"]["notBefore"], opening[self.opened_at]
        is_early = moment(not_before) < moment(opened_at)
        return [f"{self.opening} seed.notBefore {not_before} 早于 {self.opened_at} {opened_at}"] if is_early else [], not_before

    def lines(self):
        return [row["line"] for row in self.document(self.path("seed.json"))["lines"]]

    def check_seed_lines(self):
        lines, file = self.lines(), self.path("seed.json")
        differences = compare(file, [line.partition("=")[0] for line in lines],
                              self.documents[self.opening]["seed"]["lines"], "lines 等号左边")
        for number, row in enumerate(self.documents[file]["lines"]):
            differences += line_faults(f"{file} lines[{number}]", row, self.steps())
        differences += [f"{file} 的公开种子就是第 {one.number} 轮的种子 (R6)" for one in self.earlier()
                        if one.path("seed.json") in self.documents and sorted(one.lines()) == sorted(lines)]
        if any(line.startswith("drand:") for line in lines):
            self.record.notes.append(f"{file} {UNCHECKED}")
        return differences, "，".join(lines)

    def steps(self):
        """The ledger's entries by which this round's seed came into being; None without a ledger."""
        if "ledger.jsonl" not in self.documents:
            return None
        return [entry for entry in self.documents["ledger.jsonl"] if entry["type"] in STEPS
                and entry["body"]["drawId"] == self.replay.sealed["drawId"] and entry["body"]["round"] == self.number]

    def check_steps(self):
        """D2.8, D2.9."""
        seed, steps = self.documents[self.opening]["seed"], self.steps()
        differences = step_faults(steps, seed)
        if self.record.entries("drawn", self.number):
            differences += completeness_faults(self.opening, steps, seed)
        return differences, f"{len(steps)} 步"

    def check_entered(self):
        """R10.3: what became known before the draw stands in the seed as it was entered."""
        rows = {row["line"].partition("=")[0]: row for row in self.documents[self.path("seed.json")]["lines"]}
        differences = []
        for entry in self.record.entries("entered", self.number):
            expected = {key: value for key, value in entry["body"].items() if key not in ("drawId", "round")}
            row = rows.get(expected["line"].partition("=")[0], {})
            recorded = {key: row[key] for key in ("line", "witnesses", "sheet") if key in row}
            differences += compare(f"{self.path('seed.json')}（ledger.jsonl 第 {entry['seq']} 行登记）", recorded, expected)
        return differences, ""

    def check_entropy(self):
        """D2.3, D2.4: tenths of a bit of each line and in all, and the warnings."""
        document = self.documents[self.path("seed.json")]
        recorded, recomputed = recomputed_entropy(document, lambda row: [w["agency"] for w in row["witnesses"]])
        return compare(self.path("seed.json"), recorded, recomputed), \
            f"{recomputed['tenthBits']} (十分之一比特)" + "".join(f"，提示 {w}" for w in recomputed["warnings"])

    # ---- tickets, selection (D3, D4, D7, D8, R7)

    def key(self, stage):
        """D3.1. The seed: the public lines and the secret line."""
        secret = self.replay.secret()
        seed = "\n".join(self.lines() + ([] if secret is None else [f"secret:sha256={secret}"]))
        return derive_key(self.replay.scheme, self.replay.sealed["drawId"], stage, self.number, seed)

    def selection(self):
        def work():
            key, left_out = self.key("targets"), self.drawn_earlier() | self.standing().withdrawn_targets
            rows = [(row["id"], row["stratum"], 1) for row in self.replay.sound_rows("frame.jsonl")
                    if row["id"] not in left_out]
            drawn = select(self.replay.scheme, key, rows, {s["name"]: s["quota"] for s in self.strata()})
            return [{"stratum": s, "ticket": t, "id": i} for s, t, i in drawn]
        return self.remember("selection", work)

    def drawn(self):
        """The drawn targets: as recomputed, and before the secret is revealed as recorded (R11)."""
        try:
            rows = self.selection()
        except Unverifiable:
            rows = self.document(self.path("targets.jsonl"))
        return [row["id"] for row in rows]

    def check_tickets(self):
        key, rows = self.key("targets"), self.documents[self.path("targets.jsonl")]
        differences = []
        for number, row in enumerate(rows, 1):
            differences += compare(f"{self.path('targets.jsonl')} 第 {number} 行", row["ticket"],
                                   ticket(self.replay.scheme, key, row["id"]), "ticket")
        return differences, f"{len(rows)} 行"

    def check_selection(self):
        rows = self.documents[self.path("targets.jsonl")]
        return compare_table(self.path("targets.jsonl"), rows, self.selection()), f"{len(rows)} 个"

    # ---- match (R8, R12.5, M)

    def visits(self):
        """R12.5: {agency: {target: Visit}} of all drawn targets whose visit stands."""
        assigned = {}
        for one in self.earlier():
            for place, people in one.assigned().items():
                assigned.setdefault(place, []).extend(people)
        visit_of = {row["id"]: row["visit"] for row in self.replay.sound_rows("frame.jsonl")}
        needs_of_visit = {visit["id"]: visit["needs"] for visit in self.replay.sealed["visits"]}
        visits = {}
        for target in {*self.drawn_earlier(), *self.drawn()}:
            for need in needs_of_visit[visit_of[target]] if not self.standing().has_fallen(target) else ():
                visit = Visit(need["people"], need["qualifications"], assigned.get((need["agency"], target), []),
                              need.get("composition", ()), self.replay.appointed_to(need))
                visits.setdefault(need["agency"], {})[target] = visit
        return visits

    def sides(self):
        """R8.1, R12.5: the sides of the agencies with a place to fill, ascending."""
        def work():
            visits, standing = self.visits(), self.standing()
            roster, sides = self.replay.sound_rows("roster.jsonl"), []
            recusals = {(row["target"], row["inspector"]) for row in self.document("registry/recusals.jsonl")}
            for agency in sorted(visits, key=by_bytes):
                rows = {row["id"]: row for row in roster if row["id"].partition("/")[0] == agency}
                people = {inspector: person_of(row) for inspector, row in rows.items()}
                people.update((inspector, person_of(change)) for inspector, change in standing.borrowed.items()
                              if change["agency"] == agency)
                sides.append(open_side(agency, visits[agency], people, recusals, standing, self.bars(visits[agency], rows),
                                       self.replay.appointed_in(agency)))
            return [side for side in sides if max(side.places.values()) > 0]
        return self.remember("sides", work)

    def problems(self):
        """The matches by persons: (problem, match) of every agency with a place to fill, ascending."""
        return self.remember("problems", lambda: [(problem, match(problem)) for problem in map(places_problem, self.sides())])

    def teams(self):
        """M11.1: the match of a round in teams, or None where this one goes by persons."""
        def work():
            is_in_teams = "grouping" in self.replay.sealed["batch"] and self.sides() and not any(
                one.assigned() for one in self.earlier())
            return TeamRound(self, self.sides()) if is_in_teams else None
        return self.remember("teams", work)

    def bars(self, targets, rows):
        """D5.9: the pairs of these targets and rows of the roster against which own-area, out-of-region or last-visit stands."""
        sealed = self.replay.sealed
        is_own_area = rule_value(sealed, "ownArea") == 1
        if not any("regions" in row or is_own_area and "ownAreas" in row for row in rows.values()):
            return self.replay.last_visits()
        area_of = {row["id"]: row.get("area") for row in self.document("registry/targets.jsonl")}
        return self.replay.last_visits() | barred_by_area({target: area_of[target] for target in targets}, rows, is_own_area)

    def is_feasible(self):
        if self.teams():
            return self.teams().formation() is not None
        return not any(found.shortage for _, found in self.problems())

    def assignment(self, problem, found):
        """M6: {target: inspectors}, both ascending."""
        def work():
            stream = Stream(self.replay.scheme, self.key("inspectors"), problem.agency)
            people = {target: [] for target in problem.targets}
            for e, i in assign(problem, found, stream):
                people[problem.targets[e]].append(problem.inspectors[i])
            return people
        return self.remember(("assignment", problem.agency), work)

    def assigned(self):
        """{(agency, target): inspectors}: as recomputed, and before the secret is revealed as recorded (R11)."""
        if not self.is_feasible():
            return {}
        try:
            return self.teams().assigned() if self.teams() else {
                (problem.agency, target): people for problem, found in self.problems()
                for target, people in self.assignment(problem, found).items()}
        except Unverifiable:
            return {(row["agency"], row["target"]): row["inspectors"]
                    for row in self.document(self.path("assignments.jsonl"))}

    def check_outcome(self):
        """R8.2, R8.4: outcome, and the agencies."""
        if self.teams():
            return self.teams().check_outcome()
        file, document = self.path("match.json"), self.documents[self.path("match.json")]
        outcome = "matched" if self.is_feasible() else "infeasible"
        differences = compare(file, document["outcome"], outcome, "outcome")
        agencies = [problem.agency for problem, _ in self.problems()]
        differences += compare(file, [row["agency"] for row in document.get("agencies", [])], agencies, "agencies")
        differences += [f"{file} joint 不应有：此轮按人匹配 (R8.5)"] if "joint" in document else []
        differences += [f"{path} 不应有：此轮按人匹配 (R8.5)" for path in map(self.path, TEAM_FILES) if path in self.record.files]
        for path in map(self.path, MATCHED_ONLY):
            if outcome == "infeasible" and path in self.record.files:
                differences.append(f"{path} 不应有：无法匹配时不派任何人")
            differences += [f"{path} 第 {n} 行 {short(row['agency'])} 不是参加匹配的部门"
                            for n, row in enumerate(self.documents.get(path, []), 1) if row["agency"] not in agencies]
        return differences, outcome

    def recorded_agency(self, agency):
        for row in self.documents[self.path("match.json")]["agencies"]:
            if row["agency"] == agency:
                return row
        raise ValueError(f"没有部门 {agency}")

    def check_figures(self, problem, found):
        recorded = self.recorded_agency(problem.agency)
        recomputed = {
            "agency": problem.agency, "iterations": found.iterations, "repairPhases": found.repair_phases,
            "largestDifference": largest_difference(problem, found.odds),
            "noChoice": [{"target": problem.targets[e], "inspector": problem.inspectors[i]}
                         for e, row in enumerate(found.odds) for i in sorted(row) if row[i] == 65536]}
        return compare(f"{self.path('match.json')} {problem.agency}", recorded, recomputed), \
            f"迭代 {found.iterations}，修正 {found.repair_phases}，最大差 {recomputed['largestDifference']}"

    def check_odds(self, problem, found):
        file = self.path("odds.jsonl")
        rows = [{"agency": problem.agency, "target": problem.targets[e],
                 "odds": [[problem.inspectors[i], row[i]] for i in sorted(row)]} for e, row in enumerate(found.odds)]
        return compare_table(file, self.documents[file], rows, lambda row: row["agency"] == problem.agency), f"{len(rows)} 行"

    def check_assignment(self, problem, found):
        file = self.path("assignments.jsonl")
        rows = [{"agency": problem.agency, "target": target, "inspectors": people}
                for target, people in self.assignment(problem, found).items()]
        return compare_table(file, self.documents[file], rows, lambda row: row["agency"] == problem.agency), f"{len(rows)} 行"

    def check_shortage(self, problem, found):
        """R8.4, M7.1, M7.2: the shortage by flow; the set of targets is short by itself."""
        recorded, place = self.recorded_agency(problem.agency), f"{self.path('match.json')} {problem.agency}"
        differences = compare(place, recorded.get("shortage"), found.shortage, "shortage")
        names = recorded.get("targets", [])
        if not found.shortage:
            return differences, "缺 0"
        number_of = {target: e for e, target in enumerate(problem.targets)}
        strangers = [name for name in names if name not in number_of]
        if strangers or not names or len(set(names)) < len(names):
            return differences + [f"{place} targets 为空、重复或不属本部门：{short(strangers or names)}"], ""

        def open_of(some):
            chosen = [number_of[name] for name in some]
            trees = problem.trees and [problem.trees[e] for e in chosen]
            return shortage_of(problem._replace(eligible=[problem.eligible[e] for e in chosen],
                                                demand=[problem.demand[e] for e in chosen], trees=trees))
        if open_of(names) == 0:
            differences.append(f"{place} targets：记录为缺人，重算可以派满")
        minimal = "（未查是否最小）"                 # M7.2: a set need not be minimal on very large matches
        if len(names) <= 100:
            is_minimal = all(open_of(names[:n] + names[n + 1:]) == 0 for n in range(len(names)))
            minimal = "为最小集" if is_minimal else "不是最小集"
        return differences, f"缺 {found.shortage}，所列 {len(names)} 个对象{minimal}"

    # ---- the order of the points

    def check_all(self):
        check, label = self.record.check, self.label
        seed, targets, file = self.path("seed.json"), self.path("targets.jsonl"), self.path("match.json")
        ledger, opening = ["sealed.json", "ledger.jsonl"], ["sealed.json", self.opening]
        if self.number:
            check(f"{label}公告 (R12.2)", [*ledger, self.opening], self.check_notice)
            check(f"{label}补抽数量 (R12.4)", [*ledger, self.opening], self.check_strata)
            check(f"{label}种子来源 (D2, R12.2)", opening, self.check_sources)
        check(f"{label}抽取登记 (R10.3)", ledger, self.check_drawn)
        check(f"{label}种子起算时间 (D2.6)", opening, self.check_not_before)
        check(f"{label}种子的产生 (D2.8, D2.9)", [*ledger, self.opening], self.check_steps)
        if self.is_void_and_open():
            for point in ("种子 (D2.1, D2.2, R6)", "抽取结果 (D7)", "匹配结果 (R8)", "概率表 (M5, R8.3)", "定人 (M6)"):
                self.record.add(SAME, label + point, VOID)
            return
        check(f"{label}抽取时间 (D2.6, R10.5)", [*opening, seed], self.check_drawn_at)
        check(f"{label}种子 (D2.1, D2.2, R6)", [*opening, seed], self.check_seed_lines)
        if self.record.entries("entered", self.number):
            check(f"{label}先行登记的种子 (R10.3)", [*ledger, seed], self.check_entered)
        check(f"{label}种子的熵与提示 (D2.3, D2.4)", ["sealed.json", seed], self.check_entropy)
        check(f"{label}抽取序号 (D4)", ["sealed.json", seed, targets], self.check_tickets)
        check(f"{label}抽取结果 (D7{', D8' if self.number else ''})", ["sealed.json", seed, targets], self.check_selection)
        check(f"{label}匹配结果 (R8)", ["sealed.json", file, "registry/recusals.jsonl"], self.check_outcome)
        self.check_matches()

    def check_matches(self):
        """The points of every agency; where it cannot be matched, the point before has said why."""
        if "sealed.json" not in self.documents:
            return
        try:
            if self.teams():
                self.teams().check_all()
                return
            problems, is_feasible = self.problems(), self.is_feasible()
        except Exception as fault:
            if self.path("match.json") not in self.documents and self.has_files():
                self.record.add(UNKNOWN, f"{self.label}匹配 (M)", f"不能重算：{fault}")
            return
        for problem, found in problems:
            points = ((f"匹配数字 {problem.agency} (R8.2)", "match.json", self.check_figures),
                      (f"概率表 {problem.agency} (M5, R8.3)", "odds.jsonl", self.check_odds),
                      (f"定人 {problem.agency} (M6)", "assignments.jsonl", self.check_assignment))
            if not is_feasible:
                points = ((f"缺口 {problem.agency} (R8.4)", "match.json", self.check_shortage),)
            for point, name, function in points:
                self.record.check(self.label + point, [self.path(name)], partial(function, problem, found))
