#!/usr/bin/env python3
"""Replay of an official random draw (抽查存档的独立重算), scheme ssj/1.

A second implementation, written from three documents alone: docs/draw-spec.md (clauses D…), docs/match-spec.md
(M…) and docs/record-format.md (R…). Python 3.9 or later, standard library only.

    python3 replay.py <record folder> [--json]     replay an archive record, point by point
    python3 replay.py --vectors ssj-1.json         check the worked cases
    python3 replay.py --instances problems.jsonl   solve matching problems, one a line

Exit: 0 everything identical (一致); 5 something different (不一致); otherwise 6 something unverifiable (无法核验).
"""
import argparse
import hashlib
import json
import os
import re
import sys
from collections import namedtuple
from datetime import datetime
from functools import partial
from math import comb

SAME, DIFFERENT, UNKNOWN = "一致", "不一致", "无法核验"
SCHEME, REHEARSAL = "ssj/1", "ssj/1-rehearsal"


class Unverifiable(Exception):
    """A point cannot be checked; the text says what is missing."""


# ---------------------------------------------------------------- text, identifiers, numbers (D1, R1)

def sha256(data):
    return hashlib.sha256(data).hexdigest()


def h(text):
    """h(text) of the draw spec: sha256 of the UTF-8 bytes, 64 lower-case hexadecimal characters."""
    return sha256(text.encode("utf-8"))


