"""Makes whole records of invented draws, later rounds included, to try replay.py on: documents and ledger by hand from
docs/record-format.md, the numbers by the replay itself (what they must be is fixed by the worked cases)."""
import json
import os
from datetime import datetime, timedelta, timezone
from pathlib import Path

from replay.draw import rehearsal_secret, secret_commitment
from replay.entropy import recomputed_entropy
from replay.frame import derive_frame, derive_roster, derive_strata
from replay.frame_root import frame_root, rehearsal_salt
from replay.odds import largest_difference
from replay.text import SCHEME, by_bytes, canonical, h, is_rehearsal, sha256
from replay.verdict import Replay

START = datetime(2026, 3, 2, 9, 0, tzinfo=timezone(timedelta(hours=8)))
SHEET = sha256(b"sheet")


WITNESSES = [{"agency": "A", "name": "甲"}, {"agency": "B", "name": "乙"}]


def with_entropy(document):
    rows = [{**row, "tenthBits": 0} for row in document["lines"]]
    document = {**document, "lines": rows, "tenthBits": 0, "warnings": []}
    found = recomputed_entropy(document, lambda row: [witness["agency"] for witness in row["witnesses"]])[1]
    return {**document, "lines": [{**row, "tenthBits": bits} for row, bits in zip(rows, found["lines"])],
            "tenthBits": found["tenthBits"], "warnings": found["warnings"]}


def people_documents(one):
    """What a round by persons leaves (R8.2 to R8.4): {name: rows, or a document without drawId and round}."""
    outcome, agencies, odds, assigned = "matched" if one.is_feasible() else "infeasible", [], [], []
    for problem, found in one.problems():
        if outcome == "infeasible":
            agencies.append({"agency": problem.agency, "shortage": found.shortage,
                             **({"targets": problem.targets, "people": [], "repairs": []} if found.shortage else {})})
            continue
        agencies.append({"agency": problem.agency, "iterations": found.iterations, "repairPhases": found.repair_phases,
                         "largestDifference": largest_difference(problem, found.odds), "noChoice": [
                             {"target": problem.targets[e], "inspector": problem.inspectors[i]}
                             for e, row in enumerate(found.odds) for i in sorted(row) if row[i] == 65536]})
        odds += [{"agency": problem.agency, "target": problem.targets[e],
                  "odds": [[problem.inspectors[i], row[i]] for i in sorted(row)]} for e, row in enumerate(found.odds)]
        assigned += [{"agency": problem.agency, "target": target, "inspectors": people}
                     for target, people in one.assignment(problem, found).items()]
    match = {"match.json": {"format": "ssj-match/1", "outcome": outcome, "agencies": agencies}}
    return {**match, "odds.jsonl": odds, "assignments.jsonl": assigned} if outcome == "matched" else match


def team_documents(one):
    """What a round in teams leaves (R8.5 to R8.7), in the same form."""
    teams = one.teams()
    documents = {"match.json": {"format": "ssj-match/1", **teams.match_document()},
                 "teams.json": {"format": "ssj-teams/1", "formations": teams.formations()}}
    return {**documents, **teams.tables()} if one.is_feasible() else documents


class KnowingReplay(Replay):
    """A replay that knows the office's secret and gives no verdict."""

    def __init__(self, folder, secret):
        self.known_secret = secret
        super().__init__(folder)

    def secret(self):
        return self.known_secret

    def check_all(self):
        pass


