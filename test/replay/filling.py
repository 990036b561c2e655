"""Filling the row of a target with rules (M9.7)."""
from collections import namedtuple

# The flexible part of a target's tree. A part is an inspector's index i, or ~g for the group g. parts[v]: those of a node
# in the order of M9.4; L and H bounds of every part; pairs[v] the flexible pairs at the node or below it.
Plan = namedtuple("Plan", "parts pairs L H")


def plan_row(tree, flex, settled, N):
    """M9.7: what does not depend on weights. `settled` are the forced pairs with their q."""
    base = [0] * len(tree.names)
    pairs, parts = [[] for _ in tree.names], [[] for _ in tree.names]
    for i in flex:
        pairs[tree.hang[i]].append(i)
        parts[tree.hang[i]].append(i)
    for i, q in settled.items():
        base[tree.hang[i]] += q
    L, H = dict.fromkeys(flex, 0), dict.fromkeys(flex, N)
    for v in [*tree.order, 0]:
        for g in tree.children[v]:
            base[v] += base[g]
            pairs[v] += pairs[g]
        parts[v] += [~g for g in tree.children[v] if pairs[g]]
        if v and pairs[v]:
            L[~v] = max(tree.lo[v] * N - base[v], sum(L[p] for p in parts[v]))
            H[~v] = min(tree.hi[v] * N - base[v], sum(H[p] for p in parts[v]))
    return Plan(parts, pairs, L, H)


def share(e, parts, W, L, H, R):
    """M9.7, steps 1 and 2: {part: what it gets} of the R units of one node; `W`, `L`, `H` by part."""
    got, free = {}, list(parts)
    total = sum(W[p] for p in free)
    while free:                                                             # step 1
        over = [p for p in free if W[p] * R >= H[p] * total]
        under = [p for p in free if W[p] * R <= L[p] * total and p not in over]
        if not over and not under:
            break
        too_much = sum(W[p] * R - H[p] * total for p in over)
        too_little = sum(L[p] * total - W[p] * R for p in under)
        settled = {}
        if too_much >= too_little:
            settled.update((p, H[p]) for p in over)
        if too_little >= too_much:
            settled.update((p, L[p]) for p in under)
        for p, units in settled.items():
            R -= units
            total -= W[p]
        got.update(settled)
        free = [p for p in free if p not in settled]
    if free:                                                                # step 2
        left = R
        for p in free:
            got[p] = W[p] * R // total
            left -= got[p]
        position, is_free = e % len(parts), set(free)
        while left > 0:
            p = parts[position]
            if p in is_free:
                is_free.remove(p)
                got[p] += 1
                left -= 1
            position = (position + 1) % len(parts)
        R = left
    if R != 0 or any(not L[p] <= got[p] <= H[p] for p in parts):
        raise AssertionError("M9.7: 一个节点没有恰好分完，或超出界限")
    return got


def fill_row_with_rules(e, plan, R, weight):
    """M9.7: {inspector: q} of the flexible pairs; R units are to be given out at the root."""
    W = {i: weight[i] for i in plan.pairs[0]}
    W.update((~g, sum(weight[i] for i in pairs)) for g, pairs in enumerate(plan.pairs) if g and pairs)
    q, stack = {}, [(0, R)]
    while stack:
        v, units = stack.pop()
        for part, got in share(e, plan.parts[v], W, plan.L, plan.H, units).items():
            if part >= 0:
                q[part] = got
            else:
                stack.append((~part, got))                                  # step 3
    return q
