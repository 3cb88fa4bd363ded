"""The ways a place's name is spelt: one key for a spelling, one without articles, one of its consonants alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b

from rapidfuzz.fuzz import ratio

__all__ = ["bare", "called", "consonants", "heard", "key_number", "likeness", "plain", "readable", "unbroken"]

ARTICLES = frozenset("al el ul ad ed an en ash esh as es at et ar er az ez adh edh ath eth".split())
"""The Arabic article before moon letters and, assimilated, before sun letters."""

DROPPED = str.maketrans("", "", "'’‘`´ʿʾʻʼ‛′.ʹʺ\"“”")
BLANKS = re.compile(r"[\s\-–—‐‑_/,]+")
LATIN = {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a", "ħ": "h"}
CYRILLIC = dict(
    zip(
        "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя",
        "a b v h g d e e e zh z i i i i k l m n o p r s t u f kh ts ch sh shch  y  e iu ia".split(" "),
        strict=True,
    )
)
ARABIC = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئىپچژگکیھە",
        "a b t th j h kh d dh r z s sh s d t dh a gh f q k l m n h w y  a i a w y a p ch zh g k y h a".split(" "),
        strict=True,
    )
)
LETTERS = str.maketrans({**LATIN, **CYRILLIC, **ARABIC})
ARABIC_ARTICLE = re.compile(r"(?<!\w)ال(?=\w{2})")
MARKS = re.compile(r"[\u064b-\u0652\u0640]")
ENDING_T = re.compile(r"ة(?=\s|$)")


@lru_cache(1 << 15)
def plain(name: str) -> str:
    """The name in small letters without diacritics, apostrophes, full stops or hyphens.

    >>> plain("Ma'arrat an-Nuʿmān"), plain("ST. LOUIS")
    ('maarrat an numan', 'st louis')
    """
    if name.isascii():
        folded = name.lower()
    else:
        marked = unicodedata.normalize("NFD", name.casefold().replace("ı", "i"))
        folded = "".join(c for c in marked if not unicodedata.combining(c))
        folded = MARKS.sub("", folded)
    return BLANKS.sub(" ", folded.translate(DROPPED)).strip()


@lru_cache(1 << 15)
def bare(name: str) -> str:
    """The plain name without Arabic articles; a name that is all article stays as it is.

    >>> bare("Al-Hasakah"), bare("Deir ez-Zor"), bare("الرقة")
    ('hasakah', 'deir zor', 'رقة')
    """
    words = ARABIC_ARTICLE.sub("", plain(name)).split()
    kept = [word for word in words if word not in ARTICLES]
    return " ".join(kept or words)


QUOTED = re.compile("Š—È|â€™")
"""What a page that is read in the wrong encoding makes of an apostrophe."""
LOST = re.compile(r"\ufffd|Ã[\u0080-¿]|['’](?:_|[À-Þ](?!\w))")
"""And of a letter with an accent."""
LETTERS_LOST = ("", *"aeioucns")
"""What such a letter may have been, without its accent."""


def unbroken(name: str) -> Iterator[str]:
    """The spellings that a name may have had before a page lost its accents and apostrophes; none of a whole name.

    >>> "Belém" in [f"{one[:3]}é{one[4:]}" for one in unbroken("Bel\ufffdm")], list(unbroken("Karma"))
    (True, [])
    """
    if name.isascii() and "_" not in name:
        return
    quoted = QUOTED.sub("’", name)
    if LOST.search(quoted):
        yield from (LOST.sub(letter, quoted) for letter in LETTERS_LOST)
    elif quoted != name:
        yield quoted


MARKED = frozenset("SY IQ LB JO PS SA YE OM AE QA BH KW EG LY TN DZ MA EH SD SS MR IR AF PK SO DJ ER TD IL".split())
"""Countries whose names a gazetteer spells with a scholar's marks, which no report writes."""
SCHOLARLY = re.compile(r"[\u0304\u0323\u0331]|(?<![cC])\u0327|[‘’ʿʾʻʼ]")
LONG_AFTER_AYN = re.compile(r"(?<=[^aeiou\W])[‘ʿ]a\u0304")


