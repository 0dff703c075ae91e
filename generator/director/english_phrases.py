"""English, cut into phrases: which words are verbs here, and which words make up one noun phrase."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from generator.director.english_words import (
    ADJECTIVE_ENDINGS,
    AGENTS,
    AUXILIARIES,
    DETERMINERS,
    JOINTS,
    NEGATIONS,
    NOT_THINGS,
    NUMBERS,
    OBJECTS,
    PREPOSITIONS,
    SAID_OF,
    SUBJECTS,
)
from generator.director.reading import LINE, MANY
from generator.director.tokens import Match, Token, lemmas
from generator.lexicon.emoji_names import sign_called
from generator.lexicon.lexicon import Concept, concept, lexicon

Before = Literal["start", "determiner", "noun", "verb", "preposition", "joint", "pronoun", "auxiliary", "to"]

_LONGEST = 12  # words of a noun phrase; nobody says more in one breath


@dataclass
class Phrase:
    """A noun phrase: its concept's name or the words themselves, what its adjectives say, and its last token."""

    name: str
    label: str
    last: int
    count: int = 1
    colour: str | None = None
    scale: float = 1.0
    place: str | None = None
    denied: bool = False
    another: bool = False
    wears: list[str] = field(default_factory=list)
    holds: list[str] = field(default_factory=list)
    doing: str | None = None  # "a dancing cat"

    @property
    def known(self) -> Concept | None:
        """The concept, None for a word without one."""
        return concept(self.name)

    @property
    def living(self) -> bool:
        """Whether it acts by itself."""
        return self.known is not None and self.known.living


def adjective(word: str) -> bool:
    """A word of the lexicon that only colours (red, tiny, happy), or one that ends like an adjective."""
    meanings = lexicon().words["en"].get(word.lower(), ())
    if meanings:
        kinds = {meaning.kind for meaning in meanings}
        return not kinds & {"concept", "action", "place"} and not kinds <= {"weather", "time_of_day"}
    return word.lower().endswith(ADJECTIVE_ENDINGS) and len(word) > 5


def is_verb(match: Match, tokens: Sequence[Token], before: Before, has_verb: bool) -> bool:
    """Whether a word that can be a doing is one here, by what stands before it."""
    if match.of("action") is None:
        return False
    word = tokens[match.first].text.lower()
    ing = word.endswith("ing") and len(word) > 4
    noun = any(meaning.kind in ("concept", "place", "weather", "effect") for meaning in match.meanings)
    following = tokens[match.last + 1].text.lower() if match.last + 1 < len(tokens) else ""
    if before == "determiner":
        return False
    if before == "preposition":
        return ing
    if before in ("pronoun", "auxiliary", "to"):
        return True
    if before == "noun":
        return ing or (
            not (has_verb and noun) and not (noun and _acts_at(match.last + 1, tokens) and not word.endswith("s"))
        )
    if before == "verb":
        return ing or not noun
    if not noun or ing:
        return True
    if before == "joint" and has_verb:
        return (word.endswith("s") and not word.endswith("ss")) or following in DETERMINERS
    return following in DETERMINERS and not word.endswith("s")


def _acts_at(at: int, tokens: Sequence[Token]) -> bool:
    """Whether the next word is plainly a doing ("the fire dragon sleeps": fire is none)."""
    if at >= len(tokens) or tokens[at].pos != "other":
        return False
    word = tokens[at].text.lower()
    meanings = [m for lemma in lemmas(word) for m in lexicon().words["en"].get(lemma, ())]
    return any(m.kind == "action" for m in meanings) and word.endswith(("s", "ed", "ing"))


def phrase_at(at: int, tokens: Sequence[Token], matches: Mapping[int, Match], has_verb: bool) -> Phrase | None:
    """The noun phrase that begins at `at`, None if there is none."""
    phrase = Phrase("", "", at - 1)
    heads: list[tuple[str, Match | None]] = []
    determined = False
    index = at
    while index < min(at + _LONGEST, len(tokens)):
        token, match = tokens[index], matches.get(index)
        word = token.text.lower()
        if token.text == LINE or (token.pos == "mark" and token.text not in ("-", "'")):
            break
        if not heads and (word in DETERMINERS or word in NUMBERS or word.isdecimal()):
            determined = determined or word in DETERMINERS
            _determine(phrase, word)
            index += 1
            continue
        if match is not None and heads and _is_herd(heads[-1]) and match.of("concept"):
            break  # "cats dogs": a plural says nothing of the noun behind it
        if match is not None:
            before: Before = "determiner" if determined and not heads else "noun" if heads else "start"
            if heads and is_verb(match, tokens, before, has_verb):
                break
            if match.of("action") and not heads and _ing(word) and _names_next(match.last + 1, tokens, matches):
                phrase.doing = match.of("action")
            elif not _takes(match, phrase, heads, determined):
                break
            index = match.last + 1
            phrase.last = index - 1
            continue
        if token.pos == "mark":
            index += 1
            continue
        if _closed(word) or (heads and not _is_noun_like(word, index, tokens, has_verb)):
            break
        if not heads and (adjective(word) or word.endswith("ly") or not _may_be_thing(word)):
            index += 1
            continue
        heads.append((token.text, None))
        phrase.last = index
        index += 1
    return _named(phrase, heads, determined)


