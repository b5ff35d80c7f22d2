#!/usr/bin/env python3
"""Writes signature.json: test vectors for the signature of CSS callbacks, computed without the Java code.

    python3 conformance/generate.py            writes signature.json beside this file
    python3 conformance/generate.py --check    exits with 1 if the file differs from what would be written

Needs the standard library only. The result depends on nothing but this file: no clock, no randomness.
README.md describes the format.
"""

import base64
import hashlib
import json
import math
import pathlib
import struct
import sys

AHEAD_SECONDS = 900
PAST_SECONDS = 600


class Md5:
    """MD5 (RFC 1321) whose state can be set, which hashlib does not offer. It serves the length extension below."""

    SHIFTS = [7, 12, 17, 22] * 4 + [5, 9, 14, 20] * 4 + [4, 11, 16, 23] * 4 + [6, 10, 15, 21] * 4
    SINES = [int(abs(math.sin(i + 1)) * 2**32) & 0xFFFFFFFF for i in range(64)]
    START = (0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476)

    def __init__(self, state=START, hashed=0):
        self.state = state
        self.hashed = hashed

    @staticmethod
    def continued_from(digest, hashed):
        """Goes on from a known digest, after that many bytes, padding included."""
        return Md5(struct.unpack("<4I", digest), hashed)

    @staticmethod
    def padding(length):
        """What MD5 appends to a message of that many bytes."""
        return b"\x80" + b"\x00" * ((55 - length) % 64) + struct.pack("<Q", 8 * length)

    def digest(self, data):
        """The digest of what was hashed before and the data."""
        padded = data + self.padding(self.hashed + len(data))
        state = self.state
        for block in range(0, len(padded), 64):
            state = self._compress(state, padded[block : block + 64])
        return struct.pack("<4I", *state)

    @classmethod
    def _compress(cls, state, block):
        words = struct.unpack("<16I", block)
        a, b, c, d = state
        for i in range(64):
            if i < 16:
                mixed, word = (b & c) | (~b & d), i
            elif i < 32:
                mixed, word = (d & b) | (~d & c), (5 * i + 1) % 16
            elif i < 48:
                mixed, word = b ^ c ^ d, (3 * i + 5) % 16
            else:
                mixed, word = c ^ (b | (~d & 0xFFFFFFFF)), (7 * i) % 16
            turned = (a + mixed + cls.SINES[i] + words[word]) & 0xFFFFFFFF
            turned = ((turned << cls.SHIFTS[i]) | (turned >> (32 - cls.SHIFTS[i]))) & 0xFFFFFFFF
            a, d, c, b = d, c, b, (b + turned) & 0xFFFFFFFF
        return tuple((x + y) & 0xFFFFFFFF for x, y in zip(state, (a, b, c, d)))


for length in (0, 1, 16, 55, 56, 63, 64, 65, 200):
    message = bytes(range(256))[:length]
    assert Md5().digest(message) == hashlib.md5(message).digest(), length


def sign(key, digits):
    return hashlib.md5((key + digits).encode("utf-8")).hexdigest()


def text(value):
    """A JSON text, all of it in ASCII."""
    return json.dumps(value, ensure_ascii=True)


KEY = "abc123"
OTHER = "Key0123456789abcdefKEY0123456789"
T = 1703732078
SENT = T - 600
SIGN = sign(KEY, str(T))

VECTORS = []
SIGN_OF_T = object()


def vector(name, kind, reason, *, t=None, sign_json=SIGN_OF_T, keys=(KEY,), now_millis=SENT * 1000, key=None, raw=None):
    """
    t and sign_json are JSON source; None leaves the member out. raw, if given, is the whole packet as bytes.
    key is the place of the key that matches.
    """
    if sign_json is SIGN_OF_T:
        sign_json = text(SIGN)
    if raw is None:
        members = ['"event_type":1', '"stream_id":' + text("vector-" + name), '"sequence":' + text("s-" + name)]
        if t is not None:
            members.append('"t":' + t)
        if sign_json is not None:
            members.append('"sign":' + sign_json)
        raw = ("{" + ",".join(members) + "}").encode("ascii")
    entry = {"id": name, "reason": reason, "keys": list(keys), "now_millis": now_millis}
    if raw.isascii():
        entry["packet"] = raw.decode("ascii")
    else:
        entry["packet_base64"] = base64.b64encode(raw).decode("ascii")
    entry["kind"] = kind
    if key is not None:
        entry["key"] = key
    assert (key is not None) == (kind in ("VALID", "EXPIRED", "NOT_YET_VALID")), name
    VECTORS.append(entry)


