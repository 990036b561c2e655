"""The entropy a seed states and the warnings it carries (D2.3, D2.4)."""
from .draw import seed_kind, tenth_bits


def recomputed_entropy(document, agencies_of):
    """(recorded, recomputed) of a round's seed; `agencies_of` a line gives its witnesses' agencies."""
    bits, warnings = [], set()
    for row in document["lines"]:
        left = row["line"].partition("=")[0]
        if seed_kind(left) is None:
            raise ValueError(f"种类不明的种子：{left}")
        is_dice = left.startswith("dice:")
        is_unsworn = is_dice and (len(set(agencies_of(row))) < 2 or "sheet" not in row)
        bits.append(0 if is_unsworn else tenth_bits(seed_kind(left)[0]))
        warnings |= ({"dice-unwitnessed"} if is_unsworn else set()) | ({"seed-typed"} if left == "typed:" else set())
    warnings |= {"entropy-low"} if sum(bits) < 600 else set()
    return ({"lines": [row["tenthBits"] for row in document["lines"]], "tenthBits": document["tenthBits"],
             "warnings": document["warnings"]}, {"lines": bits, "tenthBits": sum(bits), "warnings": sorted(warnings)})
