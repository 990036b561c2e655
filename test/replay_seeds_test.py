"""What replay.py promises of seeds, evidence and public editions: python3 -m unittest replay_seeds_test (in this folder)."""
import json
import tempfile
import unittest
from pathlib import Path

from replay.draw import seed_kind, tenth_bits
from replay.ed25519 import ORDER, verifies
from replay.proof import Proof
from replay.public import PublicReplay
from replay.seeds import first_round
from replay.text import SCHEMES, canonical
from replay.verdict import Replay
from replay_public_maker import finish, proof, public_edition, write
from replay_random import FAULTS, Key, make
from replay_test import one_scalar_changed


class WithFolder(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)

    def made(self, name, fault=None, wanted=lambda maker: True):
        """The first record of this name with the fault, or with what is wanted."""
        for n in range(400):
            maker = make(self.folder / f"{name}-{n}", f"{name} {n}", fault)
            if maker.fault is None and wanted(maker):
                return maker
        raise AssertionError(name)


class Seeds(WithFolder):
    def test_rounds_and_entropy_of_the_beacon(self):
        self.assertEqual(first_round("2023-08-23T15:09:27Z"), 1)
        self.assertEqual(first_round("2020-01-01T00:00:00Z"), 1)
        self.assertEqual([first_round(f"2023-08-23T23:59:{s}+08:00") for s in ("23", "24", "25", "27")], [1000, 1000, 1001, 1001])
        self.assertEqual([tenth_bits(seed_kind(left)[0]) for left in ("drand:quicknet:7", "joint:A,B")], [2560, 2560])
        for left in ("drand:quicknet:0", "drand:fast:7", "joint:A", "joint:A,A", "joint:a,B", "joint:" + ",".join("ABCDEFGHIJKLMNOPQ")):
            self.assertIsNone(seed_kind(left), left)

    def test_random_records_without_a_fault_are_never_different(self):
        for n in range(30):
            record = Replay(make(self.folder / str(n), f"sound {n}").folder).record
            self.assertNotEqual(record.exit_code(), 5, [point for point in record.points if point[0] == "不一致"])

    def test_random_records_with_rules_and_without_a_fault_are_never_different(self):
        kinds = set()
        for n in range(40):
            record = Replay(make(self.folder / str(n), f"rules {n}", kind="rules").folder).record
            self.assertNotEqual(record.exit_code(), 5, [point for point in record.points if point[0] == "不一致"])
            kinds |= {(point, detail) for _, point, detail in record.points if "匹配结果" in point}
            kinds |= {point for _, point, _ in record.points}
        self.assertLessEqual({"人员组成 (M9.2, D5.11)", "委派 (M10)", "轮换 (D5.9)", "均衡 (D5.10)", ("匹配结果 (R8)", "matched"),
                              ("匹配结果 (R8)", "infeasible"), ("第 1 轮 匹配结果 (R8)", "matched")}, kinds)

    def test_every_fault_is_seen(self):
        drawn = lambda maker: any('"type":"drawn"' in line for line in maker.ledger)
        for fault in FAULTS:
            with self.subTest(fault):
                if fault in ("no-file", "wrong-value", "seed-again", "reveal-late", "cut"):
                    codes = {Replay(self.made(f"{fault}{k}", fault, drawn).folder).record.exit_code() for k in range(12)}
                    self.assertTrue(codes & {5, 6})
                else:
                    self.assertEqual(Replay(self.made(fault, fault, drawn).folder).record.exit_code(), 5)


class Signatures(unittest.TestCase):
    def test_the_first_cases_of_rfc_8032(self):
        key = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
        signature = bytes.fromhex("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                                  "d25bf5f0595bbe24655141438e7a100b")
        self.assertTrue(verifies(key, b"", signature))
        self.assertFalse(verifies(key, b" ", signature))
        larger = int.from_bytes(signature[32:], "little") + ORDER
        self.assertFalse(verifies(key, b"", signature[:32] + larger.to_bytes(32, "little")))

    def test_strict(self):
        key = Key("a")
        signature = key.sign(b"text")
        self.assertTrue(verifies(key.public, b"text", signature))
        for n in range(0, 512, 7):
            wrong = (int.from_bytes(signature, "big") ^ 1 << n).to_bytes(64, "big")
            self.assertFalse(verifies(key.public, b"text", wrong), n)
        for small in ("00" * 32, "01" + "00" * 31, "ec" + "ff" * 30 + "7f", "ee" + "ff" * 30 + "7f", "01" + "00" * 30 + "80"):
            self.assertFalse(verifies(bytes.fromhex(small), b"text", bytes(64)), small)


class Public(WithFolder):
    def test_public_editions_of_random_records_are_identical_and_their_proofs_fit(self):
        count, schemes = 0, set()
        for n in range(60):
            maker = make(self.folder / f"{n}", f"public {n}", kind=(None, "rules", "teams", "teams-appointed")[n % 4])
            if Replay(maker.folder).record.exit_code() or not any('"type":"drawn"' in line for line in maker.ledger):
                continue
            count += 1
            folder = self.folder / f"{n}-public"
            public_edition(maker.folder, folder)
            replay = PublicReplay(folder)
            self.assertEqual([point for point in replay.record.points if point[0] != "一致"], [], n)
            self.assertEqual(len(replay.record.points) > 20, True)
            schemes.add(replay.scheme)
            withheld = {row["path"] for row in replay.public["withheld"]}
            for name in ("bars.jsonl", "registry/appointments.jsonl"):
                self.assertEqual(name in withheld, (maker.folder / name).exists())
            frame = [json.loads(line)["id"] for line in (maker.folder / "frame.jsonl").read_text().splitlines()]
            for target in frame[::4]:
                self.assertEqual(self.proved(folder, proof(maker.folder, replay, target)), 0)
        self.assertGreater(count, 15)
        self.assertEqual(schemes, set(SCHEMES))

    def proved(self, folder, document):
        write(self.folder / "proof.json", [document])
        replay = PublicReplay(folder)
        Proof(replay, self.folder / "proof.json")
        return replay.record.exit_code()

    def test_a_changed_proof_or_edition_is_different(self):
        maker = self.made("rounds", None, lambda maker: maker.number == 2 and Replay(maker.folder).record.exit_code() == 0)
        folder = self.folder / "edition"
        public_edition(maker.folder, folder)
        replay = PublicReplay(folder)
        frame = [json.loads(line)["id"] for line in (maker.folder / "frame.jsonl").read_text().splitlines()]
        document = proof(maker.folder, replay, frame[0])
        for changed in one_scalar_changed(document):
            self.assertEqual(self.proved(folder, changed), 5, canonical(changed))
        for name in ("notices/0.json", "rounds/1/targets.jsonl", "rounds/0/targets.jsonl"):
            text = (folder / name).read_text(encoding="utf-8")
            first, *rest = text.splitlines() or ["{}"]
            for changed in one_scalar_changed(json.loads(first)) if text else ():
                (folder / name).write_text("\n".join([canonical(changed), *rest]) + "\n", encoding="utf-8")
                finish(folder)
                self.assertEqual(PublicReplay(folder).record.exit_code(), 5, canonical(changed))
            (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    unittest.main()