def valid():
    """Vectors of genuine packets. The first three stand in the protocol notes too."""
    for name, key, t, expected in (
        ("published-short-key", "abc123", 1703732078, "47fe04d374a6348b4b19161bf0f6172b"),
        ("published-longest-key", OTHER, 1754623810, "5adfb49c21bf84e80085328bc5917096"),
        ("published-documented-key", "adasda131312", 1622600525, "e341a192386355c540bbb10b85fa9b6a"),
    ):
        assert sign(key, str(t)) == expected
        vector(name, "VALID", "t ten minutes ahead, as CSS sends it",
               t=str(t), sign_json=text(expected), keys=[key], now_millis=(t - 600) * 1000, key=0)
    vector("t-as-text", "VALID", "the legacy page says that t is a string", t=text(str(T)), key=0)
    vector("sign-in-capitals", "VALID", "hexadecimal characters are compared without regard to case",
           t=str(T), sign_json=text(SIGN.upper()), key=0)
    vector("sign-in-mixed-case", "VALID", "hexadecimal characters are compared without regard to case", t=str(T),
           sign_json=text("".join(c.upper() if i % 2 else c for i, c in enumerate(SIGN))), key=0)
    vector("second-key", "VALID", "during a rotation either key may have signed", t=str(T), keys=[OTHER, KEY], key=1)
    vector("first-key-of-two", "VALID", "during a rotation either key may have signed",
           t=str(T), keys=[KEY, OTHER], key=0)
    vector("middle-key-of-three", "VALID", "all candidates are tried",
           t=str(T), keys=["first1", KEY, "third3"], key=1)
    vector("key-of-one-character", "VALID", "the length of the key does not matter",
           t=str(T), sign_json=text(sign("k", str(T))), keys=["k"], key=0)
    vector("key-beyond-ascii", "VALID", "a key is hashed in UTF-8",
           t=str(T), sign_json=text(sign("直播🔑", str(T))), keys=["直播🔑"], key=0)
    small = 9
    vector("t-of-one-digit", "VALID", "nothing but the window bounds t from below",
           t=str(small), sign_json=text(sign(KEY, str(small))), now_millis=0, key=0)
    last = 253402300799
    vector("t-in-the-year-9999", "VALID", "the largest t that is accepted",
           t=str(last), sign_json=text(sign(KEY, str(last))), now_millis=(last - 600) * 1000, key=0)


def mismatch():
    vector("wrong-key", "MISMATCH", "signed with a key that is not among the candidates", t=str(T), keys=[OTHER])
    vector("no-key-of-several", "MISMATCH", "signed with a key that is not among the candidates",
           t=str(T), keys=[OTHER, "abc124", "ABC123"])
    for place in (0, 15, 16, 31):
        wrong = SIGN[:place] + ("0" if SIGN[place] != "0" else "1") + SIGN[place + 1 :]
        vector(f"hex-digit-{place}-off", "MISMATCH", "one hexadecimal digit is another",
               t=str(T), sign_json=text(wrong))
    vector("t-before-key", "MISMATCH", "the key comes first, then t",
           t=str(T), sign_json=text(hashlib.md5(f"{T}{KEY}".encode()).hexdigest()))
    vector("separator", "MISMATCH", "nothing stands between key and t",
           t=str(T), sign_json=text(sign(KEY, f"&{T}")))
    vector("t-off-by-one", "MISMATCH", "t was changed after signing", t=str(T + 1))
    vector("t-hashed-with-leading-zero", "MISMATCH", "the digits that are hashed are those of the value",
           t=str(T), sign_json=text(sign(KEY, f"0{T}")))
    vector("lower-case-key", "MISMATCH", "a key's case matters",
           t=str(T), sign_json=text(sign(OTHER.lower(), str(T))), keys=[OTHER])
    vector("half-of-key", "MISMATCH", "all of the key is hashed",
           t=str(T), sign_json=text(sign(KEY[:3], str(T))))
    vector("empty-key", "MISMATCH", "a sign made without a key", t=str(T), sign_json=text(sign("", str(T))))
    vector("sha-256-cut", "MISMATCH", "another digest of the right length",
           t=str(T), sign_json=text(hashlib.sha256(f"{KEY}{T}".encode()).hexdigest()[:32]))
    vector("sign-of-zeros", "MISMATCH", "well-formed, but no digest", t=str(T), sign_json=text("0" * 32))
    vector("mismatch-beats-expiry", "MISMATCH", "time is judged only where a key matches",
           t=str(T), keys=[OTHER], now_millis=(T + 100000) * 1000)
    vector("two-keys-joined", "MISMATCH", "keys are candidates, not parts of one",
           t=str(T), sign_json=text(sign(KEY + OTHER, str(T))), keys=[KEY, OTHER])


