"""Japanese nouns that the lexicon knows: what hangs on them (カエルの予報士, 猫と犬が), how they wait for a verb."""

import re
from collections.abc import Sequence

from generator.director.japanese_clause import Clause, register
from generator.director.japanese_doings import described
from generator.director.japanese_empty import EMPTY
from generator.director.japanese_phrases import (
    Noun,
    after_titles,
    behind_denial,
    group,
    is_spot,
    particle_at,
)
from generator.director.reading import LINE, Reading
from generator.director.tokens import Match, Token, find_matches
from generator.lexicon.lexicon import concept

_LETTER = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]|[\d０-９]")  # 男A and 男B


def noun_at(match: Match, tokens: Sequence[Token], reading: Reading, clause: Clause) -> int:
    """Read a noun that the lexicon knows; the token after it and its particle."""
    name = match.of("concept")
    end, count, _ = after_titles(tokens, match.last + 1)
    letter = tokens[end].text if name and end + 1 < len(tokens) and _LETTER.fullmatch(tokens[end].text) else ""
    if letter and (tokens[end + 1].text == LINE or tokens[end + 1].pos == "particle"):
        name, end = f"{name}#{letter}", end + 1
    else:
        letter = ""
    if past := behind_denial(tokens, end):
        return past
    particle, end = particle_at(tokens, end)
    noun, clause.next = clause.next, Noun("", "")
    noun.name, noun.label, noun.particle = name or "", match.text + letter, particle
    noun.count = max(noun.count, count)
    noun.place = match.of("place")
    if particle == "" and end == match.last + 1 and name and _goes_on(noun, tokens, end, clause):
        return end
    if particle == "の":
        if end < len(tokens) and (many := group(tokens[end].text)):
            noun.count = max(noun.count, many)
            noun.particle, end = particle_at(tokens, end + 1)
        elif end < len(tokens) and is_spot(tokens[end].text):
            noun.spot = True
            noun.particle, end = particle_at(tokens, end + 1)
            if noun.particle == "の":
                return _own(noun, tokens, end, reading, clause)
        else:
            return _own(noun, tokens, end, reading, clause)
    described(noun if name and not _is_where(noun) else None, reading, clause)
    if name is None or (noun.place and (noun.particle not in ("が", "は", "を", "も", "と", "") or noun.spot)):
        if noun.place:
            reading.note("place", noun.place)
        if name is None or not concept(name):
            return end
        if noun.particle in ("で", "に", "へ") and match.of("place") and (noun.living or not noun.spot):
            return end
    hold(noun, tokens, end, reading, clause)
    return end


def _goes_on(noun: Noun, tokens: Sequence[Token], end: int, clause: Clause) -> bool:
    """ロボット|掃除機, 野球|選手, 恐竜|時代: the first half of a word; カエル王子 remains a frog."""
    if end >= len(tokens) or tokens[end].pos != "noun" or tokens[end].text in EMPTY or "副詞可能" in tokens[end].detail:
        return False
    coming = find_matches(tokens[end : end + 4], "ja")
    head = coming[0] if coming and coming[0].first == 0 else None
    if head is not None and head.of("action") and not head.of("concept"):
        return False
    known = concept(head.of("concept") or "") if head else None
    behind = end + (head.last + 1 if head else 0)
    if known is not None and not known.living and noun.living and behind < len(tokens) and tokens[behind].pos == "verb":
        return False  # 猫ピアノ|弾く: as people type, without particles
    if known is not None and known.living and noun.living:
        clause.owner = noun
    return head is None or known is not None


def _is_where(noun: Noun) -> bool:
    return noun.place is not None and not noun.living and noun.particle not in ("が", "は", "を", "も")


def _own(noun: Noun, tokens: Sequence[Token], end: int, reading: Reading, clause: Clause) -> int:
    """AのB: what A is to B, when B comes."""
    if noun.place and (noun.known is None or not noun.living):
        reading.note("place", noun.place)
        if noun.known is None:
            return end
    if noun.known is not None and noun.known.kind == "wear":
        clause.next.wears.append(noun.name)
        clause.next.count = noun.count
    elif noun.living:
        clause.owner = noun
    elif noun.known is not None:
        register(noun, reading)
        reading.stand(noun.name)
    return end


def hold(noun: Noun, tokens: Sequence[Token], end: int, reading: Reading, clause: Clause) -> None:
    """Let a noun wait for its verb; it is worn or held already if it hangs on the being before it."""
    if clause.owner is not None:
        _marry(clause.owner, noun, reading, clause)
        clause.owner = None
    worn = noun.known is not None and noun.known.kind == "wear"
    if worn and (noun.particle in ("", "姿", "で") or (end < len(tokens) and tokens[end].text == "姿")):
        wearer = reading.last_actors() if not clause.nouns else (clause.nouns[-1].name,)
        if noun.particle == "" and end < len(tokens) and tokens[end].text == "姿":
            clause.next.wears.append(noun.name)
        elif wearer and wearer[0] in reading.figures:
            reading.figures[wearer[0]].wears.append(noun.name)
        return
    register(noun, reading)
    if noun.particle == "で" and noun.living and reading.figures[noun.name].many:
        noun.particle = "が"  # 家族で食べる: they all do
    if noun.particle == "と" and end < len(tokens) and tokens[end].text in ("一緒", "いっしょ"):
        noun.particle = "が"  # 犬と一緒に走る: it runs too
    if noun.particle in ("と", "や", "とか") and _is_joined(noun, tokens, end):
        clause.joined.append(noun)
        return
    if noun.particle == "も" and end < len(tokens) and tokens[end].text in ("一緒", "いっしょ"):
        reading.mention(noun.name)
        return
    clause.nouns += [*(replace_particle(other, noun.particle) for other in clause.joined), noun]
    clause.joined = []
    if noun.particle in ("が", "は", "も"):
        clause.topic = [other.name for other in clause.nouns if other.particle == noun.particle]


def replace_particle(noun: Noun, particle: str) -> Noun:
    """猫と犬が: the cat acts too."""
    noun.particle = particle
    return noun


def _is_joined(noun: Noun, tokens: Sequence[Token], end: int) -> bool:
    """猫と犬が…: another noun comes before the verb, and this one is not whom it is done with."""
    for at in range(end, min(end + 8, len(tokens))):
        becomes = tokens[at].text == "に" and at + 1 < len(tokens) and tokens[at + 1].base == "なる"
        if tokens[at].pos in ("verb", "mark") or becomes:  # 宇宙人と友達になる
            return False
        if tokens[at].text in ("が", "は", "も", "を", "に", "と") and tokens[at].pos == "particle":
            return True
    return False


def _marry(owner: Noun, noun: Noun, reading: Reading, clause: Clause) -> None:
    """カエルの予報士 is a frog, 孫の女の子 a girl, 猫の群れ many cats; おじいさんの犬 is a dog."""
    if not noun.living:
        register(owner, reading)
        reading.mention(owner.name)
        return
    animal = owner.known is not None and owner.known.kind == "animal"
    role = noun.known is not None and noun.known.kind == "person"
    if animal and role and noun.known is not None:
        for thing, shelf in ((noun.known.wears, noun.wears), (noun.known.holds, noun.holds)):
            if thing:
                shelf.append(thing)
        noun.name, noun.count = owner.name, max(noun.count, len(noun.known.members))
    noun.label = f"{owner.label}の{noun.label}"
    noun.count = max(noun.count, owner.count)
    noun.colour, noun.scale = noun.colour or owner.colour, owner.scale if noun.scale == 1.0 else noun.scale
