#!/usr/bin/env python3
"""Writes server/src/main/resources/akashi/writing/characters.txt from the npm package @mandel59/mojidata.

usage: characters.py moji.db > characters.txt        (README.md beside this file says where moji.db comes from)

The rules by which a pair gets its grade are in README.md; the output is the same byte for byte for the same input.
"""
import collections
import sqlite3
import sys
import unicodedata

# Ground of a registered variant: MJ縮退マップ by its table, then the tables of the joyo and jinmei lists.
REGISTERED_MJ = {
    "mjsm_JIS包摂規準UCS統合規則": "jis",
    "mjsm_戸籍統一文字情報_親字正字": "koseki",
    "mjsm_民一2842号通達別表_誤字俗字正字一覧表_俗字": "min1-2842",
    "mjsm_民一2842号通達別表_誤字俗字正字一覧表_無印": "min1-2842",
    "mjsm_民二5202号通知別表_正字俗字等対照表": "min2-5202",
    "mjsm_法務省告示582号別表第四_一": "kokuji582",
}
LOOK_ALIKE_MJ = ["mjsm_法務省告示582号別表第四_二", "mjsm_読み字形による類推", "mjsm_辞書類等による関連字"]
DIFFERENT = "mjsm_民一2842号通達別表_誤字俗字正字一覧表_別字"
# In these the ordinary character stands first.
LISTS = {"joyo/variant": "joyo", "jinmei1/variant": "jinmei", "jinmei2/variant": "jinmei", "hyogai/variant": "hyogai"}
# Grounds that stand even where another table calls the two unrelated.
STRONG = {"koseki", "min1-2842", "min2-5202", "joyo", "jinmei", "hyogai"}

# No table relates these, but people write one for the other every day (斎藤 and 斉藤).
CONFUSED = ["斎斉", "齋齊", "斎齊", "齋斉"]

# A class of the wide key holds at most so many characters, and so many of them in everyday use.
WIDE_CLASS = 24
WIDE_COMMON = 3
# The same where the law names the pair, or everybody confuses it.
WIDE_CLASS_NEAREST = 40
WIDE_COMMON_NEAREST = 5
VARIANT_CLASS = 64

# How much a character is used: joyo or jinmei, in JIS X 0213, neither.
NONE, EVERYDAY, JIS = -1, 1, 2


def one(text):
    """The character without selectors and compatibility forms, or None for what is no single character."""
    folded = "".join(
        c for c in unicodedata.normalize("NFKC", text or "") if not (0xFE00 <= ord(c) <= 0xFE0F or 0xE0100 <= ord(c) <= 0xE01EF)
    )
    return folded if len(folded) == 1 else None


def pair(a, b):
    return (a, b) if a < b else (b, a)


