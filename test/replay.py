#!/usr/bin/env python3
"""Replay of an official random draw (抽查存档的独立重算), schemes ssj/1 and ssj/2.

A second implementation, written from three documents alone: docs/draw-spec.md (clauses D…), docs/match-spec.md
(M…) and docs/record-format.md (R…). Python 3.9 or later, standard library only. Its parts are in replay/ beside this
file: text, draw, frame_root, frame, stream, flow, odds, rounding recompute, and with rules on who goes together groups,
network, filling, laminar (whose laws are checked in laws), and in teams teams and team_rounds; sealed_rules, documents, ledger, seeds, changes,
places, evidence say what a record may hold; record, rounds, verdict replay one, public and proof a public edition; cases serves the two modes below.

    python3 replay.py <record folder> [--json]     replay an archive record or a public edition, point by point
    python3 replay.py --proof FILE <public edition>    check a target's proof against a public edition
    python3 replay.py --vectors ssj-1.json         check the worked cases
    python3 replay.py --instances problems.jsonl   solve matching problems, one a line

Exit: 0 everything identical (一致); 5 something different (不一致); otherwise 6 something unverifiable (无法核验).

A line of --instances is one match, in one of two forms ("K" other than 16 may be added):

    {"scheme", "key", "agency", "eligible": [[i, …], …], "demand": [r, …], "capacity": [c, …]}
        indices as in M1 and M2. "groups" may be added: for every target a list as in replay_laminar.py (M9).
    {"scheme", "key", "agency", "visits": [{"target", "people", "qualifications": […], "assigned": [id, …]}, …],
     "inspectors": [{"id", "capacity", "qualifications": […]}, …], "recusals": [[target, inspector], …],
     "changes": [change, …]}
        a round with visits that stand, as in R12.5. `visits` are all of this agency's visits of the targets drawn so
        far, full ones too, with whom earlier rounds assigned to them; `inspectors` those of the roster with their
        sealed capacities; `changes` in the form and order of R12.3, taken as they come: what they withdraw, postpone,
        release or set is applied, and whom they borrow for this agency is added. A visit may have "composition" (M9.1) and
        "appointed": [{"id", "qualifications", "mayLead"?, "grade"?}, …] (M10), an inspector "mayLead" and "grade"; "bars":
        [[target, inspector], …] are the pairs of D5.9. `key` is that of stage `inspectors`
        and the round. `recusals` and `changes` may be absent. Any order of lists will do, but that of the changes.

The answer is a canonical line {"feasible": true, "iterations", "repairPhases", "odds": a list of q for each row of the
eligible, "assignment": [[e, i], …]} or {"feasible": false, "shortage"}; {"error"} (exit 5) where a line is no problem. The
second form's answer also has "targets", "inspectors" (ids, in the order of the indices), "eligible", "demand", "capacity".
"""
import argparse
import sys

sys.dont_write_bytecode = True

from replay.cases import instances_command, vectors_command
from replay.verdict import replay_command


def main():
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    parser = argparse.ArgumentParser(description="抽查存档的独立重算 (ssj/1, ssj/2)")
    parser.add_argument("record", nargs="?", help="存档文件夹")
    parser.add_argument("--json", action="store_true", help="以 JSON 输出各点")
    parser.add_argument("--proof", metavar="FILE", help="核对一份证明（另给公开版的文件夹）")
    parser.add_argument("--vectors", metavar="FILE", help="核对范例")
    parser.add_argument("--instances", metavar="FILE", help="逐行求解匹配问题")
    options = parser.parse_args()
    if [options.record, options.vectors, options.instances].count(None) != 2:
        parser.error("请给出一个存档文件夹，或 --vectors，或 --instances")
    if options.proof and options.record is None:
        parser.error("--proof 要另给公开版的文件夹")
    try:
        if options.record is not None:
            return replay_command(options.record, options.json, options.proof)
        return vectors_command(options.vectors) if options.vectors else instances_command(options.instances)
    except (OSError, ValueError) as fault:
        print(f"读不出：{fault}")
        return 5


if __name__ == "__main__":
    sys.exit(main())
