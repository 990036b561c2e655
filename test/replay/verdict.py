"""The replay of a whole record: seal, ledger, changes, secret, then every round (R4, R5, R9 to R12, R14)."""
import json
import os
import re

from .changes import Standing, change_fault
from .documents import compare_table, round_of
from .draw import rehearsal_secret, secret_commitment
from .evidence import Evidence
from .frame import batch_or_rule, derive_frame, derive_roster, derive_strata
from .frame_root import frame_root, rehearsal_salt
from .groups import laminar_fault
from .ledger import chain_faults, order_faults, redoes_of
from .places import appointed_to, person_of
from .proof import Proof
from .public import PublicReplay
from .record import Record
from .rounds import Round
from .sealed_rules import (appointment_faults, bars_faults, composition_faults, levelling_faults, needs_in, scheme_of)
from .seeds import commitment_faults, source_faults
from .text import (DIFFERENT, SAME, SCHEMES, UNKNOWN, Unverifiable, by_bytes, canonical, compare, is_inspector_of,
                   is_rehearsal, is_target_id, moment, sha256, short)

TIMES = ("sealedAt", "noticedAt", "drawnAt", "revealedAt", "clock", "visitsFinishedOn")


class Replay:
    """All points of the record in a folder, in `record.points`."""

    def __init__(self, folder):
        self.record, self.memory = Record(folder), {}
        self.documents, self.files, self.scheme = self.record.documents, self.record.files, self.record.scheme
        self.record.check_manifest()
        if self.scheme not in SCHEMES:
            self.record.add(UNKNOWN, "方案 (R4)",
                            f"sealed.json scheme {short(self.scheme)} 不是本程序所知的方案，整个存档无法核验")
            return
        self.record.read_documents()
        self.sealed = self.documents.get("sealed.json")
        self.rounds = [Round(self, number) for number in self.round_numbers()]
        self.check_all()

    def round_numbers(self):
        """R2: round 0, and every later one of the ledger or of the files."""
        numbers = {0, *(round_of(path) for path in self.files)} - {None}
        numbers |= {entry["body"]["round"] for kind in ("announced", "drawn") for entry in self.record.entries(kind)}
        return sorted(numbers)

    # ---- the order of the points

    def check_all(self):
        check = self.record.check
        registry = ["sealed.json", "registry/targets.jsonl", "registry/items.jsonl"]
        ledger, notice = ["sealed.json", "ledger.jsonl"], "notices/0.json"
        check("编号 (D1.5)", ["sealed.json"], self.check_draw_id)
        check("台账链 (R10.1)", ["ledger.jsonl"], self.check_chain)
        check("台账次序 (R10.4)", ledger, self.check_ledger_order)
        check("台账时间 (R10.5)", ledger, self.check_ledger_times)
        if any(entry["type"] in ("committed", "contributed") for entry in self.documents.get("ledger.jsonl", [])):
            check("联合种子的承诺 (D2.8)", ["ledger.jsonl"], lambda: (commitment_faults(self.documents["ledger.jsonl"]), ""))
        check("封存承诺 C (R1.4, R10.3)", ledger, self.check_commitment)
        check("封存前的台账 (R4)", ledger, self.check_ledger_head)
        check("作废后的重新封存 (R4, R12.6)", ledger, self.check_redoes)
        check("封存公告 (R12.1)", [*ledger, notice], self.check_notice)
        check("抽查库承诺 (R14)", ["sealed.json", notice, "salt.json"], self.check_frame_root)
        check("名录快照 (R5)", ["sealed.json", "registry/snapshot.json"], self.check_snapshot)
        check("名录标识 (D1.2, D1.4)", ["registry/targets.jsonl", "registry/inspectors.jsonl"], self.check_ids)
        check("封存文书摘要 (R4)", ["sealed.json"], self.check_sealed_documents)
        check("抽查库 (D5)", registry + ["frame.jsonl"], lambda: self.compare_derived("frame.jsonl"))
        check("排除 (D5.1)", registry + ["exclusions.jsonl"], lambda: self.compare_derived("exclusions.jsonl"))
        check("检查组合 (D5.3, D5.4)", registry, self.check_visits)
        check("参加抽取人员 (D5.5)", registry + ["registry/agencies.jsonl", "registry/inspectors.jsonl", "roster.jsonl"],
              lambda: self.compare_derived("roster.jsonl"))
        check("方案 (D1.8)", ["sealed.json"], self.check_scheme)
        self.check_sealed_rules()
        check("分层与抽取数量 (D6)", ["sealed.json"], self.check_strata)
        check("封存的种子 (D2)", ["sealed.json"], self.check_sealed_seed)
        check("密钥承诺 (D2.5)", ["sealed.json"], self.check_secret)
        check("密钥揭示 (R9)", ledger, self.check_reveal)
        if self.record.entries("changed"):
            check("变更 (R12.3)", [*ledger, "registry/recusals.jsonl"], self.check_changes)
        for one in self.rounds:
            one.check_all()
        Evidence(self).check_all()
        self.make_notes()

    def check_sealed_rules(self):
        """Only where a seal, or a file, has something of the kind."""
        check, sealed = self.record.check, self.sealed or {"batch": {}, "rules": {}, "visits": [], "documents": {}}
        if "composition" in sealed["batch"] or any("composition" in need for _, need in needs_in(sealed)):
            check("人员组成 (M9.2, D5.11)", ["sealed.json"], self.check_composition)
        if "registry/appointments.jsonl" in self.files:
            check("委派 (M10)", ["sealed.json", "registry/appointments.jsonl", "registry/inspectors.jsonl"], self.check_appointments)
        if "registry/teams.jsonl" in self.files:
            check("固定检查组 (R5, M11.4)", ["registry/teams.jsonl"], self.check_fixed_teams)
        if batch_or_rule(sealed, "rotation") or "bars.jsonl" in {*self.files, *sealed["documents"]}:
            check("轮换 (D5.9)", ["sealed.json", "ledger.jsonl"], self.check_bars)
        if batch_or_rule(sealed, "levelling") or "levelling" in sealed:
            check("均衡 (D5.10)", ["sealed.json"], lambda: (levelling_faults(sealed), "，".join(
                f"{row['agency']} {row['cap']}" for row in sealed.get("levelling", ()))))

    # ---- ledger (R10)

    def check_draw_id(self):
        draw_id = self.sealed["drawId"]
        differences = [] if re.fullmatch("[0-9A-Z]{1,16}-[0-9]{4}-[0-9]{4,}", draw_id) else [
            f"sealed.json drawId 不合格式：{short(draw_id)}"]
        code = self.sealed["authority"]["code"]
        if draw_id.split("-")[0] != code:
            differences += compare("sealed.json", draw_id.split("-")[0], code, "drawId 的机关")
        for path, document in self.documents.items():
            if isinstance(document, dict) and "drawId" in document:
                differences += compare(path, document["drawId"], draw_id, "drawId")
            if isinstance(document, dict) and "round" in document and round_of(path) is not None:
                differences += compare(path, document["round"], round_of(path), "round")
        opened = self.documents.get("ledger.jsonl", [])[:1]
        if opened and opened[0]["type"] == "opened":
            differences += compare("ledger.jsonl 第 1 行", opened[0]["body"]["authority"]["code"], code, "authority.code")
        return differences, draw_id + ("，演练" if is_rehearsal(self.scheme) else "")

    def check_chain(self):
        rows = self.documents["ledger.jsonl"]
        return chain_faults(self.record.ledger_lines(), rows), f"{len(rows)} 行"

    def check_ledger_order(self):
        rows = self.documents["ledger.jsonl"]
        differences, serials = order_faults(rows)
        if rows and rows[-1]["body"].get("drawId") != self.sealed["drawId"]:
            differences.append(f"ledger.jsonl 第 {len(rows)} 行（末行）不是本次抽取的事项")
        return differences, f"第 {serials} 次封存为止"

    def check_ledger_times(self):
        """R10.5: the times of this draw's entries are those of its documents; others that go back are only noted."""
        rows = self.documents["ledger.jsonl"]
        self.record.notes += [f"ledger.jsonl 第 {n + 2} 行 at {rows[n + 1]['at']} 早于上一行 {rows[n]['at']}"
                              for n in range(len(rows) - 1) if moment(rows[n + 1]["at"]) < moment(rows[n]["at"])]
        places = [("sealed", None, "sealed.json", "sealedAt"), ("revealed", None, "reveal.json", "revealedAt")]
        for number in [one.number for one in self.rounds]:
            places.append(("drawn", number, f"rounds/{number}/seed.json", "drawnAt"))
            places.append(("announced", number, f"notices/{number}.json", "noticedAt"))
        return [f"ledger.jsonl 第 {entry['seq']} 行 at {entry['at']}，{path} {key} {self.documents[path][key]}"
                for kind, number, path, key in places if path in self.documents
                for entry in self.record.entries(kind, number) if entry["at"] != self.documents[path][key]], ""

    def sealed_entry(self):
        entries = self.record.entries("sealed")
        if len(entries) != 1:
            raise ValueError(f"ledger.jsonl 中本次抽取的 sealed 有 {len(entries)} 条，应为一条")
        return entries[0]

    def check_commitment(self):
        entry, commitment = self.sealed_entry(), sha256(self.files["sealed.json"][:-1])
        expected = {"drawId": self.sealed["drawId"], "batch": self.sealed["batch"]["number"], "scheme": self.scheme,
                    "commitment": commitment, "snapshot": self.sealed["snapshot"]}
        body = {key: entry["body"][key] for key in expected}
        return compare(f"ledger.jsonl 第 {entry['seq']} 行 body", body, expected), f"C = {commitment}"

    def check_ledger_head(self):
        head = self.record.head_before(self.sealed_entry())
        if head is None:
            return ["ledger.jsonl 中本次抽取的 sealed 之前没有台账"], ""
        return compare("sealed.json", self.sealed["ledgerHead"], head, "ledgerHead"), f"第 {head['seq']} 行"

    def check_redoes(self):
        rows = self.documents["ledger.jsonl"]
        redoes = redoes_of(rows, rows.index(self.sealed_entry()))
        differences = compare("sealed.json", self.sealed.get("redoes"), redoes or None, "redoes")
        return differences, "，".join(row["drawId"] for row in redoes) or "此前没有作废的抽取"

    # ---- notice of the seal, frame root (R12.1, R14)

    def check_notice(self):
        entry, notice = self.sealed_entry(), self.documents["notices/0.json"]
        digest = sha256(self.files["notices/0.json"][:-1])
        differences = compare(f"ledger.jsonl 第 {entry['seq']} 行", entry["body"]["notice"], digest, "notice")
        expected = {
            "scheme": self.scheme, "drawId": self.sealed["drawId"], "commitment": sha256(self.files["sealed.json"][:-1]),
            "ledgerHead": self.sealed["ledgerHead"],
            "seed": self.sealed["seed"]}
        return differences + compare("notices/0.json", {key: notice[key] for key in expected}, expected), digest

    def check_frame_root(self):
        salt, differences = self.documents["salt.json"]["salt"], []
        if is_rehearsal(self.scheme):
            differences += compare("salt.json", salt, rehearsal_salt(self.sealed["drawId"]), "salt")
        root = frame_root(self.scheme, salt, [stratum["name"] for stratum in self.sealed["strata"]],
                          self.sound_rows("frame.jsonl"))
        return differences + compare("notices/0.json", self.documents["notices/0.json"]["frameRoot"], root, "frameRoot"), root

    # ---- seal, registry, frame (R4, R5, D5, D6)

    def check_snapshot(self):
        snapshot, missing = self.documents["registry/snapshot.json"], []
        differences = compare("sealed.json", self.sealed["snapshot"], sha256(self.files["registry/snapshot.json"][:-1]),
                              "snapshot")
        for name in (name for name in snapshot["files"] if name != "names.jsonl"):              # R5: stays in the office
            path = f"registry/{name}"
            if path not in self.files:
                missing.append(path)
                continue
            differences += compare("registry/snapshot.json", snapshot["files"][name], sha256(self.files[path]),
                                   f"files.{name}")
            table = name.partition(".")[0]
            if path in self.documents and table in snapshot["counts"]:
                differences += compare("registry/snapshot.json", snapshot["counts"][table], len(self.documents[path]),
                                       f"counts.{table}")
        for table in ("appointments", "teams"):
            extra, is_named = f"registry/{table}.jsonl", f"{table}.jsonl" in snapshot["files"]
            if extra in self.files and not is_named:
                differences.append(f"registry/snapshot.json files 没有 {extra}")
            if (table in snapshot["counts"]) != is_named:
                differences.append(f"registry/snapshot.json counts 与 files 不合：{table} (R5)")
            if self.documents.get(extra) == []:
                differences.append(f"{extra} 没有一行 (R5)")
        if missing and not differences:
            raise Unverifiable("缺 " + "、".join(missing))
        return differences, self.sealed["snapshot"]

    def check_ids(self):
        differences = [f"registry/targets.jsonl 第 {n} 行 id 不合格式：{short(row['id'])}" for n, row in
                       enumerate(self.documents["registry/targets.jsonl"], 1) if not is_target_id(row["id"])]
        return differences + [
            f"registry/inspectors.jsonl 第 {n} 行 id 与 agency 不合：{short(row['id'])}" for n, row in
            enumerate(self.documents["registry/inspectors.jsonl"], 1) if not is_inspector_of(row["id"], row["agency"])], ""

    def check_sealed_documents(self):
        missing, differences = [], []
        for name, recorded in self.sealed["documents"].items():
            if name in self.files:
                differences += compare("sealed.json", recorded, sha256(self.files[name]), f"documents.{name}")
            else:
                missing.append(name)
        if missing and not differences:
            raise Unverifiable("缺 " + "、".join(missing))
        return differences, ""

    def derived(self):
        """Frame, exclusions, visits, roster from the registry (D5); roster None without the inspectors."""
        if "derived" not in self.memory:
            for path in ("registry/targets.jsonl", "registry/items.jsonl"):
                if path not in self.documents:
                    raise Unverifiable(f"缺少或已损坏：{path}")
            frame, exclusions, visits = derive_frame(self.sealed, self.documents["registry/targets.jsonl"],
                                                     self.documents["registry/items.jsonl"])
            roster = self.derived_roster(visits)
            self.memory["derived"] = {"frame.jsonl": frame, "exclusions.jsonl": exclusions, "visits": visits,
                                      "roster.jsonl": roster}
        return self.memory["derived"]

    def derived_roster(self, visits):
        """None where the registry's tables, or a year's visits so far (D5.8), are not there to recompute it from."""
        inspectors, agencies = (self.documents.get(f"registry/{name}.jsonl") for name in ("inspectors", "agencies"))
        recorded = self.documents.get("roster.jsonl")
        used = None if recorded is None else {row["id"]: row["used"] for row in recorded if "used" in row}
        try:
            return None if inspectors is None or agencies is None else derive_roster(
                self.sealed, inspectors, visits, agencies, used)
        except Unverifiable:
            return None

    def compare_derived(self, path):
        rows = self.documents[path]
        return compare_table(path, rows, self.derived()[path]), f"{len(rows)} 行"

    def sound_rows(self, path):
        """The rows of a sealed table for what follows: the recorded ones if the seal's digest fits, else recomputed."""
        if path in self.documents and sha256(self.files[path]) == self.sealed["documents"][path]:
            return self.documents[path]
        rows = self.derived()[path]
        if rows is None or any("used" in row for row in rows):         # what a damaged roster says of `used` is not taken
            raise Unverifiable(f"缺少或已损坏，也不能重算：{path}")
        return rows

    # ---- rules, appointments, rotation (D1.8, D5.8 to D5.11, M9, M10)

    def appointments(self):
        """M10.1: the rows of the snapshot, mostly none."""
        return self.optional_table("appointments.jsonl")

    def optional_table(self, name):
        """R5: the rows of a table of the snapshot that is there only where it has any."""
        path = f"registry/{name}"
        is_named = name in self.documents.get("registry/snapshot.json", {"files": {}})["files"]
        if path not in self.documents and (is_named or path in self.files):
            raise Unverifiable(f"缺少或已损坏：{path}")
        return self.documents.get(path, [])

    def fixed_teams(self):
        """M11.4: the rows of the snapshot."""
        return self.optional_table("teams.jsonl")

    def appointed_to(self, need):
        """M10.2: {inspector: Person} of a need."""
        rows = self.appointments()
        if not rows:
            return {}
        if "registry/inspectors.jsonl" not in self.documents:
            raise Unverifiable("缺少或已损坏：registry/inspectors.jsonl")
        if "registry" not in self.memory:
            self.memory["registry"] = {row["id"]: row for row in self.documents["registry/inspectors.jsonl"]}
        return appointed_to(need, rows, self.memory["registry"])

    def appointed_in(self, agency):
        """M10.2: who is appointed to any sealed visit of an agency, and so takes no part in its matches."""
        return {person for _, need in needs_in(self.sealed) if need["agency"] == agency for person in self.appointed_to(need)}

    def everybody_appointed(self):
        """M11.2: who is appointed to any sealed visit of any agency."""
        return {person for _, need in needs_in(self.sealed) for person in self.appointed_to(need)}

    def last_visits(self):
        """D5.9: the pairs (target, inspector) of bars.jsonl, a fact of the seal."""
        path = "bars.jsonl"
        if batch_or_rule(self.sealed, "rotation") < 1:
            return set()
        if path not in self.documents or sha256(self.files[path]) != self.sealed["documents"].get(path):
            raise Unverifiable(f"缺少或已损坏：{path}")
        return {(row["target"], row["inspector"]) for row in self.documents[path]}

    def check_scheme(self):
        agencies = {need["agency"] for _, need in needs_in(self.sealed)}
        wanted = scheme_of(self.sealed, {agency: self.appointed_in(agency) for agency in agencies})
        wanted += "-rehearsal" if is_rehearsal(self.scheme) else ""
        return compare("sealed.json", self.scheme, wanted, "scheme"), wanted

    def check_composition(self):
        rules = sorted({rule["group"] for _, need in needs_in(self.sealed) for rule in need.get("composition", ())}, key=by_bytes)
        return composition_faults(self.sealed, self.sound_rows("roster.jsonl"), self.appointed_to), "，".join(rules)

    def check_appointments(self):
        rows = self.appointments()
        off_duty = {row["id"] for row in self.documents["registry/inspectors.jsonl"] if not row["isOnDuty"]}
        return appointment_faults(self.sealed, self.sound_rows("roster.jsonl"), rows, self.appointed_to, off_duty), f"{len(rows)} 行"

    def check_fixed_teams(self):
        """R5: the ids ascending, none empty."""
        rows = self.documents["registry/teams.jsonl"]
        return [f"registry/teams.jsonl 第 {n} 行 inspectors 为空、次序不对或有重复" for n, row in enumerate(rows, 1)
                if not row["inspectors"] or row["inspectors"] != sorted(set(row["inspectors"]), key=by_bytes)], f"{len(rows)} 组"

    def check_bars(self):
        rows = self.documents.get("bars.jsonl")
        if rows is None and "bars.jsonl" in {*self.files, *self.sealed["documents"]}:
            raise Unverifiable("缺少或已损坏：bars.jsonl")
        ids = [{row["id"] for row in self.sound_rows(path)} for path in ("frame.jsonl", "roster.jsonl")]
        return bars_faults(self.sealed, rows, *ids, self.documents["ledger.jsonl"]), \
            f"{len(rows or [])} 行，台账之外不能重算 (D5.9)"

    def crossing(self, change, standing):
        """M9.2: which groups of a need a borrowed person would make cross, or None."""
        agency = change["agency"]
        people = [person_of(row) for row in self.sound_rows("roster.jsonl") if row["id"].partition("/")[0] == agency]
        people += [person_of(one) for one in [*standing.borrowed.values(), change] if one["agency"] == agency]
        faults = [laminar_fault(need.get("composition", ()), people) for _, need in needs_in(self.sealed)
                  if need["agency"] == agency]
        return next(filter(None, faults), None)

    def check_visits(self):
        return compare("sealed.json", self.sealed["visits"], self.derived()["visits"], "visits"), \
            f"{len(self.sealed['visits'])} 种"

    def check_strata(self):
        strata = self.sealed["strata"]
        differences = compare("sealed.json", strata, derive_strata(self.sealed, self.sound_rows("frame.jsonl")), "strata")
        differences += [f"sealed.json strata {short(s['name'])} 抽取数量 {s['quota']} 超过 {s['pool']} (D6.2)"
                        for s in strata if s["quota"] > s["pool"]]
        if sum(s["quota"] for s in strata) == 0:
            differences.append("sealed.json strata 抽取总数为 0 (D6.2)")
        return differences, "，".join(f"{s['name']} {s['quota']}/{s['pool']}" for s in strata)

    def check_sealed_seed(self):
        lines, publication = self.sealed["seed"]["lines"], self.sealed["publication"]
        differences = [f"sealed.json publication {publication} 与 seed.secret 的有无不合"] if (
            "secret" in self.sealed["seed"]) == (publication == "at-once") else []
        return differences + source_faults("sealed.json", self.sealed["seed"], self.sealed["sealedAt"]), "，".join(lines)

    # ---- secret (D2.5, D9, R9)

    def secret(self):
        """The secret, or None where the seal has none."""
        if "secret" not in self.sealed["seed"]:
            return None
        if is_rehearsal(self.scheme):
            return rehearsal_secret(self.sealed["drawId"])
        if "reveal.json" not in self.documents:
            raise Unverifiable("reveal.json 已损坏" if "reveal.json" in self.files else "密钥尚未揭示：缺 reveal.json")
        return self.documents["reveal.json"]["secret"]

    def check_secret(self):
        secret = self.secret()
        if secret is None:
            return [], "封存未设密钥"
        differences = compare("sealed.json", self.sealed["seed"]["secret"]["commitment"],
                              secret_commitment(self.scheme, self.sealed["drawId"], secret), "seed.secret.commitment")
        if "reveal.json" in self.documents:                             # D9.1 where it is a rehearsal
            differences += compare("reveal.json", self.documents["reveal.json"]["secret"], secret, "secret")
        return differences, "演练的密钥人人可算 (D9.1)" if is_rehearsal(self.scheme) else ""

    def check_reveal(self):
        entries, data = self.record.entries("revealed"), self.files.get("reveal.json")
        if "secret" not in self.sealed["seed"]:
            return (["封存未设密钥，而存档中有 reveal.json 或 revealed"] if data or entries else []), "封存未设密钥"
        if data is None:
            if is_rehearsal(self.scheme) and not entries:
                return [], "演练的密钥人人可算 (D9.1)，不待揭示"
            raise Unverifiable("缺 reveal.json" if entries else "密钥尚未揭示：缺 reveal.json")
        if not entries:
            return ["ledger.jsonl 没有 revealed，而存档中有 reveal.json"], ""
        differences = compare(f"ledger.jsonl 第 {entries[0]['seq']} 行", entries[0]["body"]["document"], sha256(data),
                              "document")
        if "reveal.json" not in self.documents:
            raise Unverifiable("reveal.json 已损坏")
        revealed_at, by = self.documents["reveal.json"]["revealedAt"], self.sealed["seed"]["secret"]["revealBy"]
        moment(revealed_at)
        if revealed_at[:10] > by:
            differences.append(f"reveal.json revealedAt {revealed_at} 晚于 sealed.json revealBy {by}")
        return differences, f"{revealed_at}，期限 {by}"

    # ---- changes (R12.3)

    def check_changes(self):
        """R12.3: every change of this draw was one that could be made when it was made."""
        frame = {row["id"] for row in self.sound_rows("frame.jsonl")}
        roster = {row["id"]: row for row in self.sound_rows("roster.jsonl")}
        recusals = {(row["target"], row["inspector"]) for row in self.documents["registry/recusals.jsonl"]}
        rounds, appointed = {one.number: one for one in self.rounds}, {row["inspector"] for row in self.appointments()}
        standing, drawn, differences, count = Standing(), set(), [], 0
        for entry in self.documents["ledger.jsonl"]:
            if entry["body"].get("drawId") != self.sealed["drawId"]:
                continue
            if entry["type"] == "drawn":
                drawn.update(rounds[entry["body"]["round"]].drawn())
            elif entry["type"] == "changed":
                change, count = entry["body"]["change"], count + 1
                fault = change_fault(change, standing, frame, drawn, roster, recusals, self.crossing, appointed)
                differences += [f"ledger.jsonl 第 {entry['seq']} 行 {change['kind']}：{fault}"] if fault else []
                standing.take(change)
        return differences, f"{count} 项"

    # ---- what no recomputation can show (R11)

    def make_notes(self):
        notes = self.record.notes
        for path in [path for path in self.documents if path.startswith(("sealed", "notices/", "rounds/", "reveal"))]:
            document = self.documents[path] if isinstance(self.documents[path], dict) else {}
            claims = [f"{key} {document[key]}" for key in TIMES if key in document]
            for row in document.get("lines", []):
                names = "、".join(f"{w['agency']} {w['name']}" for w in row["witnesses"]) or "无见证人"
                claims.append(f"{row['line'].partition('=')[0]} {names}")
            if claims:
                notes.append(f"{path} 所称，重算不能证实：" + "；".join(claims))
        for entry in self.record.entries("changed") + self.record.entries("voided"):
            body = entry["body"]
            what = canonical(body["change"]) if entry["type"] == "changed" else "本次抽取作废"
            notes.append(f"ledger.jsonl 第 {entry['seq']} 行 {what} 的理由，重算不能证实："
                         f"{body['reason']}（{body['by']}；{body['evidence']}）")


