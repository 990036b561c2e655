"""The ledger: chain, order of a draw's events as a state machine, draws of a batch (R10, R12.6)."""
import re

from .documents import BODIES
from .text import canonical, compare, is_rehearsal, sha256, short


def chain_faults(lines, rows):
    """R10.1: `lines` are the bytes of the rows, without LF."""
    differences, previous = [], "0" * 64
    for number, (line, entry) in enumerate(zip(lines, rows), 1):
        differences += compare(f"ledger.jsonl 第 {number} 行", entry["seq"], number, "seq")
        differences += compare(f"ledger.jsonl 第 {number} 行", entry["prev"], previous, "prev")
        previous = sha256(line)
    return differences


class DrawState:
    """R10.4: where one draw stands. A step gives what is wrong with an event, or None."""

    def __init__(self):
        self.open_round, self.drawn_rounds = 0, 0           # `sealed` opens round 0
        self.is_void = self.is_revealed = False

    def step(self, kind, body):
        if kind in ("evidence", "published"):
            return None
        if self.is_revealed:
            return "之前已经 revealed"
        if kind == "revealed":
            return self.reveal()
        if self.is_void:
            return "之前已经 voided"
        if kind == "voided":
            self.is_void = True
            return None
        if kind == "changed":
            return None
        if kind == "announced":
            return self.announce(body["round"])
        if self.open_round is None or body["round"] != self.open_round:     # entered, committed, contributed, drawn
            return f"第 {body['round']} 轮此时未开（已抽 {self.drawn_rounds} 轮）"
        if kind == "drawn":
            self.open_round, self.drawn_rounds = None, self.drawn_rounds + 1
        return None

    def reveal(self):
        self.is_revealed = True
        if self.is_void:
            return None
        if self.drawn_rounds == 0:
            return "之前没有 drawn，也没有 voided"
        return None if self.open_round is None else f"第 {self.open_round} 轮尚未抽取"

    def announce(self, number):
        expected, is_open = self.drawn_rounds, self.open_round is not None
        self.open_round = number
        if is_open:
            return "前一轮尚未抽取"
        return None if number == expected else f"第 {number} 轮：已抽 {expected} 轮，应为第 {expected} 轮"


def order_faults(rows):
    """R10.3, R10.4, D1.5: (differences, number of seals)."""
    faults, draws, batches, serials, authority = [], {}, {}, 0, None
    for number, entry in enumerate(rows, 1):
        kind, body, place = entry["type"], entry["body"], f"ledger.jsonl 第 {number} 行 {short(entry['type'])}"
        if (kind == "opened") != (number == 1):
            faults.append(f"{place}：opened 应为第一行，且只有一行")
        if kind not in BODIES:
            faults.append(f"{place} 不是所知的类型 (R10.3)")
            continue
        authority = body["authority"]["code"] if kind == "opened" else authority
        draw_id = body.get("drawId")
        if draw_id is None:
            continue
        if kind != "sealed":
            fault = draws[draw_id].step(kind, body) if draw_id in draws else "之前没有 sealed"
            faults += [f"{place} {short(draw_id)}：{fault}"] if fault else []
            continue
        serials += 1
        if not re.fullmatch(f"{re.escape(authority or '')}-[0-9]{{4}}-{serials:04}", draw_id):
            faults.append(f"{place} drawId：记录 {short(draw_id)}，重算 {authority}-年-{serials:04}")
        if draw_id in draws:
            faults.append(f"{place} {short(draw_id)} 重复")
            continue
        draws[draw_id] = DrawState()
        if not is_rehearsal(body["scheme"]):
            earlier = batches.setdefault(body["batch"], [])
            faults += [f"{place} 批次 {short(body['batch'])} 已有一次未作废的正式抽取 {short(other)}"
                       for other in earlier if not draws[other].is_void]
            earlier.append(draw_id)
    return faults, serials


def redoes_of(rows, position):
    """R4, R12.6: the void draws, no rehearsals, of the batch sealed at a position of the ledger."""
    batch = canonical(rows[position]["body"]["batch"])
    earlier = [entry["body"]["drawId"] for entry in rows[:position] if entry["type"] == "sealed"
               and not is_rehearsal(entry["body"]["scheme"]) and canonical(entry["body"]["batch"]) == batch]
    reasons = {entry["body"]["drawId"]: entry["body"]["reason"] for entry in rows[:position] if entry["type"] == "voided"}
    return [{"drawId": draw_id, "reason": reasons[draw_id]} for draw_id in earlier if draw_id in reasons]
