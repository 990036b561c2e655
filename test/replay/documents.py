"""What the files of a record look like: paths, row keys, closed shapes (R1 to R10, R12, R14)."""
import re
from datetime import date

from .frame import CONDITIONS
from .text import by_bytes, compare, moment, parse_line, short

# A shape is: ANY; a type; a list of one shape (any length); a tuple of shapes (that length); a dict of keys, where "?"
# marks one that may be absent and "*" stands for any keys; a text (that very text); a pattern; a function of the
# value that picks the shape. Dicts are closed (R1.1): a key that is not named is a fault.
ANY = object()
DIGEST, NEVER = re.compile("[0-9a-f]{64}"), re.compile("(?!)")


def is_real(read, form, value):
    """R1.5: a text of the form that names a day, or a time, there is."""
    try:
        return isinstance(value, str) and re.fullmatch(form, value) is not None and read(value) is not None
    except ValueError:
        return False


def DAY(value):
    return str if is_real(date.fromisoformat, "[0-9]{4}-[0-9]{2}-[0-9]{2}", value) else NEVER


def TIME(value):
    form = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})"
    return str if is_real(moment, form, value) else NEVER


def within(low, high):
    """The shape of an integer from low to high."""
    return lambda value: int if type(value) is int and low <= value <= high else NEVER


NATURAL = within(0, 2 ** 53)
GRADE = re.compile("senior|trainee")
COMPOSITION = [{"group": re.compile("(?s)leader|trainee|qualification:.+"), "atLeast?": NATURAL, "atMost?": NATURAL}]
CLOCK, OUTCOME = re.compile("system|fixed"), re.compile("matched|infeasible|formations-exhausted")
NOT_EMPTY = re.compile("(?s).+")
HEAD = {"seq": int, "digest": DIGEST}
PROGRAM = {"name": str, "version": str}
AUTHORITY = {"code": str, "name": str}
WITNESSES = [{"agency": str, "name": str}]
FILTER = {key + "?": [str] for key, _, _ in CONDITIONS}
NEEDS = [{"agency": str, "items": [str], "people": int, "qualifications": [str], "composition?": COMPOSITION}]
PUBLIC_SEED = {"lines": [str], "notBefore": TIME, "joint?": {"revealBy": TIME, "otherwise": "void"}}
SEALED_SEED = {**PUBLIC_SEED, "secret?": {"commitment": DIGEST, "revealBy": DAY}}
SIGNATURE_OF_BEACON = re.compile("[0-9a-f]{96}")


def rule_shape(value):
    is_fixed = isinstance(value, dict) and value.get("kind") == "fixed"
    return {"kind": "fixed", "count": int} if is_fixed else {
        "kind": "ratio", "basisPoints": int, "rounding": re.compile("up|down")}


def sampling_shape(value):
    by_risk = isinstance(value, dict) and value.get("kind") == "by-risk"
    return {"kind": "by-risk", "rules": {"*": rule_shape}} if by_risk else {"kind": "flat", "rule": rule_shape}


def grouping_shape(value):
    """R4, M11.1."""
    is_random = isinstance(value, dict) and value.get("kind") == "random"
    return {"kind": "random", "size": within(2, 8191)} if is_random else {"kind": "fixed"}


def column_shape(value):
    """R5: a place in a sheet; the column as a name or a number."""
    return int if type(value) is int else str


def shortage_shape(value):
    """R8.4: an agency that cannot be matched, or one that could be."""
    is_short = isinstance(value, dict) and value.get("shortage") != 0
    return {"agency": str, "shortage": int} if not is_short else {
        "agency": str, "shortage": int, "targets": [str],
        "people?": [{"inspector": str, "capacity": int, "targets": int}],
        "repairs?": [{"kind": str, "inspector?": str, "target?": str, "group?": str, "lowersBy": int, "isEnough": bool}],
        "needed?": int, "supplied?": int, "contradictory?": [str],
        "rules?": [{"group": str, "bound": re.compile("atLeast|atMost"), "places": int, "people": int, "targets": [str]}],
        "combination?": {"isCheapest": bool, "changes": [
            {"kind": str, "inspector?": str, "target?": str, "group?": str, "visits?": int}]}}


