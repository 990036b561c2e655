"""Who goes together: groups, their trees, and where everybody hangs (M9.1 to M9.5)."""
from collections import namedtuple

from .text import by_bytes

NO_BOUND = 2 ** 62
# The tree of one target. Node 0 is the target, the others are its groups; `children` ascend by name; `order` has all
# groups, children before their parents, groups beside each other in order; `hang` is {eligible inspector: node} (M9.4).
Tree = namedtuple("Tree", "names members parent children order lo hi hang")


def belongs(group, person):
    """M9.1: is a person (with may_lead, grade, qualifications) of a group."""
    kind, _, qualification = group.partition(":")
    if group == "leader":
        return person.may_lead or person.grade == "senior"
    if group == "trainee":
        return person.grade == "trainee"
    if kind != "qualification":
        raise ValueError(f"没有这样的人员组别：{group} (M9.1)")
    return qualification in person.qualifications


def laminar_fault(composition, people):
    """M9.2: two groups of a need's rules that have people in common and people apart, or None."""
    members = [(rule["group"], {n for n, person in enumerate(people) if belongs(rule["group"], person)})
               for rule in composition]
    for position, (one, a) in enumerate(members):
        for other, b in members[position + 1:]:
            if a & b and a - b and b - a:
                return f"{one} 与 {other} 有共同的人而互不包含 (M9.2)"
    return None


def make_tree(nodes, demand, row):
    """M9.3, M9.4: the tree of `nodes` (name, members, lo, hi), laminar and all different, for the row of a target."""
    nodes = sorted(nodes, key=lambda node: by_bytes(node[0]))
    names, members = [None] + [node[0] for node in nodes], [None] + [frozenset(node[1]) for node in nodes]
    parent, children = [None] + [0] * len(nodes), [[] for _ in range(len(nodes) + 1)]
    for v in range(1, len(names)):
        around = [u for u in range(1, len(names)) if members[v] and members[v] < members[u]]
        parent[v] = min(around, key=lambda u: len(members[u]), default=0)
        children[parent[v]].append(v)
    order, stack = [], list(reversed(children[0]))
    while stack:
        v = stack.pop()
        if v < 0:
            order.append(-v)
        else:
            stack += [-v, *reversed(children[v])]
    hang = {}
    for i in row:
        mine = [v for v in range(1, len(names)) if i in members[v]]
        hang[i] = min(mine, key=lambda v: len(members[v]), default=0)
    return Tree(names, members, parent, children, order, [demand] + [node[2] for node in nodes],
                [demand] + [NO_BOUND if node[3] is None else node[3] for node in nodes], hang)


def tree_of_need(composition, people, present, demand, row):
    """M9.3: `people` all of M1.3 in their order, `present` those on the visit. Groups of the same people are one.

    Bounds are worked out for each rule and then made one: appointed people may belong to one of two such groups only.
    """
    fault = laminar_fault(composition, people)
    if fault:
        raise ValueError(fault)
    nodes = {}
    for rule in composition:
        group = rule["group"]
        members = frozenset(i for i, person in enumerate(people) if belongs(group, person))
        p = sum(belongs(group, person) for person in present)
        lo, hi = max(0, rule.get("atLeast", 0) - p), max(0, rule["atMost"] - p) if "atMost" in rule else NO_BOUND
        key = members or group
        name, _, other_lo, other_hi = nodes.get(key, (group, members, 0, NO_BOUND))
        nodes[key] = (min(name, group, key=by_bytes), members, max(lo, other_lo), min(hi, other_hi))
    return make_tree(nodes.values(), demand, row)


def trees_of_groups(lists, demands, rows):
    """Trees of explicit groups: for every target a list of {"name", "members", "lo", "hi" or None, "parent"?: place or -1}.

    None for a target without groups; groups of the same people are one (M9.3). ValueError where names stand twice, groups
    are not laminar or stand elsewhere than said.
    """
    if not len(lists) == len(demands) == len(rows):
        raise ValueError("名额、可派人员、组别的行数不一")
    trees = []
    for groups, demand, row in zip(lists, demands, rows):
        names, members = [group["name"] for group in groups], [frozenset(group["members"]) for group in groups]
        if len(set(names)) < len(names) or any(a & b and a - b and b - a for a in members for b in members):
            raise ValueError("组别重名或互相交叉 (M9.2)")
        nodes = {}
        for group, people in zip(groups, members):
            lo, hi = group["lo"], NO_BOUND if group["hi"] is None else group["hi"]
            key = people or group["name"]
            name, _, other_lo, other_hi = nodes.get(key, (group["name"], people, 0, NO_BOUND))
            nodes[key] = (min(name, group["name"], key=by_bytes), people, max(lo, other_lo), min(hi, other_hi))
        tree = make_tree(nodes.values(), demand, row) if groups else None
        for n, group in enumerate(groups):
            if "parent" not in group:
                continue
            parent = None if group["parent"] == -1 else groups[group["parent"]]["name"]
            if tree.names[tree.parent[tree.names.index(names[n])]] != parent:
                raise ValueError(f"{names[n]} 的上一级不是 {parent} (M9.3)")
        trees.append(tree)
    return trees


def trees_of(problem):
    """A tree for every target; that of a target without rules is its root alone."""
    trees = problem.trees or [None] * len(problem.eligible)
    return [tree or make_tree([], problem.demand[e], problem.eligible[e]) for e, tree in enumerate(trees)]
