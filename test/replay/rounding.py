"""From the odds table to an assignment (M6)."""
from .odds import column_sums


def round_table(odds, inspectors, stream, K=16, trees=None):
    """M6, M9.10: the ascending list of assigned pairs (e, i). `trees` as in a Problem."""
    N, dummy, trees = 2 ** K, -1, trees or [None] * len(odds)
    x = column_sums(odds, inspectors)
    edges = []                                                              # [target, inspector, q]
    for e in stream.shuffled(range(len(odds))):                             # M6.1
        open_pairs = stream.shuffled([i for i in sorted(odds[e]) if 0 < odds[e][i] < N])
        edges += [[e, i, odds[e][i]] for i in open_pairs]
    for i in stream.shuffled(range(inspectors)):                            # M6.2
        if -x[i] % N > 0:
            edges.append([dummy, i, -x[i] % N])

    def pair_up(z, place, mate, waiting):
        """z finds the edge that waits at a place, or waits there."""
        other = waiting.pop(place, None)
        if other is None:
            waiting[place] = z
        else:
            mate[z], mate[other] = other, z

    def mates(odd, place_of):
        """M6.3: first with second, third with fourth, … at every place."""
        mate, waiting = {}, {}
        for z in odd:
            pair_up(z, place_of(*edges[z][:2]), mate, waiting)
        return mate, waiting

    def node(e, i):
        return (e, trees[e].hang[i]) if e != dummy and trees[e] else (e, 0)

    def mates_at_targets(odd):
        """M9.10: who is left at a group goes on to the group around it."""
        mate, waiting = mates(odd, node)
        for e, tree in enumerate(trees):
            for g in tree.order if tree else ():
                z = waiting.pop((e, g), None)
                if z is not None:
                    pair_up(z, (e, tree.parent[g]), mate, waiting)
        return mate

    for level in range(K):
        step = 2 ** level
        odd = [z for z, edge in enumerate(edges) if edge[2] & step]
        at_target, at_inspector = mates_at_targets(odd), mates(odd, lambda e, i: i)[0]
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