class Tables:
    def __init__(self, path):
        self.db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.glyphs = {
            row[0]: row[1:]
            for row in self.db.execute('select "MJ文字図形名", "対応するUCS", "実装したUCS", "漢字施策", "X0213" from mji')
        }
        self.proper = collections.defaultdict(set)  # variant -> its proper forms, on registered ground
        self.grounds = collections.defaultdict(set)  # pair -> grounds
        self.same = set()
        self.apart = set()  # never better than a look-alike
        self.unrelated = set()
        self.near = {}  # look-alike pair -> how near, 0 nearest

    def rows(self, table):
        return self.db.execute(f'select * from "{table}"')

    def mj(self, table):
        """variant, proper form, and whether the row is about the glyph the code point itself stands for"""
        for row in self.rows(table):
            ucs, shown = self.glyphs[row[0]][:2]
            a, b = one(shown or ucs), one(row[1])
            if a and b and a != b:
                yield a, b, bool(shown), row[3] if len(row) > 3 else 1

    def register(self, variant, proper, ground, first=True):
        """A second or later choice of 告示582号 is a variant of its proper form, but founds no family."""
        if first:
            self.proper[variant].add(proper)
        self.grounds[pair(variant, proper)].add(ground)

    def look_alike(self, a, b, nearness):
        if a and b and a != b:
            p = pair(a, b)
            self.near[p] = min(self.near.get(p, 99), nearness)

    def read(self):
        for a, b, _, _ in self.mj(DIFFERENT):
            self.apart.add(pair(a, b))
            self.look_alike(a, b, 0)
        for table, ground in REGISTERED_MJ.items():
            for a, b, itself, rank in self.mj(table):
                if itself:
                    self.register(a, b, ground, rank == 1 or ground != "kokuji582")
                else:
                    self.look_alike(a, b, 1)
        for table, ground in LISTS.items():
            for today, old, _ in self.rows("kdpv_" + table):
                a, b = one(old), one(today)
                if a and b and a != b:
                    self.register(a, b, ground)
        for table, registered in (("nyukan_itaiji", True), ("nyukan_ruiji", False)):
            for a, b, rank in self.db.execute(f"select 簡体字等のUCS, 正字のUCS, 順位 from {table}"):
                a, b = one(a), one(b)
                if a and b and a != b:
                    if registered:
                        self.register(a, b, "kokuji582", rank == 1)
                    else:
                        self.look_alike(a, b, 1 if rank == 1 else 3)
        for a, b, _ in self.rows("kdpv_cjkvi/duplicate"):
            if one(a) and one(b) and one(a) != one(b):
                self.same.add(pair(one(a), one(b)))
        for a, b, _ in self.rows("kdpv_cjkvi/non-cognate"):
            a, b = one(a), one(b)
            if a and b and a != b:
                self.unrelated.add(pair(a, b))
                self.look_alike(a, b, 0)
        for a, b in CONFUSED:
            self.look_alike(a, b, 0)
        for i, table in enumerate(LOOK_ALIKE_MJ):
            for a, b, _, rank in self.mj(table):
                self.look_alike(a, b, 3 if i == 2 else 2)
        for table in ("jisx0212/variant", "jisx0213/variant", "koseki/variant"):
            for a, b, _ in self.rows("kdpv_" + table):
                self.look_alike(one(a), one(b), 2)
        for field, nearness in (("kZVariant", 1), ("kSpoofingVariant", 1), ("kSemanticVariant", 3)):
            for a, value in self.db.execute(f'select UCS, value from "unihan_each_{field}"'):
                b = value if len(value) == 1 else chr(int(value.split("<")[0][2:], 16))
                self.look_alike(one(a), one(b), nearness)

    def holds(self, p):
        """Whether a pair of the tables stands as a registered variant."""
        grounds = self.grounds.get(p)
        return bool(grounds) and p not in self.apart and not (p in self.unrelated and not grounds & STRONG)

    def registered(self):
        """Direct pairs, and those that are variants of one and the same proper form; never a longer chain."""
        found = {p for p in self.grounds if self.holds(p)}
        families = collections.defaultdict(set)
        founding = set()
        for variant, propers in self.proper.items():
            for proper in propers:
                founding.add(pair(variant, proper))
                if self.holds(pair(variant, proper)):
                    families[proper].add(variant)
        direct = {p for p in found if p in founding}
        for members in families.values():
            ordered = sorted(members)
            for i, a in enumerate(ordered):
                for b in ordered[i + 1 :]:
                    if pair(a, b) not in self.apart and pair(a, b) not in self.unrelated:
                        found.add(pair(a, b))
        return found - self.same, direct - self.same

    def ranks(self):
        """Everyday characters first: joyo, jinmei, JIS X 0213 by its order, then the rest by code point."""
        rank = {}
        for _, shown, use, x0213 in self.glyphs.values():
            if shown:
                plane = int(x0213.split("-")[0]) * 10000 + int(x0213.split("-")[1]) * 100 if x0213 else 99999
                first = 0 if use == "常用漢字" else 1 if use and use.startswith("人名用") else 2 if x0213 else 3
                rank[shown] = (first, plane, shown)
        return rank


