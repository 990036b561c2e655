"""What replay.py promises, on invented records: python3 -m unittest replay_test (in this folder)."""
import json
import shutil
import tempfile
import unittest
from pathlib import Path

from replay.cases import problem_of_round
from replay.changes import Standing, change_fault
from replay.frame_root import frame_root, root_of
from replay.ledger import order_faults
from replay.places import later_strata
from replay.text import DIFFERENT, REHEARSAL, SCHEME, UNKNOWN, canonical, h, sha256
from replay.verdict import Replay
from replay_maker import Maker

FLAT = {"kind": "flat", "rule": {"kind": "fixed", "count": 6}}
BY_RISK = {"kind": "by-risk", "rules": {name: {"kind": "ratio", "basisPoints": bp, "rounding": "up"}
                                        for name, bp in (("A", 500), ("B", 1000), ("C", 2000), ("D", 2000))}}
SEEDS = [f"{n}" * 20 for n in range(10)]


class WithRecords(unittest.TestCase):
    def setUp(self):
        self.holder = tempfile.TemporaryDirectory()
        self.addCleanup(self.holder.cleanup)

    def maker(self, scheme=SCHEME, targets=60, agencies=("A", "B"), inspectors=8, recusals=(), registry=None, **seal):
        folder = Path(self.holder.name) / "record"
        shutil.rmtree(folder, ignore_errors=True)
        maker = Maker(folder, scheme)
        maker.register(targets, agencies, inspectors, recusals, **(registry or {}))
        maker.seal(**{"sampling": BY_RISK, **seal})
        return maker

    def points(self, maker, *statuses):
        """{point: detail} of the points that are not identical, after all has been written."""
        record = Replay(maker.finish()).record
        self.last = record
        return {point: detail for status, point, detail in record.points if status in (statuses or (DIFFERENT, UNKNOWN))}

    def assert_different(self, maker, *points):
        """Just these points are different."""
        found = self.points(maker, DIFFERENT)
        self.assertEqual(sorted(found), sorted(points), found)


def with_many_changes(maker):
    """Round 0, every kind of change, round 1, more, round 2."""
    one = maker.draw(SEEDS[0])
    first, second, third, fourth = (row["id"] for row in one.selection()[:4])
    visits = one.assigned()
    maker.change("target-withdrawn", target=first)
    maker.change("target-postponed", target=second)
    maker.change("inspector-withdrawn", inspector=visits["A", third][0])
    maker.change("pair-withdrawn", target=third, inspector=visits["B", third][0], ground="后申报")
    maker.change("pair-withdrawn", target=fourth, inspector="A/7" if "A/7" not in visits["A", third] else "A/6", ground="后申报")
    maker.change("recusal-released", target="local:T000001", inspector="A/2")
    maker.change("capacity-set", inspector="B/3", capacity=9)
    maker.change("borrowed", agency="A", inspector="X/10", capacity=8, qualifications=["q"])
    maker.change("borrowed", agency="B", inspector="X/11", capacity=8, qualifications=[])
    maker.announce()
    again = maker.draw(SEEDS[1])
    new = [row["id"] for row in again.selection()]
    maker.change("target-withdrawn", target=new[0])
    maker.change("inspector-withdrawn", inspector="X/10")
    maker.change("capacity-set", inspector="B/3", capacity=0)
    maker.announce()
    maker.change("target-withdrawn", target=third)              # while round 2 is open: acts from round 3 on
    last = maker.draw(SEEDS[2])
    return one, again, last