def match_shape(value):
    head = {"format": "ssj-match/1", "drawId": str, "round": int}
    if isinstance(value, dict) and value.get("outcome") == "infeasible":
        return {**head, "outcome": "infeasible", "agencies": [shortage_shape]}
    if isinstance(value, dict) and value.get("outcome") == "formations-exhausted":
        return {**head, "outcome": "formations-exhausted", "formations": int}
    if isinstance(value, dict) and "joint" in value:
        return {**head, "outcome": "matched", "agencies": (), "joint": {
            "formation": int, "iterations": int, "repairPhases": int, "largestDifference": int,
            "noChoice": [{"target": str, "group": int}]}}
    return {**head, "outcome": "matched", "agencies": [
        {"agency": str, "iterations": int, "repairPhases": int, "largestDifference": int,
         "noChoice": [{"target": str, "inspector": str}]}]}


# R12.3: kind: the other keys of a change.
CHANGES = {
    "target-withdrawn": {"target": str}, "target-postponed": {"target": str}, "inspector-withdrawn": {"inspector": str},
    "pair-withdrawn": {"target": str, "inspector": str, "ground": NOT_EMPTY},
    "recusal-released": {"target": str, "inspector": str}, "capacity-set": {"inspector": str, "capacity": int},
    "borrowed": {"agency": str, "inspector": str, "capacity": int, "qualifications": [str], "mayLead?": bool,
                 "grade?": GRADE}}


def change_shape(value):
    kind = value.get("kind") if isinstance(value, dict) else None
    known = isinstance(kind, str) and kind in CHANGES
    return {"kind": kind, **CHANGES[kind]} if known else {"kind": re.compile("|".join(CHANGES))}


CHANGED = {"change": change_shape, "reason": NOT_EMPTY, "by": NOT_EMPTY, "evidence": NOT_EMPTY, "scan?": DIGEST}

# R10.3: type: body.
BODIES = {
    "opened": {"authority": AUTHORITY, "year": int, "program": PROGRAM},
    "imported": {"snapshot": DIGEST, "counts": {"*": int}, "refused": int, "accepted?": DIGEST},
    "sealed": {"drawId": str, "batch": str, "scheme": str, "commitment": DIGEST, "notice": DIGEST, "snapshot": DIGEST},
    "changed": {"drawId": str, **CHANGED},
    "announced": {"drawId": str, "round": int, "commitment": DIGEST},
    "entered": {"drawId": str, "round": int, "line": str, "witnesses": WITNESSES, "sheet?": DIGEST},
    "committed": {"drawId": str, "round": int, "party": str, "commitment": DIGEST},
    "contributed": {"drawId": str, "round": int, "party": str, "secret": DIGEST},
    "evidence": {"drawId": str, "round": int, "kind": re.compile("signature|timestamp|written"), "path": str,
                 "document": DIGEST},
    "drawn": {"drawId": str, "round": int, "outcome": OUTCOME, "documents": {"*": DIGEST}},
    "revealed": {"drawId": str, "document": DIGEST},
    "voided": {"drawId": str, "reason": NOT_EMPTY, "by": NOT_EMPTY, "evidence": NOT_EMPTY, "scan?": DIGEST},
    "published": {"drawId?": str, "batch": str, "list": str, "form": str, "file": str, "document": DIGEST}}


def evidence_shape(value):
    """R13.2."""
    head = {"drawId": str, "round": int, "statement": DIGEST}
    name = value.get("format") if isinstance(value, dict) else None
    return {"format": name, **head, **EVIDENCE[name]} if isinstance(name, str) and name in EVIDENCE else {
        "format": re.compile("|".join(EVIDENCE))}


def entry_shape(value):
    kind = value.get("type") if isinstance(value, dict) else None
    body = BODIES.get(kind, {"*": ANY}) if isinstance(kind, str) else ANY
    return {"at": TIME, "body": body, "prev": DIGEST, "seq": int, "type": str}


