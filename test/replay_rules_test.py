"""What replay.py promises of records with rules, appointments, rotation and levelling: python3 -m unittest replay_rules_test."""
import json
import unittest

from replay.cases import problem_of_round
from replay.frame import composition_of, derive_roster, is_on_leave
from replay.groups import belongs
from replay.places import barred_by_area, person_of
from replay.text import DIFFERENT, SCHEME_2, SCHEMES, canonical
from replay.verdict import Replay
from replay_test import FLAT, SEEDS, WithRecords, one_scalar_changed, with_many_changes

GRADES = {0: {"grade": "senior"}, 2: {"mayLead": True}, 3: {"grade": "trainee"}, 4: {"grade": "trainee"}, 6: {"mayLead": True}}
RULES = {"leadersPerVisit": 1, "traineesPerVisit": 1}


def graded(row):
    return GRADES.get(int(row["id"].partition("/")[2]), {})


WITH_GRADES = {"more": {"inspectors": graded}}


class Composition(WithRecords):
    def test_M9_rules_hold_at_every_visit_of_every_round(self):
        for scheme in SCHEMES[2:]:
            with self.subTest(scheme):
                maker = self.maker(scheme, rules=RULES, registry=WITH_GRADES, capacity=5, targets=50,
                                   recusals=[("local:T000001", "A/2"), ("local:T000003", "B/4")])
                rounds = with_many_changes(maker)
                maker.reveal()
                self.assertEqual(self.points(maker), {})
                self.assertIn("方案 (D1.8)", {point for _, point, _ in self.last.points})
                self.assertEqual(self.broken(maker, rounds), 0)

    def test_without_rules_such_visits_would_break_them(self):
        maker = self.maker(registry=WITH_GRADES, capacity=5, targets=50)
        self.assertGreater(self.broken(maker, with_many_changes(maker)), 0)

    def broken(self, maker, rounds):
        """How many visits that stand in the end break RULES, of whoever is on them by then."""
        facts = {row["id"]: person_of(row) for row in [*maker.tables["inspectors"], {"id": "X/10", "qualifications": ["q"]},
                                                       {"id": "X/11", "qualifications": []}]}
        standing, on_visit = rounds[-1].standing(), {}
        for one in rounds:
            for (agency, target), people in one.assigned().items():
                here = [person for person in people if person not in standing.withdrawn_people
                        and (target, person) not in standing.withdrawn_pairs]
                on_visit.setdefault((agency, target), []).extend([] if standing.has_fallen(target) else here)
        count = lambda group, people: sum(belongs(group, facts[person]) for person in people)
        return sum(count("leader", people) < 1 or count("trainee", people) > 1 for people in filter(None, on_visit.values()))

    def test_D1_8_the_scheme_follows_from_what_is_sealed(self):
        for scheme, rules, is_right in (("ssj/1", {}, True), ("ssj/2", RULES, True), ("ssj/1", RULES, False), ("ssj/2", {}, False),
                                        ("ssj/1-rehearsal", RULES, False), ("ssj/2-rehearsal", RULES, True)):
            with self.subTest(scheme, rules=rules):
                maker = self.maker(scheme, rules=rules, registry=WITH_GRADES, targets=20, sampling=FLAT)
                maker.draw(SEEDS[0])
                maker.reveal()
                self.assert_different(maker, *([] if is_right else ["方案 (D1.8)"]))

    def test_an_unknown_scheme_is_unverifiable_as_a_whole(self):
        maker = self.maker("ssj/3", targets=20)
        record = Replay(maker.finish()).record
        self.assertEqual(record.exit_code(), 6)
        self.assertIn("方案 (R4)", {point for _, point, _ in record.points})

    def test_D5_11_rules_of_items_and_batch_or_office(self):
        sealed = {"rules": {name: {"value": value} for name, value in RULES.items()}, "batch": {}}
        items = [{"anyQualifications": ["b", "a"]}, {}, {"anyQualifications": ["a"]}]
        q = [{"group": f"qualification:{name}", "atLeast": 1} for name in "ab"]
        office = [{"group": "leader", "atLeast": 1}, *q, {"group": "trainee", "atMost": 1}]
        self.assertEqual(composition_of(items, sealed), office)
        self.assertEqual(composition_of(items, {**sealed, "batch": {"composition": []}}), office)
        own = [{"group": "leader", "atMost": 2}, {"group": "qualification:a", "atLeast": 2, "atMost": 3}]
        self.assertEqual(composition_of(items, {**sealed, "batch": {"composition": own}}),
                         [own[0], own[1], {"group": "qualification:b", "atLeast": 1}])
        self.assertEqual(composition_of([{}], {"rules": {}, "batch": {}}), [])

    def test_D5_11_what_would_have_been_refused_is_different(self):
        point = "人员组成 (M9.2, D5.11)"
        cases = (({"leadersPerVisit": 3}, {}), ({}, {"composition": [{"group": "leader", "atLeast": 2, "atMost": 1}]}),
                 ({}, {"composition": [{"group": "leader", "atLeast": 1}, {"group": "trainee", "atLeast": 2}]}),
                 ({}, {"composition": [{"group": "qualification:none", "atLeast": 1}]}),
                 ({}, {"composition": [{"group": "trainee", "atMost": 1}, {"group": "leader", "atLeast": 1}]}))
        for rules, more in cases:
            maker = self.maker(SCHEME_2, rules=rules, more=more, registry=WITH_GRADES, targets=20, sampling=FLAT)
            self.assertIn(point, self.points(maker, DIFFERENT), (rules, more))

    def test_M9_2_groups_that_cross_are_different(self):
        more = {"composition": [{"group": "leader", "atLeast": 1}, {"group": "qualification:q", "atMost": 1}]}
        maker = self.maker(SCHEME_2, more=more, registry=WITH_GRADES, targets=20, sampling=FLAT)    # 0 is in both, 2 and 5 in one
        self.assertIn("人员组成 (M9.2, D5.11)", self.points(maker, DIFFERENT))

    def test_M9_2_a_borrowed_person_who_makes_groups_cross_is_different(self):
        for grade, points in (("trainee", ["变更 (R12.3)"]), ("senior", [])):
            maker = self.maker(SCHEME_2, rules=RULES, registry=WITH_GRADES, targets=20, sampling=FLAT)
            maker.draw(SEEDS[0])
            maker.change("borrowed", agency="A", inspector="X/1", capacity=2, qualifications=[], mayLead=True, grade=grade)
            maker.reveal()
            self.assert_different(maker, *points)

    def test_M9_3_present_people_count_in_a_later_round(self):
        person = lambda n, **more: {"id": f"A/{n}", "capacity": 3, "qualifications": [], **more}
        rules = [{"group": "leader", "atLeast": 1}, {"group": "trainee", "atMost": 1}]
        visit = lambda target, assigned: {"target": target, "people": 3, "qualifications": [], "assigned": assigned, "composition": rules}
        problem = problem_of_round({
            "agency": "A", "visits": [visit("t1", ["A/1"]), visit("t2", ["A/2", "A/3"]), visit("t3", []), {
                **visit("t4", []), "composition": []}], "recusals": [],
            "inspectors": [person(1, mayLead=True), person(2, grade="trainee"), person(3), person(4, grade="senior")],
            "changes": [{"kind": "borrowed", "agency": "A", "inspector": "B/1", "capacity": 2, "qualifications": [], "grade": "trainee"}]})
        self.assertEqual(problem.demand, [2, 1, 3, 3])
        names = [tree and tree.names for tree in problem.trees]
        self.assertEqual(names, [[None, "leader", "trainee"]] * 3 + [None])
        self.assertEqual([tree.lo[1:] for tree in problem.trees[:3]], [[0, 0], [1, 0], [1, 0]])
        self.assertEqual([tree.hi[2] for tree in problem.trees[:3]], [1, 0, 1])
        self.assertEqual(problem.trees[2].members, [None, {0, 3}, {1, 4}])

    def test_M10_2_whoever_is_appointed_to_a_visit_has_no_capacity_at_any_and_counts_where_present(self):
        people = [{"id": f"A/{n}", "capacity": 3, "qualifications": []} for n in range(4)]
        rules = [{"group": "leader", "atLeast": 1}, {"group": "qualification:x", "atLeast": 1}]
        appointed = [{"id": "A/1", "qualifications": ["x"], "mayLead": True}, {"id": "Z/1", "qualifications": ["x"]}]
        visit = lambda target, **more: {"target": target, "people": 3, "qualifications": [], "assigned": [], **more}
        problem = problem_of_round({
            "agency": "A", "inspectors": people, "recusals": [["t2", "A/1"]], "changes": [{
                "kind": "pair-withdrawn", "target": "t3", "inspector": "Z/1", "ground": "g"}],
            "visits": [visit("t0"), *(visit(f"t{n}", composition=rules, appointed=appointed) for n in (1, 2, 3))]})
        self.assertEqual((problem.capacity, problem.demand), ([3, 0, 3, 3], [3, 1, 2, 2]))
        self.assertEqual([tree and tree.lo[1:] for tree in problem.trees], [None, [0, 0], [1, 0], [0, 0]])    # groups without people are apart (M9.3)


