"""What rounds in teams promise (match-spec M11), held against trying everything: python3 -m unittest replay_teams_test."""
import json
import random
import shutil
import tempfile
import unittest
from collections import Counter
from itertools import permutations, product
from pathlib import Path

from replay.public import PublicReplay
from replay.stream import Stream
from replay.teams import deal, dealing_fault, number_of_teams, random_teams
from replay.text import DIFFERENT, SCHEME_2, UNKNOWN, canonical, h
from replay.verdict import Replay
from replay_public_maker import public_edition
from replay_random import TEAM_FAULTS, make
from replay_teams import answer, random_instance, random_instances, safe_answer, side_of
from replay_test import FLAT, SEEDS, WithRecords, one_scalar_changed

RANDOM, FIXED = {"grouping": {"kind": "random", "size": 2}}, {"grouping": {"kind": "fixed"}}
LEADERS = {"more": {"inspectors": lambda row: {"mayLead": True} if int(row["id"].partition("/")[2]) % 2 == 0 else {}}}
TEAM_NAMES = ("甲", "乙", "丙")
CREWS = [(name, [f"{agency}/{n}" for agency in "AB" for n in (2 + 2 * k, 3 + 2 * k)]) for k, name in enumerate(TEAM_NAMES)]


class Dealt:
    """A stream that shuffles each list as it is told."""

    def __init__(self, *orders):
        self.orders = list(orders)

    def shuffled(self, values):
        values, order = list(values), self.orders.pop(0)
        return [values[n] for n in order]


def sides_of(case):
    return [side_of(row) for row in case["agencies"]]


class Dealing(unittest.TestCase):
    def formations(self, name, count):
        """(instance, sides, T, teams of each formation) of random instances with random teams."""
        for case in random_instances(count, name):
            if "size" in case:
                sides = sides_of(case)
                number = number_of_teams(sides, case["size"])
                if all(side.at_least <= case["size"] for side in sides) or number == 0:
                    yield case, sides, number, [random_teams(sides, case["size"], number, lambda agency: Stream.of_text(seeds[agency]))
                                                for seeds in case["seeds"]]

    def test_M11_3_sizes_leaders_and_everybody_once_in_every_formation(self):
        seen = Counter()
        for case, sides, number, formations in self.formations("dealing", 300):
            for teams in formations:
                self.assertEqual(len(teams), number)
                for side in sides:
                    own = [person for team in teams for person in team[side.agency]]
                    self.assertEqual(len(own), len(set(own)))
                    self.assertLessEqual(set(own), set(side.capacities))
                    for team in teams:
                        self.assertEqual(len(team[side.agency]), case["size"])
                        self.assertGreaterEqual(len(side.leaders & set(team[side.agency])), side.at_least)
                self.assertIsNone(dealing_fault(sides, case["size"], number, [sum(team.values(), []) for team in teams]))
            seen["teams"] += number > 1
            seen["none"] += number == 0
            seen["leaders"] += any(side.at_least for side in sides)
        self.assertTrue(all(seen[key] > 5 for key in ("teams", "none", "leaders")), seen)

    def test_M11_3_T_is_as_large_as_it_can_be(self):
        for case, sides, number, _ in self.formations("as large", 200):
            enough = lambda count: all(len(side.capacities) >= count * case["size"] and len(side.leaders) >= count * side.at_least for side in sides)
            self.assertTrue(enough(number) and not enough(number + 1))

    def test_M11_3_over_all_orders_leaders_are_alike_and_others_are_alike(self):
        row = {"agency": "A", "capacity": {f"A/{n}": 1 for n in range(5)}, "leaders": ["A/1", "A/3", "A/4"], "visits": []}
        for at_least, leader, other in ((0, 4 * 24, 4 * 24), (1, None, None)):
            side, places = side_of({**row, "atLeast": at_least}), [Counter(), Counter()]
            first = permutations(range(3)) if at_least else [None]
            for one, two in product(first, permutations(range(3 if at_least else 5))):
                orders = [order for order in (one, two) if order is not None]
                for k, team in enumerate(deal(side, 2, 2, Dealt(*orders))):
                    places[k].update(team)
            for number in places:
                self.assertEqual(len({number[person] for person in side.leaders}), 1)
                self.assertEqual(len({number[person] for person in ("A/0", "A/2")}), 1)
                if not at_least:
                    self.assertEqual(len(set(number.values())), 1)
            self.assertEqual(places[0], places[1])

    def test_M11_3_leaders_are_dealt_first_and_those_left_are_dealt_with_the_others(self):
        side = side_of({"agency": "A", "capacity": {f"A/{n}": 1 for n in range(6)}, "leaders": ["A/1", "A/3", "A/4"], "atLeast": 1, "visits": []})
        teams = deal(side, 3, 2, Dealt((2, 0, 1), (3, 2, 1, 0)))                # A/4, A/1 lead; then A/5, A/3, A/2, A/0
        self.assertEqual(teams, [["A/3", "A/4", "A/5"], ["A/0", "A/1", "A/2"]])
        self.assertEqual(deal(side, 2, 2, Dealt((0, 1, 2), (3, 0, 1, 2))), [["A/1", "A/5"], ["A/0", "A/3"]])
        self.assertRaisesRegex(ValueError, "M11.3", deal, side._replace(at_least=3), 2, 1, None)

    def test_R8_8_teams_that_could_not_have_been_dealt(self):
        sides = [side_of({"agency": agency, "capacity": {f"{agency}/{n}": 1 for n in range(5)}, "leaders": [f"{agency}/0", f"{agency}/1"],
                          "atLeast": 1, "visits": []}) for agency in "AB"]
        good = [["A/0", "A/2", "B/1", "B/2"], ["A/1", "A/3", "B/0", "B/3"]]
        self.assertIsNone(dealing_fault(sides, 2, 2, good))
        for bad in (good[:1], [*good, good[0]], [["A/0", "A/2", "B/1"], good[1]], [[*good[0], "A/4"], good[1]], [good[0], ["A/1", "A/2", "B/0", "B/3"]],
                    [["A/3", "A/2", "B/1", "B/2"], ["A/1", "A/4", "B/0", "B/3"]], [["A/0", "C/2", "B/1", "B/2"], good[1]], [["A/0", "A/9", "B/1", "B/2"], good[1]],
                    [["A/0", "A/0", "B/1", "B/2"], good[1]]):
            self.assertIsNotNone(dealing_fault(sides, 2, 2, bad), bad)