EVIDENCE = {
    "ssj-signature/1": {
        "card": {"holder": str, "body": str, "publicKey": DIGEST, "validFrom": DAY, "validUntil": DAY},
        "signedAt": TIME, "clock": CLOCK, "signature": re.compile("[0-9a-f]{128}")},
    "ssj-timestamp/1": {"token": str},
    "ssj-written/1": {"words": NOT_EMPTY, "scan": DIGEST}}


def ruled(value):
    return {"value": value, "source": str}


# R4: the rules that an office may have set.
OPTIONAL_RULES = {"capacityPerYear": NATURAL, "freeDays": NATURAL, "rotation": within(0, 9), "ownArea": within(0, 1),
                  "levelling": within(0, 1), "leadersPerVisit": NATURAL, "traineesPerVisit": NATURAL, "formations": within(1, 1000)}


def public_round_shape(value):
    """R15.2: round 0, or a later one."""
    stratum = {"name": str, "pool": int, "quota": int, "cutOff?": DIGEST}
    if isinstance(value, dict) and value.get("round") == 0:
        return {"round": int, "strata": [stratum]}
    return {"round": int, "commitment": DIGEST, "ledgerHead": HEAD, "noticedAt": TIME, "clock": CLOCK, "seed": PUBLIC_SEED,
            "changes": [{"kind": re.compile("|".join(CHANGES)), "count": int}], "strata": [{**stratum, "withdrawn": int}]}


def proof_round_shape(value):
    """R15.6: a round with the target in its pool, or not."""
    if isinstance(value, dict) and "out" in value:
        return {"round": int, "out": re.compile("drawn|withdrawn")}
    return {"round": int, "ticket": DIGEST, "cutOff?": DIGEST, "isDrawn": bool}