class Appointments(WithRecords):
    def appointed(self, appointments=(("A", "x", "A/7"),), rules=None, need=None, **more):
        """Item I-A needs x among its people, which nobody has; A/1 is off duty."""
        registry = {"appointments": appointments, "more": {
            "items": lambda row: (need or {"anyQualifications": ["x"]}) if row["id"] == "I-A" else {}, "inspectors": graded}}
        return self.maker(SCHEME_2, rules=rules or {}, registry=registry, targets=20, sampling=FLAT, **more)

    def test_M10_2_appointed_people_are_present_in_every_round(self):
        maker = self.appointed(rules=RULES)
        one = maker.draw(SEEDS[0])
        problem = next(problem for problem, _ in one.problems() if problem.agency == "A")
        self.assertEqual(problem.demand, [1] * 6)
        self.assertEqual(problem.capacity[problem.inspectors.index("A/7")], 0)
        self.assertTrue(one.is_feasible())
        self.assertFalse(any("A/7" in people for people in one.assigned().values()))
        maker.change("target-withdrawn", target=one.drawn()[0])
        maker.announce()
        again = maker.draw(SEEDS[1])
        self.assertEqual([len(again.assigned()[agency, again.drawn()[0]]) for agency in "AB"], [1, 2])
        maker.reveal()
        self.assertEqual(self.points(maker), {})

    def test_M10_2_a_recusal_stands_against_an_appointment_until_it_is_released(self):
        target = self.appointed().draw(SEEDS[0]).drawn()[0]
        maker = self.appointed(recusals=[(target, "A/7")])
        one = maker.draw(SEEDS[0])
        problem, found = one.problems()[0]
        self.assertEqual((problem.demand[problem.targets.index(target)], found.shortage), (2, 1))
        maker.change("recusal-released", target=target, inspector="A/7")
        maker.announce()
        again = maker.draw(SEEDS[1])
        self.assertEqual({len(people) for (agency, _), people in again.assigned().items() if agency == "A"}, {1})
        maker.reveal()
        self.assertEqual(self.points(maker), {})

    def test_M10_1_nobody_is_appointed_for_what_somebody_can_do(self):
        maker = self.appointed([("A", "q", "A/7")], need={"anyQualifications": ["q"]})
        self.assertIn("委派 (M10)", self.points(maker, DIFFERENT))
        self.assertIn("方案 (D1.8)", {point for _, point, _ in self.last.points})

    def test_M10_1_nobody_is_appointed_who_is_off_duty(self):
        self.assertIn("委派 (M10)", self.points(self.appointed([("A", "x", "A/1")]), DIFFERENT))

    def test_M10_2_more_people_than_places_are_different(self):
        for count, is_right in ((2, True), (3, False)):
            maker = self.appointed([("A", "x", f"A/{n}") for n in range(5, count + 5)])
            self.assertEqual("委派 (M10)" not in self.points(maker, DIFFERENT), is_right)

    def test_M10_3_places_that_all_need_it_are_filled_by_appointed_people_alone(self):
        maker = self.appointed([("A", "x", f"A/{n}") for n in (6, 7)], need={"qualifications": ["x"]})
        one = maker.draw(SEEDS[0])
        self.assertEqual([problem.agency for problem, _ in one.problems()], ["B"])
        maker.reveal()
        self.assertEqual(self.points(maker), {})

    def test_M10_1_an_appointment_that_is_not_asked_leaves_the_scheme_alone(self):
        registry = {"appointments": [("A", "x", "A/7")]}
        maker = self.maker(registry=registry, targets=20, sampling=FLAT)
        maker.draw(SEEDS[0])
        maker.reveal()
        self.assertEqual(self.points(maker), {})

    def test_appointments_that_are_gone_are_unverifiable_and_unnamed_ones_different(self):
        maker = self.appointed()
        path = maker.folder / "registry/appointments.jsonl"
        data = path.read_bytes()
        path.unlink()
        self.assertEqual(Replay(maker.finish()).record.exit_code(), 6)
        path.write_bytes(data)
        snapshot = maker.folder / "registry/snapshot.json"
        text = json.loads(snapshot.read_text(encoding="utf-8"))
        del text["files"]["appointments.jsonl"]
        maker.write("registry/snapshot.json", text)
        self.assertIn("名录快照 (R5)", self.points(maker, DIFFERENT))