class Rounds(WithRecords):
    def test_every_kind_of_change_replays_identical(self):
        for scheme in (SCHEME, REHEARSAL):
            with self.subTest(scheme):
                maker = self.maker(scheme, recusals=[("local:T000001", "A/2"), ("local:T000003", "B/4")])
                one, again, last = with_many_changes(maker)
                maker.reveal()
                self.assertEqual(self.points(maker), {})
                self.assertEqual(len(again.selection()), 1)
                self.assertTrue(again.assigned() and last.assigned())
                fallen = {row["id"] for row in one.selection()[:2]}
                self.assertFalse({target for _, target in again.assigned()} & fallen)
                people = {agency: {person for problem, _ in again.problems() if problem.agency == agency
                                   for person in problem.inspectors if person.startswith("X")} for agency in "AB"}
                self.assertEqual(people, {"A": {"X/10"}, "B": {"X/11"}})
                self.assertFalse(set(one.drawn()) & set(again.drawn()) | set(again.drawn()) & set(last.drawn()))

    def test_before_the_reveal_odds_are_recomputed_and_selections_are_unverifiable(self):
        maker = self.maker(recusals=[("local:T000001", "A/2")])
        with_many_changes(maker)
        unknown = self.points(maker)
        self.assertEqual(self.last.exit_code(), 6)
        wanted = {label + point for label in ("", "第 1 轮 ", "第 2 轮 ") for point in (
            "抽取序号 (D4)", f"抽取结果 (D7{', D8' if label else ''})")}
        wanted |= {f"{label}定人 {agency} (M6)" for label, agency in (("", "A"), ("", "B"), ("第 1 轮 ", "A"),
                                                                       ("第 1 轮 ", "B"), ("第 2 轮 ", "A"), ("第 2 轮 ", "B"))}
        self.assertEqual(set(unknown), wanted | {"密钥承诺 (D2.5)", "密钥揭示 (R9)"})

    def test_a_round_that_could_not_be_matched_leaves_all_places_to_the_next(self):
        maker = self.maker(capacity=1, sampling=FLAT, targets=30)
        one = maker.draw(SEEDS[0])
        self.assertFalse(one.is_feasible())
        for agency in "AB":
            for n in range(2, 8):
                maker.change("capacity-set", inspector=f"{agency}/{n}", capacity=2)
        maker.announce()
        again = maker.draw(SEEDS[1])
        self.assertTrue(again.is_feasible())
        self.assertEqual(sum(map(len, again.assigned().values())), 24)
        maker.reveal()
        self.assertEqual(self.points(maker), {})
        self.assertIn(("一致", "匹配结果 (R8)", "infeasible"), self.last.points)

    def test_a_pool_too_small_is_shown_and_drawn_empty(self):
        maker = self.maker(sampling=FLAT, targets=7)
        one = maker.draw(SEEDS[0])
        for row in one.selection()[:3]:
            maker.change("target-withdrawn", target=row["id"])
        maker.announce()
        self.assertEqual(len(maker.draw(SEEDS[1]).selection()), 1)
        maker.announce()
        self.assertEqual(maker.draw(SEEDS[2]).selection(), [])
        maker.reveal()
        self.assertEqual(self.points(maker), {})

    def test_a_target_withdrawn_before_it_was_drawn_is_never_drawn(self):
        maker = self.maker(sampling=FLAT, targets=12)
        drawn = maker.draw(SEEDS[0]).drawn()
        rest = [row["id"] for row in maker.tables["targets"] if row["id"] not in drawn]
        for target in (*drawn[:2], *rest[:4]):
            maker.change("target-withdrawn", target=target)
        maker.announce()
        self.assertEqual(sorted(maker.draw(SEEDS[1]).drawn()), rest[4:])

    def test_a_void_draw_and_the_one_that_follows(self):
        maker = self.maker()
        maker.void("种子录入有误")
        maker.reveal()
        self.assertEqual(self.points(maker), {})
        for path in [maker.folder / "reveal.json", *maker.folder.glob("rounds/*/*"), *maker.folder.glob("notices/*")]:
            path.unlink()
        maker.seal(BY_RISK, redoes=[{"drawId": "652722-2026-0001", "reason": "种子录入有误"}])
        maker.draw(SEEDS[0])
        maker.reveal()
        self.assertEqual(self.points(maker), {})

    def test_published_at_once_needs_no_reveal(self):
        maker = self.maker(publication="at-once")
        maker.change("target-withdrawn", target=maker.draw(SEEDS[0]).drawn()[0])
        maker.announce()
        maker.draw(SEEDS[1])
        self.assertEqual(self.points(maker), {})


