"""Evidence that a notice came first (R13): statements, signatures, and what is only said."""
import base64
import hashlib

from .documents import evidence_number, round_of
from .ed25519 import verifies
from .text import DIFFERENT, Unverifiable, canonical, compare, moment, sha256, short

KINDS = {"ssj-signature/1": "signature", "ssj-timestamp/1": "timestamp", "ssj-written/1": "written"}


def statement(scheme, draw_id, number, notice, seq, head):
    """R13.1: the text that is signed or stamped."""
    return f"{scheme} statement\n{draw_id}\n{number}\n{notice}\n{seq}\n{head}\n"


class Evidence:
    """The pieces of evidence of one record."""

    def __init__(self, replay):
        self.replay, self.record = replay, replay.record
        self.entries = self.record.entries("evidence")

    def check_all(self):
        """One point a piece, in the order of the ledger; then files that no entry names."""
        for number, entry in enumerate(self.entries, 1):
            path = entry["body"]["path"]
            self.record.check(f"存证 {path} (R13)", ["sealed.json"], lambda: self.check_piece(number, entry))
        named = {entry["body"]["path"] for entry in self.entries}
        if "ledger.jsonl" in self.record.documents and "sealed.json" in self.record.documents:
            for path in sorted(path for path in self.record.files if evidence_number(path) and path not in named):
                self.record.add(DIFFERENT, f"存证 {path} (R13)", "ledger.jsonl 没有它的 evidence")

    def opening_entry(self, number):
        entries = self.record.entries("announced", number) if number else self.record.entries("sealed")
        if not entries:
            raise ValueError(f"ledger.jsonl 没有第 {number} 轮的{'公告' if number else '封存'}")
        return entries[0]

    def statement_of(self, number):
        opening, notice = self.opening_entry(number), f"notices/{number}.json"
        if notice not in self.record.files:
            raise Unverifiable(f"缺 {notice}")
        line = self.record.ledger_lines()[self.record.documents["ledger.jsonl"].index(opening)]
        return statement(self.replay.scheme, self.replay.sealed["drawId"], number,
                         sha256(self.record.files[notice][:-1]), opening["seq"], sha256(line))

    def check_piece(self, number, entry):
        body, place = entry["body"], f"ledger.jsonl 第 {entry['seq']} 行"
        path = body["path"]
        differences = compare(place, path, f"evidence/{number}.json", "path")
        opening = self.opening_entry(body["round"])
        if entry["seq"] < opening["seq"]:
            differences.append(f"{place} 在第 {body['round']} 轮公告之前")
        if path not in self.record.files:
            if differences:
                return differences, ""
            raise Unverifiable(f"缺 {short(path)}")
        differences += compare(place, body["document"], sha256(self.record.files[path]), "document")
        if path not in self.record.documents:
            if differences:
                return differences, ""
            raise Unverifiable(f"{short(path)} 已损坏")
        piece = self.record.documents[path]
        text = self.statement_of(body["round"])
        recorded = {key: piece[key] for key in ("drawId", "round", "statement")}
        expected = {"drawId": self.replay.sealed["drawId"], "round": body["round"], "statement": sha256(text.encode())}
        differences += compare(path, recorded, expected) + compare(place, body["kind"], KINDS[piece["format"]], "kind")
        own, detail = getattr(self, "check_" + KINDS[piece["format"]])(path, piece, text.encode())
        return differences + own, detail

    def check_signature(self, path, piece, _):
        card, signed = piece["card"], {key: value for key, value in piece.items() if key != "signature"}
        moment(piece["signedAt"])
        faults = [] if verifies(bytes.fromhex(card["publicKey"]), canonical(signed).encode(), bytes.fromhex(piece["signature"])) \
            else [f"{path} signature：签名不对 (RFC 8032)"]
        if not card["validFrom"] <= piece["signedAt"][:10] <= card["validUntil"]:
            faults.append(f"{path} signedAt {piece['signedAt']} 不在公钥有效期 {card['validFrom']} 至 {card['validUntil']} 之内")
        self.record.notes.append(f"{path} 所称，重算不能证实：{card['body']} {card['holder']}（公钥指纹 "
                                 f"{sha256(bytes.fromhex(card['publicKey']))[:16]}）于 {piece['signedAt']} 签名（时钟 {piece['clock']}）")
        return faults, "签名相符"

    def check_timestamp(self, path, piece, text):
        try:
            token = base64.b64decode(piece["token"], validate=True)
        except ValueError:
            return [f"{path} token 不是 base64"], ""
        found = [name for name in ("sha256", "sha384", "sha512") if hashlib.new(name, text).digest() in token]
        if base64.b64encode(token).decode() != piece["token"]:
            return [f"{path} token 不是规范的 base64"], ""
        self.record.notes.append(f"{path} 时间戳：只核对了声明的摘要在其中，其余本程序不核验 (not checked by this program)")
        return ([] if found else [f"{path} token 中没有声明的摘要"]), "".join(found)

    def check_written(self, path, piece, _):
        self.record.notes.append(f"{path} 书面所称，重算不能证实：{piece['words']}（扫描件 {piece['scan']}）")
        return [], "只列出，不核验"