class Eligibility(WithRecords):
    def test_D5_9_own_area_and_region(self):
        people = {"1": {"ownAreas": ["X"]}, "2": {"regions": ["X", "Y"]}, "3": {}, "4": {"regions": [], "ownAreas": ["Y"]}}
        areas = {"x": "X", "y": "Y", "none": None}
        region = {("none", "2"), ("x", "4"), ("y", "4"), ("none", "4")}
        self.assertEqual(barred_by_area(areas, people, False), region)
        self.assertEqual(barred_by_area(areas, people, True), region | {("x", "1")})

    def test_D5_9_in_a_record(self):
        areas = {"more": {"targets": lambda row: {"area": "XY"[int(row["id"][-1]) % 2]}, "inspectors": lambda row: {
            0: {"ownAreas": ["X"]}, 2: {"regions": ["Y"]}}.get(int(row["id"].partition("/")[2]), {})}}
        for own_area in (0, 1):
            maker = self.maker(registry=areas, rules={"ownArea": own_area}, targets=20, sampling=FLAT)
            one = maker.draw(SEEDS[0])
            maker.reveal()
            self.assertEqual(self.points(maker), {})
            problem, _ = one.problems()[0]
            number = {name: n for n, name in enumerate(problem.inspectors)}
            for target, row in zip(problem.targets, problem.eligible):
                is_x = int(target[-1]) % 2 == 0
                self.assertEqual(number["A/0"] in row, not (is_x and own_area))
                self.assertEqual(number["A/2"] in row, not is_x)

    def rotated(self, bars, rotation=2, is_void=False, **more):
        maker = self.maker(targets=20, sampling=FLAT)
        maker.draw(SEEDS[0])
        if is_void:
            maker.void()
        for path in [*maker.folder.glob("rounds/*/*")]:
            path.unlink()
        maker.seal(FLAT, batch="B-02", more={"rotation": rotation} if rotation is not None else {}, bars=bars, **more)
        return maker

    def test_D5_9_last_visit_is_a_fact_of_the_seal(self):
        bars = [(f"local:T{n:06}", "A/3", "652722-2026-0001") for n in range(10)]
        maker = self.rotated(bars)
        one = maker.draw(SEEDS[1])
        maker.reveal()
        self.assertEqual(self.points(maker), {})
        problem, _ = one.problems()[0]
        for target, row in zip(problem.targets, problem.eligible):
            self.assertEqual(problem.inspectors.index("A/3") in row, int(target[-6:]) >= 10)

    def test_D5_9_bars_name_this_draw_and_those_before_it(self):
        good, point = ("local:T000001", "A/3", "652722-2026-0001"), "轮换 (D5.9)"
        cases = (([good], 2, {}, True), ([], 1, {}, True), (None, 0, {}, True), (None, None, {}, True), ([good], None, {"rules": {"rotation": 1}}, True),
                 ([good], 0, {"rules": {"rotation": 1}}, False), ([good], None, {}, False), (None, 2, {}, False),
                 ([("local:T999999", *good[1:])], 2, {}, False), ([(good[0], "X/1", good[2])], 2, {}, False),
                 ([(*good[:2], "652722-2026-0002")], 2, {}, False), ([good], 2, {"is_void": True}, False), ([(*good[:2], "652722-2025-0001")], 2, {}, False))
        for bars, rotation, more, is_right in cases:
            maker = self.rotated(bars, rotation, **more)
            self.assertEqual(point in self.points(maker, DIFFERENT), not is_right, (bars, rotation, more))

    def test_bars_that_are_gone_leave_the_match_unverifiable(self):
        maker = self.rotated([])
        maker.draw(SEEDS[1])
        maker.reveal()
        (maker.folder / "bars.jsonl").unlink()
        record = Replay(maker.finish()).record
        self.assertEqual(record.exit_code(), 6)
        self.assertIn(("无法核验", "轮换 (D5.9)"), {point[:2] for point in record.points})