# path: (fields of the row key, or None for a single document; shape of the document or row). K is the round's number.
DOCUMENTS = {
    "manifest.json": (None, {"drawId": str, "edition": "archive", "format": "ssj-record/1", "files": [
        {"bytes": int, "path": str, "sha256": DIGEST}]}),
    "sealed.json": (None, {
        "format": "ssj-sealed/1", "scheme": str, "drawId": str, "authority": AUTHORITY,
        "sealedAt": TIME, "clock": CLOCK, "ledgerHead": HEAD,
        "batch": {"number": str, "name": str, "kind?": str, "items": [str], "targets?": str, "method?": str, "lead": str,
                  "cooperating": [str], "period": {"from": DAY, "to": DAY}, "filter": FILTER, "sampling": sampling_shape,
                  "timesPerYear?": int, "composition?": COMPOSITION, "rotation?": within(0, 9), "levelling?": bool,
                  "grouping?": grouping_shape},
        "rules": {"inspectorsPerVisit": ruled(int), "capacityPerBatch": ruled(int), "revealWithinDays": ruled(int),
                  "forecastLimit": ruled(int), **{key + "?": ruled(shape) for key, shape in OPTIONAL_RULES.items()}},
        "defaults": {"status?": str, "riskClass?": str}, "activeStatuses": [str], "snapshot": DIGEST,
        "documents": {"exclusions.jsonl": DIGEST, "frame.jsonl": DIGEST, "roster.jsonl": DIGEST, "bars.jsonl?": DIGEST},
        "levelling?": [{"agency": str, "cap": within(1, 2 ** 53)}],
        "strata": [{"name": str, "pool": int, "quota": int, "rule": rule_shape}],
        "visits": [{"id": str, "needs": NEEDS}],
        "seed": SEALED_SEED,
        "redoes?": [{"drawId": str, "reason": NOT_EMPTY}],
        "publication": re.compile("after-visits|at-once"),
        "forecast": {"agencies": [{"agency": str, "infeasible": int}], "draws": int, "infeasible": int, "proven": bool},
        "program": PROGRAM}),
    "registry/snapshot.json": (None, {
        "format": "ssj-snapshot/1",
        "files": {name: DIGEST for name in ("agencies.jsonl", "appointments.jsonl?", "inspectors.jsonl", "items.jsonl",
                                            "names.jsonl", "recusals.jsonl", "report.json", "targets.jsonl", "teams.jsonl?")},
        "counts": {name: int for name in ("agencies", "appointments?", "inspectors", "items", "names", "recusals", "targets",
                                          "teams?")}}),
    "registry/agencies.jsonl": (("code",), {"code": str, "name": str, "aliases": [str], "capacity?": NATURAL,
                                                "capacityPerYear?": NATURAL}),
    "registry/targets.jsonl": (("id",), {
        "id": str, "name": str, "registrar?": str, "area?": str, "entityType?": str, "foundedOn?": DAY, "status?": str,
        "industry?": str, "riskClass?": str, "address?": str, "tags": [str], "lastInspectedOn?": DAY}),
    "registry/inspectors.jsonl": (("id",), {
        "id": str, "agency": str, "qualifications": [str], "licences": [{"number": str, "validFrom?": DAY, "validUntil": DAY}],
        "isOnDuty": bool, "capacity?": int, "capacityPerYear?": NATURAL, "mayLead?": bool, "grade?": GRADE,
        "ownAreas?": [str], "regions?": [str], "away?": [{"from": DAY, "to": DAY}]}),
    "registry/items.jsonl": (("id",), {
        "id": str, "category?": str, "name": str, "targets?": str, "itemClass?": str, "method?": str, "agencies": [str],
        "basis?": str, "appliesTo": FILTER, "qualifications": [str], "anyQualifications?": [str],
        "people?": int}),
    "registry/recusals.jsonl": (("target", "inspector", "ground"), {
        "target": str, "inspector": str, "ground": NOT_EMPTY, "declaredOn?": DAY}),
    "registry/appointments.jsonl": (("agency", "qualification", "inspector"), {
        "agency": str, "qualification": NOT_EMPTY, "inspector": str, "by": NOT_EMPTY, "reason": NOT_EMPTY}),
    "registry/teams.jsonl": (("group",), {"group": NOT_EMPTY, "inspectors": [str]}),
    "registry/report.json": (None, {"problems": DIGEST, "warnings": int, "refused": [
        {"code": str, "file?": str, "sheet?": str, "row?": int, "column?": column_shape}]}),
    "frame.jsonl": (("id",), {"id": str, "stratum": str, "visit": str}),
    "exclusions.jsonl": (("id",), {"id": str, "reasons": [str]}),
    "roster.jsonl": (("id",), {"id": str, "capacity": int, "qualifications": [str], "reason?": str,
                                "mayLead?": bool, "grade?": GRADE, "ownAreas?": [str], "regions?": [str], "used?": NATURAL}),
    "bars.jsonl": (("target", "inspector"), {"target": str, "inspector": str, "drawId": str}),
    "salt.json": (None, {"format": "ssj-salt/1", "drawId": str, "salt": DIGEST}),
    "ledger.jsonl": ((), entry_shape),
    "notices/0.json": (None, {
        "format": "ssj-notice/1", "scheme": str, "drawId": str, "round": int, "commitment": DIGEST, "frameRoot": DIGEST,
        "ledgerHead": HEAD, "seed": SEALED_SEED}),
    "notices/K.json": (None, {
        "format": "ssj-notice/1", "scheme": str, "drawId": str, "round": int, "ledgerHead": HEAD, "noticedAt": TIME,
        "clock": CLOCK, "changes": [{"seq": int, **CHANGED}],
        "strata": [{"name": str, "withdrawn": int, "pool": int, "quota": int}], "seed": PUBLIC_SEED}),
    "rounds/K/seed.json": (None, {
        "format": "ssj-seed/1", "drawId": str, "round": int, "drawnAt": TIME, "clock": CLOCK, "tenthBits": int,
        "warnings": [str], "lines": [{"line": str, "tenthBits": int, "sheet?": DIGEST, "witnesses": WITNESSES,
                                       "signature?": SIGNATURE_OF_BEACON}]}),
    "rounds/K/targets.jsonl": (("stratum", "ticket", "id"), {"stratum": str, "ticket": DIGEST, "id": str}),
    "rounds/K/match.json": (None, match_shape),
    "rounds/K/odds.jsonl": (("agency", "target"), {"agency": str, "target": str, "odds": [(str, int)]}),
    "rounds/K/teams.json": (None, {"format": "ssj-teams/1", "drawId": str, "round": int, "formations": [
        {"teams": [{"name?": str, "inspectors": [str]}], "shortage": int}]}),
    "rounds/K/team-odds.jsonl": (("target",), {"target": str, "odds": [(int, int)]}),
    "rounds/K/assignments.jsonl": (("agency", "target"), {"agency": str, "target": str, "inspectors": [str]}),
    "reveal.json": (None, {"format": "ssj-reveal/1", "drawId": str, "secret": DIGEST, "revealedAt": TIME,
                           "clock": CLOCK, "visitsFinishedOn": DAY}),
    "evidence/K.json": (None, evidence_shape),
}

