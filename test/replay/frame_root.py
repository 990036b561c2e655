"""The frame as one number (R14)."""
from .text import REHEARSAL, h


def rehearsal_salt(draw_id):
    """R14: the salt of a rehearsal, known to everybody."""
    return h(f"{REHEARSAL} salt seed\n{draw_id}\n")


def neutral_names(scheme, salt, names):
    """R14.1: {name of a stratum: S1, S2, …}."""
    order = sorted(names, key=lambda name: h(f"{scheme} stratum\n{salt}\n{name}\n"))
    return {name: f"S{n}" for n, name in enumerate(order, 1)}


def leaf(scheme, salt, neutral, target):
    """R14.2."""
    own_salt = h(f"{scheme} salt\n{salt}\n{target}\n")
    return h(f"{scheme} leaf\n{own_salt}\n{neutral}\n{target}\n")


def root_of(scheme, leaves):
    """R14.3: the root of leaves in their order."""
    if len(leaves) == 1:
        return leaves[0]
    m = 1 << (len(leaves) - 1).bit_length() - 1             # the largest power of two below the number
    return h(f"{scheme} node\n{root_of(scheme, leaves[:m])}\n{root_of(scheme, leaves[m:])}\n")


def frame_root(scheme, salt, strata, frame):
    """R14: strata are the names of the seal, frame its rows."""
    neutral = neutral_names(scheme, salt, strata)
    leaves = sorted(leaf(scheme, salt, neutral[row["stratum"]], row["id"]) for row in frame)
    return root_of(scheme, leaves)