def may_go(case, team, target):
    """M11.5, from the instance alone."""
    for row in case["agencies"]:
        for visit in row["visits"]:
            people = [person for person in team if person.partition("/")[0] == row["agency"]]
            if visit["target"] == target and (len(people) < visit["places"] or set(people) & set(visit["out"])):
                return False
            if visit["target"] == target and not all(group["lo"] <= len(set(people) & set(group["members"]))
                                                     <= (99 if group["hi"] is None else group["hi"]) for group in visit["groups"]):
                return False
    return True


def fewest_without(case, teams, targets):
    """The fewest targets without a group, by trying all."""
    room = [min(row["capacity"][person] for row in case["agencies"] for person in team if person in row["capacity"]) for team in teams]

    def rest(e, room):
        if e == len(targets):
            return 0
        best = 1 + rest(e + 1, room)
        for k, team in enumerate(teams):
            if best and room[k] and may_go(case, team, targets[e]):
                best = min(best, rest(e + 1, [*room[:k], room[k] - 1, *room[k + 1:]]))
        return best
    return rest(0, room)


class Matches(unittest.TestCase):
    def test_M11_6_shortages_and_the_formation_that_goes_are_those_of_trying_everything(self):
        chance, seen = random.Random("brute"), Counter()
        for _ in range(400):
            case = random_instance(chance, is_small=True)
            found = safe_answer(case)
            if "error" in found:
                self.assertTrue(any(row["atLeast"] > case["size"] for row in case["agencies"]), found)
                continue
            targets = sorted({visit["target"] for row in case["agencies"] for visit in row["visits"]})
            for one in found["formations"]:
                self.assertEqual(one["shortage"], fewest_without(case, one["teams"], targets))
            shortages = [one["shortage"] for one in found["formations"]]
            limit = case["formations"] if "size" in case and found["teams"] else 1
            self.assertTrue(all(shortages[:-1]) and (len(shortages) == limit or not shortages[-1]))
            self.assertEqual("formation" in found, not shortages[-1])
            seen.update(["goes" if not shortages[-1] else "not", *(["later"] if found.get("formation") else [])])
        self.assertTrue(seen["goes"] > 60 and seen["not"] > 60 and seen["later"] > 5, seen)

    def test_M5_8_M11_7_odds_and_the_groups_that_are_sent(self):
        repaired = 0
        for case in random_instances(300, "odds"):
            found = safe_answer(case)
            if "formation" not in found:
                continue
            teams, loads, expected = found["formations"][-1]["teams"], Counter(), Counter()
            self.assertEqual([target for target, _ in found["odds"]], [target for target, _ in found["assignment"]])
            for (target, row), (_, k) in zip(found["odds"], found["assignment"]):
                self.assertEqual([g for g, _ in row], [g for g, team in enumerate(teams, 1) if may_go(case, team, target)])
                self.assertEqual(sum(q for _, q in row), 65536)
                self.assertGreater(dict(map(tuple, row))[k], 0)
                loads[k] += 1
                expected.update(dict(map(tuple, row)))
            for k, team in enumerate(teams, 1):
                c = min(row["capacity"][person] for row in case["agencies"] for person in team if person in row["capacity"])
                self.assertLessEqual(expected[k], c * 65536)
                self.assertIn(loads[k], (expected[k] // 65536, -(-expected[k] // 65536)))
            repaired += found["repairPhases"] > 0
        self.assertGreater(repaired, 3)

    def test_M11_3_without_teams_formation_0_alone_is_tried(self):
        side = {"agency": "A", "capacity": {"A/1": 3}, "leaders": [], "atLeast": 0,
                "visits": [{"target": "t", "places": 1, "out": [], "groups": []}]}
        self.assertEqual(answer({"size": 2, "formations": 9, "seeds": [], "agencies": [side]}),
                         {"teams": 0, "formations": [{"teams": [], "shortage": 1}]})

    def test_M11_4_groups_with_people_of_every_agency_take_part(self):
        case = {"fixed": [{"group": "a", "inspectors": ["A/1", "B/1", "C/1"]}, {"group": "b", "inspectors": ["A/2"]},
                          {"group": "c", "inspectors": ["A/2", "A/9", "B/2"]}], "formations": 5, "seeds": [{"*": h("x")}],
                "agencies": [{"agency": agency, "capacity": {f"{agency}/{n}": n for n in (1, 2)}, "leaders": [], "atLeast": 0,
                              "visits": [{"target": "t", "places": 1, "out": [], "groups": []}]} for agency in "AB"]}
        self.assertEqual(answer(case)["formations"], [{"teams": [["A/1", "B/1"], ["A/2", "B/2"]], "shortage": 0}])

    def test_M11_8_the_worked_case(self):
        key = "7049d631e5f50094257a8c68599866ba46cd6d80c203bab045593306097ed582"
        seed = lambda agency, f: h(f"ssj/2 stream\n{key}\n{agency}#{f}\n")
        self.assertEqual(seed("A", 0), "d6b4e1342d55e79ba434245479b7409246f07c17780f235e6061f720a26259e3")
        leaders = lambda agency: [f"{agency}/{n}" for n in (1, 4, 7)]
        out = {("A", "X"): ["A/2"], ("B", "X"): ["B/6"], ("B", "Z"): ["B/5"]}
        row = lambda agency, targets, at_least: {
            "agency": agency, "capacity": {f"{agency}/{n}": 3 for n in range(1, 8)}, "leaders": leaders(agency), "atLeast": at_least, "visits": [
                {"target": target, "places": 2, "out": out.get((agency, target), []),
                 "groups": [{"members": leaders(agency), "lo": 1, "hi": None}] if at_least else []} for target in targets]}
        found = answer({"size": 3, "formations": 20, "agencies": [row("A", "XYZ", 0), row("B", "XZ", 1)],
                        "seeds": [{agency: seed(agency, f) for agency in "AB*"} for f in range(20)]})
        self.assertEqual([one["shortage"] for one in found["formations"]], [1, 0])
        self.assertEqual([[" ".join(team) for team in one["teams"]] for one in found["formations"]], [
            ["A/3 A/4 A/6 B/1 B/4 B/6", "A/2 A/5 A/7 B/2 B/5 B/7"], ["A/4 A/5 A/6 B/2 B/3 B/4", "A/2 A/3 A/7 B/1 B/6 B/7"]])
        self.assertEqual(found["odds"], [["X", [[1, 65536]]], ["Y", [[1, 32768], [2, 32768]]], ["Z", [[1, 32768], [2, 32768]]]])
        self.assertEqual(found["assignment"], [["X", 1], ["Y", 2], ["Z", 1]])


class Records(WithRecords):
    def teams_maker(self, grouping=RANDOM, scheme=SCHEME_2, targets=20, **more):
        crews = {"teams": CREWS} if grouping is FIXED else {}
        return self.maker(scheme, targets=targets, sampling=FLAT, more=grouping, registry={**LEADERS, **crews}, **more)

    def test_M11_a_draw_in_teams_and_the_rounds_by_persons_that_follow(self):
        for grouping, scheme in product((RANDOM, FIXED), (SCHEME_2, "ssj/2-rehearsal")):
            with self.subTest(grouping=grouping, scheme=scheme):
                maker = self.teams_maker(grouping, scheme, rules={"leadersPerVisit": 1})
                one = maker.draw(SEEDS[0])
                self.assertTrue(one.teams() and one.is_feasible())
                maker.change("target-withdrawn", target=one.drawn()[0])
                maker.change("inspector-withdrawn", inspector=one.assigned()["A", one.drawn()[1]][0])
                maker.announce()
                again = maker.draw(SEEDS[1])
                self.assertIsNone(again.teams())                    # M11.1
                self.assertTrue(again.assigned())
                maker.reveal()
                self.assertEqual(self.points(maker), {})
                teams = [set(team["inspectors"]) for team in one.teams().formations()[-1]["teams"]]
                for target in one.drawn():
                    self.assertIn(set(one.assigned()["A", target]) | set(one.assigned()["B", target]), teams)
                edition = Path(self.holder.name) / "public"
                shutil.rmtree(edition, ignore_errors=True)
                public_edition(maker.folder, edition)
                self.assertEqual(PublicReplay(edition).record.exit_code(), 0)
                withheld = {row["path"] for row in json.loads((edition / "public.json").read_text(encoding="utf-8"))["withheld"]}
                self.assertLessEqual({"rounds/0/teams.json", "rounds/0/team-odds.jsonl"}, withheld)

    def test_R8_8_before_the_reveal_the_recorded_teams_stand(self):
        wanted = {"抽取序号 (D4)", "抽取结果 (D7)", "定人 检查组 (M11.7)", "密钥承诺 (D2.5)", "密钥揭示 (R9)"}
        for grouping in (RANDOM, FIXED):
            maker = self.teams_maker(grouping)
            maker.draw(SEEDS[0])
            self.assertEqual(set(self.points(maker, UNKNOWN)), wanted)
            self.assertEqual(self.points(maker, DIFFERENT), {})
            (maker.folder / "rounds/0/teams.json").unlink()
            found = self.points(maker, UNKNOWN)
            self.assertEqual("概率表 检查组 (M11.5, R8.7)" in found or "匹配结果 (R8)" in found, grouping is RANDOM)
            self.assertEqual(self.last.exit_code(), 6)

    def exhausted(self, **more):
        maker = self.teams_maker(capacity=1, rules={"formations": 3}, **more)
        return maker, maker.draw(SEEDS[0])

    def test_R8_5_a_round_that_no_formation_can_do_leaves_its_places_to_the_next_in_teams(self):
        for grouping, tried in ((RANDOM, 3), (FIXED, 1)):
            maker, one = self.exhausted(grouping=grouping)
            self.assertEqual(one.teams().match_document(), {"outcome": "formations-exhausted", "formations": tried})
            self.assertEqual(len(one.teams().formations()), tried)
            self.assertFalse((maker.folder / "rounds/0/assignments.jsonl").exists())
            self.assertEqual(self.points(maker, DIFFERENT), {})
            for agency, n in product("AB", range(2, 8)):
                maker.change("capacity-set", inspector=f"{agency}/{n}", capacity=3)
            maker.announce()
            again = maker.draw(SEEDS[1])
            self.assertTrue(again.teams() and again.is_feasible())
            maker.announce()
            self.assertEqual(maker.draw(SEEDS[2]).sides(), [])
            maker.reveal()
            self.assertEqual(self.points(maker), {})

    def test_M11_6_twenty_formations_where_the_office_has_not_said(self):
        maker = self.teams_maker(capacity=1)
        self.assertEqual(maker.draw(SEEDS[0]).teams().match_document()["formations"], 20)

    def test_M11_3_M11_6_streams_name_agency_and_formation(self):
        one = self.teams_maker(scheme="ssj/2-rehearsal").draw(SEEDS[0])
        for agency in ("A", "*"):
            self.assertEqual(one.teams().stream(agency, 3).seed_text, h(f"ssj/2-rehearsal stream\n{one.key('inspectors')}\n{agency}#3\n"))

    def test_M11_3_an_agency_without_a_whole_team_is_tried_once(self):
        maker = self.teams_maker(inspectors=2)
        one = maker.draw(SEEDS[0])
        self.assertEqual((one.teams().match_document()["formations"], one.teams().formations()), (1, [{"shortage": 6, "teams": []}]))
        maker.reveal()
        self.assertEqual(self.points(maker), {})

    def test_M11_2_M10_appointed_people_are_in_no_team_and_count_as_present(self):
        for person in ("A/7", "B/7"):
            registry = {"appointments": [("A", "x", person)], "more": {"items": lambda row: {"anyQualifications": ["x"]} if row["id"] == "I-A" else {}}}
            maker = self.maker(SCHEME_2, targets=20, sampling=FLAT, more=RANDOM, registry=registry)
            one = maker.draw(SEEDS[0])
            self.assertEqual({number for number in one.teams().sides[0].places.values()}, {1})
            self.assertTrue(one.is_feasible())                      # nobody in a team has x
            self.assertFalse(any(person in team["inspectors"] for made in one.teams().formations() for team in made["teams"]))
            maker.reveal()
            self.assertEqual(self.points(maker), {})

    def test_R5_fixed_teams_of_the_snapshot(self):
        maker = self.teams_maker(FIXED)
        maker.draw(SEEDS[0])
        maker.reveal()
        path = maker.folder / "registry/teams.jsonl"
        text = path.read_text(encoding="utf-8")
        path.unlink()
        self.points(maker)
        self.assertEqual(self.last.exit_code(), 6)
        for changed in (text.replace('"A/2","A/3"', '"A/3","A/2"'), "".join(sorted(text.splitlines(True))), text.replace('"A/2",', ""), ""):
            path.write_text(changed, encoding="utf-8", newline="\n")
            self.points(maker)
            self.assertEqual(self.last.exit_code(), 5 if changed != text else 0, changed)

    def test_every_scalar_of_the_documents_of_a_round_in_teams_is_held_by_something(self):
        for grouping, is_revealed in product((RANDOM, FIXED), (True, False)):
            maker = self.teams_maker(grouping)
            maker.draw(SEEDS[0])
            if is_revealed:
                maker.reveal()
            maker.finish()
            for name in ("teams.json", "team-odds.jsonl", "match.json", "assignments.jsonl"):
                path = maker.folder / "rounds/0" / name
                lines = path.read_text(encoding="utf-8").splitlines()
                number = len(lines) // 2
                for changed in one_scalar_changed(json.loads(lines[number])):
                    path.write_text("\n".join([*lines[:number], canonical(changed), *lines[number + 1:]]) + "\n", encoding="utf-8", newline="\n")
                    with self.subTest(name, change=canonical(changed), grouping=grouping, is_revealed=is_revealed):
                        self.assertEqual(Replay(maker.finish()).record.exit_code(), 5)
                path.write_text("".join(line + "\n" for line in lines), encoding="utf-8", newline="\n")

    def test_every_fault_in_documents_that_the_ledger_bears_out_is_found(self):
        """A record whose own digests all fit, as an office that wanted to deceive would write it."""
        found = {}
        for fault in TEAM_FAULTS:
            for attempt in range(120):
                with tempfile.TemporaryDirectory() as folder:
                    maker = make(Path(folder) / "record", f"{fault} {attempt}", fault, "teams")
                    is_known = maker.known_secret is None or maker.scheme != SCHEME_2 or (maker.folder / "reveal.json").exists()
                    if maker.fault is None and is_known:
                        found[fault] = found.get(fault, []) + [Replay(maker.folder).record.exit_code()]
                if len(found.get(fault, [])) == 3:
                    break
        self.assertEqual(set(found), set(TEAM_FAULTS))
        for fault, exits in found.items():
            self.assertTrue(set(exits) <= ({6} if fault == "no-teams-file" else {5}), (fault, exits))


if __name__ == "__main__":
    unittest.main()
