"""Small records of invented draws with random seeds, changes, rounds, evidence, and with random faults in them, to hold two
verifiers against each other: python3 replay_random.py FOLDER COUNT SEED [rules|teams|teams-appointed]. With `rules` the draws also have rules
on who goes together, appointments, rotation, levelling, areas, leave and capacities of a year, some of each; with `teams` they
go in teams (M11), with some of these, but without appointments, which `teams-appointed` adds (M10)."""
import hashlib
import json
import random
import shutil
import sys
from copy import deepcopy
from datetime import datetime, timedelta, timezone
from pathlib import Path

sys.dont_write_bytecode = True

from replay.draw import joint_parties
from replay.ed25519 import BASE, ORDER, P, multiply
from replay.evidence import Evidence
from replay.seeds import earlier_lines, rank
from replay.text import REHEARSAL, SCHEME, SCHEME_2, canonical, h, sha256
from replay_maker import SHEET, WITNESSES, Maker, people_documents

# Round 1000 of quicknet, which came at 2023-08-23T23:59:24+08:00 (draw-spec D2.7).
BEACON = ("b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39", 1000)
START = datetime(2023, 8, 23, 20, 0, 24, tzinfo=timezone(timedelta(hours=8)))
BEACON_MINUTE = 239
LOTTERY = "01.05.09.13.17.21.25.29.33.37.41.45.49.53.57.61.65.69.73."
FAULTS = ("office-late", "commitment-copied", "reveal-late", "entered-twice", "not-entered", "entered-top", "commit-late",
          "wrong-joint", "wrong-beacon", "signature-elsewhere", "no-signature", "early-notice", "joint-without-joint",
          "wrong-signature", "other-statement", "no-entry", "no-file", "wrong-number", "seed-again", "empty-reason", "drawn-early",
          "late-reveal", "other-draw", "wrong-round", "wrong-value", "entered-late", "dice-before-typed", "stranger", "cut")


TEAM_FAULTS = ("people-swapped", "person-in-two-teams", "person-left-out", "stranger-in-team", "teams-swapped", "formation-added",
               "formation-dropped", "shortage-changed", "named", "odds-changed", "odds-row-dropped", "figure-changed",
               "no-choice-dropped", "wrong-formation", "people-assigned", "one-stays-at-home", "no-teams-file", "odds-by-persons",
               "by-persons", "exhausted-early")


def encoded(point):
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


class Key:
    """An Ed25519 key pair from a name (RFC 8032, 5.1.5 and 5.1.6)."""

    def __init__(self, name):
        digest = hashlib.sha512(name.encode()).digest()
        self.scalar = int.from_bytes(digest[:32], "little") & (1 << 254) - 8 | 1 << 254
        self.prefix, self.public = digest[32:], encoded(multiply(self.scalar, BASE))

    def sign(self, message):
        r = int.from_bytes(hashlib.sha512(self.prefix + message).digest(), "little") % ORDER
        start = encoded(multiply(r, BASE))
        k = int.from_bytes(hashlib.sha512(start + self.public + message).digest(), "little") % ORDER
        return start + ((r + k * self.scalar) % ORDER).to_bytes(32, "little")


