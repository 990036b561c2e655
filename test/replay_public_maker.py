"""The public edition and the proofs of a record that replay_maker.py made, by hand from record-format R15."""
import json
import shutil
from pathlib import Path

from replay.draw import ticket
from replay.frame_root import leaf, neutral_names
from replay.text import by_bytes, canonical, h, sha256

PUBLISHED = ("manifest.json", "notices/0.json", "reveal.json")


def write(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(canonical(row) + "\n" for row in rows), encoding="utf-8", newline="\n")


def read(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def public_edition(archive, folder):
    """Writes the public edition of an archive (R15.1 to R15.5)."""
    archive, folder = Path(archive), Path(folder)
    sealed, salt = read(archive / "sealed.json")[0], read(archive / "salt.json")[0]["salt"]
    scheme, names = sealed["scheme"], neutral_names(sealed["scheme"], salt, [row["name"] for row in sealed["strata"]])
    ledger = archive.joinpath("ledger.jsonl").read_text(encoding="utf-8").splitlines()
    mine = [(line, json.loads(line)) for line in ledger if json.loads(line)["body"].get("drawId") == sealed["drawId"]]
    public = {key: sealed[key] for key in ("scheme", "drawId", "authority", "sealedAt", "clock", "publication", "program", "snapshot", "seed")}
    batch = {key: value for key, value in sealed["batch"].items() if key != "sampling"}
    batch["filter"] = {key: value for key, value in batch["filter"].items() if key != "riskClasses"}
    public.update(format="ssj-public/1", batch=batch, rounds=[], ledger=[
        {"seq": row["seq"], "at": row["at"], "type": row["type"], "digest": h(line)} for line, row in mine])
    if "redoes" in sealed:
        public["redoes"] = [row["drawId"] for row in sealed["redoes"]]
    for number in sorted(row["body"]["round"] for _, row in mine if row["type"] == "drawn"):
        public["rounds"].append(publish_round(archive, folder, number, sealed, names))
    public["withheld"] = [{"path": path, "digest": h(f"{scheme} withheld\n{own}\n{sha256((archive / path).read_bytes())}\n")}
                          for path in sorted((p.relative_to(archive).as_posix() for p in archive.rglob("*") if p.is_file()), key=by_bytes)
                          if path not in PUBLISHED for own in [h(f"{scheme} withheld salt\n{salt}\n{path}\n")]]
    write(folder / "public.json", [public])
    for path in PUBLISHED[1:]:
        if (archive / path).exists():
            (folder / path).parent.mkdir(exist_ok=True)
            shutil.copy(archive / path, folder / path)
    finish(folder, sealed["drawId"])


def publish_round(archive, folder, number, sealed, names):
    seed = read(archive / f"rounds/{number}/seed.json")[0]
    seed["format"] = "ssj-public-seed/1"
    seed["lines"] = [{**{key: value for key, value in row.items() if key != "witnesses"},
                      "agencies": [witness["agency"] for witness in row["witnesses"]]} for row in seed["lines"]]
    write(folder / f"rounds/{number}/seed.json", [seed])
    rows = sorted(({**row, "stratum": names[row["stratum"]]} for row in read(archive / f"rounds/{number}/targets.jsonl")),
                  key=lambda row: (row["stratum"], row["ticket"], row["id"]))
    write(folder / f"rounds/{number}/targets.jsonl", rows)
    opening = read(archive / f"notices/{number}.json")[0] if number else sealed
    cut = {name: max((row["ticket"] for row in rows if row["stratum"] == name), default=None) for name in names.values()}
    strata = sorted(({**{key: value for key, value in row.items() if key != "rule"}, "name": names[row["name"]],
                      **({"cutOff": cut[names[row["name"]]]} if cut[names[row["name"]]] else {})} for row in opening["strata"]),
                    key=lambda row: row["name"])
    if number == 0:
        return {"round": 0, "strata": strata}
    kinds = [change["change"]["kind"] for change in opening["changes"]]
    return {"round": number, "commitment": h(canonical(opening)), "strata": strata,
            "changes": [{"kind": kind, "count": kinds.count(kind)} for kind in sorted(set(kinds))],
            **{key: opening[key] for key in ("ledgerHead", "noticedAt", "clock", "seed")}}


def finish(folder, draw_id=None):
    """The manifest of what is there."""
    draw_id = draw_id or read(folder / "manifest.json")[0]["drawId"]
    paths = sorted((p for p in folder.rglob("*") if p.is_file() and p.name != "manifest.json"),
                   key=lambda p: by_bytes(p.relative_to(folder).as_posix()))
    write(folder / "manifest.json", [{"drawId": draw_id, "edition": "public", "format": "ssj-record/1", "files": [
        {"bytes": p.stat().st_size, "path": p.relative_to(folder).as_posix(), "sha256": sha256(p.read_bytes())} for p in paths]}])


def proof(archive, public, target):
    """R15.6 for one target of the frame, from the archive and a replay of the public edition."""
    archive = Path(archive)
    sealed, salt, frame = read(archive / "sealed.json")[0], read(archive / "salt.json")[0]["salt"], read(archive / "frame.jsonl")
    scheme, names = sealed["scheme"], neutral_names(sealed["scheme"], salt, [row["name"] for row in sealed["strata"]])
    own = next(names[row["stratum"]] for row in frame if row["id"] == target)
    leaves = sorted(leaf(scheme, salt, names[row["stratum"]], row["id"]) for row in frame)
    root, path = way(scheme, leaves, leaves.index(leaf(scheme, salt, own, target)))
    rounds, drawn, out = [], False, set()
    for n, one in enumerate(public.rounds):
        if n:
            out |= {row["change"].get("target") for row in read(archive / f"notices/{n}.json")[0]["changes"]
                    if row["change"]["kind"] == "target-withdrawn"}
        is_drawn = any(row["id"] == target for row in public.documents[public.path(n, "targets.jsonl")])
        cut = next(row for row in one["strata"] if row["name"] == own)
        rounds.append({"round": n, "out": "drawn"} if drawn else {"round": n, "out": "withdrawn"} if target in out else {
            "round": n, "ticket": ticket(scheme, public.key(n), target), "isDrawn": is_drawn,
            **({"cutOff": cut["cutOff"]} if "cutOff" in cut else {})})
        drawn |= is_drawn
    return {"format": "ssj-proof/1", "scheme": scheme, "drawId": sealed["drawId"], "id": target, "stratum": own, "path": path,
            "salt": h(f"{scheme} salt\n{salt}\n{target}\n"), "frameRoot": root, "rounds": rounds}


def way(scheme, leaves, place):
    """(root, steps from the leaf up), R14.3 and R14.4."""
    if len(leaves) == 1:
        return leaves[0], []
    m = 1 << (len(leaves) - 1).bit_length() - 1
    left, ups = way(scheme, leaves[:m], place if place < m else 0)
    right, downs = way(scheme, leaves[m:], place - m if place >= m else 0)
    step = {"side": "right", "digest": right} if place < m else {"side": "left", "digest": left}
    return h(f"{scheme} node\n{left}\n{right}\n"), (ups if place < m else downs) + [step]