class Classes:
    def __init__(self, rank, apart, largest, related, in_use, most_common=None):
        self.rank, self.apart, self.largest = rank, apart, largest
        self.related, self.in_use, self.most_common = related, in_use, most_common
        self.of = {}
        self.refused = 0

    def members(self, c):
        return self.of.get(c, [c])

    def everyday(self, members):
        return sum(1 for c in members if self.rank.get(c, (9,))[0] <= 1)

    def bridge(self, x, y):
        """A chain never joins characters in use that are not related themselves."""
        x, y = ([c for c in members if self.rank.get(c, (9,))[0] <= self.in_use] for members in (x, y))
        return any(pair(c, d) not in self.related for c in x for d in y)

    def join(self, a, b):
        x, y = self.members(a), self.members(b)
        if x is y or a in y:
            return
        together = x + y
        if len(together) > self.largest:
            self.refused += 1
        elif self.most_common is not None and self.everyday(together) > max(
            self.most_common, self.everyday(x), self.everyday(y)
        ):
            self.refused += 1
        elif self.bridge(x, y) or any(pair(c, d) in self.apart for c in x for d in y):
            self.refused += 1
        else:
            for c in together:
                self.of[c] = together

    def lines(self, sign):
        seen = {}
        for members in self.of.values():
            ordered = sorted(members, key=lambda c: self.rank.get(c, (4, 0, c)))
            seen[ordered[0]] = ordered[0] + "".join(sorted(ordered[1:]))
        return [sign + seen[c] for c in sorted(seen)]


def grouped(sign, pairs):
    behind = collections.defaultdict(list)
    for a, b in pairs:
        behind[a].append(b)
    return [sign + a + "".join(sorted(behind[a])) for a in sorted(behind)]


def main(path):
    tables = Tables(path)
    tables.read()
    registered, direct = tables.registered()
    alike = set(tables.near) - registered - tables.same
    rank = tables.ranks()

    variants = Classes(rank, tables.apart, VARIANT_CLASS, registered | tables.same, JIS)
    strength = lambda p: (-len(tables.grounds[p] & STRONG), -len(tables.grounds[p]), p)
    for p in sorted(tables.same):
        variants.join(*p)
    for p in sorted(direct, key=strength):
        variants.join(*p)
    for p in sorted(registered - direct):
        variants.join(*p)

    wide = Classes(rank, set(), WIDE_CLASS_NEAREST, registered | alike | tables.same, EVERYDAY, WIDE_COMMON_NEAREST)
    for members in {tuple(m): m for m in variants.of.values()}.values():
        for c in members:
            wide.of[c] = members
    for a, b in CONFUSED:
        wide.join(a, b)
    wide.in_use = NONE  # pairs named by the tables themselves are joined though that may chain
    for p in sorted(registered):  # what the classes above had to keep apart
        if wide.members(p[0]) is not wide.members(p[1]):
            wide.join(*p)
    for p in sorted(p for p in alike if p in tables.apart):
        wide.join(*p)
    wide.in_use = EVERYDAY
    for p in sorted(p for p in alike if tables.near[p] == 0):
        wide.join(*p)
    wide.largest, wide.most_common = WIDE_CLASS, WIDE_COMMON
    for p in sorted((p for p in alike if 1 <= tables.near[p] <= 2), key=lambda p: (tables.near[p], p)):
        wide.join(*p)

    lines = grouped("S", tables.same) + grouped("R", registered) + grouped("L", alike)
    narrow = variants.lines("v")
    known = {line[1:] for line in narrow}
    lines += narrow + [line for line in wide.lines("w") if line[1:] not in known]
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    print("# Relations between characters. Made by tools/characters/characters.py; licences: characters-LICENCE.md")
    print("\n".join(lines))
    sizes = lambda classes: max(len(m) for m in classes.of.values())
    print(
        f"pairs: same {len(tables.same)}, registered {len(registered)} ({len(direct)} direct), look-alike {len(alike)};"
        f" official different {len(tables.apart)}; largest class: variant {sizes(variants)}, wide {sizes(wide)};"
        f" joins refused: variant {variants.refused}, wide {wide.refused}",
        file=sys.stderr,
    )


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