class RandomMaker(Maker):
    """A record that `chance` (a random.Random) and the name of a fault (or None) decide."""

    def __init__(self, folder, chance, fault=None, scheme=SCHEME):
        super().__init__(folder, scheme, START)
        self.chance, self.fault, self.pieces, self.has_beacon, self.number = chance, fault, 0, False, 0

    def has_fault(self, name):
        """True once, where this fault is wanted."""
        is_wanted, self.fault = self.fault == name, None if self.fault == name else self.fault
        return is_wanted

    # ---- seeds

    def random_lines(self):
        pool = ["dice:d10x20", "joint:OFF,P1,P2", "typed:", f"lottery:kl8:202600{self.number + 1}", "dice:d6x25"]
        pool += [] if self.has_beacon or self.minutes > BEACON_MINUTE - 60 else [f"drand:quicknet:{BEACON[1]}"]
        lines = self.chance.sample(pool, self.chance.choice((1, 1, 2, 3, 4)))
        return lines

    def random_seed(self, lines):
        """The seed of a seal or a notice made now."""
        highest = max(map(rank, lines))
        is_beacon = any(line.startswith("drand:") for line in lines)
        self.has_beacon |= is_beacon
        wait = BEACON_MINUTE - self.minutes if is_beacon else self.chance.randrange(25, 30)
        if is_beacon and self.has_fault("early-notice"):
            self.minutes = BEACON_MINUTE - 9
            wait = 9
        seed = {"lines": lines, "notBefore": self.now(wait)}
        if is_beacon and self.has_fault("wrong-round"):
            seed["lines"] = [f"drand:quicknet:{BEACON[1] + 1}" if line.startswith("drand:") else line for line in lines]
        if any(line.startswith("joint:") for line in lines) != self.has_fault("joint-without-joint"):
            seed["joint"] = {"revealBy": self.now(wait - 1 if highest == 3 else wait + 60), "otherwise": "void"}
        self.wait = wait
        return seed

    def value_of(self, left):
        digits = lambda count, faces: "".join(self.chance.choice(faces) for _ in range(count))
        if self.has_fault("wrong-value"):
            return "7" * 19
        return {"dice:d10x20": lambda: digits(20, "0123456789"), "dice:d6x25": lambda: digits(25, "123456"),
                "typed:": lambda: digits(8, "abc XYZ!")}.get(left, lambda: LOTTERY + str(self.chance.randrange(74, 81)))()

    def row_of(self, left):
        if left.startswith("drand:"):
            value = sha256(bytes.fromhex(BEACON[0]))
            value = sha256(b"other") if self.has_fault("wrong-beacon") else value
            return {"line": f"{left}={value}", "witnesses": [], **({} if self.has_fault("no-signature") else {"signature": BEACON[0]})}
        row = {"line": f"{left}={self.value_of(left)}", "witnesses": []}
        if left.startswith("dice:") and self.chance.random() < 0.8:
            row.update(sheet=SHEET, witnesses=WITNESSES)
        if not left.startswith("drand:") and self.has_fault("signature-elsewhere"):
            row["signature"] = BEACON[0]
        return row

    def random_draw(self):
        """All steps of the open round's seed, then the draw."""
        seed, place, rows = self.seed, {"drawId": self.draw_id, "round": self.number}, {}
        opened, highest, joint = self.minutes, max(map(rank, seed["lines"])), None
        end = opened + self.wait
        for left in seed["lines"]:
            joint = joint_parties(left) or joint
        secrets = {party: h(f"{self.draw_id}{self.number}{party}") for party in joint or []}
        if joint:
            self.commit(joint, secrets, place)
        if highest < 3:
            self.minutes = max(self.minutes, end)
        enter = sorted((left for left in earlier_lines(seed["lines"]) if rank(left) < 2), key=rank)
        if len(set(map(rank, enter))) > 1 and self.has_fault("dice-before-typed"):
            enter.reverse()
        if self.has_fault("entered-top"):
            enter += [left for left in seed["lines"] if rank(left) == highest][:1]
        late = bool(enter and joint) and self.has_fault("entered-late")
        for left in [] if late else enter:
            self.enter(left, rows, place)
        if joint:
            self.contribute(joint, secrets, place)
        for left in enter if late else []:
            self.enter(left, rows, place)
        self.minutes = max(self.minutes, end + 1)
        if self.has_fault("drawn-early"):
            self.minutes = end - 3
        for left in seed["lines"]:
            if joint_parties(left):
                value = h("".join(secrets[party] + "\n" for party in joint))
                rows[left] = {"line": f"{left}={h('x') if self.has_fault('wrong-joint') else value}", "witnesses": []}
            elif left not in rows:
                rows[left] = self.row_of(left)
        return self.draw(None, [rows[left] for left in seed["lines"]])

    def commit(self, parties, secrets, place):
        for party in self.chance.sample(parties, len(parties)):
            commitment = h(f"{self.scheme} commit\n{self.draw_id}\n{party}\n{secrets[party]}\n")
            first = h(f"{self.draw_id}0{party}")
            copy = h(f"{self.scheme} commit\n{self.draw_id}\n{party}\n{first}\n")
            if any(copy in line for line in self.ledger) and self.has_fault("commitment-copied"):
                secrets[party], commitment = first, copy
            self.append("committed", {**place, "party": party, "commitment": commitment})
        if self.has_fault("stranger"):
            self.append("committed", {**place, "party": "ELSE", "commitment": h("else")})

    def contribute(self, parties, secrets, place):
        order = [parties[0], *self.chance.sample(parties[1:], len(parties) - 1)]
        if self.has_fault("office-late"):
            order.reverse()
        for n, party in enumerate(order):
            if n == len(order) - 1 and self.has_fault("reveal-late"):
                self.minutes += 120
            self.append("contributed", {**place, "party": party, "secret": secrets[party]})
            if n == 0 and self.has_fault("commit-late"):
                self.append("committed", {**place, "party": parties[1], "commitment": h("late")})

    def enter(self, left, rows, place):
        rows[left] = self.row_of(left)
        if self.has_fault("not-entered"):
            return
        for _ in range(2 if self.has_fault("entered-twice") else 1):
            self.append("entered", {**place, **{key: rows[left][key] for key in rows[left] if key != "signature"}})

    # ---- teams (M11)

    def documents_of(self, one):
        documents = super().documents_of(one)
        if self.fault not in TEAM_FAULTS or self.fault == "no-teams-file" or one.teams() is None:
            return documents
        changed = with_team_fault(self.fault, deepcopy(documents), self.chance, one)
        if changed is None or changed == documents:                 # the fault does not fit this round
            return documents
        self.fault = None
        return changed

    def draw(self, value, rows=None):
        one = super().draw(value, rows)
        if one.teams() is not None and self.has_fault("no-teams-file"):
            (self.folder / one.path("teams.json")).unlink()         # the ledger names it
        return one

    # ---- evidence (R13)

    def evidence(self, number):
        """One piece for a round, signed or written."""
        self.pieces += 1
        evidence = Evidence(self.replay())
        text = evidence.statement_of(number)
        if self.has_fault("other-statement"):
            text += "\n"
        path = f"evidence/{self.pieces}.json"
        if self.has_fault("wrong-number"):
            path = f"evidence/{self.pieces + 1}.json"
        head = {"drawId": self.draw_id, "round": number, "statement": h(text)}
        if self.chance.random() < 0.7:
            kind, piece = "signature", {"format": "ssj-signature/1", **head, "signedAt": self.now(), "clock": "system"}
            key = Key(f"{self.pieces}")
            piece["card"] = {"holder": "张三", "body": "监督局", "publicKey": key.public.hex(),
                             "validFrom": "2023-08-23", "validUntil": "2025-08-23"}
            signature = key.sign(canonical(piece).encode())
            if self.has_fault("wrong-signature"):
                signature = key.sign(b"else")
            piece["signature"] = signature.hex()
        else:
            kind, piece = "written", {"format": "ssj-written/1", **head, "words": "某报", "scan": SHEET}
        document = self.write(path, piece)
        if self.has_fault("no-file"):
            (self.folder / path).unlink()
        if not self.has_fault("no-entry"):
            self.append("evidence", {"drawId": self.draw_id, "round": number, "kind": kind, "path": path, "document": document})


