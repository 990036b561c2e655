"""What a seal or a notice may say of its seed, and the steps by which it comes into being (D2.6 to D2.9)."""
from .draw import joint_parties, seed_kind
from .text import Unverifiable, compare, h, moment, sha256, short

GENESIS, PERIOD, NOTICE_SECONDS = 1692803367, 3, 600
STEPS = ("entered", "committed", "contributed")
UNCHECKED = "信标签名 (BLS) 本程序不核验 (not checked by this program)，只核对轮次和 sha256 (D2.7)"


def rank(left):
    """D2.9."""
    return {"typed": 0, "dice": 1, "joint": 2}.get(left.partition(":")[0], 3)


def first_round(not_before):
    """D2.7: the first round at or after a time."""
    return max(0, -(-(int(moment(not_before).timestamp()) - GENESIS) // PERIOD)) + 1


def earlier_lines(lines):
    """D2.9: the lines below the highest rank."""
    highest = max(map(rank, lines), default=0)
    return [left for left in lines if rank(left) < highest]


def source_faults(place, seed, opened_at):
    """D2.1, D2.2, D2.6 to D2.9: what is wrong with the seed of a seal, or of a notice of time `opened_at`."""
    lines, not_before = seed["lines"], seed["notBefore"]
    faults = [] if lines else [f"{place} seed.lines 为空"]
    if len(set(lines)) < len(lines):
        faults.append(f"{place} seed.lines 有相同的两行")
    faults += [f"{place} seed.lines {short(left)} 不是许可的种类" for left in lines if seed_kind(left) is None]
    for left in lines:
        if left.startswith("drand:"):
            faults += compare(place, left, f"drand:quicknet:{first_round(not_before)}", "seed.lines")
            if (moment(not_before) - moment(opened_at)).total_seconds() < NOTICE_SECONDS:
                faults.append(f"{place} seed.notBefore {not_before} 不比 {opened_at} 晚 {NOTICE_SECONDS} 秒 (D2.7)")
    if earlier_lines(lines) and max(map(rank, lines)) == 3 and moment(not_before) <= moment(opened_at):
        faults.append(f"{place} seed.notBefore {not_before} 不晚于 {opened_at}，先行的种子无从产生 (D2.9)")
    return faults + joint_faults(place, seed, opened_at)


def joint_faults(place, seed, opened_at):
    """D2.8, R4: `joint` exactly where a line is joint, at most one, and its last moment."""
    count = sum(left.startswith("joint:") for left in seed["lines"])
    if count > 1:
        return [f"{place} seed.lines 有 {count} 行联合种子 (D2.8)"]
    if (count == 1) != ("joint" in seed):
        return [f"{place} seed.joint 应{'有' if count else '无'} (R4)"]
    if count == 0:
        return []
    by, not_before = moment(seed["joint"]["revealBy"]), moment(seed["notBefore"])
    if max(map(rank, seed["lines"])) == 3:
        is_right = moment(opened_at) < by < not_before
    else:
        is_right = not_before < by
    return [] if is_right else [f"{place} seed.joint.revealBy {seed['joint']['revealBy']} 不合 (D2.8)"]


def step_faults(steps, seed, joint_only=False):
    """D2.8, D2.9: what is wrong with the ledger's steps (its entries of one round, in their order) for this seed."""
    lines, not_before = seed["lines"], moment(seed["notBefore"])
    lower, is_public_last = earlier_lines(lines), max(map(rank, lines), default=0) == 3
    joint = next((left for left in lines if left.startswith("joint:")), None)
    parties = joint_parties(joint) if joint else []
    faults, entered, reveals = [], [], 0
    for entry in steps:
        kind, body, place = entry["type"], entry["body"], f"ledger.jsonl 第 {entry['seq']} 行 {entry['type']}"
        at = moment(entry["at"])
        if kind == "entered":
            faults += entered_faults(place, body["line"], lower, entered, reveals)
            entered.append(body["line"].partition("=")[0])
        else:
            if body["party"] not in parties:
                faults.append(f"{place} {short(body['party'])} 不是所定的一方 (D2.8)")
            if "joint" in seed and at > moment(seed["joint"]["revealBy"]):
                faults.append(f"{place} at {entry['at']} 晚于 seed.joint.revealBy {seed['joint']['revealBy']} (D2.8)")
        if kind == "contributed":
            if reveals == 0:
                faults += first_reveal_faults(place, body["party"], parties, lower, entered)
            reveals += 1
        if is_public_last and at >= not_before:
            faults.append(f"{place} at {entry['at']} 不早于 seed.notBefore {seed['notBefore']} (D2.9)")
        if not is_public_last and kind != "committed" and at < not_before:
            faults.append(f"{place} at {entry['at']} 早于 seed.notBefore {seed['notBefore']} (D2.9)")
    return faults


def entered_faults(place, line, lower, entered, reveals):
    """D2.9: one entry of a line before the draw."""
    left, equals, value = line.partition("=")
    kind = seed_kind(left)
    if left not in lower or left.startswith("joint:"):
        return [f"{place} {short(left)} 不是应当先行登记的一行 (D2.9)"]
    faults = [] if equals and kind and kind[1](value) else [f"{place} 值不合格式：{short(line)}"]
    if left in entered:
        faults.append(f"{place} {short(left)} 登记了两次 (D2.9)")
    if reveals:
        faults.append(f"{place} 在揭示之后 (D2.9)")
    if any(rank(earlier) > rank(left) for earlier in entered):
        faults.append(f"{place} 人工录入的一行在骰子之后 (D2.9)")
    return faults


def first_reveal_faults(place, party, parties, lower, entered):
    faults = [f"{place} 首先揭示的是 {short(party)}，应为 {parties[0]} (D2.8)"] if parties and party != parties[0] else []
    late = [left for left in lower if rank(left) < 2 and left not in entered]
    return faults + [f"{place} 揭示之前 {short(left)} 尚未登记 (D2.9)" for left in late]


def completeness_faults(place, steps, seed):
    """D2.8, D2.9: what a drawn round lacks."""
    lower, kinds = earlier_lines(seed["lines"]), {kind: [entry["body"] for entry in steps if entry["type"] == kind]
                                                  for kind in STEPS}
    entered = {body["line"].partition("=")[0] for body in kinds["entered"]}
    faults = [f"{place} 已抽取，而 {short(left)} 未先行登记 (D2.9)" for left in lower if rank(left) < 2 and left not in entered]
    for left in seed["lines"]:
        if left.startswith("joint:"):
            for kind, what in (("committed", "承诺"), ("contributed", "揭示")):
                absent = [party for party in joint_parties(left) or [] if party not in {b["party"] for b in kinds[kind]}]
                faults += [f"{place} 已抽取，而 {party} 未{what} (D2.8)" for party in absent]
    return faults


def joint_value(steps, parties):
    """D2.8: the value of a joint line from the secrets revealed."""
    secrets = {entry["body"]["party"]: entry["body"]["secret"] for entry in steps if entry["type"] == "contributed"}
    return h("".join(f"{secrets[party]}\n" for party in parties)) if all(party in secrets for party in parties) else None


def line_faults(place, row, steps=None):
    """D2.2, D2.7, D2.8, R6: one line of a seed with what stands beside it; `steps` None where no ledger is at hand."""
    left, equals, value = row["line"].partition("=")
    kind, faults = seed_kind(left), []
    if not row["line"].isascii() or not row["line"].isprintable() or not equals or (kind and not kind[1](value)):
        faults.append(f"{place} 值不合格式：{short(row['line'])}")
    is_drand = left.startswith("drand:")
    if is_drand != ("signature" in row):
        return faults + [f"{place} 应{'有' if is_drand else '无'} signature (R6)"]
    if is_drand:
        faults += compare(place, value, sha256(bytes.fromhex(row["signature"])), "值")
    if joint_parties(left) and steps is not None:
        recomputed = joint_value(steps, joint_parties(left))
        faults += compare(place, value, recomputed, "值") if recomputed else [f"{place} 各方未全部揭示"]
    if "sheet" in row and not left.startswith("dice:"):
        faults.append(f"{place} 不是骰子而有 sheet (R6)")
    return faults


def commitment_faults(rows):
    """D2.8 as far as the ledger alone shows it, for all its draws: once a party, never copied, opened by the secret."""
    faults, schemes, made, given, seen = [], {}, {}, {}, set()
    for entry in rows:
        kind, body, place = entry["type"], entry["body"], f"ledger.jsonl 第 {entry['seq']} 行 {entry['type']}"
        if kind == "sealed":
            schemes.setdefault(body["drawId"], body["scheme"])
        if kind not in ("committed", "contributed"):
            continue
        step, party = (body["drawId"], body["round"]), body["party"]
        mine, opened = made.setdefault(step, {}), given.setdefault(step, set())
        if party in (mine if kind == "committed" else opened):
            faults.append(f"{place} {short(party)} 重复 (D2.8)")
        if kind == "committed":
            if body["commitment"] in seen:
                faults.append(f"{place} {short(party)} 的承诺在台账中已经有过 (D2.8)")
            if opened:
                faults.append(f"{place} {short(party)} 在揭示之后才承诺 (D2.8)")
            seen.add(body["commitment"])
            mine.setdefault(party, body["commitment"])
        else:
            opened.add(party)
            text = f"{schemes.get(body['drawId'])} commit\n{body['drawId']}\n{party}\n{body['secret']}\n"
            faults += compare(place, mine.get(party), h(text), f"{short(party)} 的承诺")
    return faults