def canonical(value):
    """R1.1: canonical JSON. Keys are ASCII, so their code point order is their byte order."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def by_bytes(text):
    """D1.1: sort key for the order of UTF-8 bytes."""
    return text.encode("utf-8")


BLANKS = "".join(map(chr, [*range(0x09, 0x0E), 0x20, 0xA0, 0x1680, *range(0x2000, 0x200E),
                           0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF]))
TO_ASCII = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
TO_UPPER = {code: code - 32 for code in range(ord("a"), ord("z") + 1)}
ID_FORMS = {"uscc": "[0-9A-HJ-NPQRTUWXY]{18}", "reg": "[0-9]{13,15}", "local": "[0-9A-Z][0-9A-Z._/-]{0,63}"}
USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def canonical_id(kind, raw):
    """D1.2, D1.3: the identifier `kind:value` of a cell, or None where it is refused."""
    if any(0xD800 <= ord(c) <= 0xDFFF or c == "\uFFFD" for c in raw):
        return None
    value = raw.translate(TO_ASCII).strip(BLANKS).translate(TO_UPPER)
    if kind in ("uscc", "reg"):
        value = value.replace(" ", "").replace("-", "")
    return f"{kind}:{value}" if kind in ID_FORMS and re.fullmatch(ID_FORMS[kind], value) else None


def uscc_check_is_right(value):
    """D1.2: check character of GB 32100-2015 (weights 3^i mod 31)."""
    total = sum(USCC_ALPHABET.index(value[i]) * pow(3, i, 31) for i in range(17))
    return USCC_ALPHABET[-total % 31] == value[17]


def is_target_id(text):
    kind, _, value = text.partition(":")
    return canonical_id(kind, value) == text


def is_inspector_of(text, agency):
    """D1.4: `agency code/number`."""
    return (re.fullmatch("[0-9A-Z][0-9A-Z._-]{0,31}", agency) is not None and text.startswith(agency + "/")
            and re.fullmatch(ID_FORMS["local"], text[len(agency) + 1:]) is not None)


# ---------------------------------------------------------------- seed, keys, tickets (D2, D3, D4, D6, D7, D9)

def ascending_numbers(text, count, highest):
    """`count` different numbers 01…highest, ascending, two digits each, joined by dots."""
    return (re.fullmatch(r"[0-9]{2}(\.[0-9]{2})*", text) is not None and len(text.split(".")) == count
            and all(1 <= int(n) <= highest for n in text.split("."))
            and all(a < b for a, b in zip(text.split("."), text.split(".")[1:])))


def seed_kind(left):
    """D2.2: (number of possible values, test of the value's form) of what stands left of `=`; None: not a kind."""
    dice = re.fullmatch("dice:d(10|6)x([1-9][0-9]{0,2})", left)
    if dice and int(dice[2]) <= 256:
        faces = "[0-9]" if dice[1] == "10" else "[1-6]"
        return int(dice[1]) ** int(dice[2]), lambda value: re.fullmatch(faces + "{" + dice[2] + "}", value)
    if re.fullmatch("lottery:kl8:[0-9]{7}", left):
        return comb(80, 20), lambda value: ascending_numbers(value, 20, 80)
    if re.fullmatch("lottery:ssq:[0-9]{7}", left):
        return comb(33, 6) * 16, lambda value: (ascending_numbers(value[:-3], 6, 33) and value[-3] == "."
                                                and ascending_numbers(value[-2:], 1, 16))
    if re.fullmatch("lottery:fc3d:[0-9]{7}", left):
        return 1000, lambda value: re.fullmatch(r"[0-9]\.[0-9]\.[0-9]", value)
    if left == "typed:":
        return 1, lambda value: re.fullmatch("[ -~]{1,200}", value)
    return None


def tenth_bits(possible_values):
    """D2.3: floor(10·log2 M)."""
    return (possible_values ** 10).bit_length() - 1


def secret_commitment(scheme, draw_id, secret):
    """D2.5."""
    return h(f"{scheme} secret\n{draw_id}\n{secret}\n")


def rehearsal_secret(draw_id):
    """D9.1."""
    return h(f"{REHEARSAL} secret seed\n{draw_id}\n")


def derive_key(scheme, draw_id, stage, round_number, seed):
    """D3.1."""
    return h(f"{scheme} key\n{draw_id}\n{stage}\n{round_number}\n{seed}\n")


def ticket(scheme, key, target, balls=1):
    """D4.1, D4.2."""
    if not is_target_id(target):
        raise ValueError(f"不是合格的标识：{target!r}")
    return min(h(f"{scheme} ticket\n{key}\n{target}\n{j}\n") for j in range(1, balls + 1))


def quota(pool, rule):
    """D6.1: the number to be drawn from a stratum."""
    if rule["kind"] == "fixed":
        return rule["count"]
    if not 1 <= rule["basisPoints"] <= 10000:
        raise ValueError(f"比例不在 1–10000 之内：{rule['basisPoints']}")
    product = pool * rule["basisPoints"]
    return product // 10000 if rule["rounding"] == "down" else -(-product // 10000)


def select(scheme, key, rows, quotas):
    """D7.1: rows (id, stratum, balls) to sorted [(stratum, ticket, id)], the quota of each stratum."""
    tickets = [(stratum, ticket(scheme, key, target, balls), target) for target, stratum, balls in rows]
    drawn = []
    for stratum in sorted(quotas, key=by_bytes):
        drawn += sorted(row for row in tickets if row[0] == stratum)[:quotas[stratum]]
    return drawn


# ---------------------------------------------------------------- the stream of random numbers (M3)

class Stream:
    """M3: RC4 keyed with the 64 characters of the seed text, the first 256 bytes dropped."""

    def __init__(self, scheme, key, agency):
        self.seed_text = h(f"{scheme} stream\n{key}\n{agency}\n")
        codes = self.seed_text.encode("ascii")
        self.S = list(range(256))
        self.i = self.j = j = 0
        for n in range(256):
            j = (j + self.S[n] + codes[n % 64]) % 256
            self.S[n], self.S[j] = self.S[j], self.S[n]
        for _ in range(256):
            self.next_byte()
        self.bits_left, self.bit_word = 0, 0

    def next_byte(self):
        S = self.S
        self.i = i = (self.i + 1) % 256
        self.j = j = (self.j + S[i]) % 256
        S[i], S[j] = S[j], S[i]
        return S[(S[i] + S[j]) % 256]

    def word(self):
        """M3.4."""
        return int.from_bytes([self.next_byte() for _ in range(4)], "big")

    def below(self, n):
        """M3.5."""
        if n <= 1:
            return 0
        limit = n * (2 ** 32 // n)
        while True:
            word = self.word()
            if word < limit:
                return word % n

    def bit(self):
        """M3.6."""
        if self.bits_left == 0:
            self.bit_word, self.bits_left = self.word(), 32
        bit = self.bit_word & 1
        self.bit_word >>= 1
        self.bits_left -= 1
        return bit

    def shuffled(self, values):
        """M3.7."""
        copy = list(values)
        for i in range(len(copy) - 1, 0, -1):
            k = self.below(i + 1)
            copy[i], copy[k] = copy[k], copy[i]
        return copy


# ---------------------------------------------------------------- feasibility and forced pairs (M1, M2, M4)

# One agency in one round: ids ascending; eligible[e] the indices of M2.3; demand r_e; capacity c_i (M1.2 to M2.3).
Problem = namedtuple("Problem", "agency targets inspectors eligible demand capacity")


def make_problem(agency, places, capacities, may_go):
    """M1, M2: `places` {target: number}, `capacities` {inspector: number}, may_go(target, inspector)."""
    targets = sorted((t for t in places if places[t] > 0), key=by_bytes)
    inspectors = sorted(capacities, key=by_bytes)
    eligible = [[i for i, person in enumerate(inspectors) if capacities[person] > 0 and may_go(target, person)]
                for target in targets]
    return Problem(agency, targets, inspectors, eligible,
                   [places[t] for t in targets], [capacities[p] for p in inspectors])


def check_sizes(problem):
    """M1.5, and the form of an instance."""
    numbers = problem.demand + problem.capacity + [len(row) for row in problem.eligible]
    if any(type(n) is not int or not 0 <= n < 8192 for n in numbers) or 0 in problem.demand:
        raise ValueError("人数、名额或可派人数不在规定范围之内 (M1.5)")
    if len(problem.demand) != len(problem.eligible) or any(
            row != sorted(set(row)) or (row and not 0 <= row[0] <= row[-1] < len(problem.capacity))
            for row in problem.eligible):
        raise ValueError("可派人员的序号不合格式 (M2.3)")


def fill_places(eligible, demand, capacity):
    """M4.1, M7.1: some assignment with as many places filled as possible: (people of each target, shortage).

    Place by place a shortest augmenting path is looked for. A target that has none will never have one later.
    """
    people = [set() for _ in eligible]
    visits = [set() for _ in capacity]
    shortage = 0
    for start, wanted in enumerate(demand):
        while len(people[start]) < wanted:
            came_from = {}                      # inspector: the target it was reached from
            holder = {start: None}              # target: the inspector who would leave it
            queue = [start]
            free = None
            for e in queue:
                for i in eligible[e]:
                    if i in people[e] or i in came_from:
                        continue
                    came_from[i] = e
                    if len(visits[i]) < capacity[i]:
                        free = i
                        break
                    for other in visits[i]:
                        if other not in holder:
                            holder[other] = i
                            queue.append(other)
                if free is not None:
                    break
            if free is None:
                shortage += wanted - len(people[start])
                break
            i = free
            while i is not None:                # i joins e; whoever i replaces at e joins the target before
                e = came_from[i]
                people[e].add(i)
                visits[i].add(e)
                i = holder[e]
                if i is not None:
                    people[e].remove(i)
                    visits[i].remove(e)
    return people, shortage


def components(arrows):
    """The number of the strongly connected component of every node (two depth-first passes, Kosaraju)."""
    backwards = [[] for _ in arrows]
    for node, following in enumerate(arrows):
        for other in following:
            backwards[other].append(node)
    finished, seen = [], [False] * len(arrows)
    for root in range(len(arrows)):
        stack = [] if seen[root] else [(root, iter(arrows[root]))]
        seen[root] = True
        while stack:
            node, rest = stack[-1]
            following = next((other for other in rest if not seen[other]), None)
            if following is None:
                finished.append(node)
                stack.pop()
            else:
                seen[following] = True
                stack.append((following, iter(arrows[following])))
    component = [None] * len(arrows)
    for root in reversed(finished):
        stack = [root] if component[root] is None else []
        while stack:
            node = stack.pop()
            if component[node] is None:
                component[node] = root
                stack += backwards[node]
    return component


def forced_pairs(problem, people):
    """M4.2: for every target {inspector: True where the pair is in every assignment, False where in none}."""
    first, sink = len(problem.eligible), len(problem.eligible) + len(problem.capacity)
    arrows = [[] for _ in range(sink + 1)]
    load = [0] * len(problem.capacity)
    for e, row in enumerate(problem.eligible):
        for i in row:
            if i in people[e]:
                arrows[first + i].append(e)
                load[i] += 1
            else:
                arrows[e].append(first + i)
    for i, capacity in enumerate(problem.capacity):
        if load[i] < capacity:
            arrows[first + i].append(sink)
        if load[i] > 0:
            arrows[sink].append(first + i)
    component = components(arrows)
    return [{i: i in people[e] for i in row if component[e] != component[first + i]}
            for e, row in enumerate(problem.eligible)]


# ---------------------------------------------------------------- the odds table (M5)

B = 2 ** 24
# odds[e] is {inspector: q}.
Match = namedtuple("Match", "shortage odds iterations repair_phases forced_count")


def fill_row(e, flex, R, weight, N):
    """M5.3: {inspector: q} for the list flex(e); R units are to be given out."""
    q = {}
    free = flex
    W = sum([weight[i] for i in free])
    while R > 0:                                                            # step 1
        hits = [i for i in free if weight[i] * R >= N * W]
        if not hits:
            break
        for i in hits:
            q[i] = N
            R -= N
            W -= weight[i]
        free = [i for i in free if i not in q]
    if R > 0:                                                               # step 2
        t = R * B // W
        for i in free:
            q[i] = weight[i] * t // B
            R -= q[i]
    else:
        for i in free:
            q[i] = 0
    is_free = set(free)
    position = e % len(flex) if flex else 0
    while R > 0:                                                            # step 3
        i = flex[position]
        if i in is_free and q[i] < N:
            q[i] += 1
            R -= 1
        position = (position + 1) % len(flex)
    return q


def column_sums(odds, inspectors):
    """M5.4."""
    x = [0] * inspectors
    for row in odds:
        for i, q in row.items():
            x[i] += q
    return x


def repair(odds, flex, capacity, x, N):
    """M5.7, changes odds and x; gives the number of phases."""
    takes = [[] for _ in capacity]                  # the targets e with i in flex(e), ascending
    for e, row in enumerate(flex):
        for i in row:
            takes[i].append(e)

    def overloaded(i):
        return x[i] > capacity[i] * N

    def has_room(i):
        return x[i] < capacity[i] * N

    def find_levels():
        """Step 1: level of every inspector and target reached. Inspectors have even levels, targets odd ones."""
        people = [i for i in range(len(capacity)) if overloaded(i)]
        level_of_person, level_of_target, level = {i: 0 for i in people}, {}, 0
        while people and not any(has_room(i) for i in people):
            reached = []
            for i in people:
                for e in takes[i]:
                    if e not in level_of_target and odds[e][i] > 0:
                        level_of_target[e] = level + 1
                        reached.append(e)
            people = []
            for e in reached:
                for i in flex[e]:
                    if i not in level_of_person and odds[e][i] < N:
                        level_of_person[i] = level + 2
                        people.append(i)
            level += 2
        if not people:
            raise ValueError("概率表无法修正 (M5.7)")
        return level_of_person, level_of_target

    def steps(node, levels):
        """The nodes one level on from a node, lowest index first, along arrows that are open now."""
        (kind, n), (level_of_person, level_of_target) = node, levels
        if kind == "person":
            return (("target", e) for e in takes[n]
                    if odds[e][n] > 0 and level_of_target.get(e) == level_of_person[n] + 1)
        return (("person", i) for i in flex[n]
                if odds[n][i] < N and level_of_person.get(i) == level_of_target[n] + 1)

    def first_path(start, levels):
        """Step 2: the first path, depth first. A node left without success stays without in this search."""
        path, rest, tried = [("person", start)], [steps(("person", start), levels)], set()
        while path:
            following = next((node for node in rest[-1] if node not in tried), None)
            if following is None:
                path.pop()
                rest.pop()
                continue
            tried.add(following)
            path.append(following)
            if following[0] == "person" and has_room(following[1]):
                return [n for _, n in path]                     # s, e1, i1, e2, …, i
            rest.append(steps(following, levels))
        return None

    phases = 0
    while any(overloaded(i) for i in range(len(capacity))):
        phases += 1
        levels = find_levels()
        for s in range(len(capacity)):
            while overloaded(s):
                path = first_path(s, levels)
                if path is None:
                    break
                leaves = list(zip(path[1::2], path[0::2]))      # step 3: (target, who leaves it)
                joins = list(zip(path[1::2], path[2::2]))       # (target, who takes it)
                last = path[-1]
                m = min([x[s] - capacity[s] * N, capacity[last] * N - x[last]]
                        + [odds[e][i] for e, i in leaves] + [N - odds[e][i] for e, i in joins])
                for e, i in leaves:
                    odds[e][i] -= m
                for e, i in joins:
                    odds[e][i] += m
                x[s] -= m
                x[last] += m
    return phases


def match(problem, K=16):
    """M4 and M5: feasibility, forced pairs and the odds table of one agency."""
    check_sizes(problem)
    eligible, demand, capacity = problem.eligible, problem.demand, problem.capacity
    N = 2 ** K
    people, shortage = fill_places(eligible, demand, capacity)
    if shortage:
        return Match(shortage, None, None, None, None)
    forced = forced_pairs(problem, people)
    flex = [[i for i in row if i not in forced[e]] for e, row in enumerate(eligible)]
    settled = [{i: N if always else 0 for i, always in row.items()} for row in forced]              # M5.1
    units = [demand[e] * N - sum(settled[e].values()) for e in range(len(eligible))]
    weight = [B] * len(capacity)
    for n in range(101):                                                                            # M5.2
        odds = [{**settled[e], **fill_row(e, flex[e], units[e], weight, N)} for e in range(len(eligible))]
        x = column_sums(odds, len(capacity))
        if n == 100 or all(max(0, x[i] - c * N) * 1024 <= N for i, c in enumerate(capacity)):       # M5.5
            break
        for i, c in enumerate(capacity):                                                            # M5.6
            if x[i] > c * N or weight[i] < B:
                weight[i] = B if x[i] == 0 else min(B, max(1, weight[i] * c * N // x[i]))
    phases = repair(odds, flex, capacity, x, N)
    return Match(0, odds, n, phases, sum(map(len, forced)))


def largest_difference(problem, odds):
    """M5.11: among people of the same capacity and the same eligible targets."""
    targets_of = [[] for _ in problem.capacity]
    for e, row in enumerate(problem.eligible):
        for i in row:
            targets_of[i].append(e)
    largest = 0
    for row in odds:
        alike = {}
        for i, q in row.items():
            alike.setdefault((problem.capacity[i], tuple(targets_of[i])), []).append(q)
        largest = max([largest] + [max(group) - min(group) for group in alike.values()])
    return largest


# ---------------------------------------------------------------- from the table to an assignment (M6)

def round_table(odds, inspectors, stream, K=16):
    """M6: the ascending list of assigned pairs (e, i)."""
    N, dummy = 2 ** K, -1
    x = column_sums(odds, inspectors)
    edges = []                                                              # [target, inspector, q]
    for e in stream.shuffled(range(len(odds))):                             # M6.1
        open_pairs = stream.shuffled([i for i in sorted(odds[e]) if 0 < odds[e][i] < N])
        edges += [[e, i, odds[e][i]] for i in open_pairs]
    for i in stream.shuffled(range(inspectors)):                            # M6.2
        if -x[i] % N > 0:
            edges.append([dummy, i, -x[i] % N])

    def mates(odd, end):
        """M6.3: first with second, third with fourth, … at every target (end 0) or inspector (end 1)."""
        mate, waiting = {}, {}
        for z in odd:
            other = waiting.pop(edges[z][end], None)
            if other is None:
                waiting[edges[z][end]] = z
            else:
                mate[z], mate[other] = other, z
        return mate

    for level in range(K):
        step = 2 ** level
        odd = [z for z, edge in enumerate(edges) if edge[2] & step]
        at_target, at_inspector = mates(odd, 0), mates(odd, 1)
        for z in odd:                                                       # M6.4
            if edges[z][2] & step:
                d = step if stream.bit() else -step
                y = z
                while True:
                    edges[y][2] += d
                    y = at_target[y]
                    edges[y][2] -= d
                    y = at_inspector[y]
                    if y == z:
                        break
    assigned = [(e, i) for e, row in enumerate(odds) for i in row if row[i] == N]
    return sorted(assigned + [(e, i) for e, i, q in edges if q == N and e != dummy])    # M6.5


# ---------------------------------------------------------------- frame, visits, roster, strata (D5, D6)

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


# ---------------------------------------------------------------- what the documents look like (R2 to R10)

ANY = object()
DIGEST, DAY = re.compile("[0-9a-f]{64}"), re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
TIME = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})")
FILTER = {key + "?": [str] for key, _, _ in CONDITIONS}
NEEDS = [{"agency": str, "items": [str], "people": int, "qualifications": [str]}]


def rule_shape(value):
    is_fixed = isinstance(value, dict) and value.get("kind") == "fixed"
    return {"kind": "fixed", "count": int} if is_fixed else {
        "kind": "ratio", "basisPoints": int, "rounding": re.compile("up|down")}


def sampling_shape(value):
    by_risk = isinstance(value, dict) and value.get("kind") == "by-risk"
    return {"kind": "by-risk", "rules": {"*": rule_shape}} if by_risk else {"kind": "flat", "rule": rule_shape}


def match_shape(value):
    head = {"format": "ssj-match/1", "drawId": str, "round": int}
    if isinstance(value, dict) and value.get("outcome") == "infeasible":
        return {**head, "outcome": "infeasible", "agencies": [{"agency": str, "shortage": int, "targets?": [str]}]}
    return {**head, "outcome": "matched", "agencies": [
        {"agency": str, "iterations": int, "repairPhases": int, "largestDifference": int,
         "noChoice": [{"target": str, "inspector": str}]}]}


def body_shape(value):
    """R10.3: the bodies that are replayed."""
    bodies = {"sealed": {"drawId": str, "batch": ANY, "scheme": str, "commitment": DIGEST, "snapshot": DIGEST},
              "drawn": {"drawId": str, "round": int, "outcome": str, "documents": {"*": DIGEST}},
              "revealed": {"drawId": str, "document": DIGEST}}
    kind = value.get("type") if isinstance(value, dict) else None
    return {"at": TIME, "body": bodies.get(kind, {"*": ANY}) if isinstance(kind, str) else ANY,
            "prev": DIGEST, "seq": int, "type": str}


# path: (fields of the row key, shape of the document or row). A dict names the keys, "?" marks one that may be absent.
DOCUMENTS = {
    "manifest.json": (None, {"drawId": str, "edition": "archive", "format": "ssj-record/1", "files": [
        {"bytes": int, "path": str, "sha256": DIGEST}]}),
    "sealed.json": (None, {
        "format": "ssj-sealed/1", "scheme": str, "drawId": str, "authority": {"code": str, "name": str},
        "sealedAt": TIME, "clock": str, "ledgerHead": {"seq": int, "digest": DIGEST},
        "batch": {"number": ANY, "items": [str], "lead": str, "cooperating": [str], "period": {"from": DAY, "to": DAY},
                  "filter": FILTER, "sampling": sampling_shape},
        "rules": {"inspectorsPerVisit": {"value": int}, "capacityPerBatch": {"value": int}},
        "defaults": {"status?": str, "riskClass?": str}, "activeStatuses": [str], "snapshot": DIGEST,
        "documents": {"exclusions.jsonl": DIGEST, "frame.jsonl": DIGEST, "roster.jsonl": DIGEST},
        "strata": [{"name": str, "pool": int, "quota": int, "rule": rule_shape}],
        "visits": [{"id": str, "needs": NEEDS}],
        "seed": {"lines": [str], "notBefore": TIME, "secret?": {"commitment": DIGEST, "revealBy": DAY}},
        "publication": re.compile("after-visits|at-once")}),
    "registry/snapshot.json": (None, {"format": "ssj-snapshot/1", "files": {"*": DIGEST}, "counts": {"*": ANY}}),
    "registry/agencies.jsonl": (("code",), {"code": str}),
    "registry/targets.jsonl": (("id",), {"id": str, "area?": str, "entityType?": str, "industry?": str, "status?": str,
                                         "riskClass?": str, "tags": [str]}),
    "registry/inspectors.jsonl": (("id",), {
        "id": str, "agency": str, "qualifications": [str], "licences": [{"validUntil": DAY}], "isOnDuty": bool,
        "capacity?": int}),
    "registry/items.jsonl": (("id",), {"id": str, "agencies": [str], "appliesTo": FILTER, "qualifications": [str],
                                       "people?": int}),
    "registry/recusals.jsonl": (("target", "inspector"), {"target": str, "inspector": str}),
    "registry/report.json": (None, ANY),
    "frame.jsonl": (("id",), {"id": str, "stratum": str, "visit": str}),
    "exclusions.jsonl": (("id",), {"id": str, "reasons": [str]}),
    "roster.jsonl": (("id",), {"id": str, "capacity": int, "qualifications": [str]}),
    "ledger.jsonl": ((), body_shape),
    "rounds/0/seed.json": (None, {
        "format": "ssj-seed/1", "drawId": str, "round": int, "drawnAt": TIME, "clock": str, "tenthBits": int,
        "warnings": [str], "lines": [{"line": str, "tenthBits": int, "sheet?": DIGEST,
                                      "witnesses": [{"agency": str, "name": str}]}]}),
    "rounds/0/targets.jsonl": (("stratum", "ticket", "id"), {"stratum": str, "ticket": DIGEST, "id": str}),
    "rounds/0/match.json": (None, match_shape),
    "rounds/0/odds.jsonl": (("agency", "target"), {"agency": str, "target": str, "odds": [ANY]}),
    "rounds/0/assignments.jsonl": (("agency", "target"), {"agency": str, "target": str, "inspectors": [str]}),
    "reveal.json": (None, {"format": "ssj-reveal/1", "drawId": str, "secret": DIGEST, "revealedAt": TIME,
                           "clock": str, "visitsFinishedOn": DAY}),
}
SINCE_SEAL = [path for path in DOCUMENTS if not path.startswith("rounds/") and path != "reveal.json"]
NOUNS = {str: "文本", int: "整数", bool: "真假值", dict: "对象", list: "列表"}


def shape_fault(value, shape, place):
    """The first place where a value has not the shape, or None."""
    if shape is ANY:
        return None
    if isinstance(shape, (type, dict, list)):
        wanted = shape if isinstance(shape, type) else type(shape)
        if type(value) is not wanted:                       # type, so that `true` is no integer
            return f"{place or '整体'} 应为{NOUNS[wanted]}，实为 {short(value)}"
        children = []
        if isinstance(shape, list):
            children = [(item, shape[0], f"{place}[{n}]") for n, item in enumerate(value)]
        elif isinstance(shape, dict) and "*" in shape:
            children = [(value[key], shape["*"], f"{place}.{key}") for key in sorted(value)]
        elif isinstance(shape, dict):
            for key in shape:
                if key.rstrip("?") in value:
                    children.append((value[key.rstrip("?")], shape[key], f"{place}.{key.rstrip('?')}".lstrip(".")))
                elif not key.endswith("?"):
                    return f"{place}.{key}".lstrip(".") + " 缺失"
        return next(filter(None, (shape_fault(*child) for child in children)), None)
    if isinstance(shape, str):
        return None if value == shape else f"{place} 应为 {shape}，实为 {short(value)}"
    if isinstance(shape, re.Pattern):
        is_right = isinstance(value, str) and shape.fullmatch(value)
        return None if is_right else f"{place} 不合格式：{short(value)}"
    return shape_fault(value, shape(value), place)          # a function that picks the shape


def short(value):
    """A value for a message, cut at 160 characters."""
    text = value if isinstance(value, str) else "无" if value is None else canonical(value)
    return text if len(text) <= 160 else text[:157] + "…"


def check_values(value):
    """R1.1: what a document may consist of."""
    if isinstance(value, int) and abs(value) >= 2 ** 53:
        raise ValueError(f"整数过大：{value}")
    for item in value if isinstance(value, list) else value.values() if isinstance(value, dict) else ():
        check_values(item)
    for key in value if isinstance(value, dict) else ():
        if not re.fullmatch("[ -~]*", key) or value[key] is None:
            raise ValueError(f"键 {key!r} 不是可打印 ASCII，或其值为 null")


def parse_line(line):
    """R1.1, R1.3: one document from its bytes without LF; ValueError where it is none."""
    def refuse(text):
        raise ValueError(f"不允许的数 {text}")
    value = json.loads(line.decode("utf-8"), parse_float=refuse, parse_constant=refuse)
    check_values(value)
    again = canonical(value).encode("utf-8")
    if again != line:
        place = next((n for n, (a, b) in enumerate(zip(again, line)) if a != b), min(len(again), len(line)))
        raise ValueError(f"与规范形式不同，自第 {place + 1} 字节起")
    return value


def first_difference(recorded, recomputed, place=""):
    """(field, recorded, recomputed) of the first difference of two values, or None."""
    if isinstance(recorded, dict) and isinstance(recomputed, dict):
        pairs = [(recorded.get(key), recomputed.get(key), f"{place}.{key}".lstrip("."))
                 for key in sorted({*recorded, *recomputed})]
    elif isinstance(recorded, list) and isinstance(recomputed, list):
        at = lambda values, n: values[n] if n < len(values) else None
        pairs = [(at(recorded, n), at(recomputed, n), f"{place}[{n}]")
                 for n in range(max(len(recorded), len(recomputed)))]
    else:
        is_same = type(recorded) is type(recomputed) and recorded == recomputed
        return None if is_same else (place or "整体", recorded, recomputed)
    return next(filter(None, (first_difference(*pair) for pair in pairs)), None)


def compare(file, recorded, recomputed, place=""):
    """A list with the difference of two values as text, or an empty one."""
    found = first_difference(recorded, recomputed, place)
    return [f"{file} {found[0]}：记录 {short(found[1])}，重算 {short(found[2])}"] if found else []


def compare_table(file, recorded, recomputed, only=lambda row: True):
    """The differences of two tables, row by row of the same key; `only` picks the rows of the recorded one."""
    key = lambda row: tuple(row[field] for field in DOCUMENTS[file][0])
    expected = {key(row): row for row in recomputed}
    differences = []
    for number, row in enumerate(recorded, 1):
        if only(row):
            wanted = expected.pop(key(row), None)
            differences += compare(f"{file} 第 {number} 行", row, wanted, "") if wanted else [
                f"{file} 第 {number} 行 {short('/'.join(key(row)))}：记录 {short(row)}，重算 无此行"]
    return differences + [f"{file} 缺行 {'/'.join(k)}：记录 无，重算 {short(row)}" for k, row in expected.items()]


def moment(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


# ---------------------------------------------------------------- replaying a record (R11)

class Replay:
    """All points of one record, in `points` as (status, point, detail)."""

    def __init__(self, folder):
        self.points, self.notes = [], []
        self.files = {}                     # path: bytes of every file in the folder
        self.documents = {}                 # path: value, or list of rows, of every sound document
        self.memory = {}
        self.read_folder(folder)
        self.check_manifest()
        try:
            scheme = json.loads(self.files.get("sealed.json", b"null")).get("scheme", SCHEME)
        except (ValueError, AttributeError, RecursionError):
            scheme = SCHEME                 # damaged or missing, which is reported below
        if not isinstance(scheme, str):
            scheme = SCHEME
        if scheme not in (SCHEME, REHEARSAL):
            self.add(UNKNOWN, "方案 (R4)", f"sealed.json scheme {short(scheme)} 不是本程序所知的方案，整个存档无法核验")
            return
        for path in DOCUMENTS:
            if path != "manifest.json":
                self.read_document(path)
        self.sealed = self.documents.get("sealed.json")
        self.scheme = scheme
        self.check_all()

    # ---- points

    def add(self, status, point, detail=""):
        clean = lambda text: "".join(c if c.isprintable() or c == "\u3000" else f"\\u{ord(c):04x}" for c in text)
        self.points.append((status, clean(point), clean(detail)))

    def check(self, point, needed, function):
        """One point: `function` gives (differences, detail). A damaged record must never stop the replay."""
        missing = [path for path in needed if path not in self.documents]
        if missing:
            self.add(UNKNOWN, point, "缺少或已损坏：" + "、".join(missing))
            return
        try:
            differences, detail = function()
        except Unverifiable as reason:
            self.add(UNKNOWN, point, str(reason))
        except Exception as fault:          # whatever a damaged record brings about is a difference at this point
            self.add(DIFFERENT, point, f"{'、'.join(needed)} 的内容无法重算：{fault} ({type(fault).__name__})")
        else:
            more = f"（共 {len(differences)} 处）" if len(differences) > 1 else ""
            self.add(DIFFERENT if differences else SAME, point, differences[0] + more if differences else detail)

    # ---- files and documents (R1 to R3)

    def read_folder(self, folder):
        for base, _, names in os.walk(folder):
            for name in sorted(names):
                full = os.path.join(base, name)
                path = os.path.relpath(full, folder).replace(os.sep, "/")
                try:
                    if not os.path.isfile(full):
                        raise OSError("不是普通文件")
                    with open(full, "rb") as file:
                        self.files[path] = file.read()
                except OSError as fault:
                    self.add(DIFFERENT, f"文件 {path} (R3)", f"读不出：{fault}")

    def check_manifest(self):
        self.read_document("manifest.json")
        if "manifest.json" not in self.documents:
            return
        entries = self.documents["manifest.json"]["files"]
        paths = [entry["path"] for entry in entries]
        is_ordered = all(by_bytes(a) < by_bytes(b) for a, b in zip(paths, paths[1:]))
        self.add(SAME if is_ordered and "manifest.json" not in paths else DIFFERENT, "清单次序 (R3)",
                 f"{len(paths)} 个文件" if is_ordered else "manifest.json files 未按路径升序、有重复或列出了自己")
        for entry in entries:
            point, data = f"文件 {entry['path']} (R3)", self.files.get(entry["path"])
            if data is None:
                self.add(UNKNOWN, point, "清单列出而存档中没有")
            elif entry["bytes"] != len(data) or entry["sha256"] != sha256(data):
                self.add(DIFFERENT, point, f"清单记录 {entry['bytes']} 字节 {entry['sha256']}，"
                                           f"实为 {len(data)} 字节 {sha256(data)}")
            else:
                self.add(SAME, point, f"{len(data)} 字节")
                if entry["path"] not in DOCUMENTS:
                    self.add(DIFFERENT, point, "存档格式未规定此文件 (R2)")
        for path in sorted({*self.files} - {*paths, "manifest.json"}):
            self.add(DIFFERENT, f"文件 {path} (R3)", "存档中有而清单未列")

    def read_document(self, path):
        """R1: canonical form, shape and row order of one document or table."""
        keys, shape = DOCUMENTS[path]
        data, point = self.files.get(path), f"文书 {path} (R1)"
        if data is None:
            if path in SINCE_SEAL:
                self.add(UNKNOWN, point, f"缺 {path}")
            return
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
            more = f"（共 {len(faults)} 处）" if len(faults) > 1 else ""
            self.add(DIFFERENT, point, f"{path} {faults[0]}{more}")
        else:
            self.documents[path] = rows[0] if keys is None else rows
            self.add(SAME, point, "" if keys is None else f"{len(rows)} 行")

    # ---- the order of the points

    def check_all(self):
        registry = ["sealed.json", "registry/targets.jsonl", "registry/items.jsonl"]
        ledger = ["sealed.json", "ledger.jsonl"]
        seed, targets = "rounds/0/seed.json", "rounds/0/targets.jsonl"
        self.check("编号 (D1.5)", ["sealed.json"], self.check_draw_id)
        self.check("台账链 (R10.1)", ["ledger.jsonl"], self.check_chain)
        self.check("台账次序 (R10.4)", ledger, self.check_ledger_order)
        self.check("台账时间 (R10.5)", ["ledger.jsonl", "sealed.json"], self.check_ledger_times)
        self.check("封存承诺 C (R1.4, R10.3)", ledger, self.check_commitment)
        self.check("封存前的台账 (R4)", ledger, self.check_ledger_head)
        self.check("名录快照 (R5)", ["sealed.json", "registry/snapshot.json"], self.check_snapshot)
        self.check("名录标识 (D1.2, D1.4)", ["registry/targets.jsonl", "registry/inspectors.jsonl"], self.check_ids)
        self.check("封存文书摘要 (R4)", ["sealed.json"], self.check_sealed_documents)
        self.check("抽查库 (D5)", registry + ["frame.jsonl"], lambda: self.compare_derived("frame.jsonl"))
        self.check("排除 (D5.1)", registry + ["exclusions.jsonl"], lambda: self.compare_derived("exclusions.jsonl"))
        self.check("检查组合 (D5.3, D5.4)", registry, self.check_visits)
        self.check("参加抽取人员 (D5.5)", registry + ["registry/inspectors.jsonl", "roster.jsonl"],
                   lambda: self.compare_derived("roster.jsonl"))
        self.check("分层与抽取数量 (D6)", ["sealed.json"], self.check_strata)
        self.check("封存的种子 (D2)", ["sealed.json"], self.check_sealed_seed)
        self.check("抽取登记 (R10.3)", ledger, self.check_drawn)
        self.check("抽取时间 (D2.6, R10.5)", ["sealed.json", seed], self.check_drawn_at)
        self.check("种子 (D2.1, D2.2)", ["sealed.json", seed], self.check_seed_lines)
        self.check("种子的熵与提示 (D2.3, D2.4)", ["sealed.json", seed], self.check_entropy)
        self.check("密钥承诺 (D2.5)", ["sealed.json"], self.check_secret)
        self.check("密钥揭示 (R9)", ledger, self.check_reveal)
        self.check("抽取序号 (D4)", ["sealed.json", seed, targets], self.check_tickets)
        self.check("抽取结果 (D7)", ["sealed.json", seed, targets], self.check_selection)
        self.check("匹配结果 (R8)", ["sealed.json", "rounds/0/match.json", "registry/recusals.jsonl"], self.check_outcome)
        self.check_matches()
        self.make_notes()

    # ---- ledger (R10)

    def entries(self, kind):
        """The ledger's entries of a type for this draw, round 0."""
        return [entry for entry in self.documents["ledger.jsonl"] if entry["type"] == kind
                and entry["body"].get("drawId") == self.sealed["drawId"] and entry["body"].get("round", 0) == 0]

    def ledger_lines(self):
        return self.files["ledger.jsonl"].split(b"\n")[:-1]

    def check_draw_id(self):
        draw_id = self.sealed["drawId"]
        differences = [] if re.fullmatch("[0-9A-Z]{1,16}-[0-9]{4}-[0-9]{4,}", draw_id) else [
            f"sealed.json drawId 不合格式：{short(draw_id)}"]
        if draw_id.split("-")[0] != self.sealed["authority"]["code"]:
            differences += compare("sealed.json", draw_id.split("-")[0], self.sealed["authority"]["code"], "drawId 的机关")
        for path in ("manifest.json", "rounds/0/seed.json", "rounds/0/match.json", "reveal.json"):
            if path in self.documents:
                differences += compare(path, self.documents[path]["drawId"], draw_id, "drawId")
                differences += compare(path, self.documents[path].get("round", 0), 0, "round")
        return differences, draw_id + ("，演练" if self.scheme == REHEARSAL else "")

    def check_chain(self):
        differences, previous = [], "0" * 64
        for number, (line, entry) in enumerate(zip(self.ledger_lines(), self.documents["ledger.jsonl"]), 1):
            differences += compare(f"ledger.jsonl 第 {number} 行", entry["seq"], number, "seq")
            differences += compare(f"ledger.jsonl 第 {number} 行", entry["prev"], previous, "prev")
            previous = sha256(line)
        return differences, f"{len(self.documents['ledger.jsonl'])} 行"

    def check_ledger_order(self):
        rows, differences, seen, batches, serials = self.documents["ledger.jsonl"], [], set(), set(), 0
        before = {"drawn": "sealed", "revealed": "drawn"}
        known = {"opened", "imported", "sealed", "drawn", "revealed", "published"}
        if not rows or rows[0]["type"] != "opened":
            differences.append("ledger.jsonl 第 1 行 type 应为 opened")
        for number, entry in enumerate(rows, 1):
            kind, body, place = entry["type"], entry["body"], f"ledger.jsonl 第 {number} 行 {entry['type']}"
            if kind == "sealed":
                serials += 1
                serial = body["drawId"].split("-")[-1]
                if not re.fullmatch("[0-9]{4,}", serial) or int(serial) != serials:
                    differences.append(f"{place} drawId 的序号：记录 {short(serial)}，重算 {serials:04d}")
                if body["scheme"] == SCHEME:
                    batch = canonical(body["batch"])
                    differences += [f"{place} 批次 {batch} 已有一次正式抽取"] if batch in batches else []
                    batches.add(batch)
            if kind in ("sealed", "drawn", "revealed"):
                event = (kind, body["drawId"], body.get("round", 0))
                if event in seen:
                    differences.append(f"{place} {short(body['drawId'])} 重复")
                seen.add(event)
                if kind in before and (before[kind], body["drawId"], 0) not in seen:
                    differences.append(f"{place} {short(body['drawId'])} 之前没有 {before[kind]}")
        if rows and rows[-1]["body"].get("drawId") != self.sealed["drawId"]:
            differences.append(f"ledger.jsonl 第 {len(rows)} 行（末行）不是本次抽取的事项")
        unknown = [f"第 {n} 行 {entry['type']}" for n, entry in enumerate(rows, 1) if entry["type"] not in known]
        if unknown and not differences:
            raise Unverifiable(f"ledger.jsonl {short(unknown[0])} 不是所知的类型")
        return differences, f"第 {serials} 次封存为止"

    def check_ledger_times(self):
        """R10.5: the times of this draw's entries are those of its documents; others that go back are only noted."""
        rows = self.documents["ledger.jsonl"]
        self.notes += [f"ledger.jsonl 第 {n + 2} 行 at {rows[n + 1]['at']} 早于上一行 {rows[n]['at']}"
                       for n in range(len(rows) - 1) if moment(rows[n + 1]["at"]) < moment(rows[n]["at"])]
        places = (("sealed", "sealed.json", "sealedAt"), ("drawn", "rounds/0/seed.json", "drawnAt"),
                  ("revealed", "reveal.json", "revealedAt"))
        return [f"ledger.jsonl 第 {entry['seq']} 行 at {entry['at']}，{path} {key} {self.documents[path][key]}"
                for kind, path, key in places if path in self.documents
                for entry in self.entries(kind) if entry["at"] != self.documents[path][key]], ""

    def check_commitment(self):
        entries = self.entries("sealed")
        if len(entries) != 1:
            return [f"ledger.jsonl 中本次抽取的 sealed 有 {len(entries)} 条，应为一条"], ""
        commitment = sha256(self.files["sealed.json"][:-1])
        expected = {"drawId": self.sealed["drawId"], "batch": self.sealed["batch"]["number"], "scheme": self.scheme,
                    "commitment": commitment, "snapshot": self.sealed["snapshot"]}
        body = {key: entries[0]["body"][key] for key in expected}
        return compare(f"ledger.jsonl 第 {entries[0]['seq']} 行 body", body, expected), f"C = {commitment}"

    def check_ledger_head(self):
        rows, sealed_entries = self.documents["ledger.jsonl"], self.entries("sealed")
        position = rows.index(sealed_entries[0]) if sealed_entries else 0
        if position == 0:
            return ["ledger.jsonl 中本次抽取的 sealed 之前没有台账"], ""
        head = {"seq": rows[position - 1]["seq"], "digest": sha256(self.ledger_lines()[position - 1])}
        return compare("sealed.json", self.sealed["ledgerHead"], head, "ledgerHead"), f"第 {head['seq']} 行"

    def check_drawn(self):
        entries, path = self.entries("drawn"), "rounds/0/"
        files = {name: sha256(data) for name, data in self.files.items() if name.startswith(path)}
        if not entries:
            if files:
                return ["ledger.jsonl 没有 drawn，而存档中有 rounds/0/"], ""
            raise Unverifiable("尚未抽取：ledger.jsonl 没有 drawn")
        place, body = f"ledger.jsonl 第 {entries[0]['seq']} 行", entries[0]["body"]
        missing = sorted({*body["documents"]} - {*files})
        differences = compare(place, {key: body["documents"].get(key) for key in files}, files, "documents")
        if "rounds/0/match.json" in self.documents:
            differences += compare(place, body["outcome"], self.documents["rounds/0/match.json"]["outcome"], "outcome")
        if missing and not differences:
            raise Unverifiable(f"{place} 列出而存档中没有：{'、'.join(map(short, missing))}")
        return differences, place

    # ---- seal, registry, frame (R4, R5, D5, D6)

    def check_snapshot(self):
        snapshot, differences, missing = self.documents["registry/snapshot.json"], [], []
        differences += compare("sealed.json", self.sealed["snapshot"], sha256(self.files["registry/snapshot.json"][:-1]),
                               "snapshot")
        for path in [path for path in DOCUMENTS if path.startswith("registry/") and path != "registry/snapshot.json"]:
            name = path[len("registry/"):]
            if path not in self.files:
                missing.append(path)
                continue
            differences += compare("registry/snapshot.json", snapshot["files"].get(name), sha256(self.files[path]),
                                   f"files.{name}")
            counts = [key for key in (name, name.partition(".")[0]) if key in snapshot["counts"]]
            if counts and path in self.documents and path.endswith(".jsonl"):
                differences += compare("registry/snapshot.json", snapshot["counts"][counts[0]],
                                       len(self.documents[path]), f"counts.{counts[0]}")
        if missing and not differences:
            raise Unverifiable("缺 " + "、".join(missing))
        return differences, self.sealed["snapshot"]

    def check_ids(self):
        differences = [f"registry/targets.jsonl 第 {n} 行 id 不合格式：{short(row['id'])}" for n, row in
                       enumerate(self.documents["registry/targets.jsonl"], 1) if not is_target_id(row["id"])]
        return differences + [
            f"registry/inspectors.jsonl 第 {n} 行 id 与 agency 不合：{short(row['id'])}" for n, row in
            enumerate(self.documents["registry/inspectors.jsonl"], 1) if not is_inspector_of(row["id"], row["agency"])], ""

    def check_sealed_documents(self):
        missing, differences = [], []
        for name, recorded in self.sealed["documents"].items():
            if name in self.files:
                differences += compare("sealed.json", recorded, sha256(self.files[name]), f"documents.{name}")
            else:
                missing.append(name)
        if missing and not differences:
            raise Unverifiable("缺 " + "、".join(missing))
        return differences, ""

    def derived(self):
        """Frame, exclusions, visits, roster from the registry (D5); roster None without the inspectors."""
        if "derived" not in self.memory:
            for path in ("registry/targets.jsonl", "registry/items.jsonl"):
                if path not in self.documents:
                    raise Unverifiable(f"缺少或已损坏：{path}")
            frame, exclusions, visits = derive_frame(self.sealed, self.documents["registry/targets.jsonl"],
                                                     self.documents["registry/items.jsonl"])
            inspectors = self.documents.get("registry/inspectors.jsonl")
            roster = None if inspectors is None else derive_roster(self.sealed, inspectors, visits)
            self.memory["derived"] = {"frame.jsonl": frame, "exclusions.jsonl": exclusions, "visits": visits,
                                      "roster.jsonl": roster}
        return self.memory["derived"]

    def compare_derived(self, path):
        rows = self.documents[path]
        return compare_table(path, rows, self.derived()[path]), f"{len(rows)} 行"

    def sound_rows(self, path):
        """The rows of a sealed table for what follows: the recorded ones if the seal's digest fits, else recomputed."""
        if path in self.documents and sha256(self.files[path]) == self.sealed["documents"][path]:
            return self.documents[path]
        rows = self.derived()[path]
        if rows is None:
            raise Unverifiable("缺少或已损坏：registry/inspectors.jsonl")
        return rows

    def check_visits(self):
        return compare("sealed.json", self.sealed["visits"], self.derived()["visits"], "visits"), \
            f"{len(self.sealed['visits'])} 种"

    def check_strata(self):
        strata = self.sealed["strata"]
        differences = compare("sealed.json", strata, derive_strata(self.sealed, self.sound_rows("frame.jsonl")), "strata")
        differences += [f"sealed.json strata {short(s['name'])} 抽取数量 {s['quota']} 超过 {s['pool']} (D6.2)"
                        for s in strata if s["quota"] > s["pool"]]
        if sum(s["quota"] for s in strata) == 0:
            differences.append("sealed.json strata 抽取总数为 0 (D6.2)")
        return differences, "，".join(f"{s['name']} {s['quota']}/{s['pool']}" for s in strata)

    # ---- seed and secret (D2, D9, R6, R9)

    def check_sealed_seed(self):
        lines, publication = self.sealed["seed"]["lines"], self.sealed["publication"]
        differences = [] if lines else ["sealed.json seed.lines 为空"]
        if len(set(lines)) < len(lines):
            differences.append("sealed.json seed.lines 有相同的两行")
        later = [left for left in lines if left.startswith(("drand:", "joint:"))]
        differences += [f"sealed.json seed.lines {short(left)} 不是许可的种类" for left in lines
                        if left not in later and seed_kind(left) is None]
        if ("secret" in self.sealed["seed"]) == (publication == "at-once"):
            differences.append(f"sealed.json publication {publication} 与 seed.secret 的有无不合")
        if later and not differences:
            raise Unverifiable(f"sealed.json seed.lines {short(later[0])} 是本版尚未采用的种类")
        return differences, "，".join(lines)

    def check_seed_lines(self):
        lines = [row["line"] for row in self.documents["rounds/0/seed.json"]["lines"]]
        differences = compare("rounds/0/seed.json", [line.partition("=")[0] for line in lines],
                              self.sealed["seed"]["lines"], "lines 等号左边")
        for number, line in enumerate(lines):
            left, equals, value = line.partition("=")
            kind = seed_kind(left)
            if not re.fullmatch("[ -~]*", line) or not equals or (kind and not kind[1](value)):
                differences.append(f"rounds/0/seed.json lines[{number}] 值不合格式：{short(line)}")
        return differences, "，".join(lines)

    def check_entropy(self):
        """D2.3, D2.4: tenths of a bit of each line and in all, and the warnings."""
        document = self.documents["rounds/0/seed.json"]
        bits, warnings = [], set()
        for row in document["lines"]:
            left = row["line"].partition("=")[0]
            if seed_kind(left) is None:
                raise Unverifiable(f"种类不明的种子：{short(left)}")
            is_sworn = len({witness["agency"] for witness in row["witnesses"]}) >= 2 and "sheet" in row
            is_dice = left.startswith("dice:")
            bits.append(0 if is_dice and not is_sworn else tenth_bits(seed_kind(left)[0]))
            warnings |= {"dice-unwitnessed"} if is_dice and not is_sworn else set()
            warnings |= {"seed-typed"} if left == "typed:" else set()
        warnings |= {"entropy-low"} if sum(bits) < 600 else set()
        recorded = {"lines": [row["tenthBits"] for row in document["lines"]], "tenthBits": document["tenthBits"],
                    "warnings": document["warnings"]}
        recomputed = {"lines": bits, "tenthBits": sum(bits), "warnings": sorted(warnings)}
        return compare("rounds/0/seed.json", recorded, recomputed), \
            f"{sum(bits)} (十分之一比特)" + "".join(f"，提示 {w}" for w in sorted(warnings))

    def check_drawn_at(self):
        drawn_at = self.documents["rounds/0/seed.json"]["drawnAt"]
        not_before, sealed_at = self.sealed["seed"]["notBefore"], self.sealed["sealedAt"]
        early = [f"sealed.json seed.notBefore {not_before} 早于 sealedAt {sealed_at}"] if moment(not_before) < moment(sealed_at) else []
        return early + [f"rounds/0/seed.json drawnAt {drawn_at} 早于 sealed.json {name} {limit}" for name, limit in
                (("seed.notBefore", self.sealed["seed"]["notBefore"]), ("sealedAt", self.sealed["sealedAt"]))
                if moment(drawn_at) < moment(limit)], drawn_at

    def secret(self):
        """The secret, or None where the seal has none."""
        if "secret" not in self.sealed["seed"]:
            return None
        if self.scheme == REHEARSAL:
            return rehearsal_secret(self.sealed["drawId"])
        if "reveal.json" not in self.documents:
            raise Unverifiable("reveal.json 已损坏" if "reveal.json" in self.files else "密钥尚未揭示：缺 reveal.json")
        return self.documents["reveal.json"]["secret"]

    def check_secret(self):
        secret = self.secret()
        if secret is None:
            return [], "封存未设密钥"
        differences = compare("sealed.json", self.sealed["seed"]["secret"]["commitment"],
                              secret_commitment(self.scheme, self.sealed["drawId"], secret), "seed.secret.commitment")
        if "reveal.json" in self.documents:                             # D9.1 where it is a rehearsal
            differences += compare("reveal.json", self.documents["reveal.json"]["secret"], secret, "secret")
        return differences, "演练的密钥人人可算 (D9.1)" if self.scheme == REHEARSAL else ""

    def check_reveal(self):
        entries, data = self.entries("revealed"), self.files.get("reveal.json")
        if "secret" not in self.sealed["seed"]:
            return (["封存未设密钥，而存档中有 reveal.json 或 revealed"] if data or entries else []), "封存未设密钥"
        if data is None:
            if self.scheme == REHEARSAL and not entries:
                return [], "演练的密钥人人可算 (D9.1)，不待揭示"
            raise Unverifiable("缺 reveal.json" if entries else "密钥尚未揭示：缺 reveal.json")
        if not entries:
            return ["ledger.jsonl 没有 revealed，而存档中有 reveal.json"], ""
        differences = compare(f"ledger.jsonl 第 {entries[0]['seq']} 行", entries[0]["body"]["document"], sha256(data),
                              "document")
        if "reveal.json" not in self.documents:
            raise Unverifiable("reveal.json 已损坏")
        revealed_at, by = self.documents["reveal.json"]["revealedAt"], self.sealed["seed"]["secret"]["revealBy"]
        moment(revealed_at)
        if revealed_at[:10] > by:
            differences.append(f"reveal.json revealedAt {revealed_at} 晚于 sealed.json revealBy {by}")
        return differences, f"{revealed_at}，期限 {by}"

    # ---- tickets, selection (D3, D4, D7)

    def key(self, stage):
        """D3.1, round 0. The seed: the public lines and the secret line."""
        secret = self.secret()
        if "rounds/0/seed.json" not in self.documents:
            raise Unverifiable("缺少或已损坏：rounds/0/seed.json")
        lines = [row["line"] for row in self.documents["rounds/0/seed.json"]["lines"]]
        seed = "\n".join(lines + ([] if secret is None else [f"secret:sha256={secret}"]))
        return derive_key(self.scheme, self.sealed["drawId"], stage, 0, seed)

    def selection(self):
        if "selection" not in self.memory:
            rows = [(row["id"], row["stratum"], 1) for row in self.sound_rows("frame.jsonl")]
            drawn = select(self.scheme, self.key("targets"), rows, {s["name"]: s["quota"] for s in self.sealed["strata"]})
            self.memory["selection"] = [{"stratum": s, "ticket": t, "id": i} for s, t, i in drawn]
        return self.memory["selection"]

    def check_tickets(self):
        key, rows = self.key("targets"), self.documents["rounds/0/targets.jsonl"]
        differences = []
        for number, row in enumerate(rows, 1):
            differences += compare(f"rounds/0/targets.jsonl 第 {number} 行", row["ticket"],
                                   ticket(self.scheme, key, row["id"]), "ticket")
        return differences, f"{len(rows)} 行"

    def check_selection(self):
        rows = self.documents["rounds/0/targets.jsonl"]
        return compare_table("rounds/0/targets.jsonl", rows, self.selection()), f"{len(rows)} 个"

    # ---- match (R8, M)

    def problems(self):
        """R8.1: the match of every agency that a drawn target needs, ascending.

        Before the secret is revealed the drawn targets are those recorded: feasibility and odds need no seed (M5).
        """
        if "problems" not in self.memory:
            try:
                drawn = self.selection()
            except Unverifiable:
                if "rounds/0/targets.jsonl" not in self.documents:
                    raise
                drawn = self.documents["rounds/0/targets.jsonl"]
            visit_of = {row["id"]: row["visit"] for row in self.sound_rows("frame.jsonl")}
            needs_of_visit = {visit["id"]: visit["needs"] for visit in self.sealed["visits"]}
            people = {row["id"]: row for row in self.sound_rows("roster.jsonl")}
            barred = {(row["target"], row["inspector"]) for row in self.documents["registry/recusals.jsonl"]}
            needs = {}                                                  # agency: {target: need}
            for row in drawn:
                for need in needs_of_visit[visit_of[row["id"]]]:
                    needs.setdefault(need["agency"], {})[row["id"]] = need

            def problem(agency):
                def may_go(target, person):
                    return ((target, person) not in barred and
                            set(needs[agency][target]["qualifications"]) <= set(people[person]["qualifications"]))
                return make_problem(agency, {t: need["people"] for t, need in needs[agency].items()},
                                    {p: row["capacity"] for p, row in people.items()
                                     if p.partition("/")[0] == agency}, may_go)
            self.memory["problems"] = [problem(agency) for agency in sorted(needs, key=by_bytes)]
            self.memory["matches"] = [match(problem) for problem in self.memory["problems"]]
        return list(zip(self.memory["problems"], self.memory["matches"]))

    def check_outcome(self):
        """R8.2, R8.4: outcome, and the agencies."""
        document, problems = self.documents["rounds/0/match.json"], self.problems()
        outcome = "infeasible" if any(found.shortage for _, found in problems) else "matched"
        differences = compare("rounds/0/match.json", document["outcome"], outcome, "outcome")
        agencies = [problem.agency for problem, _ in problems]
        differences += compare("rounds/0/match.json", [row["agency"] for row in document["agencies"]], agencies, "agencies")
        for path in ("rounds/0/odds.jsonl", "rounds/0/assignments.jsonl"):
            if outcome == "infeasible" and path in self.files:
                differences.append(f"{path} 不应有：无法匹配时不派任何人")
            differences += [f"{path} 第 {n} 行 {short(row['agency'])} 不是参加匹配的部门"
                            for n, row in enumerate(self.documents.get(path, []), 1) if row["agency"] not in agencies]
        return differences, outcome

    def check_matches(self):
        """The points of every agency; where it cannot be matched, the point before has said why."""
        try:
            problems = self.problems()
        except Exception as fault:
            if "rounds/0/match.json" not in self.documents and any(p.startswith("rounds/0/") for p in self.files):
                self.add(UNKNOWN, "匹配 (M)", f"不能重算：{fault}")
            return
        is_feasible = not any(found.shortage for _, found in problems)
        for problem, found in problems:
            points = ((f"匹配数字 {problem.agency} (R8.2)", "match.json", self.check_figures),
                      (f"概率表 {problem.agency} (M5, R8.3)", "odds.jsonl", self.check_odds),
                      (f"定人 {problem.agency} (M6)", "assignments.jsonl", self.check_assignment))
            if not is_feasible:
                points = ((f"缺口 {problem.agency} (R8.4)", "match.json", self.check_shortage),)
            for point, name, function in points:
                self.check(point, ["rounds/0/" + name], partial(function, problem, found))

    def recorded_agency(self, agency):
        for row in self.documents["rounds/0/match.json"]["agencies"]:
            if row["agency"] == agency:
                return row
        raise ValueError(f"没有部门 {agency}")

    def check_figures(self, problem, found):
        recorded = self.recorded_agency(problem.agency)
        recomputed = {
            "agency": problem.agency, "iterations": found.iterations, "repairPhases": found.repair_phases,
            "largestDifference": largest_difference(problem, found.odds),
            "noChoice": [{"target": problem.targets[e], "inspector": problem.inspectors[i]}
                         for e, row in enumerate(found.odds) for i in sorted(row) if row[i] == 65536]}
        return compare(f"rounds/0/match.json {problem.agency}", recorded, recomputed), \
            f"迭代 {found.iterations}，修正 {found.repair_phases}，最大差 {recomputed['largestDifference']}"

    def check_odds(self, problem, found):
        rows = [{"agency": problem.agency, "target": problem.targets[e],
                 "odds": [[problem.inspectors[i], row[i]] for i in sorted(row)]} for e, row in enumerate(found.odds)]
        return compare_table("rounds/0/odds.jsonl", self.documents["rounds/0/odds.jsonl"], rows,
                             lambda row: row["agency"] == problem.agency), f"{len(rows)} 行"

    def check_assignment(self, problem, found):
        stream = Stream(self.scheme, self.key("inspectors"), problem.agency)
        rows = [{"agency": problem.agency, "target": target, "inspectors": []} for target in problem.targets]
        for e, i in round_table(found.odds, len(problem.inspectors), stream):
            rows[e]["inspectors"].append(problem.inspectors[i])
        return compare_table("rounds/0/assignments.jsonl", self.documents["rounds/0/assignments.jsonl"], rows,
                             lambda row: row["agency"] == problem.agency), f"{len(rows)} 行"

    def check_shortage(self, problem, found):
        """R8.4, M7.1, M7.2: the shortage by flow; the set of targets is short by itself."""
        recorded, place = self.recorded_agency(problem.agency), f"rounds/0/match.json {problem.agency}"
        differences = compare(place, recorded.get("shortage"), found.shortage, "shortage")
        names = recorded.get("targets", [])
        strangers = [name for name in names if name not in problem.targets]
        if strangers or len(set(names)) < len(names):
            differences.append(f"{place} targets 重复或不属本部门：{short(strangers or names)}")
        elif names:
            def shortage_of(some):
                chosen = [problem.targets.index(name) for name in some]
                return fill_places([problem.eligible[e] for e in chosen], [problem.demand[e] for e in chosen],
                                   problem.capacity)[1]
            if shortage_of(names) == 0:
                differences.append(f"{place} targets：记录为缺人，重算可以派满")
            minimal = "（未查是否最小）"             # M7.2: a set need not be minimal on very large matches
            if len(names) <= 100:
                is_minimal = all(shortage_of(names[:n] + names[n + 1:]) == 0 for n in range(len(names)))
                minimal = "为最小集" if is_minimal else "不是最小集"
            return differences, f"缺 {found.shortage}，所列 {len(names)} 个对象{minimal}"
        return differences, f"缺 {found.shortage}"

    # ---- what no recomputation can show, and the verdict (R11)

    def make_notes(self):
        for path in ("sealed.json", "rounds/0/seed.json", "reveal.json"):
            document = self.documents.get(path, {})
            times = [f"{key} {document[key]}" for key in ("sealedAt", "drawnAt", "revealedAt", "clock", "visitsFinishedOn")
                     if key in document]
            for row in document.get("lines", []):
                names = "、".join(f"{w['agency']} {w['name']}" for w in row["witnesses"]) or "无见证人"
                times.append(f"{row['line'].partition('=')[0]} {names}")
            if times:
                self.notes.append(f"{path} 所称，重算不能证实：" + "；".join(times))

    def exit_code(self):
        statuses = {status for status, _, _ in self.points}
        return 5 if DIFFERENT in statuses else 6 if UNKNOWN in statuses else 0


def replay_command(folder, as_json):
    replay = Replay(folder)
    code = replay.exit_code()
    verdict = {0: SAME, 5: DIFFERENT, 6: UNKNOWN}[code]
    is_rehearsal = getattr(replay, "scheme", None) == REHEARSAL
    if as_json:
        print(canonical({"exit": code, "notes": replay.notes, "rehearsal": is_rehearsal, "verdict": verdict, "points": [
            {"status": status, "point": point, "detail": detail} for status, point, detail in replay.points]}))
        return code
    for point in replay.points:
        print("  ".join(point).rstrip())
    for note in replay.notes:
        print("另注  " + note)
    counts = "，".join(f"{status} {sum(p[0] == status for p in replay.points)}" for status in (SAME, DIFFERENT, UNKNOWN))
    print(f"结论  {'【演练】' if is_rehearsal else ''}{verdict}（{counts}）")
    return code


# ---------------------------------------------------------------- worked cases (--vectors)

def vector_keys(v):
    return all(derive_key(v["scheme"], v["drawId"], *name.split("/"), v["seed"]) == key for name, key in v["keys"].items())


def vector_tickets(v):
    balls = {row[0]: row[2] for row in v["rows"]}
    return len(balls) == len(v["tickets"]) and all(
        ticket(v["scheme"], v["keys"]["targets/0"], target, balls[target]) == text for target, text in v["tickets"])


def vector_selected(v):
    drawn = select(v["scheme"], v["keys"]["targets/0"], v["rows"], v["quota"])
    return v["selected"] == {name: [[t, i] for s, t, i in drawn if s == name] for name in v["quota"]}


def vector_streams(v):
    for agency, case in v["streams"].items():
        stream = Stream(v["scheme"], v["keys"]["inspectors/0"], agency)
        is_right = (case.get("key", stream.seed_text) == stream.seed_text
                    and all(stream.word() == word for word in case.get("words", []))
                    and all(stream.below(n) == result for n, result in case.get("below", []))
                    and all(stream.bit() == bit for bit in case.get("bits", []))
                    and ("thenShuffle12" not in case or stream.shuffled(range(12)) == case["thenShuffle12"]))
        if not is_right:
            return False
    return True


def vector_rounding(v):
    for case in v["rounding"]:
        stream = Stream(v["scheme"], v["keys"]["inspectors/0"], case["agency"])
        pairs = round_table([dict(row) for row in case["odds"]], case["inspectors"], stream, case["K"])
        if [list(pair) for pair in pairs] != case["assignment"]:
            return False
    return True


def solve_instance(scheme, key, case):
    """One matching problem of indices: the match and, where it is feasible, the assignment."""
    problem = Problem(case["agency"], None, None, case["eligible"], case["demand"], case["capacity"])
    found = match(problem, case.get("K", 16))
    if found.shortage:
        return found, None, None
    pairs = round_table(found.odds, len(case["capacity"]), Stream(scheme, key, case["agency"]), case.get("K", 16))
    odds = [[found.odds[e][i] for i in row] for e, row in enumerate(case["eligible"])]
    return found, odds, [list(pair) for pair in pairs]


def vector_matching(v):
    wrong = []
    for case in v["matching"]:
        found, odds, pairs = solve_instance(v["scheme"], v["keys"]["inspectors/0"], case)
        recomputed = {"iterations": found.iterations, "repairPhases": found.repair_phases,
                      "forcedPairs": found.forced_count, "odds": odds, "assignment": pairs}
        wrong += [f"{case['agency']} {key}" for key in recomputed if key in case and case[key] != recomputed[key]]
    return not wrong or "、".join(wrong)


def vector_canonical_id(v):
    for kind, raw, wanted, *check in v["canonicalId"]:
        found = canonical_id(kind, raw)
        if found != wanted or (check and uscc_check_is_right(found.partition(":")[2]) != check[0]):
            return f"{kind} {raw!a}"
    return True


def vector_whole_draw(v):
    """A draw with barred pairs, and one replacement round (D8, M8)."""
    w, scheme = v["wholeDraw"], v["scheme"]

    def key(stage, number, seed):
        return derive_key(scheme, w["drawId"], stage, number, seed)

    def assign(places, withdrawn, present, round_number, seed):
        """`present` {(agency, target): inspectors on the visit}; gives the same of what is newly assigned."""
        assigned = {}
        for agency, side in w["agencies"].items():
            barred = {tuple(pair) for pair in side["barred"]}
            on_visit = {t: people for (a, t), people in present.items() if a == agency}
            load = {person: sum(person in people for people in on_visit.values()) for person, _ in side["inspectors"]}
            capacities = {person: 0 if person in withdrawn else max(0, capacity - load[person])            # M8.3
                          for person, capacity in side["inspectors"]}
            problem = make_problem(agency, places[agency], capacities, lambda target, person: (
                (target, person) not in barred and person not in on_visit.get(target, [])))
            stream = Stream(scheme, key("inspectors", round_number, seed), agency)
            for e, i in round_table(match(problem).odds, len(problem.inspectors), stream):
                assigned.setdefault((agency, problem.targets[e]), []).append(problem.inspectors[i])
        return assigned

    def as_rows(assigned):
        return [[a, t, people] for (a, t), people in sorted(assigned.items())]

    drawn = select(scheme, key("targets", 0, w["seed"]), w["frame"], w["quota"])
    selected = [i for _, _, i in drawn]
    first = assign({a: {t: w["demand"] for t in selected} for a in w["agencies"]}, [], {}, 0, w["seed"])
    if sorted(selected) != w["selected"] or as_rows(first) != w["assignment"]:
        return False
    later = w["round1"]
    gone, person_gone, seed = later["withdrawnTarget"], later["withdrawnInspector"], later["seed"]
    stratum = next(s for s, _, i in drawn if i == gone)
    rest = [row for row in w["frame"] if row[0] not in selected]                                           # D8.1
    new = [i for _, _, i in select(scheme, key("targets", 1, seed), rest, {stratum: 1})]
    present = {at: [p for p in people if p != person_gone] for at, people in first.items() if at[1] != gone}
    places = {a: {**{t: w["demand"] for t in new},
                  **{t: w["demand"] - len(people) for (b, t), people in present.items() if b == a}} for a in w["agencies"]}
    second = assign(places, [person_gone], present, 1, seed)
    return new == later["drawn"] and as_rows(second) == later["assignment"]


def vector_joint(v):
    j = v["joint"]
    commitment = h(f"{v['scheme']} commit\n{j['drawId']}\n{j['party']}\n{j['secret']}\n")
    value = h("".join(secret + "\n" for secret in ("ab" * 32, "cd" * 32)))
    return commitment == j["commitment"] and value == j["value of secrets ab.., cd.."]


def vector_rehearsal(v):
    """D9. The key is worked out here from the file's own seed, whose secret line is not that of the rehearsal."""
    r = v["rehearsal"]
    secret = rehearsal_secret(r["drawId"])
    return secret == r["secret"] and derive_key(REHEARSAL, r["drawId"], "targets", 0, v["seed"]) == r["key targets 0"]


def vector_quotas(v):
    return all(quota(pool, {"kind": "ratio", "basisPoints": bp, "rounding": mode}) == n for pool, bp, mode, n in v["quotas"])


def vector_secret_commitment(v):
    secret = v["seed"].rpartition("secret:sha256=")[2]
    return secret_commitment(v["scheme"], v["drawId"], secret) == v["secretCommitment"]


SECTIONS = {"scheme": lambda v: v["scheme"] == SCHEME, "keys": vector_keys, "tickets": vector_tickets,
            "selected": vector_selected, "streams": vector_streams, "rounding": vector_rounding,
            "matching": vector_matching, "canonicalId": vector_canonical_id, "wholeDraw": vector_whole_draw,
            "joint": vector_joint, "rehearsal": vector_rehearsal, "quotas": vector_quotas,
            "secretCommitment": vector_secret_commitment}


def vectors_command(path):
    with open(path, encoding="utf-8") as file:
        vectors = json.load(file)
    code = 0
    for name in [*SECTIONS, *(key for key in vectors if key not in {*SECTIONS, "drawId", "seed", "rows", "quota"})]:
        if name in SECTIONS and name not in vectors:
            continue                        # a file may hold some of the sections
        try:
            result = SECTIONS[name](vectors) if name in SECTIONS else "本程序不知道的一节"
        except Exception as fault:          # a damaged file of cases
            result = f"{type(fault).__name__}: {fault}"
        detail = f"  {result}" if isinstance(result, str) else ""
        print(f"{'pass' if result is True else 'fail'}  {name}{detail}")
        code = code if result is True else 5
    return code


def instances_command(path):
    """Each line {"scheme","key","agency","eligible","demand","capacity"}; one canonical line for each."""
    code = 0
    with open(path, encoding="utf-8") as file:
        for line in file:
            if not line.strip():
                continue
            try:
                case = json.loads(line)
                found, odds, pairs = solve_instance(case["scheme"], case["key"], case)
            except (ValueError, KeyError, TypeError, AttributeError) as fault:
                print(canonical({"error": f"{type(fault).__name__}: {fault}"}))
                code = 5
                continue
            print(canonical({"feasible": False, "shortage": found.shortage} if found.shortage else {
                "feasible": True, "iterations": found.iterations, "repairPhases": found.repair_phases,
                "odds": odds, "assignment": pairs}))
    return code


def main():
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    parser = argparse.ArgumentParser(description="抽查存档的独立重算 (ssj/1)")
    parser.add_argument("record", nargs="?", help="存档文件夹")
    parser.add_argument("--json", action="store_true", help="以 JSON 输出各点")
    parser.add_argument("--vectors", metavar="FILE", help="核对范例")
    parser.add_argument("--instances", metavar="FILE", help="逐行求解匹配问题")
    options = parser.parse_args()
    if [options.record, options.vectors, options.instances].count(None) != 2:
        parser.error("请给出一个存档文件夹，或 --vectors，或 --instances")
    if options.record is not None:
        return replay_command(options.record, options.json)
    try:
        return vectors_command(options.vectors) if options.vectors else instances_command(options.instances)
    except (OSError, ValueError) as fault:
        print(f"读不出：{fault}")
        return 5


if __name__ == "__main__":
    sys.exit(main())