class Maker:
    """One ledger and the record of one draw at a time in `folder`."""

    def __init__(self, folder, scheme=SCHEME, start=START):
        self.folder, self.scheme, self.minutes, self.ledger, self.serial = Path(folder), scheme, 0, [], 0
        self.start = start
        self.append("opened", {"authority": {"code": "652722", "name": "某县"}, "year": 2026,
                               "program": {"name": "maker", "version": "1"}})

    # ---- files and ledger

    def now(self, later=0):
        return (self.start + timedelta(minutes=self.minutes + later)).isoformat()

    def write(self, path, value):
        """A document, or a list as a table; gives the digest of the file."""
        text = "".join(canonical(row) + "\n" for row in (value if isinstance(value, list) else [value]))
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
        return sha256(text.encode("utf-8"))

    def head(self):
        return {"seq": len(self.ledger), "digest": sha256(self.ledger[-1].encode("utf-8"))}

    def append(self, kind, body):
        previous = self.head()["digest"] if self.ledger else "0" * 64
        self.ledger.append(canonical({"at": self.now(), "body": body, "prev": previous, "seq": len(self.ledger) + 1,
                                      "type": kind}))
        self.minutes += 1

    def chain(self):
        """Puts `prev` right after lines were changed by hand."""
        previous, lines = "0" * 64, []
        for line in self.ledger:
            lines.append(canonical({**json.loads(line), "prev": previous}))
            previous = sha256(lines[-1].encode("utf-8"))
        self.ledger = lines

    def finish(self):
        """Ledger and manifest as they stand; gives the folder."""
        (self.folder / "ledger.jsonl").write_text("\n".join(self.ledger) + "\n", encoding="utf-8", newline="\n")
        files = sorted((path for path in self.folder.rglob("*") if path.is_file() and path.name != "manifest.json"),
                       key=lambda path: by_bytes(str(path.relative_to(self.folder))))
        rows = [{"bytes": path.stat().st_size, "path": path.relative_to(self.folder).as_posix(),
                 "sha256": sha256(path.read_bytes())} for path in files]
        self.write("manifest.json", {"drawId": self.draw_id, "edition": "archive", "format": "ssj-record/1", "files": rows})
        return self.folder

    # ---- registry and seal

    def register(self, targets, agencies, inspectors, recusals=(), capacity=None, more=None, appointments=(), teams=()):
        """Invented tables: every target of stratum A, B, C or D; every fifth inspector with the qualification q.

        `more` {table: function} gives further keys of a row; `teams` [(group, people)] are the fixed ones (M11.4).
        """
        ids = sorted((f"local:T{n:06}" for n in range(targets)), key=by_bytes)
        tables = {
            "agencies": [{"code": code, "name": code, "aliases": []} for code in sorted(agencies)],
            "targets": [{"id": id, "name": id, "tags": ["t"], "status": "ok", "riskClass": "ABCD"[int(h(id), 16) % 4],
                         "area": "A1"} for id in ids],
            "inspectors": sorted(({"id": f"{code}/{n}", "agency": code, "qualifications": ["q"] if n % 5 == 0 else [],
                                   "licences": [{"number": "1", "validUntil": "2030-01-01"}], "isOnDuty": n != 1,
                                   **({"capacity": capacity} if capacity is not None else {})}
                                  for code in agencies for n in range(inspectors)), key=lambda row: by_bytes(row["id"])),
            "items": [{"id": f"I-{code}", "name": code, "agencies": [code], "appliesTo": {"tags": ["t"]},
                       "qualifications": []} for code in sorted(agencies)],
            "recusals": sorted(({"target": t, "inspector": i, "ground": "近亲属"} for t, i in recusals),
                               key=lambda row: (by_bytes(row["target"]), by_bytes(row["inspector"])))}
        for name, keys in (more or {}).items():
            tables[name] = [{**row, **keys(row)} for row in tables[name]]
        if appointments:
            tables["appointments"] = [{"agency": agency, "qualification": name, "inspector": inspector, "by": "某局", "reason": "某因"}
                                      for agency, name, inspector in appointments]
        if teams:
            tables["teams"] = [{"group": group, "inspectors": sorted(people, key=by_bytes)}
                               for group, people in sorted(teams, key=lambda team: by_bytes(team[0]))]
        counts = {name: len(rows) for name, rows in tables.items()}
        files = {f"{name}.jsonl": self.write(f"registry/{name}.jsonl", rows) for name, rows in tables.items()}
        files["names.jsonl"] = sha256(b"names")
        files["report.json"] = self.write("registry/report.json", {"problems": sha256(b"[]"), "refused": [], "warnings": 0})
        self.write("registry/snapshot.json", {"format": "ssj-snapshot/1", "files": files,
                                              "counts": {**counts, "names": counts["inspectors"]}})
        self.tables = tables
        self.snapshot = sha256((self.folder / "registry/snapshot.json").read_bytes()[:-1])
        self.append("imported", {"snapshot": self.snapshot, "counts": counts, "refused": 0})

    def seal(self, sampling, lines=("dice:d10x20",), batch="B-01", people=2, capacity=6, publication="after-visits",
             redoes=None, seed=None, rules=None, more=None, levelling=None, bars=None, used=None):
        """`seed`: that of the seal without the secret, where it is more than lines to be drawn at once. `rules` {name: value}
        and `more` are further rules of the office and keys of the batch, `used` {inspector: visits of the year so far}."""
        self.serial += 1
        self.draw_id, self.batch, self.number = f"652722-2026-{self.serial:04}", batch, 0
        rehearsal = is_rehearsal(self.scheme)
        self.known_secret = None if publication == "at-once" else rehearsal_secret(self.draw_id) if rehearsal else h(self.draw_id)
        salt = rehearsal_salt(self.draw_id) if rehearsal else h("salt" + self.draw_id)
        agencies = [row["code"] for row in self.tables["agencies"]]
        sealed = {
            "format": "ssj-sealed/1", "scheme": self.scheme, "drawId": self.draw_id, "clock": "system",
            "authority": {"code": "652722", "name": "某县"}, "sealedAt": self.now(), "ledgerHead": self.head(),
            "batch": {"number": batch, "name": batch, "items": [f"I-{code}" for code in agencies], "lead": agencies[0],
                      "cooperating": agencies[1:], "period": {"from": "2026-03-01", "to": "2026-11-30"}, "filter": {},
                      "sampling": sampling, **(more or {})},
            "rules": {name: {"value": value, "source": "某县规定"} for name, value in (
                ("inspectorsPerVisit", people), ("capacityPerBatch", capacity), ("revealWithinDays", 30), ("forecastLimit", 100),
                *(rules or {}).items())},
            "defaults": {}, "activeStatuses": ["ok"], "snapshot": self.snapshot, "publication": publication,
            "seed": seed or {"lines": list(lines), "notBefore": self.now()},
            "forecast": {"agencies": [], "draws": 0, "infeasible": 0, "proven": "grouping" not in (more or {})},
            "program": {"name": "maker", "version": "1"}}
        if self.known_secret:
            sealed["seed"] = {**sealed["seed"], "secret": {"commitment": secret_commitment(self.scheme, self.draw_id, self.known_secret),
                                                           "revealBy": "2026-12-30"}}
        if redoes:
            sealed["redoes"] = redoes
        if levelling:
            sealed["levelling"] = [{"agency": agency, "cap": cap} for agency, cap in levelling]
        frame, exclusions, sealed["visits"] = derive_frame(sealed, self.tables["targets"], self.tables["items"])
        roster = derive_roster(sealed, self.tables["inspectors"], sealed["visits"], self.tables["agencies"], used or {})
        sealed["strata"] = derive_strata(sealed, frame)
        sealed["documents"] = {name: self.write(name, rows) for name, rows in (
            ("exclusions.jsonl", exclusions), ("frame.jsonl", frame), ("roster.jsonl", roster))}
        if bars is not None:
            sealed["documents"]["bars.jsonl"] = self.write("bars.jsonl", [
                {"target": target, "inspector": inspector, "drawId": draw_id} for target, inspector, draw_id in bars])
        self.write("salt.json", {"format": "ssj-salt/1", "drawId": self.draw_id, "salt": salt})
        self.write("sealed.json", sealed)
        commitment = h(canonical(sealed))
        notice = {"format": "ssj-notice/1", "scheme": self.scheme, "drawId": self.draw_id, "round": 0, "commitment": commitment,
                  "frameRoot": frame_root(self.scheme, salt, [s["name"] for s in sealed["strata"]], frame),
                  "ledgerHead": sealed["ledgerHead"], "seed": sealed["seed"]}
        self.write("notices/0.json", notice)
        self.append("sealed", {"drawId": self.draw_id, "batch": batch, "scheme": self.scheme, "commitment": commitment,
                               "notice": h(canonical(notice)), "snapshot": self.snapshot})
        self.seed, self.last_announcement = sealed["seed"], len(self.ledger)

    # ---- changes, rounds, the end

    def change(self, kind, **keys):
        self.append("changed", {"drawId": self.draw_id, "change": {"kind": kind, **keys}, "reason": "某因", "by": "某人",
                                "evidence": "某证"})

    def replay(self):
        self.finish()
        return KnowingReplay(self.folder, self.known_secret)

    def announce(self, **over):
        """The notice of the next round; `over` replaces keys of it."""
        self.number += 1
        rows = [json.loads(line) for line in self.ledger[self.last_announcement:]]
        changes = [{"seq": row["seq"], **{key: value for key, value in row["body"].items() if key != "drawId"}}
                   for row in rows if row["type"] == "changed"]
        notice = {"format": "ssj-notice/1", "scheme": self.scheme, "drawId": self.draw_id, "round": self.number,
                  "ledgerHead": self.head(), "noticedAt": self.now(), "clock": "system", "changes": changes,
                  "seed": {"lines": self.seed["lines"], "notBefore": self.now()}}
        body = {"drawId": self.draw_id, "round": self.number, "commitment": "0" * 64}
        before, minute = list(self.ledger), self.minutes
        self.append("announced", body)                          # only so that the replay can work the strata out
        notice["strata"] = next(one for one in self.replay().rounds if one.number == self.number).strata()
        notice.update(over)
        self.seed = notice["seed"]
        self.write(f"notices/{self.number}.json", notice)
        self.ledger, self.minutes = before, minute
        self.append("announced", {**body, "commitment": h(canonical(notice))})
        self.last_announcement = len(self.ledger)

    def draw(self, value, rows=None):
        """Draws the open round with one public line of dice, or with the lines of `rows`; gives its outcome."""
        folder, head = f"rounds/{self.number}", {"drawId": self.draw_id, "round": self.number}
        rows = rows or [{"line": f"{self.seed['lines'][0]}={value}", "sheet": SHEET, "witnesses": WITNESSES}]
        self.write(f"{folder}/seed.json", with_entropy({
            "format": "ssj-seed/1", **head, "drawnAt": self.now(), "clock": "system", "lines": rows}))
        one = next(one for one in self.replay().rounds if one.number == self.number)
        self.write(f"{folder}/targets.jsonl", one.selection())
        written = self.documents_of(one)
        for name, value in written.items():
            self.write(f"{folder}/{name}", value if isinstance(value, list) else {**value, **head})
        outcome = written["match.json"]["outcome"]
        documents = {f"{folder}/{name}": sha256((self.folder / folder / name).read_bytes())
                     for name in os.listdir(self.folder / folder)}
        self.append("drawn", {**head, "outcome": outcome, "documents": documents})
        return one

    def documents_of(self, one):
        return team_documents(one) if one.teams() else people_documents(one)

    def void(self, reason="种子录入有误"):
        self.append("voided", {"drawId": self.draw_id, "reason": reason, "by": "某人", "evidence": "某证"})

    def reveal(self):
        document = self.write("reveal.json", {
            "format": "ssj-reveal/1", "drawId": self.draw_id, "secret": self.known_secret, "revealedAt": self.now(),
            "clock": "system", "visitsFinishedOn": "2026-03-02"})
        self.append("revealed", {"drawId": self.draw_id, "document": document})
