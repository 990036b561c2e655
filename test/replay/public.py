"""The replay of a public edition (R15)."""
import re

from .documents import rule_of, round_of
from .draw import derive_key, rehearsal_secret, secret_commitment, ticket
from .entropy import recomputed_entropy
from .ledger import DrawState
from .record import Record
from .seeds import UNCHECKED, line_faults, source_faults
from .text import SCHEMES, UNKNOWN, Unverifiable, by_bytes, canonical, compare, h, is_rehearsal, moment, sha256, short

AS_THEY_STAND = ("notices/0.json", "reveal.json")
ONLY_THE_ARCHIVE = (
    "未抽中的对象没有更小的抽取序号（每个对象可凭证明核对）", "抽查库、排除、抽取数量的来由、参加抽取人员、回避和匹配", "退出的是哪些对象",
    "密钥的承诺是封存的那一个（由 C 约束，见印出的封存公告）")


class PublicReplay:
    """All points of the public edition in a folder, in `record.points`."""

    def __init__(self, folder):
        self.record = Record(folder)
        self.documents, self.files, self.scheme = self.record.documents, self.record.files, self.record.scheme
        self.record.check_manifest()
        if self.scheme not in SCHEMES:
            self.record.add(UNKNOWN, "方案 (R4)", f"public.json scheme {short(self.scheme)} 不是本程序所知的方案，无法核验")
            return
        self.record.read_documents()
        self.public = self.documents.get("public.json")
        self.rounds = [one for one in self.public["rounds"]] if self.public else []
        self.check_all()

    def check_all(self):
        check, public, notice = self.record.check, "public.json", "notices/0.json"
        check("格式 (R15.2)", [public], self.check_form)
        check("未公开的文件 (R15.4)", [public], self.check_withheld)
        check("台账次序 (R10.4, R15.5)", [public], self.check_ledger_order)
        check("台账行 (R15.5)", [public, notice], self.check_ledger_lines)
        check("台账时间 (R10.5)", [public], self.check_ledger_times)
        check("封存公告 (R12.1)", [public, notice], self.check_notice)
        check("公告的变更 (R12.2)", [public], self.check_changes)
        check("抽取数量 (R12.4, R14.1)", [public], self.check_quotas)
        check("密钥 (D2.5, R9)", [public], self.check_secret)
        for n, one in enumerate(self.rounds):
            label, seed, targets = (f"第 {one['round']} 轮 " if n else ""), self.path(n, "seed.json"), self.path(n, "targets.jsonl")
            check(f"{label}种子来源 (D2)", [public], lambda: self.check_sources(n))
            check(f"{label}抽取时间 (D2.6, R10.5)", [public, seed], lambda: self.check_drawn_at(n))
            check(f"{label}种子 (D2.2, R6)", [public, seed], lambda: self.check_seed(n))
            check(f"{label}抽取序号 (D4)", [public, seed, targets], lambda: self.check_tickets(n))
            check(f"{label}抽取结果 (R15.7)", [public, targets], lambda: self.check_targets(n))
        self.record.notes += [f"公开版不能显示，须看存档：{what}" for what in ONLY_THE_ARCHIVE]

    def path(self, n, name):
        return f"rounds/{self.rounds[n]['round']}/{name}"

    # ---- form, files (R15.1, R15.2, R15.4)

    def entries(self, kind):
        return [entry for entry in self.public["ledger"] if entry["type"] == kind]

    def check_form(self):
        public, differences = self.public, []
        numbers = [one["round"] for one in self.rounds]
        if numbers != list(range(len(numbers))):
            differences.append(f"public.json rounds：记录 {numbers}，应为 0、1、2…")
        drawn = len(self.entries("drawn"))
        differences += compare("public.json", len(numbers), drawn, "rounds 的个数（台账中 drawn 的个数）")
        if not drawn and not self.entries("voided"):
            differences.append("public.json 没有抽取，也没有作废：不应有公开版 (R15)")
        if not re.fullmatch("[0-9A-Z]{1,16}-[0-9]{4}-[0-9]{4,}", public["drawId"]):
            differences.append(f"public.json drawId 不合格式：{short(public['drawId'])}")
        differences += compare("public.json", public["drawId"].split("-")[0], public["authority"]["code"], "drawId 的机关")
        for path, document in self.documents.items():
            if isinstance(document, dict) and "drawId" in document:
                differences += compare(path, document["drawId"], public["drawId"], "drawId")
            if isinstance(document, dict) and "round" in document:
                differences += compare(path, document["round"], round_of(path), "round")
        strangers = sorted(path for path in self.files if path.startswith("rounds/") and round_of(path) not in numbers)
        return differences + [f"{path} 不是抽过的一轮的文件" for path in strangers], public["drawId"]

    def check_withheld(self):
        paths = [row["path"] for row in self.public["withheld"]]
        differences = [] if all(by_bytes(a) < by_bytes(b) for a, b in zip(paths, paths[1:])) else [
            "public.json withheld 未按路径升序或有重复"]
        differences += [f"public.json withheld {short(path)} 不是存档的文件，或已照原样公布" for path in paths
                        if rule_of(path) is None or path in (*AS_THEY_STAND, "manifest.json")]
        return differences, f"{len(paths)} 个文件"

    # ---- ledger (R15.5, R10.4, R10.5)

    def check_ledger_order(self):
        """R10.4, the round of an entry being the one that is open or comes next."""
        rows, state, faults = self.public["ledger"], None, []
        for n, row in enumerate(rows):
            place = f"public.json ledger[{n}] {row['type']}"
            if n and row["seq"] <= rows[n - 1]["seq"]:
                faults.append(f"{place} seq {row['seq']} 没有递增")
            if (row["type"] == "sealed") != (n == 0):
                faults.append(f"{place}：sealed 应为第一条，且只有一条")
            if row["type"] in ("opened", "imported"):
                faults.append(f"{place} 不是一次抽取的事项")
            if row["type"] == "sealed":
                state = state or DrawState()
                continue
            if state is None:
                continue
            number = state.drawn_rounds if state.open_round is None else state.open_round
            fault = state.step(row["type"], {"round": number})
            faults += [f"{place}：{fault}"] if fault else []
        return faults if rows else ["public.json ledger 为空"], f"{len(rows)} 条"

    def check_ledger_lines(self):
        """R15.5: the lines that can be written from what is published."""
        public, notice = self.public, self.documents["notices/0.json"]
        bodies = [("sealed", notice["ledgerHead"], public["sealedAt"], {
            "drawId": public["drawId"], "batch": public["batch"]["number"], "scheme": self.scheme,
            "commitment": notice["commitment"], "notice": sha256(self.files["notices/0.json"][:-1]), "snapshot": public["snapshot"]})]
        bodies += [("announced", one["ledgerHead"], one["noticedAt"], {
            "drawId": public["drawId"], "round": one["round"], "commitment": one["commitment"]}) for one in self.rounds[1:]]
        differences, rows = [], {row["seq"]: row for row in public["ledger"]}
        for kind, head, at, body in bodies:
            seq = head["seq"] + 1
            line = canonical({"at": at, "body": body, "prev": head["digest"], "seq": seq, "type": kind})
            differences += compare("public.json ledger", rows.get(seq),
                                   {"at": at, "digest": h(line), "seq": seq, "type": kind}, f"seq {seq}")
            if head["seq"] in rows:
                differences += compare("public.json ledger", rows[head["seq"]]["digest"], head["digest"], f"seq {head['seq']} digest")
        return differences, f"{len(bodies)} 行可由公开的内容写出"

    def check_ledger_times(self):
        rows, differences = self.public["ledger"], []
        self.record.notes += [f"public.json ledger seq {after['seq']} at {after['at']} 早于上一条 {before['at']}"
                              for before, after in zip(rows, rows[1:]) if moment(after["at"]) < moment(before["at"])]
        known = {"sealed": [self.public["sealedAt"]], "announced": [one["noticedAt"] for one in self.rounds[1:]],
                 "drawn": [self.documents.get(self.path(n, "seed.json"), {}).get("drawnAt") for n in range(len(self.rounds))],
                 "revealed": [self.documents.get("reveal.json", {}).get("revealedAt")]}
        for kind, times in known.items():
            for entry, time in zip(self.entries(kind), times):
                differences += compare(f"public.json ledger seq {entry['seq']}", entry["at"], time, "at") if time else []
        return differences, ""

    # ---- notices, quotas (R12, R14.1)

    def check_notice(self):
        recorded = {key: self.public[key] for key in ("scheme", "drawId", "seed")}
        notice = self.documents["notices/0.json"]
        return compare("public.json", recorded, {key: notice[key] for key in recorded}), f"C = {notice['commitment']}"

    def check_changes(self):
        """R12.2, R15.2: as many changes as the ledger has before each notice."""
        differences, before = [], 0
        announced = [entry["seq"] for entry in self.entries("announced")]
        for one, seq in zip(self.rounds[1:], announced):
            kinds = [row["kind"] for row in one["changes"]]
            place = f"public.json rounds[{one['round']}].changes"
            if any(by_bytes(a) >= by_bytes(b) for a, b in zip(kinds, kinds[1:])) or any(row["count"] < 1 for row in one["changes"]):
                differences.append(f"{place} 未按种类升序、有重复或个数不是正数")
            there = sum(before < entry["seq"] < seq for entry in self.entries("changed"))
            differences += compare(place, sum(row["count"] for row in one["changes"]), there, "总数")
            before = seq
        return differences, ""

    def check_quotas(self):
        """R12.4 as far as it shows: a withdrawn target was drawn before (withdrawn) or left the pool."""
        differences, drawn, gone, previous = [], {}, {}, None
        for n, one in enumerate(self.rounds):
            place, strata = f"public.json rounds[{n}].strata", {row["name"]: row for row in one["strata"]}
            wanted = sorted((f"S{k + 1}" for k in range(len(one["strata"]))), key=by_bytes)
            differences += compare(place, [row["name"] for row in one["strata"]], wanted, "name")
            differences += [f"{place} {short(row['name'])} 抽取数量 {row['quota']} 超过 {row['pool']} 或为负" for row in one["strata"]
                            if not 0 <= row["quota"] <= row["pool"]]
            if previous is not None:
                differences += compare(place, sorted(strata), sorted(previous), "各层")
                left = sum(row["withdrawn"] for row in strata.values())
                for name in {*strata} & {*previous}:
                    row, rest = strata[name], previous[name]["pool"] - previous[name]["quota"]
                    differences += compare(place, row["quota"], min(row["withdrawn"], row["pool"]), f"{name} quota")
                    gone[name] = gone.get(name, 0) + row["withdrawn"]
                    if not 0 <= row["withdrawn"] or gone[name] > drawn[name] or row["pool"] > rest:
                        differences.append(f"{place} {name} 退出 {row['withdrawn']}、余 {row['pool']} 与以前各轮不合")
                    left += rest - row["pool"]
                counted = sum(row["count"] for row in one["changes"] if row["kind"] == "target-withdrawn")
                differences += compare(place, left, counted, "退出的总数")
            for name, row in strata.items():
                drawn[name] = drawn.get(name, 0) + row["quota"]
            previous = strata
        return differences, "；".join("，".join(f"{row['name']} {row['quota']}/{row['pool']}" for row in one["strata"])
                                    for one in self.rounds)

    # ---- seed, secret, targets

    def secret(self):
        if "secret" not in self.public["seed"]:
            return None
        if is_rehearsal(self.scheme):
            return rehearsal_secret(self.public["drawId"])
        if "reveal.json" not in self.documents:
            raise Unverifiable("缺少或已损坏：reveal.json")
        return self.documents["reveal.json"]["secret"]

    def check_secret(self):
        public, reveal = self.public, self.documents.get("reveal.json")
        has_secret, has_entry = "secret" in public["seed"], bool(self.entries("revealed"))
        differences = [] if has_secret != (public["publication"] == "at-once") else [
            f"public.json publication {public['publication']} 与 seed.secret 的有无不合"]
        if "reveal.json" in self.files and not (has_secret and has_entry):
            differences.append("有 reveal.json，而封存未设密钥或台账中没有 revealed")
        if has_entry and "reveal.json" not in self.files and not differences:
            raise Unverifiable("台账中有 revealed，而缺 reveal.json")
        secret = self.secret()
        if secret is not None:
            differences += compare("public.json", public["seed"]["secret"]["commitment"],
                                   secret_commitment(self.scheme, public["drawId"], secret), "seed.secret.commitment")
        if reveal:
            differences += compare("reveal.json", reveal["secret"], secret, "secret")
            moment(reveal["revealedAt"])
            if has_secret and reveal["revealedAt"][:10] > public["seed"]["secret"]["revealBy"]:
                differences.append(f"reveal.json revealedAt {reveal['revealedAt']} 晚于 revealBy {public['seed']['secret']['revealBy']}")
        return differences, ""

    def opening(self, n):
        """(seed, time) of the seal or the notice."""
        return (self.rounds[n]["seed"], self.rounds[n]["noticedAt"]) if n else (self.public["seed"], self.public["sealedAt"])

    def check_sources(self, n):
        seed, opened_at = self.opening(n)
        place = f"public.json rounds[{n}]" if n else "public.json"
        early = [f"{place} seed.notBefore {seed['notBefore']} 早于 {opened_at}"] if moment(seed["notBefore"]) < moment(opened_at) else []
        return early + source_faults(place, seed, opened_at), "，".join(seed["lines"])

    def check_drawn_at(self, n):
        seed, opened_at = self.opening(n)
        drawn_at = self.documents[self.path(n, "seed.json")]["drawnAt"]
        return [f"{self.path(n, 'seed.json')} drawnAt {drawn_at} 早于 {limit}" for limit in (seed["notBefore"], opened_at)
                if moment(drawn_at) < moment(limit)], drawn_at

    def lines(self, n):
        return [row["line"] for row in self.documents[self.path(n, "seed.json")]["lines"]]

    def check_seed(self, n):
        file, lines = self.path(n, "seed.json"), self.lines(n)
        document = self.documents[file]
        differences = compare(file, [line.partition("=")[0] for line in lines], self.opening(n)[0]["lines"], "lines 等号左边")
        for number, row in enumerate(document["lines"]):
            differences += line_faults(f"{file} lines[{number}]", row)
        for other in range(n):
            if self.path(other, "seed.json") in self.documents and sorted(self.lines(other)) == sorted(lines):
                differences.append(f"{file} 的公开种子就是第 {other} 轮的种子 (R6)")
        recorded, recomputed = recomputed_entropy(document, lambda row: row["agencies"])
        if any(line.startswith("drand:") for line in lines):
            self.record.notes.append(f"{file} {UNCHECKED}")
        if any(line.startswith("joint:") for line in lines):
            self.record.notes.append(f"{file} 联合种子的值由各方秘密而来，公开版中没有这些秘密")
        return differences + compare(file, recorded, recomputed), "，".join(lines)

    def key(self, n):
        secret = self.secret()
        seed = "\n".join(self.lines(n) + ([] if secret is None else [f"secret:sha256={secret}"]))
        return derive_key(self.scheme, self.public["drawId"], "targets", n, seed)

    def check_tickets(self, n):
        key, file = self.key(n), self.path(n, "targets.jsonl")
        return [fault for number, row in enumerate(self.documents[file], 1) for fault in
                compare(f"{file} 第 {number} 行", row["ticket"], ticket(self.scheme, key, row["id"]), "ticket")], ""

    def check_targets(self, n):
        file = self.path(n, "targets.jsonl")
        rows, differences, strata = self.documents[file], [], {}
        for row in rows:
            strata.setdefault(row["stratum"], []).append(row["ticket"])
        for stratum in self.rounds[n]["strata"]:
            tickets = strata.pop(stratum["name"], [])
            place = f"{file} {stratum['name']}"
            differences += compare(place, len(tickets), stratum["quota"], "个数")
            differences += compare(place, stratum.get("cutOff"), max(tickets, default=None), "cutOff")
        differences += [f"{file} {short(name)} 不是所列的一层" for name in strata]
        earlier = [row["id"] for k in range(n) for row in self.documents.get(self.path(k, "targets.jsonl"), [])]
        seen = set(earlier)
        for number, row in enumerate(rows, 1):
            differences += [f"{file} 第 {number} 行 {row['id']} 抽中过两次"] if row["id"] in seen else []
            seen.add(row["id"])
        return differences, f"{len(rows)} 个"
