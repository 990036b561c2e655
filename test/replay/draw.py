"""Seed, keys, tickets, quotas, selection (D2, D3, D4, D6, D7, D9)."""
import re
from math import comb

from .text import REHEARSAL, by_bytes, h, is_target_id


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
    if re.fullmatch("drand:quicknet:[1-9][0-9]{0,11}", left) or joint_parties(left):
        return 2 ** 256, lambda value: re.fullmatch("[0-9a-f]{64}", value)
    if left == "typed:":
        return 1, lambda value: re.fullmatch("[ -~]{1,200}", value)
    return None


def joint_parties(left):
    """D2.8: the parties of a joint line in their order, the office first; None where it is no joint line."""
    parties = left[6:].split(",") if left.startswith("joint:") else []
    is_right = 2 <= len(parties) <= 16 and len(set(parties)) == len(parties)
    return parties if is_right and all(re.fullmatch("[0-9A-Z][0-9A-Z._-]{0,31}", party) for party in parties) else None


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