def random_changes(maker, one):
    """Some changes that can be made after a round was drawn."""
    chance, drawn = maker.chance, one.drawn()
    chance.shuffle(drawn)
    for kind in chance.sample(["target-withdrawn", "target-postponed", "capacity-set", "inspector-withdrawn"], chance.randrange(1, 4)):
        if kind.startswith("target"):
            if drawn:
                maker.change(kind, target=drawn.pop())
        elif kind == "capacity-set":
            inspector, capacity = f"A/{chance.randrange(2, 5)}", chance.randrange(1, 9)
            reasons = {row["id"]: row.get("reason") for row in one.replay.documents["roster.jsonl"]}
            if reasons[inspector] in (None, "capacity-zero"):
                maker.change(kind, inspector=inspector, capacity=capacity)
        elif maker.number == 0:
            maker.change(kind, inspector=f"B/{chance.randrange(2, 5)}")
    if maker.has_fault("other-draw"):
        maker.append("revealed", {"drawId": "652722-2026-0009", "document": SHEET})


def with_team_fault(fault, documents, chance, one):
    """The documents of a round in teams with a fault, or None where it cannot have it."""
    teams_json, match = documents["teams.json"], documents["match.json"]
    last = teams_json["formations"][-1]
    teams, is_matched = last["teams"], match["outcome"] == "matched"
    people = [(team, n) for team in teams for n in range(len(team["inspectors"]))]
    if fault in ("people-swapped", "person-in-two-teams"):
        pairs = [(a, b) for a in people for b in people if a[0] is not b[0]
                 and a[0]["inspectors"][a[1]].split("/")[0] == b[0]["inspectors"][b[1]].split("/")[0]]
        if not pairs:
            return None
        (one_team, n), (other, m) = chance.choice(pairs)
        person = one_team["inspectors"][n]
        one_team["inspectors"][n] = other["inspectors"][m]
        if fault == "people-swapped":
            other["inspectors"][m] = person
        for team in (one_team, other):
            team["inspectors"].sort(key=lambda name: name.encode())
    elif fault in ("person-left-out", "stranger-in-team"):
        if not people:
            return None
        team, n = chance.choice(people)
        team["inspectors"][n:n + 1] = [] if fault == "person-left-out" else ["A/999"]
        team["inspectors"].sort(key=lambda name: name.encode())
    elif fault == "teams-swapped":
        teams.reverse()
    elif fault == "formation-added":
        teams_json["formations"].append(deepcopy(last))
    elif fault == "formation-dropped":
        del teams_json["formations"][0]
    elif fault == "shortage-changed":
        last["shortage"] += 1
    elif fault == "named":
        for team in teams:
            team["name"] = team.get("name", "") + "x"
    elif fault == "odds-by-persons":
        documents["odds.jsonl"] = []
    elif fault == "exhausted-early" and is_matched:
        return {"teams.json": teams_json, "match.json": {"format": "ssj-match/1", "outcome": "formations-exhausted",
                                                         "formations": len(teams_json["formations"])}}
    elif not is_matched:
        return None
    elif fault == "odds-changed":
        row = chance.choice(documents["team-odds.jsonl"])["odds"]
        if len(row) < 2:
            return None
        row[0][1], row[-1][1] = row[0][1] + 1, row[-1][1] - 1
    elif fault == "odds-row-dropped":
        documents["team-odds.jsonl"].pop()
    elif fault == "figure-changed":
        match["joint"][chance.choice(("iterations", "repairPhases", "largestDifference"))] += 1
    elif fault == "no-choice-dropped":
        del match["joint"]["noChoice"][:1]
    elif fault == "wrong-formation":
        match["joint"]["formation"] += 1
    elif fault == "people-assigned":
        rows = [row for row in documents["assignments.jsonl"] if row["agency"] == documents["assignments.jsonl"][0]["agency"]]
        rows[0]["inspectors"] = rows[-1]["inspectors"]
    elif fault == "one-stays-at-home":
        documents["assignments.jsonl"][0]["inspectors"].pop()
    elif fault == "by-persons":
        return people_documents(one)
    return documents


