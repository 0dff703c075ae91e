"""A short title for a film that has none."""

import re

from core.screenplay import Screenplay
from generator.director.request_words import NOISE_EN, NOISE_JA
from generator.director.tokens import find_matches, language_of, tokenise

_QUOTED = r"「[^」]*」|『[^』]*』|\"[^\"]*\"|“[^”]*”"
_MARK = "\ue000"
_SHOT_OF = r"^\s*(?:an?\s+)?(?:[\w-]+\s+)?(?:shot|scene|footage|close-up)\s+of\s+"
_STYLE_OF = (  # "a commercial where ..." is no part of a title
    r"^\s*(?:an?\s+|the\s+)?(?:[\w'-]+\s+){0,2}?(?:commercial|advert(?:isement)?|tv ad|ghost story|silent film|"
    r"old film|documentary|broadcast|news report|anime opening|nature film|picture book|woodblock print|film noir)\s*"
    r"(?:of|about|where|in which|with|showing|[:,])\s+"
)
_IN_STYLE = r"^[^、。がをはで]{1,10}?(?:風|調|タッチ)(?:の|に|な|で)?[、,]?"  # 「絵本風の森」

LONGEST = {"ja": 24, "en": 40}  # characters


def title_of(screenplay: Screenplay, invented: str = "") -> str:
    """The screenplay's title, else the heart of its first sentence."""
    if screenplay.title:
        return screenplay.title
    text = screenplay.premise or invented or screenplay.scene or " ".join(beat.text for beat in screenplay.beats)
    language = language_of(text)
    unspoken = re.sub(_QUOTED, _MARK, text)
    sentences = [part for part in re.split(r"[。.!?！？\n]", unspoken) if part.strip()]
    telling = [part for part in sentences if language == "en" or re.search(r"[がはをで]", part)]
    sentence = (telling or sentences or [text])[0]
    if _MARK in sentence and (said := re.search(_QUOTED, text)):
        sentence = said[0].strip('「」『』"“” ,、')  # what is said is the best title of a sentence about saying it
    heart = re.sub(NOISE_JA if language == "ja" else NOISE_EN, "", sentence, flags=re.I)
    heart = re.sub(_SHOT_OF, "", heart, flags=re.I)
    heart = re.sub(_STYLE_OF, "", heart, flags=re.I)
    if found := re.match(_IN_STYLE, heart):
        names = find_matches(tokenise(found[0], language), language) if language == "ja" else []
        heart = heart[found.end() :] if any(match.of("style") for match in names) else heart
    heart = " ".join(heart.split()).strip(" 、,と") or sentence.strip()
    most = LONGEST[language]
    if len(heart) > most:
        heart = heart[: most - 1].rstrip(" 、,") + "…"
    return heart[:1].upper() + heart[1:] if heart else "Kamishibai"
