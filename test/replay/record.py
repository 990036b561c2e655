"""A record's files and documents, and the points of its replay (R1 to R3, R11)."""
import json
import os

from .documents import EDITIONS, SINCE_SEAL, evidence_number, read_rows, round_of, rule_of
from .text import DIFFERENT, SAME, SCHEME, UNKNOWN, Unverifiable, by_bytes, sha256


class Record:
    """What was read, and all points as (status, point, detail) in `points`."""

    def __init__(self, folder):
        self.points, self.notes = [], []
        self.files = {}                     # path: bytes of every file in the folder
        self.documents = {}                 # path: value, or list of rows, of every sound document
        self.read_folder(folder)
        self.edition = self.read_text("manifest.json", "edition", "")
        is_public = "public.json" in self.files and "sealed.json" not in self.files
        self.edition = self.edition if self.edition in EDITIONS else "public" if is_public else "archive"
        self.scheme = self.read_text("sealed.json" if self.edition == "archive" else "public.json", "scheme", SCHEME)

    def read_text(self, path, key, otherwise):
        """One text of a document before it is read as such; that of a damaged or missing one is reported elsewhere."""
        try:
            text = json.loads(self.files.get(path, b"null")).get(key, otherwise)
        except (ValueError, AttributeError, RecursionError):
            return otherwise
        return text if isinstance(text, str) else otherwise

    # ---- points

    def add(self, status, point, detail=""):
        clean = lambda text: "".join(c if c.isprintable() or c == "\u3000" else f"\\u{ord(c):04x}" for c in text)
        self.points.append((status, clean(point), clean(detail)))

    def check(self, point, needed, function):
        """One point: `function` gives (differences, detail). A damaged record must never stop the replay."""
        missing = [path for path in needed if path not in self.documents]
        if missing:
            self.add(UNKNOWN, point, "缺少或已损坏：" + "、".join(missing))
            return
        try:
            differences, detail = function()
        except Unverifiable as reason:
            self.add(UNKNOWN, point, str(reason))
        except Exception as fault:          # whatever a damaged record brings about is a difference at this point
            self.add(DIFFERENT, point, f"{'、'.join(needed)} 的内容无法重算：{fault} ({type(fault).__name__})")
        else:
            more = f"（共 {len(differences)} 处）" if len(differences) > 1 else ""
            self.add(DIFFERENT if differences else SAME, point, differences[0] + more if differences else detail)

    def exit_code(self):
        statuses = {status for status, _, _ in self.points}
        return 5 if DIFFERENT in statuses else 6 if UNKNOWN in statuses else 0

    # ---- files and documents (R1 to R3)

    def read_folder(self, folder):
        for base, _, names in os.walk(folder):
            for name in sorted(names):
                full = os.path.join(base, name)
                path = os.path.relpath(full, folder).replace(os.sep, "/")
                try:
                    if not os.path.isfile(full):
                        raise OSError("不是普通文件")
                    with open(full, "rb") as file:
                        self.files[path] = file.read()
                except OSError as fault:
                    self.add(DIFFERENT, f"文件 {path} (R3)", f"读不出：{fault}")

    def check_manifest(self):
        self.read_document("manifest.json")
        if "manifest.json" not in self.documents:
            return
        entries = self.documents["manifest.json"]["files"]
        paths = [entry["path"] for entry in entries]
        is_ordered = all(by_bytes(a) < by_bytes(b) for a, b in zip(paths, paths[1:]))
        self.add(SAME if is_ordered and "manifest.json" not in paths else DIFFERENT, "清单次序 (R3)",
                 f"{len(paths)} 个文件" if is_ordered else "manifest.json files 未按路径升序、有重复或列出了自己")
        for entry in entries:
            point, data = f"文件 {entry['path']} (R3)", self.files.get(entry["path"])
            if data is None:
                self.add(UNKNOWN, point, "清单列出而存档中没有")
            elif entry["bytes"] != len(data) or entry["sha256"] != sha256(data):
                self.add(DIFFERENT, point, f"清单记录 {entry['bytes']} 字节 {entry['sha256']}，"
                                           f"实为 {len(data)} 字节 {sha256(data)}")
            else:
                self.add(SAME, point, f"{len(data)} 字节")
                if rule_of(entry["path"], self.edition) is None:
                    self.add(DIFFERENT, point, "存档格式未规定此文件 (R2)" if self.edition == "archive" else "公开版未规定此文件 (R15.1)")
        for path in sorted({*self.files} - {*paths, "manifest.json"}):
            self.add(DIFFERENT, f"文件 {path} (R3)", "存档中有而清单未列")

    def read_documents(self):
        """Every document there is or must be, in the order of R2, then by rounds and evidence."""
        order = lambda path: (evidence_number(path) or 0, -1 if round_of(path) is None else round_of(path), path)
        fixed = SINCE_SEAL[self.edition]
        others = sorted((path for path in self.files if rule_of(path, self.edition) and path not in fixed), key=order)
        for path in [*fixed, *others]:
            if path != "manifest.json":
                self.read_document(path)

    def read_document(self, path):
        """R1: canonical form, shape and row order of one document or table."""
        data, point = self.files.get(path), f"文书 {path} (R1)"
        if data is None:
            if path in SINCE_SEAL[self.edition]:
                self.add(UNKNOWN, point, f"缺 {path}")
            return
        rule = rule_of(path, self.edition)
        value, fault = read_rows(path, data, rule)
        if fault:
            self.add(DIFFERENT, point, fault)
        else:
            self.documents[path] = value
            self.add(SAME, point, "" if rule[0] is None else f"{len(value)} 行")

    # ---- the ledger's entries

    def ledger_lines(self):
        return self.files["ledger.jsonl"].split(b"\n")[:-1]

    def entries(self, kind, number=None):
        """The ledger's entries of a type for this draw, and for one round where a number is given."""
        if "sealed.json" not in self.documents or "ledger.jsonl" not in self.documents:
            return []
        draw_id = self.documents["sealed.json"]["drawId"]
        return [entry for entry in self.documents["ledger.jsonl"] if entry["type"] == kind
                and entry["body"].get("drawId") == draw_id and number in (None, entry["body"].get("round"))]

    def head_before(self, entry):
        """R4, R12.2: {seq, digest} of the line before an entry; None where it is the first."""
        position = self.documents["ledger.jsonl"].index(entry)
        if position == 0:
            return None
        return {"seq": self.documents["ledger.jsonl"][position - 1]["seq"],
                "digest": sha256(self.ledger_lines()[position - 1])}

    def is_void(self):
        return bool(self.entries("voided"))
