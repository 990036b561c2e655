"""The stream of random numbers (M3)."""
from .text import h


class Stream:
    """M3: RC4 keyed with the 64 characters of the seed text, the first 256 bytes dropped."""

    def __init__(self, scheme, key, agency):
        self.start(h(f"{scheme} stream\n{key}\n{agency}\n"))

    @classmethod
    def of_text(cls, seed_text):
        """The stream of a seed text of 64 characters, wherever it comes from."""
        if len(seed_text) != 64:
            raise ValueError("种子文本应有 64 个字符 (M3.1)")
        stream = cls.__new__(cls)
        stream.start(seed_text)
        return stream

    def start(self, seed_text):
        self.seed_text = seed_text
        codes = self.seed_text.encode("ascii")
        self.S = list(range(256))
        self.i = self.j = j = 0
        for n in range(256):
            j = (j + self.S[n] + codes[n % 64]) % 256
            self.S[n], self.S[j] = self.S[j], self.S[n]
        for _ in range(256):
            self.next_byte()
        self.bits_left, self.bit_word = 0, 0

    def next_byte(self):
        S = self.S
        self.i = i = (self.i + 1) % 256
        self.j = j = (self.j + S[i]) % 256
        S[i], S[j] = S[j], S[i]
        return S[(S[i] + S[j]) % 256]

    def word(self):
        """M3.4."""
        return int.from_bytes([self.next_byte() for _ in range(4)], "big")

    def below(self, n):
        """M3.5."""
        if n <= 1:
            return 0
        limit = n * (2 ** 32 // n)
        while True:
            word = self.word()
            if word < limit:
                return word % n

    def bit(self):
        """M3.6."""
        if self.bits_left == 0:
            self.bit_word, self.bits_left = self.word(), 32
        bit = self.bit_word & 1
        self.bit_word >>= 1
        self.bits_left -= 1
        return bit

    def shuffled(self, values):
        """M3.7."""
        copy = list(values)
        for i in range(len(copy) - 1, 0, -1):
            k = self.below(i + 1)
            copy[i], copy[k] = copy[k], copy[i]
        return copy
