"""From the odds table to an assignment (M6)."""
from .odds import column_sums


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
