"""Spoken lines in prose: the quoted words, who says them, and how."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.screenplay.model import Line, Manner

_QUOTED = re.compile(r"「([^「」]*(?:「[^」]*」[^「」]*)*)」|『([^『』]*)』|“([^”]*)”|\"([^\"]*)\"|«([^»]*)»")

_MANNERS: tuple[tuple[Manner, str], ...] = (
    ("whisper", r"ささや|囁|つぶや|呟|小声|ひそひそ|whisper|murmur|mutter|under (?:his|her|its) breath"),
    ("shout", r"叫|さけ|怒鳴|どな|大声|絶叫|わめ|shout|scream|yell|cries out|exclaim|bellow|roars?\b"),
    ("sing", r"歌|うた[うっい]|口ずさ|\bsings?\b|singing|\bsang\b|hums?\b"),
    ("think", r"思う|思っ|心の声|心の中|thinks?\b|thought"),
)
_SAID_JA = (
    r"言|いう|いった|いい|話|しゃべ|喋|語|聞|尋|たず|問|答|こた|返|かえ|叫|さけ|ささや|囁|つぶや|呟|つっこ|ツッコ|突っ込|怒鳴|どな|"
    r"呼|よ[びぶ]|歌|うた|つげ|告げ|説明|紹介|宣言|挨拶|あいさつ|頼|鳴|なの|名乗|読み上げ|笑|泣|実況|うな|嘆|思|伝え|訴え|励ま"
)
_SAID_EN = (
    r"says?|said|saying|asks?|asked|asking|answers?|answered|answering|replies|replied|replying|shouts?|shouted|"
    r"shouting|screams?|screamed|screaming|yells?|yelled|yelling|whispers?|whispered|whispering|murmurs?|murmured|"
    r"murmuring|mutters?|muttered|muttering|sings?|sang|singing|exclaims?|exclaimed|announces?|announced|announcing|"
    r"declares?|declared|tells?|told|calls?|called|calling|cries|cried|crying|adds?|added|thinks?|thought|roars?|"
    r"goes|responds?|responded|narrates?|narrator"
)
_AFTER_JA = re.compile(
    rf"^(?:と|って|なんて)[、,]?\s*(?:([^、。「」『』\n]{{1,20}}?)(?:が|は|も)[、,]?)?[^。「」『』\n]{{0,24}}?(?:{_SAID_JA})"
)
_TOPIC = re.compile(r"([^、。,「」『』\n\s]{1,24})(?:が|は|も)")  # greedy: 通りがかったおばちゃん|が
_NAME_BEFORE = re.compile(r"(?:^|[\n。、!?!?」』])\s*(?:[・*•●-]\s*)?([^\s、。::「」『』!?!?]{1,20})\s*[::]?\s*$")
_SIGN_AFTER = re.compile(r"^(?:の|という|と書|って書|と描|と表示|と出|とある)")
_SIGN_SAID = re.compile(rf"^(?:の|という)?(?:[^、。「」]{{0,8}})(?:声|セリフ|台詞|一言|叫び|{_SAID_JA})")
_EN_BEFORE = re.compile(
    rf"([A-Za-z][A-Za-z' -]{{0,60}}?)\s*,?\s*(?:\w+ly\s+)?\b({_SAID_EN})\b(?:\s+[a-z' ]{{0,40}})?\s*[:,]?\s*$", re.I
)
_EN_AFTER = re.compile(
    rf"^\s*,?\s*(?:({_SAID_EN})\s+(?:the |a |an |his |her )?([A-Za-z][\w' -]{{0,30}}?)|"
    rf"(?:the |a |an )?([A-Za-z][\w' -]{{0,30}}?)\s+(?:\w+ly\s+)?({_SAID_EN}))\b(?=[\s.,;!?]|$)",
    re.I,
)
_PREPOSITION = re.compile(r"\b(?:in|with|on|at|from|of|who|that|which|wearing|holding|carrying)\b", re.I)
_ARTICLE = re.compile(
    r"^(?:.*[,.;!?]\s*|.*\b(?:and|then|while|as|when|but|where)\s+)?(?:the|a|an|our|his|her)?\s*", re.I
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line and where its quotation stands in the text."""

    line: Line
    start: int
    end: int