def _is_herd(head: tuple[str, Match | None]) -> bool:
    known = concept(head[1].of("concept") or "") if head[1] is not None else None
    return known is not None and known.living and _plural(head[0])


def _takes(match: Match, phrase: Phrase, heads: list[tuple[str, Match | None]], determined: bool) -> bool:
    """Whether a known word belongs to the phrase: as a head, or as something said of it."""
    if match.of("concept") or match.of("place"):
        heads.append((match.text, match))
    elif _colours(match, phrase):
        return True
    elif match.of("action") and determined and not heads:
        heads.append((match.text, None))
    else:
        return any(match.of(kind) for kind in SAID_OF)
    return True


def _determine(phrase: Phrase, word: str) -> None:
    phrase.denied = phrase.denied or word == "no"
    phrase.another = phrase.another or word == "another"
    phrase.count = NUMBERS.get(word, int(word) if word.isdecimal() and 1 < int(word) < 30 else phrase.count)


def _named(phrase: Phrase, heads: Sequence[tuple[str, Match | None]], determined: bool) -> Phrase | None:
    while heads and heads[-1][1] is None and not _may_be_thing(heads[-1][0].lower()):
        heads = heads[:-1]
    if not heads:
        return None
    words, match = heads[-1]
    phrase.label = " ".join(text for text, _ in heads)
    known = [(text, found.of("concept")) for text, found in heads if found is not None and found.of("concept")]
    if match is None:
        living = [name for _, name in known if name and concept(name) and concept(name).living]  # type: ignore[union-attr]
        lower = words.lower()
        if living and not lower.endswith(AGENTS):
            phrase.name = living[-1]
        elif lower.endswith(AGENTS) and len(lower) > 4 and lower not in ("water", "paper", "river", "flower"):
            phrase.name = "person"
        elif not determined and is_called(phrase.label):
            phrase.name = f"person#{phrase.label}"
        else:
            phrase.name = phrase.label.lower()
        phrase.count = max(phrase.count, 2 if _plural(words) and phrase.name == "person" else 1)
        return phrase
    phrase.place = match.of("place")
    phrase.name = match.of("concept") or ""
    if phrase.name and len(known) > 1:
        first = concept(known[-2][1] or "")
        role = phrase.known
        if first is not None and role is not None and first.kind == "animal" and role.kind == "person":
            phrase.wears += [role.wears] if role.wears else []
            phrase.holds += [role.holds] if role.holds else []
            phrase.name = first.name
            phrase.count = max(phrase.count, len(role.members))
    if phrase.count == 1 and not phrase.denied and _plural(words) and phrase.living:
        phrase.count = MANY
    return phrase


def is_called(words: str) -> bool:
    """Whether it is somebody's name: capitals, and no thing that there is a picture of."""
    return re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?", words) is not None and sign_called(words) is None


def _plural(words: str) -> bool:
    last = words.split()[-1].lower()
    irregular = {"mice", "men", "women", "children", "geese", "wolves", "people", "kids", "elves"}
    if last in irregular:
        return True
    exact = lexicon().words["en"]
    return last.endswith("s") and not last.endswith(("ss", "us", "'s")) and last not in exact and len(last) > 3


def _colours(match: Match, phrase: Phrase) -> bool:
    if colour := match.of("colour"):
        phrase.colour = colour
    if size := match.of("size"):
        phrase.scale = float(size)
    return bool(colour or size)


def _ing(word: str) -> bool:
    return word.endswith("ing") and len(word) > 4


def _names_next(at: int, tokens: Sequence[Token], matches: Mapping[int, Match]) -> bool:
    """ "dancing cats", "a melting red snowman": a noun comes right behind."""
    while at < len(tokens) and tokens[at].pos == "other" and adjective(tokens[at].text):
        at += 1
    match = matches.get(at)
    return match is not None and match.of("concept") is not None


def _closed(word: str) -> bool:
    return (
        word in PREPOSITIONS or word in JOINTS or word in AUXILIARIES or word in NEGATIONS or word in SUBJECTS | OBJECTS
    )


def _is_noun_like(word: str, at: int, tokens: Sequence[Token], has_verb: bool) -> bool:
    """Behind a noun: an unknown word goes on with it unless it is inflected like a verb."""
    if word.endswith(("ing", "ed", "ly")) or not _may_be_thing(word):
        return False
    if not has_verb and word.endswith("s") and not word.endswith("ss"):
        return False
    following = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
    return not (word.endswith("s") and (following in DETERMINERS or following in PREPOSITIONS))


def _may_be_thing(word: str) -> bool:
    return len(word) > 2 and word not in NOT_THINGS and not word.endswith("ly") and word not in DETERMINERS