# R15.1: the documents of the public edition.
PUBLIC_DOCUMENTS = {
    "manifest.json": (None, {**DOCUMENTS["manifest.json"][1], "edition": "public"}),
    "public.json": (None, {
        "format": "ssj-public/1", **{key: DOCUMENTS["sealed.json"][1][key] for key in (
            "scheme", "drawId", "authority", "sealedAt", "clock", "publication", "program", "snapshot", "seed")},
        "batch": {**{key: shape for key, shape in DOCUMENTS["sealed.json"][1]["batch"].items() if key != "sampling"},
                  "filter": {key: shape for key, shape in FILTER.items() if key != "riskClasses?"}},
        "redoes?": [str], "rounds": [public_round_shape], "withheld": [{"path": str, "digest": DIGEST}],
        "ledger": [{"seq": int, "at": TIME, "type": re.compile("|".join(BODIES)), "digest": DIGEST}]}),
    "notices/0.json": DOCUMENTS["notices/0.json"],
    "rounds/K/seed.json": (None, {
        **DOCUMENTS["rounds/K/seed.json"][1], "format": "ssj-public-seed/1",
        "lines": [{"line": str, "tenthBits": int, "sheet?": DIGEST, "agencies": [str], "signature?": SIGNATURE_OF_BEACON}]}),
    "rounds/K/targets.jsonl": DOCUMENTS["rounds/K/targets.jsonl"],
    "reveal.json": DOCUMENTS["reveal.json"],
}
EDITIONS = {"archive": DOCUMENTS, "public": PUBLIC_DOCUMENTS}
SIDE = re.compile("left|right")
PROOF = {"format": "ssj-proof/1", "scheme": str, "drawId": str, "id": str, "stratum": str, "salt": DIGEST,
         "path": [{"side": SIDE, "digest": DIGEST}], "frameRoot": DIGEST, "rounds": [proof_round_shape]}
# R5, D5.9: there only where something says so; what says so is checked elsewhere.
SOMETIMES = ("reveal.json", "bars.jsonl", "registry/appointments.jsonl", "registry/teams.jsonl")
SINCE_SEAL = {edition: [path for path in table if "K" not in path and path not in SOMETIMES]
              for edition, table in EDITIONS.items()}
NOUNS = {str: "文本", int: "整数", bool: "真假值", dict: "对象", list: "列表"}


def round_of(path):
    """R2: the round's number in a path, or None."""
    parts = re.fullmatch(r"(?:notices/(?=[^/]*\.json$)|rounds/(?=.*/))(0|[1-9][0-9]{0,3})(?:/.*|\.json)", path)
    return int(parts[1]) if parts else None


def evidence_number(path):
    """R13.2: the number of a piece of evidence, or None."""
    parts = re.fullmatch(r"evidence/([1-9][0-9]*)\.json", path)
    return int(parts[1]) if parts else None


def rule_of(path, edition="archive"):
    """R2, R15.1: (fields of the row key, shape) of a path, or None where the format names no such file."""
    table = EDITIONS[edition]
    if path in table:
        return None if "K" in path else table[path]
    if evidence_number(path) is not None:
        return table.get("evidence/K.json")
    number = round_of(path)
    return None if number is None else table.get(path.replace(f"/{number}", "/K", 1))


