"""Frame, exclusions, visits, roster, strata from the sealed registry (D5, D6)."""
from datetime import date, timedelta

from .draw import quota
from .text import Unverifiable, by_bytes, canonical


CONDITIONS = (("areas", "area", "area"), ("entityTypes", "entityType", "entity-type"),
              ("industries", "industry", "industry"), ("tags", "tags", "tag"),
              ("riskClasses", "riskClass", "risk-class"))


def rule_value(sealed, name):
    """R4: the value of one of the office's rules, or None where it has not set it."""
    return sealed["rules"].get(name, {}).get("value")


def batch_or_rule(sealed, name):
    """D5.9, D5.10: what the batch says, or else the office's rule; 0 where neither says anything."""
    return sealed["batch"].get(name, rule_value(sealed, name)) or 0


def composition_of(items, sealed):
    """D5.11: the rules of one agency's need with these items, ascending by group."""
    rules = [{"group": f"qualification:{name}", "atLeast": 1} for item in items for name in item.get("anyQualifications", ())]
    office = (("leader", "atLeast", "leadersPerVisit"), ("trainee", "atMost", "traineesPerVisit"))
    rules += sealed["batch"].get("composition") or [
        {"group": group, key: rule_value(sealed, name)} for group, key, name in office if rule_value(sealed, name) is not None]
    one = {}
    for rule in rules:
        known = one.setdefault(rule["group"], {"group": rule["group"]})
        for key, stricter in (("atLeast", max), ("atMost", min)):
            if key in rule:
                known[key] = stricter(rule[key], known.get(key, rule[key]))
    return [one[group] for group in sorted(one, key=by_bytes)]


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
            rules = composition_of(own, sealed)
            if rules:
                needs[-1]["composition"] = rules
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


def is_on_leave(person, sealed):
    """D5.7: too few of the batch's days are free."""
    first, last = (date.fromisoformat(sealed["batch"]["period"][key]) for key in ("from", "to"))
    days = [(first + timedelta(n)).isoformat() for n in range((last - first).days + 1)]
    free = sum(not any(away["from"] <= day <= away["to"] for away in person.get("away", ())) for day in days)
    bp = rule_value(sealed, "freeDays")
    return free < -(-len(days) * (10000 if bp is None else bp) // 10000)


def is_licensed(person, sealed):
    """D5.5: some licence is valid on every day of the batch."""
    period = sealed["batch"]["period"]
    return any(licence.get("validFrom", period["from"]) <= period["from"] and licence["validUntil"] >= period["to"]
               for licence in person["licences"])


def first_set(name, *places):
    """The value of a key in the first of some places that has it, or None."""
    return next((place[name] for place in places if name in place), None)


def derive_roster(sealed, inspectors, visits, agencies=(), used=None):
    """D5.5. `used` {inspector: visits of the year so far} is what the record says (D5.8); None where that is not known."""
    wanted = {need["agency"] for visit in visits for need in visit["needs"]}
    agency_of = {row["code"]: row for row in agencies}
    caps = {row["agency"]: row["cap"] for row in sealed.get("levelling", ())}
    rules = {"capacity": rule_value(sealed, "capacityPerBatch")}
    if "capacityPerYear" in sealed["rules"]:
        rules["capacityPerYear"] = rule_value(sealed, "capacityPerYear")
    roster = []
    for person in sorted(inspectors, key=lambda row: by_bytes(row["id"])):
        if person["agency"] not in wanted:
            continue
        agency = agency_of.get(person["agency"], {})
        capacity = batch = first_set("capacity", person, agency, rules)
        row = {"id": person["id"], "qualifications": person["qualifications"]}
        row.update({key: person[key] for key in ("mayLead", "grade", "ownAreas", "regions") if key in person})
        per_year = first_set("capacityPerYear", person, agency, rules)
        if per_year is not None:
            if used is None:
                raise Unverifiable("本年已派户次只在 roster.jsonl 中 (D5.8)")
            row["used"] = used.get(person["id"], 0)
            capacity = min(batch, max(0, per_year - row["used"]))
        reason = ("off-duty" if not person["isOnDuty"]
                  else "licence-missing" if not person["licences"]
                  else "licence-lapsed" if not is_licensed(person, sealed)
                  else "on-leave" if is_on_leave(person, sealed)
                  else "capacity-zero" if batch == 0
                  else "year-used-up" if capacity == 0 else None)
        row["capacity"] = 0 if reason else min(capacity, caps.get(person["agency"], capacity))
        if reason:
            row["reason"] = reason
        roster.append(row)
    return roster


def derive_strata(sealed, frame):
    """D5.2, D6.1, R4."""
    sampling = sealed["batch"]["sampling"]
    rules = {"ALL": sampling["rule"]} if sampling["kind"] == "flat" else sampling["rules"]
    pools = {name: sum(row["stratum"] == name for row in frame) for name in rules}
    return [{"name": name, "pool": pools[name], "quota": quota(pools[name], rules[name]), "rule": rules[name]}
            for name in sorted(rules, key=by_bytes)]