class Roster(WithRecords):
    sealed = {"batch": {"period": {"from": "2026-03-01", "to": "2026-03-10"}}, "rules": {"capacityPerBatch": {"value": 6}}}
    visits = [{"needs": [{"agency": "A"}, {"agency": "B"}]}]

    def rows(self, *people, agencies=(), used=None, **sealed):
        people = [{"id": f"A/{n}", "agency": "A", "qualifications": [], "isOnDuty": True,
                   "licences": [{"number": "1", "validUntil": "2026-03-10"}], **row} for n, row in enumerate(people)]
        roster = derive_roster({**self.sealed, **sealed}, people, self.visits, agencies, used if used is not None else {})
        return [(row["capacity"], row.get("reason"), row.get("used")) for row in roster]

    def test_D5_5_capacities_of_a_batch(self):
        agency = [{"code": "A", "capacity": 4}]
        self.assertEqual(self.rows({}, {"capacity": 9}, {"capacity": 0}), [(6, None, None), (9, None, None), (0, "capacity-zero", None)])
        self.assertEqual(self.rows({}, {"capacity": 9}, agencies=agency), [(4, None, None), (9, None, None)])

    def test_D5_5_capacities_of_a_year(self):
        year = {**self.sealed["rules"], "capacityPerYear": {"value": 8}}
        people = [{}, {"capacityPerYear": 3}, {}, {"capacity": 0}, {"isOnDuty": False}]
        self.assertEqual(self.rows(*people, rules=year, used={"A/0": 5, "A/1": 1, "A/2": 9, "A/3": 1}),
                         [(3, None, 5), (2, None, 1), (0, "year-used-up", 9), (0, "capacity-zero", 1), (0, "off-duty", 0)])
        self.assertEqual(self.rows(*people[:2], agencies=[{"code": "A", "capacityPerYear": 1}], used={"A/0": 1}),
                         [(0, "year-used-up", 1), (3, None, 0)])
        self.assertEqual(self.rows({}, {"capacity": 2}, {"capacity": 0}, levelling=[{"agency": "A", "cap": 3}]),
                         [(3, None, None), (2, None, None), (0, "capacity-zero", None)])

    def test_D5_5_licences(self):
        licence = lambda first, last: {"number": "1", "validUntil": last, **({"validFrom": first} if first else {})}
        cases = (([], "licence-missing"), ([licence(None, "2026-03-09")], "licence-lapsed"), ([licence("2026-03-02", "2030-01-01")], "licence-lapsed"),
                 ([licence("2026-03-01", "2026-03-10")], None), ([licence("2026-03-02", "2030-01-01"), licence(None, "2026-03-10")], None),
                 ([licence(None, "2026-03-05"), licence("2026-03-05", "2030-01-01")], "licence-lapsed"))
        for licences, reason in cases:
            self.assertEqual(self.rows({"licences": licences})[0][1], reason, licences)

    def test_D5_7_leave(self):
        away = lambda *periods: {"away": [{"from": first, "to": last} for first, last in periods]}
        sealed = lambda bp: {**self.sealed, "rules": {"freeDays": {"value": bp}} if bp is not None else {}}
        cases = ((None, away(), False), (None, away(("2026-03-10", "2026-04-01")), True), (None, away(("2026-02-01", "2026-02-28")), False),
                 (9000, away(("2026-03-10", "2026-04-01")), False), (9001, away(("2026-03-10", "2026-04-01")), True),
                 (5000, away(("2026-02-01", "2026-03-04"), ("2026-03-03", "2026-03-05")), False),
                 (5000, away(("2026-02-01", "2026-03-04"), ("2026-03-03", "2026-03-06")), True), (0, away(("2026-01-01", "2026-12-31")), False))
        for bp, person, is_away in cases:
            self.assertEqual(is_on_leave(person, sealed(bp)), is_away, (bp, person))
        self.assertEqual(self.rows(away(("2026-03-10", "2026-03-10")))[0], (0, "on-leave", None))

    def test_a_record_with_a_year_and_levelling_replays_identical(self):
        seal = {"rules": {"capacityPerYear": 9, "levelling": 1}, "used": {"A/0": 4, "B/2": 9, "A/3": 1}, "levelling": [("A", 4), ("B", 5)]}
        registry = {"more": {"inspectors": lambda row: {"capacityPerYear": 7} if row["id"] == "A/3" else {}}}
        maker = self.maker(targets=20, sampling=FLAT, registry=registry, **seal)
        maker.draw(SEEDS[0])
        maker.reveal()
        self.assertEqual(self.points(maker), {})
        roster = {row["id"]: row for row in map(json.loads, (maker.folder / "roster.jsonl").read_text(encoding="utf-8").splitlines())}
        self.assertEqual([(roster[i]["capacity"], roster[i]["used"]) for i in ("A/0", "A/3", "A/2", "B/2", "B/0")],
                         [(4, 4), (4, 1), (4, 0), (0, 9), (5, 0)])

    def test_D5_10_levelling_stands_where_the_seal_levels(self):
        point = "均衡 (D5.10)"
        cases = (({}, {"levelling": True}, [("A", 4), ("B", 4)], True), ({"levelling": 1}, {"levelling": False}, None, True),
                 ({"levelling": 1}, {}, None, False), ({}, {}, [("A", 4), ("B", 4)], False), ({"levelling": 1}, {}, [("A", 4)], False),
                 ({"levelling": 1}, {}, [("B", 4), ("A", 4)], False))
        for rules, more, levelling, is_right in cases:
            maker = self.maker(targets=20, sampling=FLAT, rules=rules, more=more, levelling=levelling)
            self.assertEqual(point in self.points(maker, DIFFERENT), not is_right, (rules, more, levelling))

    def test_a_damaged_roster_with_visits_of_a_year_leaves_the_match_unverifiable(self):
        maker = self.maker(targets=20, sampling=FLAT, rules={"capacityPerYear": 9}, used={"A/0": 4})
        maker.draw(SEEDS[0])
        maker.reveal()
        maker.finish()
        (maker.folder / "roster.jsonl").unlink()
        record = Replay(maker.folder).record
        self.assertEqual(record.exit_code(), 6)