def freshness():
    past = (T + PAST_SECONDS) * 1000
    ahead = (T - AHEAD_SECONDS) * 1000
    vector("t-is-now", "VALID", "neither passed nor ahead", t=str(T), now_millis=T * 1000, key=0)
    vector("within-the-grace", "VALID", "t passed five minutes ago: a late retry",
           t=str(T), now_millis=(T + 300) * 1000, key=0)
    vector("at-the-end-of-the-grace", "VALID", "t passed exactly ten minutes ago", t=str(T), now_millis=past, key=0)
    vector("just-expired", "EXPIRED", "a millisecond beyond the grace", t=str(T), now_millis=past + 1, key=0)
    vector("long-expired", "EXPIRED", "recorded a year ago", t=str(T), now_millis=past + 365 * 86_400_000, key=0)
    vector("expired-under-second-key", "EXPIRED", "the key is found before time is judged",
           t=str(T), keys=[OTHER, KEY], now_millis=past + 1, key=1)
    vector("at-the-most-ahead", "VALID", "t is exactly fifteen minutes ahead", t=str(T), now_millis=ahead, key=0)
    vector("just-too-far-ahead", "NOT_YET_VALID", "a millisecond more than fifteen minutes",
           t=str(T), now_millis=ahead - 1, key=0)
    vector("t-of-twelve-digits", "NOT_YET_VALID", "well-formed, signed, and in the year 7368",
           t="170373207800", sign_json=text(sign(KEY, "170373207800")), key=0)
    vector("largest-t-now", "NOT_YET_VALID", "a t that would never expire is not fresh either",
           t="253402300799", sign_json=text(sign(KEY, "253402300799")), key=0)


def malformed_t():
    """All of these carry the sign that a careless verifier would compute, so that only the rule on digits refuses them."""

    def form(name, reason, digits):
        vector(f"t-{name}", "MALFORMED", reason, t=text(digits), sign_json=text(sign(KEY, digits)))

    def number(name, reason, literal):
        vector(f"t-{name}", "MALFORMED", reason, t=literal, sign_json=text(sign(KEY, literal)))

    form("leading-zero", "CSS prints no leading zero", f"0{T}")
    form("plus", "no sign is allowed", f"+{T}")
    form("minus", "no sign is allowed", f"-{T}")
    form("fraction", "no fraction is allowed", f"{T}.0")
    form("exponent", "no exponent is allowed", "1703732078e0")
    form("blank", "a blank is no digit", " ")
    form("blank-before", "a blank is no digit", f" {T}")
    form("blank-behind", "a blank is no digit", f"{T} ")
    form("line-feed-behind", "a line feed is no digit", f"{T}\n")
    form("group-separator", "separators are no digits", "1,703,732,078")
    form("underscore", "separators are no digits", "1_703_732_078")
    form("hexadecimal", "digits are decimal", hex(T))
    form("empty", "an empty text is no number", "")
    form("zero", "zero is no expiry, and would be a leading zero", "0")
    form("thirteen-digits", "milliseconds are not seconds", f"{T}000")
    form("after-the-year-9999", "one second too large", "253402300800")
    form("twelve-nines", "twelve digits but out of range", "999999999999")
    form("beyond-64-bits", "must not wrap around", str(2**64 + T))
    form("very-long", "must not cost anything either", "1" * 5000)
    form("arabic-indic-digits", "only ASCII digits count", "".join(chr(0x660 + int(c)) for c in str(T)))
    form("full-width-digits", "only ASCII digits count", "".join(chr(0xFF10 + int(c)) for c in str(T)))
    form("one-full-width-digit", "only ASCII digits count", str(T)[:-1] + "８")
    form("digits-and-nul", "a NUL is no digit", f"{T}\0")
    form("letter", "a letter is no digit", f"{T}x")
    form("not-a-number", "a word is no number", "NaN")
    number("number-zero", "zero is no expiry", "0")
    number("number-minus-zero", "no sign is allowed", "-0")
    number("number-minus", "no sign is allowed", f"-{T}")
    number("number-fraction", "no fraction is allowed", f"{T}.0")
    number("number-half", "no fraction is allowed", f"{T}.5")
    number("number-exponent", "no exponent is allowed", "1.703732078e9")
    number("number-plain-exponent", "no exponent is allowed", f"{T}e0")
    number("number-thirteen-digits", "milliseconds are not seconds", f"{T}000")
    number("number-beyond-64-bits", "must not wrap around", str(2**64 + T))
    empty = sign(KEY, "")
    for name, json_value in (("true", "true"), ("false", "false"), ("object", f'{{"t":{T}}}'), ("array", f"[{T}]")):
        vector(f"t-{name}", "MALFORMED", "t is neither number nor text", t=json_value, sign_json=text(empty))