@lru_cache(1 << 12)
def readable(name: str, country: str) -> str:
    """The name as reports may write it: without the marks of a scholar's transliteration, its accents kept.

    >>> readable("Ma‘arrat an Nu‘mān", "SY"), readable("Dar‘ā", "SY"), readable("Al Bayḑā’", "YE")
    ('Maarrat an Numan', 'Daraa', 'Al Bayda')
    >>> readable("Fès", "MA"), readable("Muş", "TR"), readable("Xi’an", "CN")
    ('Fès', 'Muş', 'Xi’an')
    """
    if name.isascii() or country not in MARKED:
        return name
    marked = LONG_AFTER_AYN.sub("aa", unicodedata.normalize("NFD", name))
    return unicodedata.normalize("NFC", SCHOLARLY.sub("", marked))


SOUNDS = (
    (re.compile(r"(?<=[a-z])t(?= [a-z])"), ""),  # Maarat al-Numan, Maarra al-Numan: the ending is heard or not
    (re.compile(r"tch|sch|ch|sh"), "x"),
    (re.compile(r"kh|gh|[qcg]"), "k"),
    (re.compile(r"th"), "t"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"dj|zh"), "j"),
    (re.compile(r"ph|v"), "f"),
    (re.compile(r"(?<=[a-z])h(?= |$)"), ""),  # Hama, Hamah
    (re.compile(r"(?<= )[ae](?=zz|ss|tt|nn|dd|rr|xx)"), ""),  # Deir Ezzor, Deir ez-Zor
    (re.compile(r"([a-z])\1+"), r"\1"),
    (re.compile(r"[wyaeiou](?<!^.)(?<! .)"), ""),
    (re.compile(r"(?<![a-z])[aeiou]"), "a"),
    (re.compile(r"[^a-z]"), ""),
)


@lru_cache(1 << 15)
def consonants(name: str) -> str:
    """What is left of a name once the choices of a transliterator are taken out; empty where too little is left to tell.

    >>> consonants("Saraqib") == consonants("Saraqeb"), consonants("Jobas") == consonants("Jubas")
    (True, True)
    >>> consonants("Maarat al-Numan") == consonants("Ma'arrat an-Nu'man") == consonants("معرة النعمان")
    True
    >>> consonants("Aa")
    ''
    """
    spelt = bare(ENDING_T.sub("ه", name)).translate(LETTERS)
    for pattern, sound in SOUNDS:
        spelt = pattern.sub(sound, spelt)
    return spelt if len(spelt) >= LEAST and spelt.isascii() else ""


@lru_cache(1 << 14)
def likeness(one: str, other: str) -> float:
    """How alike two spellings look, from 0 to 1, articles and scripts set aside.

    >>> likeness("Saraqib", "Saraqeb") > 0.8, likeness("Kissin", "al-Ghassaniyah") < 0.5
    (True, True)
    """
    return ratio(heard(one), heard(other)) / 100


VOWELS = str.maketrans("oweyq", "uuiik")
DOUBLED = re.compile(r"([a-z])\1+")


@lru_cache(1 << 14)
def heard(name: str) -> str:
    """The name without articles, with the vowels that transliterators take for each other made one, and nothing doubled.

    >>> heard("Saraqeb") == heard("as-Saraqib"), heard("جوزيف")
    (True, 'juzif')
    """
    return DOUBLED.sub(r"\1", bare(name).translate(LETTERS).translate(VOWELS))


@lru_cache(1 << 14)
def called(name: str) -> str:
    """What a place is called by, however its article and its ending are written.

    >>> called("Az Zawiyah") == called("Zawiya"), called("Hodeida") == called("Al-Hodeidah"), called("Idlib") == called("Adlib")
    (True, True, False)
    """
    return heard(name).removesuffix("h")


LEAST = 2
"""A single consonant tells nothing."""


@lru_cache(1 << 15)
def key_number(kind: str, key: str) -> int:
    """The number under which a key is filed; `kind` is "n" for a spelling, "c" for consonants.

    >>> key_number("n", "idlib") == key_number("n", "idlib") != key_number("c", "idlib")
    True
    """
    return int.from_bytes(blake2b(f"{kind}:{key}".encode(), digest_size=8).digest(), "little")
