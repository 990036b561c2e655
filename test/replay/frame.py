"""Frame, exclusions, visits, roster, strata from the sealed registry (D5, D6)."""
from .draw import quota
from .text import by_bytes, canonical


CONDITIONS = (("areas", "area", "area"), ("entityTypes", "entityType", "entity-type"),
              ("industries", "industry", "industry"), ("tags", "tags", "tag"),
              ("riskClasses", "riskClass", "risk-class"))


def risk_class(target, sealed):
    """D5.1: the risk class of a target, or the default, or None."""
    return target.get("riskClass", sealed["defaults"].get("riskClass"))


def meets(condition, field, target, sealed):
    """D5.1: does a condition (a list of values) meet the target in this field."""
    if field == "tags":
        return any(tag in condition for tag in target["tags"])
    value = risk_class(target, sealed) if field == "riskClass" else target.get(field)
    return value is not None and value in condition


def needs_of(target, sealed, items):
    """D5.3: the visit of a target, a list of needs ascending by agency."""
    applicable = [item for item in items if all(
        meets(item["appliesTo"][key], field, target, sealed)
        for key, field, _ in CONDITIONS if key in item["appliesTo"])]
    needs = []
    for agency in sorted({sealed["batch"]["lead"], *sealed["batch"]["cooperating"]}, key=by_bytes):
        own = [item for item in applicable if agency in item["agencies"]]
        if own:
            people = max([sealed["rules"]["inspectorsPerVisit"]["value"]]
                         + [item["people"] for item in own if "people" in item])
            needs.append({"agency": agency, "items": sorted((item["id"] for item in own), key=by_bytes),
                          "people": people,
                          "qualifications": sorted({q for item in own for q in item["qualifications"]}, key=by_bytes)})
    return needs


def derive_frame(sealed, targets, all_items):
    """D5.1 to D5.4: (frame rows, exclusion rows, visits)."""
    sampling, batch = sealed["batch"]["sampling"], sealed["batch"]
    unknown = set(batch["items"]) - {item["id"] for item in all_items}
    if unknown:
        raise ValueError(f"registry/items.jsonl 中没有批次的抽查事项 {sorted(unknown)[0]}")
    items = [item for item in all_items if item["id"] in batch["items"]]
    frame, exclusions, numbers, visits = [], [], {}, []
    for target in sorted(targets, key=lambda row: by_bytes(row["id"])):
        needs = needs_of(target, sealed, items)
        reasons = []
        if target.get("status", sealed["defaults"].get("status")) not in sealed["activeStatuses"]:
            reasons.append("status")
        reasons += [reason for key, field, reason in CONDITIONS
                    if key in batch["filter"] and not meets(batch["filter"][key], field, target, sealed)]
        if sampling["kind"] == "by-risk" and risk_class(target, sealed) not in sampling["rules"]:
            reasons.append("no-ratio")
        if not needs:
            reasons.append("no-item")
        if reasons:
            exclusions.append({"id": target["id"], "reasons": reasons})
            continue
        visit = canonical(needs)
        if visit not in numbers:
            numbers[visit] = f"V{len(visits) + 1}"
            visits.append({"id": numbers[visit], "needs": needs})
        stratum = "ALL" if sampling["kind"] == "flat" else risk_class(target, sealed)
        frame.append({"id": target["id"], "stratum": stratum, "visit": numbers[visit]})
    return frame, exclusions, visits


def derive_roster(sealed, inspectors, visits):
    """D5.5."""
    agencies = {need["agency"] for visit in visits for need in visit["needs"]}
    last_day = sealed["batch"]["period"]["to"]
    roster = []
    for person in sorted(inspectors, key=lambda row: by_bytes(row["id"])):
        if person["agency"] not in agencies:
            continue
        capacity = person.get("capacity", sealed["rules"]["capacityPerBatch"]["value"])
        reason = ("off-duty" if not person["isOnDuty"]
                  else "licence-missing" if not person["licences"]
                  else "licence-lapsed" if all(licence["validUntil"] < last_day for licence in person["licences"])
                  else "capacity-zero" if capacity == 0 else None)
        row = {"id": person["id"], "capacity": 0 if reason else capacity, "qualifications": person["qualifications"]}
        if reason:
            row["reason"] = reason
        if "mayLead" in person:
            row["mayLead"] = person["mayLead"]
        roster.append(row)
    return roster


def derive_strata(sealed, frame):
    """D5.2, D6.1, R4."""
    sampling = sealed["batch"]["sampling"]
    rules = {"ALL": sampling["rule"]} if sampling["kind"] == "flat" else sampling["rules"]
    pools = {name: sum(row["stratum"] == name for row in frame) for name in rules}
    return [{"name": name, "pool": pools[name], "quota": quota(pools[name], rules[name]), "rule": rules[name]}
            for name in sorted(rules, key=by_bytes)]