def find_lines(text: str, subjects: Sequence[str] = ()) -> list[Spoken]:
    """The spoken lines of a prose text, in order. A subject's name is preferred where it stands near."""
    found: list[Spoken] = []
    last = 0
    for quoted in _QUOTED.finditer(text):
        words = next(group for group in quoted.groups() if group is not None).strip()
        before, after = text[last : quoted.start()], text[quoted.end() : quoted.end() + 60]
        if not words or _is_sign(before, after):
            continue
        speaker = _speaker(before, after, subjects)
        manner = _manner_of(before, after)
        found.append(Spoken(Line(words, speaker, manner), quoted.start(), quoted.end()))
        last = quoted.end()
    return found


def _is_sign(before: str, after: str) -> bool:
    if _SIGN_AFTER.match(after) and not _SIGN_SAID.match(after):
        return True
    return bool(
        re.search(
            r"\b(?:sign|labell?ed|titled|called|named|word|words|reading|reads|saying on it)\s*:?\s*$", before, re.I
        )
    )


def _speaker(before: str, after: str, subjects: Sequence[str]) -> str | None:
    if re.search(r"[ぁ-んァ-ヶ一-龠]", before + after):
        return _speaker_ja(before, after, subjects)
    if found := _EN_BEFORE.search(before):
        return _noun_en(found[1], subjects)
    if found := _EN_AFTER.match(after):
        return _noun_en(found[2] or found[3], subjects)
    if found := re.search(r"(?:^|\n)\s*([A-Za-z][\w' -]{0,30})\s*:\s*$", before):
        return found[1].strip()
    return None


def _speaker_ja(before: str, after: str, subjects: Sequence[str]) -> str | None:
    if (found := _AFTER_JA.match(after)) and found[1]:
        return _known(found[1].strip(), subjects)
    clause = re.split(r"[。\n!?!?]", before)[-1]
    candidates = [re.sub(r"[がはも]$", "", name) for name in _TOPIC.findall(clause)]
    for candidate in reversed(candidates):
        if known := _subject_in(candidate, subjects):
            return known
    if candidates:
        return _known(candidates[-1], subjects)
    if (found := _NAME_BEFORE.search(before)) and (after.startswith(("\n", "と")) or not after or found[1] in subjects):
        return _known(found[1], subjects)
    sentences = [part for part in re.split(r"[。\n!?!?]", before) if part.strip()]
    if not clause.strip() and sentences:
        earlier = _TOPIC.findall(sentences[-1])
        return _known(earlier[-1], subjects) if earlier else None
    return None


def _noun_en(phrase: str, subjects: Sequence[str]) -> str | None:
    phrase = _ARTICLE.sub("", _PREPOSITION.split(phrase.strip(" ,"))[0] or phrase).strip()
    if known := _subject_in(phrase, subjects):
        return known
    heads = [part for part in _PREPOSITION.split(phrase) if part.strip()]
    words = heads[0].split() if heads else []
    return " ".join(words[-3:]) if words else None


def _known(candidate: str, subjects: Sequence[str]) -> str:
    return _subject_in(candidate, subjects) or candidate.strip()


def _subject_in(candidate: str, subjects: Sequence[str]) -> str | None:
    for subject in sorted(subjects, key=len, reverse=True):
        if subject and subject.lower() in candidate.lower():
            return subject
    return None


def _manner_of(before: str, after: str) -> Manner:
    """By the verb that says the line: before it in English, or right behind it in both languages."""
    if re.search(r"[ぁ-んァ-ヶ一-龠]", before + after):
        return _manner(before[-40:], re.split(r"[、。「『\"“\n]", after[:24])[0])
    if found := _EN_BEFORE.search(before):
        return _manner(f"{before[found.end(1) :]}", "")
    if found := _EN_AFTER.match(after):
        return _manner("", found[0])
    return "say"


def _manner(before: str, after: str) -> Manner:
    for manner, pattern in _MANNERS:
        if re.search(pattern, after, re.I):
            return manner
    clause = re.split(r"[。\n」』]", before)[-1]
    for manner, pattern in _MANNERS:
        if re.search(pattern, clause, re.I):
            return manner
    return "say"