def random_teams(chance, is_appointed=False):
    """What a draw in teams has: as random_rules, with `agencies` among the keywords of register."""
    is_likely = lambda probability: chance.random() < probability
    agencies = chance.choice((("A", "B"), ("A", "A-1", "B"), ("A", "B", "C")))
    count, size = chance.randrange(5, 11), chance.choice((2, 2, 3))
    number = lambda row: int(row["id"].partition("/")[2])
    leaders, trainees = set(chance.sample(range(count), count // 2 + 1)), set(chance.sample(range(count), 2))
    regions, own = is_likely(0.3), is_likely(0.3)
    facts = {n: {**({"mayLead": True} if n in leaders else {}), **({"grade": "trainee"} if n in trainees - leaders else {}),
                 **({"regions": ["X", "Y"]} if regions and is_likely(0.2) else {}),
                 **({"ownAreas": ["Y"]} if own and is_likely(0.2) else {}),
                 **({"capacity": chance.randrange(1, 5)} if is_likely(0.2) else {})} for n in range(count)}
    few = is_likely(0.4)                                            # not every agency at every target
    asks_x, asks_q, big = is_appointed, is_likely(0.2), size == 3 and is_likely(0.4)
    items = {"I-A": {"anyQualifications": ["x"]} if asks_x else {},
             "I-B": {**({"qualifications": ["q"]} if asks_q else {}), **({"people": 3} if big else {}),
                     **({"appliesTo": {"riskClasses": ["A", "B"]}} if few else {})}}
    more = {"inspectors": lambda row: facts[number(row)], "items": lambda row: items.get(row["id"], {}),
            "targets": lambda row: {"area": "XYZ"[int(row["id"][-1]) % 3 if regions or own else 0]}}
    rules = {name: value for name, value, probability in (
        ("leadersPerVisit", 1, 0.5), ("traineesPerVisit", 1, 0.3), ("ownArea", 1, 0.5), ("rotation", 1, 0.2),
        ("formations", chance.randrange(1, 7), 0.6)) if is_likely(probability)}
    grouping = {"kind": "random", "size": size}
    register = {"agencies": agencies, "inspectors": count, "more": more}
    if is_likely(0.35):
        grouping, crew = {"kind": "fixed"}, {agency: chance.sample(range(count), count) for agency in agencies}
        register["teams"] = [(name, [f"{agency}/{crew[agency].pop()}" for agency in agencies
                                     for _ in range(chance.choice((0, 2, 2, 2, 2, 2, 3))) if crew[agency]])
                             for name in ("甲组", "乙组", "丙组", "丁组")[:chance.randrange(2, 5)]]
        register["teams"] = [team for team in register["teams"] if team[1]]
    if asks_x:
        register["appointments"] = [("A", "x", chance.choice(("A/2", "B/2")))]
    seal = {"rules": rules, "more": {"grouping": grouping}}
    if rules.get("rotation"):
        seal["bars"] = []
    targets = [f"local:T{n:06}" for n in range(20)]
    register["recusals"] = sorted({(chance.choice(targets), f"{chance.choice(agencies)}/{chance.randrange(count)}")
                                   for _ in range(chance.choice((0, 3, 6, 15)))})
    return SCHEME_2, register, seal


def random_rules(chance):
    """What a draw with rules has: (scheme without -rehearsal, keywords of register, keywords of seal).

    Inspectors 0 and 5 have the qualification q (replay_maker), 1 is off duty; leaders have them all or none.
    """
    is_likely = lambda probability: chance.random() < probability
    leaders = {0, 2, 5, 6} if is_likely(0.5) else {2, 3, 6}
    senior, trainees = {n for n in leaders if is_likely(0.5)}, {4, 7} | ({3} if 3 not in leaders else set())
    regions, own, away, per_year = (is_likely(0.3) for _ in range(4))
    number = lambda row: int(row["id"].partition("/")[2])
    facts = {n: {**({"grade": "senior"} if n in senior else {"mayLead": True} if n in leaders else {}),
                 **({"grade": "trainee"} if n in trainees else {}),
                 **({"regions": ["X", "Y"][n % 2:]} if regions and is_likely(0.4) else {}),
                 **({"ownAreas": ["Y"]} if own and is_likely(0.4) else {}),
                 **({"away": [{"from": "2026-03-01", "to": f"2026-{chance.choice(('03', '10'))}-20"}]} if away and is_likely(0.3) else {}),
                 **({"capacityPerYear": chance.randrange(8)} if per_year and is_likely(0.4) else {})} for n in range(10)}
    wants_q, appoints = is_likely(0.4), is_likely(0.3)
    wanted = ["q"] if wants_q else []
    wanted += ["x"] if appoints else []
    more = {"inspectors": lambda row: facts[number(row)], "targets": lambda row: {"area": "XYZ"[int(row["id"][-1]) % 3 if regions or own else 0]}}
    if wanted:
        more["items"] = lambda row: {"anyQualifications": wanted} if row["id"] == "I-A" else {}
    if is_likely(0.3):
        more["agencies"] = lambda row: {"capacity": 5, "capacityPerYear": 9}
        per_year = True
    rules = {name: value for name, value, probability in (
        ("leadersPerVisit", 1, 0.5), ("traineesPerVisit", 1, 0.5), ("ownArea", chance.randrange(2), 0.5), ("freeDays", 5000, 0.5),
        ("capacityPerYear", chance.randrange(4, 12), 0.3), ("rotation", chance.randrange(3), 0.3)) if is_likely(probability)}
    seal = {"rules": rules, "more": {}}
    if is_likely(0.3):
        seal["more"]["composition"] = [{"group": "leader", "atLeast": 1}, {"group": "trainee", "atMost": chance.randrange(2)}]
    if is_likely(0.3):
        seal["more"]["levelling"], seal["levelling"] = True, [("A", chance.randrange(2, 7)), ("B", chance.randrange(2, 7))]
    if rules.get("rotation"):
        seal["bars"] = []
    if per_year or "capacityPerYear" in rules:
        seal["used"] = {f"{agency}/{n}": chance.randrange(4) for agency in "AB" for n in range(10)}
    has_rules = wanted or "composition" in seal["more"] or {"leadersPerVisit", "traineesPerVisit"} & set(rules)
    register = {"more": more, **({"appointments": [("A", "x", "A/2")]} if appoints else {})}
    return SCHEME_2 if has_rules else SCHEME, register, seal


def make(folder, name, fault=None, kind=None):
    """One record in a new folder; all of it follows from the name."""
    chance = random.Random(name)
    scheme = chance.choice((SCHEME, SCHEME, SCHEME, REHEARSAL))
    register, more = {}, {}
    if kind:
        base, register, more = random_rules(chance) if kind == "rules" else random_teams(chance, kind == "teams-appointed")
        scheme = base + scheme[len(SCHEME):]
    maker = RandomMaker(folder, chance, fault, scheme)
    maker.register(**{"targets": chance.randrange(14, 40), "agencies": ("A", "B"), "inspectors": chance.randrange(6, 10),
                      "recusals": [("local:T000003", "A/3")], **register})
    lines = maker.random_lines()
    flat = {"kind": "flat", "rule": {"kind": "fixed", "count": chance.randrange(2, 6)}}
    risk = {"kind": "by-risk", "rules": {c: {"kind": "ratio", "basisPoints": 1500, "rounding": "up"} for c in "ABCD"}}
    maker.seal(chance.choice((flat, risk)), publication=chance.choice(("after-visits", "after-visits", "at-once")),
               capacity=chance.choice((2, 6) if kind in (None, "rules") else (3, 8)), seed=maker.random_seed(lines), **more)
    if kind and is_refused(maker.replay()):
        shutil.rmtree(folder)
        return make(folder, name + "+", fault, kind)
    rounds, is_void, ended = chance.randrange(0, 3), chance.random() < 0.25, False
    if chance.random() < 0.5:
        maker.evidence(0)
    if is_void and chance.random() < 0.3:
        ended = True
    else:
        one = maker.random_draw()
    for _ in range(0 if ended else rounds):
        random_changes(maker, one)
        lines = maker.seed["lines"] if maker.has_fault("seed-again") else maker.random_lines()
        maker.number += 1
        seed = maker.random_seed(lines)
        maker.number -= 1
        maker.announce(seed=seed)
        if chance.random() < 0.3:
            maker.evidence(maker.number)
        if is_void and chance.random() < 0.4:
            break
        one = maker.random_draw()
    if is_void:
        maker.void()
    if maker.known_secret and chance.random() < 0.85:
        if maker.has_fault("late-reveal"):
            maker.minutes += 60 * 24 * 1400
        maker.reveal()
    if is_void and maker.has_fault("empty-reason"):
        maker.ledger = [line.replace("种子录入有误", "") for line in maker.ledger]
        maker.chain()
    if maker.has_fault("cut"):
        maker.ledger.pop()
    maker.finish()
    return maker


def is_refused(replay):
    """Would such a batch have been refused when it was planned."""
    return replay.check_composition()[0] or bool(replay.appointments()) and replay.check_appointments()[0]


def traits(maker):
    """What sets a record apart, for whoever compares verdicts."""
    rows = [json.loads(line) for line in maker.ledger]
    mine = [row for row in rows if row["body"].get("drawId") == maker.draw_id]
    kinds = [row["type"] for row in mine]
    is_open = kinds.count("drawn") < 1 + kinds.count("announced")
    found = ["void"] if "voided" in kinds else []
    found += ["open-when-voided"] if "voided" in kinds and is_open else []
    found += ["infeasible-later"] if any(row["body"].get("outcome") == "infeasible" and row["body"]["round"] for row in mine) else []
    found += ["rules"] if "ssj/2" in maker.scheme else []
    found += team_traits(maker, [row["body"] for row in mine if row["type"] == "drawn"])
    return found + sorted({row["type"] for row in mine} & {"entered", "contributed", "evidence", "announced", "revealed"})


def team_traits(maker, drawn):
    """Rounds in teams, as they stand in the record."""
    read = lambda path: json.loads((maker.folder / path).read_text(encoding="utf-8"))
    teams = [(body, read(path)["formations"]) for body in drawn for path in body["documents"] if path.endswith("/teams.json")
             and (maker.folder / path).exists()]
    found = {"teams-later" for body, _ in teams if body["round"]}
    found |= {"exhausted" if body["outcome"] == "formations-exhausted" else "teams" for body, _ in teams}
    found |= {"tried-more" for body, formations in teams if len(formations) > 1 and body["outcome"] == "matched"}
    found |= {"fixed" for _, formations in teams if any("name" in team for one in formations for team in one["teams"])}
    found |= {"persons-after-teams"} if {"teams"} & found and len(drawn) > len(teams) else set()
    return sorted(found)


def main():
    folder, count, name, kind = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], (sys.argv[4:] or [None])[0]
    faults = FAULTS if kind in (None, "rules") else TEAM_FAULTS
    for n in range(count):
        fault = faults[n // 2 % len(faults)] if n % 2 else None
        for attempt in range(40):                       # a fault fits some records only
            shutil.rmtree(folder / f"{n:03}", ignore_errors=True)
            maker = make(folder / f"{n:03}", f"{name} {n} {attempt}", fault, kind)
            if maker.fault is None:
                break
        print(canonical({"record": f"{n:03}", "fault": fault or "", "traits": traits(maker), "fits": maker.fault is None}))


if __name__ == "__main__":
    main()