def unreadable():
    """What is no JSON at all: the receiver answers 400 without asking the verifier."""
    for name, literal in (("leading-zero", f"0{T}"), ("plus", f"+{T}"), ("bare-fraction", f"{T}."), ("nan", "NaN"),
                          ("hexadecimal", hex(T)), ("single-quotes", f"'{T}'"), ("nothing", "")):
        vector(f"t-number-{name}-no-json", "UNREADABLE", "not valid JSON", t=literal)
    member = f'"t":{T},"t":{T},"sign":"{SIGN}"'
    vector("t-twice", "UNREADABLE", "a name stands twice", raw=b'{"event_type":1,' + member.encode() + b"}")
    member = f'"t":{T},"sign":"{SIGN}","\\u0073ign":"{SIGN}"'
    vector("sign-twice", "UNREADABLE", "a name stands twice, once escaped",
           raw=b'{"event_type":1,' + member.encode() + b"}")


def malformed_sign():
    for name, reason, value in (
        ("31-characters", "too short", SIGN[:31]),
        ("33-characters", "too long", SIGN + "0"),
        ("30-characters", "whole bytes, but too few", SIGN[:30]),
        ("34-characters", "whole bytes, but too many", SIGN + "00"),
        ("empty", "nothing to compare", ""),
        ("blank", "a blank is no hexadecimal digit", " " * 32),
        ("blank-before", "blanks are not cut off", " " + SIGN),
        ("line-feed-behind", "line feeds are not cut off", SIGN + "\n"),
        ("not-hexadecimal", "g is no hexadecimal digit", "g" + SIGN[1:]),
        ("not-hexadecimal-at-the-end", "z is no hexadecimal digit", SIGN[:31] + "z"),
        ("between-digits-and-letters", "the character after 9 is no hexadecimal digit", ":" + SIGN[1:]),
        ("before-digits", "the character before 0 is no hexadecimal digit", "/" + SIGN[1:]),
        ("before-letters", "the character before A is no hexadecimal digit", "@" + SIGN[1:]),
        ("before-small-letters", "the character before a is no hexadecimal digit", "`" + SIGN[1:]),
        ("masked", "documents mask it with asterisks", SIGN[:4] + "*" * 24 + SIGN[28:]),
        ("masked-33", "one document has 33 characters", SIGN[:10] + "*" * 10 + SIGN[19:]),
        ("prefix", "no prefix is allowed", "0x" + SIGN[2:]),
        ("full-width-digit", "only ASCII counts", "４" + SIGN[1:]),
        ("arabic-indic-digit", "only ASCII counts", "٤" + SIGN[1:]),
        ("letter-beyond-ascii", "U+0141 must not be cut to the byte of A", "\u0141" + SIGN[1:]),
        ("base64", "the same bytes in another form", base64.b64encode(bytes.fromhex(SIGN)).decode()),
        ("with-dashes", "the form of a UUID", f"{SIGN[:8]}-{SIGN[8:12]}-{SIGN[12:16]}-{SIGN[16:20]}-{SIGN[20:]}"),
    ):
        vector(f"sign-{name}", "MALFORMED", reason, t=str(T), sign_json=text(value))
    for name, value in (("number", "47"), ("32-digits", "1" * 32), ("true", "true"), ("object", "{}"),
                        ("array", f"[{text(SIGN)}]")):
        vector(f"sign-{name}", "MALFORMED", "sign is not a text", t=str(T), sign_json=value)