class Differences(WithRecords):
    def started(self, **more):
        maker = self.maker(**more)
        maker.change("target-withdrawn", target=maker.draw(SEEDS[0]).drawn()[0])
        return maker

    def test_what_a_notice_says_is_recomputed(self):
        head = {"seq": 3, "digest": "0" * 64}
        for point, over in (("公告 (R12.2)", {"changes": []}), ("公告 (R12.2)", {"ledgerHead": head}),
                            ("公告 (R12.2)", {"scheme": REHEARSAL}),
                            ("种子起算时间 (D2.6)", {"seed": {"lines": ["dice:d10x20"], "notBefore": "2026-03-02T09:00:00+08:00"}}),
                            ("补抽数量 (R12.4)", {"strata": [{"name": n, "withdrawn": 0, "pool": 1, "quota": 0} for n in "ABCD"]})):
            with self.subTest(point):
                maker = self.started()
                maker.announce(**over)
                maker.draw(SEEDS[1])
                maker.reveal()
                self.assert_different(maker, "第 1 轮 " + point)

    def test_a_wrong_time_of_a_notice_is_different(self):
        maker = self.started()
        maker.announce(noticedAt="2026-03-02T09:00:00+08:00")
        maker.draw(SEEDS[1])
        maker.reveal()
        self.assert_different(maker, "台账时间 (R10.5)")

    def test_the_seed_of_a_later_round_is_a_fresh_one(self):
        maker = self.started()
        maker.announce()
        maker.draw(SEEDS[0])
        maker.reveal()
        self.assert_different(maker, "第 1 轮 种子 (D2.1, D2.2, R6)")

    def test_what_was_entered_before_the_draw_stands_in_the_seed(self):
        wrong = ["第 1 轮 先行登记的种子 (R10.3)"]
        for value, witnesses, expected in (("abc", [], []), ("abd", [], wrong), ("abc", [{"agency": "A", "name": "甲"}], wrong)):
            maker = self.started()
            lines = ["dice:d10x20", "typed:"]
            maker.announce(seed={"lines": lines, "notBefore": maker.now()})
            maker.append("entered", {"drawId": maker.draw_id, "round": 1, "line": f"typed:={value}", "witnesses": witnesses})
            maker.draw(None, [{"line": f"dice:d10x20={SEEDS[1]}", "witnesses": []}, {"line": "typed:=abc", "witnesses": []}])
            maker.reveal()
            self.assert_different(maker, *expected)

    def test_a_void_draw_lacks_nothing_in_the_round_that_was_open(self):
        maker = self.started()
        maker.announce()
        maker.void()
        maker.reveal()
        self.assertEqual(self.points(maker), {})
        self.assertIn(("一致", "第 1 轮 抽取结果 (D7)", "本次抽取已作废，此轮未抽"), self.last.points)

    def test_a_change_that_could_not_be_made_is_different(self):
        maker = self.started()
        maker.change("target-withdrawn", target="local:T999999")
        maker.announce()
        maker.draw(SEEDS[1])
        maker.reveal()
        self.assert_different(maker, "变更 (R12.3)")

    def test_a_change_without_a_reason_is_no_document(self):
        maker = self.started()
        maker.append("changed", {"drawId": maker.draw_id, "reason": "", "by": "某人", "evidence": "某证",
                                 "change": {"kind": "inspector-withdrawn", "inspector": "A/3"}})
        self.assertIn("文书 ledger.jsonl (R1)", self.points(maker, DIFFERENT))

    def test_redoes_name_the_void_draws(self):
        maker = self.maker()
        maker.void()
        maker.reveal()
        (maker.folder / "reveal.json").unlink()
        maker.seal(BY_RISK)
        maker.draw(SEEDS[0])
        maker.reveal()
        self.assert_different(maker, "作废后的重新封存 (R4, R12.6)")

    def test_a_formal_draw_beside_one_that_stands_is_different(self):
        maker = self.maker()
        maker.seal(BY_RISK)
        maker.draw(SEEDS[0])
        maker.reveal()
        self.assert_different(maker, "台账次序 (R10.4)")

    def test_every_scalar_of_every_document_is_held_by_something(self):
        """Each value changed alone, the manifest put right: never identical, and never a crash."""
        maker = self.maker(targets=20, inspectors=6, sampling=FLAT)
        maker.change("target-withdrawn", target=maker.draw(SEEDS[0]).drawn()[0])
        maker.announce()
        maker.draw(SEEDS[1])
        maker.reveal()
        self.assertEqual(self.points(maker), {})
        for path in sorted(maker.folder.rglob("*.json*")):
            name = path.relative_to(maker.folder).as_posix()
            if name == "manifest.json":
                continue
            lines = path.read_text(encoding="utf-8").splitlines()
            for number in {0, len(lines) // 2, len(lines) - 1} if lines else ():
                for changed in one_scalar_changed(json.loads(lines[number])):
                    text = "\n".join([*lines[:number], canonical(changed), *lines[number + 1:]]) + "\n"
                    if name == "ledger.jsonl":
                        maker.ledger, kept = text.splitlines(), maker.ledger
                    path.write_text(text, encoding="utf-8", newline="\n")
                    with self.subTest(name, change=canonical(changed)):
                        record = Replay(maker.finish()).record
                        self.assertEqual(record.exit_code(), 5)
                    if name == "ledger.jsonl":
                        maker.ledger = kept
            path.write_text("".join(line + "\n" for line in lines), encoding="utf-8", newline="\n")
        self.assertEqual(self.points(maker), {})

    def test_a_missing_file_is_unverifiable_and_a_strange_one_different(self):
        maker = self.started()
        maker.announce()
        maker.draw(SEEDS[1])
        maker.reveal()
        maker.finish()
        for name in ("notices/0.json", "notices/1.json", "salt.json", "rounds/0/assignments.jsonl", "rounds/1/odds.jsonl"):
            data = (maker.folder / name).read_bytes()
            (maker.folder / name).unlink()
            record = Replay(maker.folder).record
            self.assertEqual((record.exit_code(), name), (6, name))
            (maker.folder / name).write_bytes(data)
        for name in ("notices/2.json", "notices/01.json", "rounds/2/seed.json", "rounds/1/more.json"):
            (maker.folder / name).parent.mkdir(exist_ok=True)
            (maker.folder / name).write_bytes((maker.folder / "notices/1.json").read_bytes())
            maker.finish()
            record = Replay(maker.folder).record
            self.assertEqual((record.exit_code(), name), (5, name))
            (maker.folder / name).unlink()


def one_scalar_changed(value):
    """Copies of a value with one scalar changed, or one key left out or added."""
    if isinstance(value, dict):
        yield {**value, "more": 1}
        for key in value:
            yield {k: v for k, v in value.items() if k != key}
            for child in one_scalar_changed(value[key]):
                yield {**value, key: child}
    elif isinstance(value, list):
        for n, item in list(enumerate(value))[:2]:
            for child in one_scalar_changed(item):
                yield [*value[:n], child, *value[n + 1:]]
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield value + 1
    else:
        yield value[:-1] + ("1" if value[-1:] != "1" else "2")


def ledger(*events):
    """Rows of `opened` and of events like "sealed" or "drawn 0"; a third word names another draw than 1, "-" no round."""
    rows = [{"type": "opened", "body": {"authority": {"code": "X"}}}]
    for event in events:
        kind, number, draw = (event + " - 1").split()[:3] if " " not in event else (event + " 1").split()[:3]
        body = {"drawId": f"X-2026-{int(draw):04}", "authority": {"code": "X"}, "batch": "B", "scheme": SCHEME}
        rows.append({"type": kind, "body": {**body, "round": int(number)} if number != "-" else body})
    return rows


class Order(unittest.TestCase):
    def test_orders_that_are_allowed(self):
        for events in (["sealed"], ["sealed", "drawn 0", "revealed", "evidence 0", "published"],
                       ["sealed", "changed", "entered 0", "drawn 0", "changed", "announced 1", "changed", "drawn 1", "revealed"],
                       ["sealed", "voided", "revealed"], ["sealed", "drawn 0", "announced 1", "voided", "evidence 1", "revealed"],
                       ["sealed", "voided", "sealed - 2", "drawn 0 2", "revealed - 1", "revealed - 2"]):
            self.assertEqual(order_faults(ledger(*events))[0], [], events)

    def test_orders_that_are_not(self):
        for events in (["drawn 0"], ["sealed", "sealed"], ["sealed", "drawn 1"], ["sealed", "drawn 0", "drawn 0"],
                       ["sealed", "announced 1"], ["sealed", "drawn 0", "announced 2"], ["sealed", "drawn 0", "drawn 1"],
                       ["sealed", "drawn 0", "announced 1", "announced 2"], ["sealed", "revealed"],
                       ["sealed", "drawn 0", "announced 1", "revealed"], ["sealed", "drawn 0", "entered 0"],
                       ["sealed", "voided", "drawn 0"], ["sealed", "voided", "changed"], ["sealed", "voided", "voided"],
                       ["sealed", "drawn 0", "revealed", "voided"], ["sealed", "drawn 0", "revealed", "changed"],
                       ["sealed", "drawn 0", "revealed", "revealed"], ["sealed", "drawn 0", "revealed", "announced 1"],
                       ["evidence 0"], ["changed"], ["sealed", "sealed - 2"], ["sealed - 2"], ["opened"], ["sealed", "blessed"]):
            self.assertEqual(len(order_faults(ledger(*events))[0]) > 0, True, events)


class Changes(unittest.TestCase):
    roster = {"A/1": {}, "A/2": {"reason": "off-duty"}, "A/3": {"reason": "capacity-zero"}}

    def fault(self, *changes):
        """What is wrong with the last change; t1 and t2 are in the frame, t1 is drawn, (t2, A/1) a recusal."""
        standing = Standing()
        for change in changes[:-1]:
            standing.take(change)
        return change_fault(changes[-1], standing, {"t1", "t2"}, {"t1"}, self.roster, {("t2", "A/1")})

    def test_when_a_change_can_be_made(self):
        c = lambda kind, **keys: {"kind": kind, **keys}
        gone, late = c("target-withdrawn", target="t1"), c("target-postponed", target="t1")
        off, borrow = c("inspector-withdrawn", inspector="A/1"), c("borrowed", agency="A", inspector="X/1", capacity=1, qualifications=[])
        pair, release = c("pair-withdrawn", target="t1", inspector="A/1", ground="g"), c("recusal-released", target="t2", inspector="A/1")
        setting = lambda person: c("capacity-set", inspector=person, capacity=2)
        for changes in ([gone], [late], [off], [pair], [release], [borrow], [setting("A/1")], [setting("A/3")],
                        [borrow, setting("X/1")], [borrow, c("inspector-withdrawn", inspector="X/1")], [setting("A/1"), setting("A/1")]):
            self.assertIsNone(self.fault(*changes), changes)
        for changes in ([gone, gone], [late, gone], [gone, late], [c("target-postponed", target="t2")], [off, off],
                        [c("inspector-withdrawn", inspector="A/9")], [pair, pair], [gone, pair], [off, pair], [release, release],
                        [c("recusal-released", target="t1", inspector="A/1")], [setting("A/2")], [off, setting("A/1")],
                        [borrow, borrow], [c("borrowed", agency="A", inspector="A/1", capacity=1, qualifications=[])],
                        [c("target-withdrawn", target="t3")], [setting("A/9")], [c("capacity-set", inspector="A/1", capacity=-1)]):
            self.assertIsNotNone(self.fault(*changes), changes)


class Places(unittest.TestCase):
    """R12.5 by hand: the numbers above come from the same code, these do not."""

    def test_open_places_loads_and_eligibility_of_a_later_round(self):
        c = lambda kind, **keys: {"kind": kind, **keys}
        visit = lambda target, assigned, people=2, needs=(): {
            "target": target, "people": people, "qualifications": list(needs), "assigned": assigned}
        problem = problem_of_round({
            "agency": "A",
            "visits": [visit("t1", ["A/1", "A/2"]), visit("t2", ["A/1", "A/3"]), visit("t3", ["A/3", "A/4"]),
                       visit("t4", ["A/1", "A/4"]), visit("t5", []), visit("t6", ["A/1", "A/2"]), visit("t7", [], 1, ["q"])],
            "inspectors": [{"id": f"A/{n}", "capacity": 3, "qualifications": ["q"] if n % 2 else []} for n in (10, 1, 2, 3, 4)],
            "recusals": [["t5", "A/2"], ["t7", "A/1"], ["t5", "A/10"]],
            "changes": [c("inspector-withdrawn", inspector="A/3"), c("pair-withdrawn", target="t1", inspector="A/2", ground="g"),
                        c("target-withdrawn", target="t4"), c("target-postponed", target="t6"),
                        c("recusal-released", target="t5", inspector="A/10"), c("capacity-set", inspector="A/4", capacity=1),
                        c("borrowed", agency="A", inspector="B/1", capacity=5, qualifications=["q", "r"]),
                        c("borrowed", agency="C", inspector="B/2", capacity=5, qualifications=["q"]),
                        c("capacity-set", inspector="B/1", capacity=2)]})
        self.assertEqual(problem.targets, ["t1", "t2", "t3", "t5", "t7"])
        self.assertEqual(problem.demand, [1, 1, 1, 2, 1])
        self.assertEqual(problem.inspectors, ["A/1", "A/10", "A/2", "A/3", "A/4", "B/1"])
        self.assertEqual(problem.capacity, [1, 3, 3, 0, 0, 2])      # A/1 is on t1 and t2, A/4 on t3, A/2 nowhere any more
        self.assertEqual(problem.eligible, [[1, 5], [1, 2, 5], [0, 1, 2, 5], [0, 1, 5], [5]])

    def test_strata_of_a_later_round(self):
        frame = [{"id": f"t{n}", "stratum": "AB"[n % 2]} for n in range(8)]       # A: t0 t2 t4 t6; B: t1 t3 t5 t7
        self.assertEqual(later_strata(["A", "B", "C"], frame, {"t0", "t2", "t4", "t1"}, {"t0", "t2", "t3"}, {"t0", "t2", "t3", "t7"}), [
            {"name": "A", "withdrawn": 2, "pool": 1, "quota": 1}, {"name": "B", "withdrawn": 0, "pool": 1, "quota": 0},
            {"name": "C", "withdrawn": 0, "pool": 0, "quota": 0}])

    def test_the_root_of_three_leaves(self):
        node = lambda left, right: h(f"{SCHEME} node\n{left}\n{right}\n")
        self.assertEqual(root_of(SCHEME, ["a"]), "a")
        self.assertEqual(root_of(SCHEME, ["a", "b", "c"]), node(node("a", "b"), "c"))
        self.assertEqual(root_of(SCHEME, list("abcdef")), node(node(node("a", "b"), node("c", "d")), node("e", "f")))

    def test_the_leaves_of_a_frame_ascend(self):
        frame = [{"id": f"local:{n}", "stratum": "B" if n else "A"} for n in range(5)]
        names = dict(zip(sorted("AB", key=lambda name: h(f"{SCHEME} stratum\nsalt\n{name}\n")), ("S1", "S2")))
        leaves = [h(f"{SCHEME} leaf\n" + h(f"{SCHEME} salt\nsalt\n{row['id']}\n") + f"\n{names[row['stratum']]}\n{row['id']}\n")
                  for row in frame]
        self.assertNotEqual(leaves, sorted(leaves))
        self.assertEqual(frame_root(SCHEME, "salt", ["A", "B"], frame), root_of(SCHEME, sorted(leaves)))


if __name__ == "__main__":
    unittest.main()
