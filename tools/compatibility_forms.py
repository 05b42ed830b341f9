#!/usr/bin/env python3
"""Writes the table behind CompatibilityForm.cs (Unicode normalisation form NFKC) to standard output.

    python3 tools/compatibility_forms.py > src/ValidationWorkbench.Core/Texts/compatibility-forms.txt

The facts come from the Unicode Character Database, as the standard library of Python carries it; its version goes to
standard error and into the header of the table. Hangul syllables are left out, since they are computed.
"""

import sys
import unicodedata

HEADER = """\
# Facts about characters for the Unicode normalisation form NFKC, read by CompatibilityForm.cs.
# Written by: python3 tools/compatibility_forms.py
# Source: Unicode Character Database {version}, Copyright Unicode, Inc., Unicode License v3 (https://www.unicode.org/license.txt).
#
# Code points are hexadecimal. FIRST+N stands for FIRST and the N code points after it (N hexadecimal).
#   C FIRST+N CLASS        combining class (decimal); every other character has class 0
#   = CODE TARGET...       canonical decomposition that is composed again
#   - FIRST+N TARGET...    canonical decomposition that is never composed again
#   ~ FIRST+N TARGET...    compatibility decomposition
# Over a run, a decomposition into one character counts up with the run. Decompositions are one level deep.
"""

HANGUL_SYLLABLES = range(0xAC00, 0xD7A4)


def facts():
    """(kind, code point, values) of every character that is not inert."""
    for code in range(sys.maxunicode + 1):
        if code in HANGUL_SYLLABLES:
            continue
        character = chr(code)
        combining = unicodedata.combining(character)
        if combining:
            yield "C", code, [combining]
        decomposition = unicodedata.decomposition(character).split()
        if not decomposition:
            continue
        if decomposition[0].startswith("<"):
            yield "~", code, [int(part, 16) for part in decomposition[1:]]
            continue
        target = [int(part, 16) for part in decomposition]
        composes = unicodedata.normalize("NFC", "".join(map(chr, target))) == character
        yield "=" if composes else "-", code, target


def runs(entries):
    """Entries with neighbours joined: equal combining classes, or single targets that count up."""
    current = None
    for kind, code, values in sorted(entries, key=lambda entry: ("C=-~".index(entry[0]), entry[1])):
        if current:
            first, more, start = current[1], current[2], current[3]
            step = 0 if kind == "C" else more + 1
            follows = kind == current[0] and code == first + more + 1 and kind != "="
            if follows and len(start) == 1 and values == [start[0] + step]:
                current[2] += 1
                continue
            yield current
        current = [kind, code, 0, values]
    yield current


def main():
    version = unicodedata.unidata_version
    print(f"Unicode {version}", file=sys.stderr)
    print(HEADER.format(version=version), end="")
    for kind, first, more, values in runs(facts()):
        place = f"{first:04X}+{more:X}" if more else f"{first:04X}"
        numbers = (str(value) if kind == "C" else f"{value:04X}" for value in values)
        print(kind, place, *numbers)


main()