def parts_missing():
    vector("neither", "ABSENT", "no key is set in the template", t=None, sign_json=None)
    vector("both-null", "ABSENT", "null is the same as nothing", t="null", sign_json="null")
    vector("t-null-sign-missing", "ABSENT", "null is the same as nothing", t="null", sign_json=None)
    vector("t-missing-sign-null", "ABSENT", "null is the same as nothing", t=None, sign_json="null")
    vector("only-t", "MALFORMED", "one of the two is never sent", t=str(T), sign_json=None)
    vector("only-sign", "MALFORMED", "one of the two is never sent", t=None)
    vector("sign-null", "MALFORMED", "one of the two is never sent", t=str(T), sign_json="null")
    vector("t-null", "MALFORMED", "one of the two is never sent", t="null")
    vector("both-empty", "MALFORMED", "empty is not the same as nothing", t='""', sign_json='""')
    vector("names-in-capitals", "ABSENT", "names are compared exactly",
           raw=f'{{"event_type":1,"sequence":"1","T":{T},"SIGN":"{SIGN}"}}'.encode())
    vector("inside-another-object", "ABSENT", "only members of the packet itself count",
           raw=f'{{"event_type":1,"sequence":"1","data":{{"t":{T},"sign":"{SIGN}"}}}}'.encode())


def length_extension():
    """
    Whoever saw t and sign, and guesses the length of the key, can compute the MD5 of key + t + padding + anything,
    without the key. If the padding counted as part of t, a fresh packet could be made of an old one for ever.
    """
    seen = bytes.fromhex(SIGN)
    hashed = len(KEY) + len(str(T))
    padding = Md5.padding(hashed)
    suffix = str(T + 86_400).encode("ascii")
    forged = Md5.continued_from(seen, hashed + len(padding)).digest(suffix).hex()  # the key is not used here
    extended = str(T).encode("ascii") + padding + suffix
    # The attack is real: this is what a verifier without the rule on digits would compute, and find equal.
    assert hashlib.md5(KEY.encode("ascii") + extended).hexdigest() == forged

    now = (T + 86_400 - 600) * 1000
    vector("length-extension", "MALFORMED", "t is digits + MD5 padding + digits, its bytes as U+0080 and U+0000; the sign holds"
           " for these bytes", t=text(extended.decode("latin-1")), sign_json=text(forged), now_millis=now)
    raw = b'{"event_type":1,"sequence":"1","t":"' + extended + b'","sign":"' + forged.encode() + b'"}'
    vector("length-extension-in-bytes", "UNREADABLE", "the same with the padding's bytes as they are: not UTF-8",
           now_millis=now, raw=raw)
    # The forged sign beside digits alone holds for nothing.
    vector("length-extension-sign-alone", "MISMATCH", "the extended sign with the suffix as t",
           t=suffix.decode(), sign_json=text(forged), now_millis=now)


def document():
    for group in (valid, mismatch, freshness, malformed_t, unreadable, malformed_sign, parts_missing, length_extension):
        group()
    names = [entry["id"] for entry in VECTORS]
    assert len(set(names)) == len(names)
    head = {
        "about": "Signature vectors of CSS callbacks, written by generate.py; README.md describes the format.",
        "freshness": {"ahead_seconds": AHEAD_SECONDS, "past_seconds": PAST_SECONDS},
        "vectors": VECTORS,
    }
    return json.dumps(head, indent=2, ensure_ascii=True) + "\n"


def main():
    file = pathlib.Path(__file__).with_name("signature.json")
    written = document()
    if "--check" in sys.argv[1:]:
        same = file.exists() and file.read_text(encoding="ascii") == written
        print(f"{file.name}: {'up to date' if same else 'differs from what generate.py writes'}")
        sys.exit(0 if same else 1)
    file.write_text(written, encoding="ascii")
    print(f"{file.name}: {len(VECTORS)} vectors")


if __name__ == "__main__":
    main()
