"""Ed25519 (RFC 8032, 5.1), verification only, strictly: for evidence (R13.2). Slow and not constant in time, which a
verifier of public signatures need not be."""
import hashlib

P = 2 ** 255 - 19
ORDER = 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)              # a square root of -1
NEUTRAL = (0, 1, 1, 0)                      # (X, Y, Z, T): x = X/Z, y = Y/Z, xy = T/Z


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, k = b - a, d - c, d + c, b + a
    return e * f % P, g * k % P, f * g % P, e * k % P


def multiply(n, point):
    result = NEUTRAL
    while n:
        if n & 1:
            result = add(result, point)
        point, n = add(point, point), n >> 1
    return result


def is_equal(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


def decode(data):
    """5.1.3: the point of 32 bytes; None where they are no canonical encoding of one."""
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & (1 << 255) - 1
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = decode((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def verifies(public_key, message, signature):
    """5.1.7 without the cofactor. Keys of small order are refused (R13.2)."""
    key, r, s = decode(public_key), decode(signature[:32]), int.from_bytes(signature[32:], "little")
    if len(public_key) != 32 or len(signature) != 64 or key is None or r is None or s >= ORDER:
        return False
    if is_equal(multiply(8, key), NEUTRAL):
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public_key + message).digest(), "little") % ORDER
    return is_equal(multiply(s, BASE), add(r, multiply(k, key)))