def is_public(folder):
    """R15.1: what a damaged manifest says is reported with it."""
    try:
        with open(os.path.join(folder, "manifest.json"), "rb") as file:
            return json.loads(file.read()).get("edition") == "public"
    except (OSError, ValueError, AttributeError, RecursionError):
        return os.path.exists(os.path.join(folder, "public.json")) and not os.path.exists(os.path.join(folder, "sealed.json"))


def replay_command(folder, as_json, proof=None):
    replay = PublicReplay(folder) if proof or is_public(folder) else Replay(folder)
    if proof and replay.scheme in SCHEMES:
        Proof(replay, proof)
    record, code = replay.record, replay.record.exit_code()
    verdict = {0: SAME, 5: DIFFERENT, 6: UNKNOWN}[code]
    rehearsal = is_rehearsal(replay.scheme)
    if as_json:
        print(canonical({"exit": code, "notes": record.notes, "rehearsal": rehearsal, "verdict": verdict, "points": [
            {"status": status, "point": point, "detail": detail} for status, point, detail in record.points]}))
        return code
    for point in record.points:
        print("  ".join(point).rstrip())
    for note in record.notes:
        print("另注  " + note)
    counts = "，".join(f"{status} {sum(p[0] == status for p in record.points)}" for status in (SAME, DIFFERENT, UNKNOWN))
    print(f"结论  {'【演练】' if rehearsal else ''}{verdict}（{counts}）")
    return code