class Everything(WithRecords):
    def test_every_scalar_of_a_record_of_ssj_2_is_held_by_something(self):
        registry = {"appointments": [("A", "x", "A/7")], "more": {
            "items": lambda row: {"anyQualifications": ["x"]} if row["id"] == "I-A" else {},
            "inspectors": lambda row: {**graded(row), "ownAreas": ["A2"], "regions": ["A1"], "capacityPerYear": 9,
                                       "away": [{"from": "2026-12-01", "to": "2026-12-02"}]},
            "agencies": lambda row: {"capacity": 7, "capacityPerYear": 9}}}
        rules = {**RULES, "ownArea": 1, "freeDays": 9000, "rotation": 1, "levelling": 1, "capacityPerYear": 8}
        maker = self.maker(SCHEME_2, targets=16, sampling=FLAT, registry=registry, rules=rules, bars=[], used={"A/2": 1},
                           levelling=[("A", 5), ("B", 5)], more={"composition": [{"group": "leader", "atLeast": 1}]})
        maker.change("target-withdrawn", target=maker.draw(SEEDS[0]).drawn()[0])
        maker.announce()
        self.assertTrue(maker.draw(SEEDS[1]).assigned())
        maker.reveal()
        self.assertEqual(self.points(maker), {})
        for name in ("sealed.json", "roster.jsonl", "registry/inspectors.jsonl", "registry/appointments.jsonl", "registry/agencies.jsonl",
                     "registry/snapshot.json", "rounds/0/odds.jsonl", "rounds/1/assignments.jsonl"):
            path = maker.folder / name
            lines = path.read_text(encoding="utf-8").splitlines()
            number = len(lines) // 2
            for changed in one_scalar_changed(json.loads(lines[number])):
                text = "\n".join([*lines[:number], canonical(changed), *lines[number + 1:]]) + "\n"
                path.write_text(text, encoding="utf-8", newline="\n")
                with self.subTest(name, change=canonical(changed)):
                    self.assertEqual(Replay(maker.finish()).record.exit_code(), 6 if changed.get("scheme") == "ssj/3" else 5)
            path.write_text("".join(line + "\n" for line in lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    unittest.main()
