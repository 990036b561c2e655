"""What a seal says of rules, appointments, rotation and levelling, and whether it may (D1.8, D5.9 to D5.11, M9.2, M10)."""
from .frame import batch_or_rule
from .groups import belongs, laminar_fault, tree_of_need
from .network import open_places_of
from .places import asked, person_of
from .text import by_bytes, is_rehearsal, short


def needs_in(sealed):
    return [(visit["id"], need) for visit in sealed["visits"] for need in visit["needs"]]


def scheme_of(sealed, appointed):
    """D1.8, without -rehearsal; `appointed` is {agency: people appointed where it is asked}."""
    has_rules = any("composition" in need for _, need in needs_in(sealed))
    return "ssj/2" if has_rules or any(appointed.values()) or "grouping" in sealed["batch"] else "ssj/1"


def bars_faults(sealed, bars, frame, roster, ledger):
    """D5.9: rows of bars.jsonl (None: not there) name targets and people of this draw, and draws that stood before it."""
    rotation, faults = batch_or_rule(sealed, "rotation"), []
    for where, is_there in (("sealed.json documents", "bars.jsonl" in sealed["documents"]), ("存档", bars is not None)):
        if is_there != (rotation >= 1):
            faults.append(f"{where} {'有' if is_there else '没有'} bars.jsonl，而轮换为 {rotation}")
    position = next((n for n, entry in enumerate(ledger) if entry["type"] == "sealed"
                     and entry["body"]["drawId"] == sealed["drawId"]), len(ledger))
    before = ledger[:position]
    void = {entry["body"]["drawId"] for entry in before if entry["type"] == "voided"}
    standing = {entry["body"]["drawId"] for entry in before if entry["type"] == "sealed"
                and not is_rehearsal(entry["body"]["scheme"])} - void
    for number, row in enumerate(bars or [], 1):
        for key, known in (("target", frame), ("inspector", roster), ("drawId", standing)):
            if row[key] not in known:
                faults.append(f"bars.jsonl 第 {number} 行 {key} {short(row[key])} 不在此列")
    return faults


def levelling_faults(sealed):
    """D5.10: `levelling` is there where the seal levels, with every agency that has a need, ascending."""
    found = [row["agency"] for row in sealed.get("levelling", ())]
    wanted = sorted({need["agency"] for _, need in needs_in(sealed)}, key=by_bytes) if batch_or_rule(sealed, "levelling") else []
    is_right = found == wanted and ("levelling" in sealed) == bool(wanted)
    return [] if is_right else [f"sealed.json levelling：记录 {short(found)}，重算 {short(wanted)}"]


def composition_faults(sealed, roster, appointed_to):
    """M9.2, D5.11: what a batch is refused for when it is planned. `appointed_to` a need gives {inspector: Person}."""
    groups = [rule["group"] for rule in sealed["batch"].get("composition", ())]
    faults = [] if groups == sorted(set(groups), key=by_bytes) else ["sealed.json batch.composition 次序不对或有重复 (M9.1)"]
    for visit, need in needs_in(sealed):
        rules, place = need.get("composition", ()), f"sealed.json visits {visit} {need['agency']}"
        rows = [row for row in roster if row["id"].partition("/")[0] == need["agency"]]
        people = [person_of(row) for row in rows]
        crossing = laminar_fault(rules, people)
        if crossing:
            faults.append(f"{place}：{crossing}")
            continue
        at_least = [rule for rule in rules if "atLeast" in rule]
        faults += [f"{place} {rule['group']}：下限 {rule['atLeast']} 高于上限或人数" for rule in at_least
                   if rule["atLeast"] > min(rule.get("atMost", need["people"]), need["people"])]
        if open_places_of(tree_of_need(rules, people, [], need["people"], [])) is None:
            faults.append(f"{place}：各组下限之和高于外层的上限或人数")
        able = [*{**{row["id"]: person for row, person in zip(rows, people) if person.capacity > 0}, **appointed_to(need)}.values()]
        faults += [f"{place} {rule['group']}：能派的人少于 {rule['atLeast']}" for rule in at_least
                   if sum(belongs(rule["group"], person) for person in able) < rule["atLeast"]]
    return faults


def appointment_faults(sealed, roster, appointments, appointed_to, off_duty=frozenset()):
    """M10.1, M10.2: an appointment is asked only where nobody on the roster could do it, and for places there are."""
    appointed_for = {(row["agency"], row["qualification"]) for row in appointments}
    faults = []
    for visit, need in needs_in(sealed):
        place, people = f"sealed.json visits {visit} {need['agency']}", appointed_to(need)
        for name in asked(need):
            able = [row["id"] for row in roster if row["id"].partition("/")[0] == need["agency"] and row["capacity"] > 0
                    and name in row["qualifications"]]
            if (need["agency"], name) in appointed_for and able:
                faults.append(f"{place} 委派 {short(name)}，而 {short(able[0])} 有此资质 (M10.1)")
        faults += [f"{place} 委派的 {short(person)} 不在岗 (M10.1)" for person in sorted({*people} & off_duty, key=by_bytes)]
        if len(people) > need["people"]:
            faults.append(f"{place} 委派 {len(people)} 人，多于名额 {need['people']} (M10.2)")
        for rule in need.get("composition", ()):
            count = sum(belongs(rule["group"], person) for person in people.values())
            if count > rule.get("atMost", count):
                faults.append(f"{place} 委派的 {rule['group']} {count} 人，多于上限 {rule['atMost']} (M10.2)")
        rules, sent = need.get("composition", ()), list(people.values())
        everybody = [person_of(row) for row in roster if row["id"].partition("/")[0] == need["agency"]]
        if sent and rules and len(sent) <= need["people"] and not laminar_fault(rules, everybody) and open_places_of(
                tree_of_need(rules, everybody, sent, need["people"] - len(sent), [])) is None:
            faults.append(f"{place} 委派之外的名额少于各组下限 (M10.2)")
    return faults
