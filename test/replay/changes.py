"""Changes after the seal: when one can be made, and where a draw stands after them (R12.3)."""
from .text import is_agency_code, is_inspector_id, short


class Standing:
    """Where a draw stands after some changes. A change is taken in by `take`."""

    def __init__(self):
        self.withdrawn_targets, self.postponed, self.withdrawn_people = set(), set(), set()
        self.withdrawn_pairs, self.released = set(), set()          # pairs (target, inspector)
        self.capacities = {}                                        # inspector: visits in the whole draw
        self.borrowed = {}                                          # inspector: the change

    def take(self, change):
        kind, target, inspector = change["kind"], change.get("target"), change.get("inspector")
        if kind == "target-withdrawn":
            self.withdrawn_targets.add(target)
        elif kind == "target-postponed":
            self.postponed.add(target)
        elif kind == "inspector-withdrawn":
            self.withdrawn_people.add(inspector)
        elif kind == "pair-withdrawn":
            self.withdrawn_pairs.add((target, inspector))
        elif kind == "recusal-released":
            self.released.add((target, inspector))
        elif kind == "capacity-set":
            self.capacities[inspector] = change["capacity"]
        elif kind == "borrowed":
            self.borrowed[inspector] = change
            self.capacities[inspector] = change["capacity"]

    def has_fallen(self, target):
        return target in self.withdrawn_targets or target in self.postponed


def change_fault(change, standing, frame, drawn, roster, recusals, crossing=lambda change, standing: None, appointed=frozenset()):
    """R12.3, last column: what forbids a change, or None.

    `frame` and `drawn` (so far) are sets of ids, `roster` {id: row}, `recusals` a set of pairs of the snapshot; `crossing`
    says which groups a borrowed person would make cross (M9.2), `appointed` are the people of registry/appointments.jsonl.
    """
    kind, target, inspector = change["kind"], change.get("target"), change.get("inspector")
    pair, is_sealed_pair = (target, inspector), kind == "recusal-released"
    if not 0 <= change.get("capacity", 0) < 8192:
        return f"户次上限 {change['capacity']} 不在 0 与 8191 之间 (M1.5)"
    if target is not None and not is_sealed_pair:
        if target not in frame:
            return f"{short(target)} 不在抽查库中"
        if standing.has_fallen(target):
            return f"{short(target)} 已经退出或延期"
    if kind == "target-postponed" and target not in drawn:
        return f"{short(target)} 此时未被抽中"
    if kind == "borrowed":
        if not is_inspector_id(inspector) or not is_agency_code(change["agency"]):
            return f"{short(inspector)} 或 {short(change['agency'])} 不是合格的标识 (D1.4)"
        if inspector in roster or inspector in standing.borrowed:
            return f"{short(inspector)} 已在参加人员之中"
        return crossing(change, standing)
    if inspector is not None and not is_sealed_pair:
        is_sent = inspector in appointed and kind != "capacity-set"                                 # M10
        if inspector not in roster and inspector not in standing.borrowed and not is_sent:
            return f"{short(inspector)} 不在参加人员之中"
        if inspector in standing.withdrawn_people:
            return f"{short(inspector)} 已经退出"
    if kind == "pair-withdrawn" and pair in standing.withdrawn_pairs:
        return f"{short(target)} 与 {short(inspector)} 已经申报过"
    if kind == "recusal-released":
        if pair not in recusals:
            return f"{short(target)} 与 {short(inspector)} 没有封存的回避"
        return f"{short(target)} 与 {short(inspector)} 的回避已经解除" if pair in standing.released else None
    if kind == "capacity-set" and roster.get(inspector, {}).get("reason", "capacity-zero") != "capacity-zero":
        return f"{short(inspector)} 因 {roster[inspector]['reason']} 不能派出"
    return None
