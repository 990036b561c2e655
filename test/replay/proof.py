"""The check of one target's proof against a public edition (R15.6)."""
from .documents import PROOF, read_rows
from .draw import ticket
from .text import DIFFERENT, by_bytes, compare, h, short


class Proof:
    """The points of a proof, added to those of the public edition."""

    def __init__(self, replay, path):
        self.replay, self.record = replay, replay.record
        with open(path, "rb") as file:
            self.proof, fault = read_rows("证明", file.read(), (None, PROOF))
        if fault:
            self.record.add(DIFFERENT, "证明的格式 (R15.6)", fault)
            return
        public, notice = "public.json", "notices/0.json"
        check = self.record.check
        check("证明属于本次抽取 (R15.6)", [public, notice], self.check_draw)
        check("证明在抽查库中 (R14.4)", [notice], self.check_path)
        check("证明的各轮 (R15.6)", [public], self.check_rounds)

    def check_draw(self):
        public = self.replay.public
        recorded = {key: self.proof[key] for key in ("scheme", "drawId", "frameRoot")}
        names = [row["name"] for row in public["rounds"][0]["strata"]] if public["rounds"] else [self.proof["stratum"]]
        differences = [] if self.proof["stratum"] in names else [f"证明 stratum {short(self.proof['stratum'])} 不是所列的一层"]
        return differences + compare("证明", recorded, {
            "scheme": public["scheme"], "drawId": public["drawId"], "frameRoot": self.record.documents["notices/0.json"]["frameRoot"]}), ""

    def check_path(self):
        proof, scheme = self.proof, self.proof["scheme"]
        node = h(f"{scheme} leaf\n{proof['salt']}\n{proof['stratum']}\n{proof['id']}\n")
        for step in proof["path"]:
            left, right = (step["digest"], node) if step["side"] == "left" else (node, step["digest"])
            node = h(f"{scheme} node\n{left}\n{right}\n")
        return compare("证明", proof["frameRoot"], node, "frameRoot"), node

    def check_rounds(self):
        replay, target, differences = self.replay, self.proof["id"], []
        differences += compare("证明", [one["round"] for one in self.proof["rounds"]], [one["round"] for one in replay.rounds], "rounds")
        if differences:
            return differences, ""
        was_drawn, is_out, can_be_out = False, False, False
        anywhere = {row["id"] for n in range(len(replay.rounds)) for row in self.rows(n)}
        for n, one in enumerate(self.proof["rounds"]):
            place = f"证明 rounds[{n}]"
            can_be_out |= any(row["kind"] == "target-withdrawn" for row in replay.rounds[n].get("changes", []))
            if one.get("out") == "withdrawn":
                fits = can_be_out and target not in anywhere
                differences += [] if fits else [f"{place} 称已退出，与公开版不合"]
                is_out = True
            elif one.get("out") == "drawn":
                differences += [] if was_drawn else [f"{place} 称以前已抽中，而以前各轮没有它"]
            else:
                if was_drawn or is_out:
                    differences.append(f"{place} 以前已抽中或已退出，不应再有抽取序号")
                differences += self.check_ticket(n, place, one)
            was_drawn |= any(row["id"] == target for row in self.rows(n))
        return differences, "，".join(one.get("out") or ("抽中" if one["isDrawn"] else "未抽中") for one in self.proof["rounds"])

    def rows(self, n):
        return self.record.documents[self.replay.path(n, "targets.jsonl")]

    def check_ticket(self, n, place, one):
        proof, replay = self.proof, self.replay
        differences = compare(place, one["ticket"], ticket(replay.scheme, replay.key(n), proof["id"]), "ticket")
        stratum = next((row for row in replay.rounds[n]["strata"] if row["name"] == proof["stratum"]), {})
        differences += compare(place, one.get("cutOff"), stratum.get("cutOff"), "cutOff")
        drawn = [row for row in self.rows(n) if row["stratum"] == proof["stratum"]]
        is_drawn = any(row["id"] == proof["id"] for row in drawn)
        differences += compare(place, one["isDrawn"], is_drawn, "isDrawn")
        is_small = bool(drawn) and (one["ticket"], by_bytes(proof["id"])) <= (drawn[-1]["ticket"], by_bytes(drawn[-1]["id"]))
        return differences + compare(place, is_drawn, is_small, "isDrawn（按抽取序号）")