def shape_fault(value, shape, place):
    """The first place where a value has not the shape, or None."""
    if shape is ANY:
        return None
    if isinstance(shape, (type, dict, list, tuple)):
        wanted = shape if isinstance(shape, type) else list if isinstance(shape, tuple) else type(shape)
        if type(value) is not wanted:                       # type, so that `true` is no integer
            return f"{place or '整体'} 应为{NOUNS[wanted]}，实为 {short(value)}"
        if isinstance(shape, type):
            return None
        if isinstance(shape, tuple) and len(value) != len(shape):
            return f"{place} 应有 {len(shape)} 项，实为 {short(value)}"
        if isinstance(shape, list):
            children = ((item, shape[0], f"{place}[{n}]") for n, item in enumerate(value))
        elif isinstance(shape, tuple):
            children = ((item, shape[n], f"{place}[{n}]") for n, item in enumerate(value))
        elif "*" in shape:
            children = ((value[key], shape["*"], f"{place}.{key}") for key in sorted(value))
        else:
            strange = [key for key in value if key not in shape and key + "?" not in shape]
            if strange:
                return f"{place}.{strange[0]}".lstrip(".") + " 是未规定的键"
            missing = [key for key in shape if key not in value and not key.endswith("?")]
            if missing:
                return f"{place}.{missing[0]}".lstrip(".") + " 缺失"
            children = ((item, shape[key] if key in shape else shape[key + "?"], f"{place}.{key}".lstrip("."))
                        for key, item in value.items())
        for child in children:
            fault = shape_fault(*child)
            if fault:
                return fault
        return None
    if isinstance(shape, str):
        return None if value == shape else f"{place} 应为 {shape}，实为 {short(value)}"
    if isinstance(shape, re.Pattern):
        is_right = isinstance(value, str) and shape.fullmatch(value)
        return None if is_right else f"{place} 不合格式：{short(value)}"
    return shape_fault(value, shape(value), place)          # a function that picks the shape


def read_rows(path, data, rule=None):
    """R1: (the document, or the list of rows; None) of a file's bytes, or (None; what is wrong)."""
    keys, shape = rule or rule_of(path)
    lines = data.split(b"\n")
    faults = [] if lines.pop() == b"" else [f"第 {len(lines) + 1} 行末尾没有换行"]
    if keys is None and len(lines) != 1:
        faults.append(f"应为一行，实为 {len(lines)} 行")
    rows = []
    for number, line in enumerate(lines, 1):
        try:
            rows.append(parse_line(line))
            fault = shape_fault(rows[-1], shape, "")
        except (ValueError, RecursionError) as reason:
            fault = f"不是规范的文书：{reason or type(reason).__name__}"
        if fault:
            faults.append(f"第 {number} 行 {fault}")
    if not faults and keys:
        order = [tuple(by_bytes(row[key]) for key in keys) for row in rows]
        faults = [f"第 {n + 2} 行次序不对或与上一行重复" for n in range(len(rows) - 1) if order[n] >= order[n + 1]]
    if faults:
        return None, f"{path} {faults[0]}" + (f"（共 {len(faults)} 处）" if len(faults) > 1 else "")
    return (rows[0] if keys is None else rows), None


def compare_table(file, recorded, recomputed, only=lambda row: True):
    """The differences of two tables, row by row of the same key; `only` picks the rows of the recorded one."""
    fields = rule_of(file)[0]
    key = lambda row: tuple(row[field] for field in fields)
    expected = {key(row): row for row in recomputed}
    differences = []
    for number, row in enumerate(recorded, 1):
        if only(row):
            wanted = expected.pop(key(row), None)
            differences += compare(f"{file} 第 {number} 行", row, wanted, "") if wanted else [
                f"{file} 第 {number} 行 {short('/'.join(key(row)))}：记录 {short(row)}，重算 无此行"]
    return differences + [f"{file} 缺行 {short('/'.join(k))}：记录 无，重算 {short(row)}" for k, row in expected.items()]
