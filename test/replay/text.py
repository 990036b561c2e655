"""Text, identifiers, canonical documents, and how two values differ (D1, R1)."""
import hashlib
import json
import re
from datetime import datetime

SAME, DIFFERENT, UNKNOWN = "一致", "不一致", "无法核验"
SCHEME, REHEARSAL, SCHEME_2 = "ssj/1", "ssj/1-rehearsal", "ssj/2"
SCHEMES = (SCHEME, REHEARSAL, SCHEME_2, "ssj/2-rehearsal")


class Unverifiable(Exception):
    """A point cannot be checked; the text says what is missing."""


def is_rehearsal(scheme):
    """D9.1."""
    return scheme.endswith("-rehearsal")


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


def is_agency_code(text):
    """D1.4."""
    return re.fullmatch("[0-9A-Z][0-9A-Z._-]{0,31}", text) is not None


def is_inspector_id(text):
    """D1.4: `agency code/number`."""
    agency, slash, number = text.partition("/")
    return slash == "/" and is_agency_code(agency) and re.fullmatch(ID_FORMS["local"], number) is not None


def is_inspector_of(text, agency):
    return is_inspector_id(text) and text.partition("/")[0] == agency


def short(value):
    """A value for a message, cut at 160 characters."""
    text = value if isinstance(value, str) else "无" if value is None else canonical(value)
    return text if len(text) <= 160 else text[:157] + "…"


def check_values(value):
    """R1.1: what a document may consist of."""
    if value is None:
        raise ValueError("文书中没有 null")
    if isinstance(value, int) and abs(value) >= 2 ** 53:
        raise ValueError(f"整数过大：{value}")
    for item in value if isinstance(value, list) else value.values() if isinstance(value, dict) else ():
        check_values(item)
    for key in value if isinstance(value, dict) else ():
        if not re.fullmatch("[ -~]*", key):
            raise ValueError(f"键 {key!r} 不是可打印 ASCII")


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


def moment(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))
