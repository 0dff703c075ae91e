"""Which of our voices speaks for whom: a base voice by gender and age, bent to the character."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from math import log2

from generator.sound.natures import Nature, nature_of
from generator.storyboard import Character, Storyboard, Voice


@dataclass(frozen=True, slots=True)
class Timbre:
    """How one character is voiced.

    `blend` mixes the Japanese voices' styles (name, share); `semitones` and `formant` are what is bent beyond it
    (formant > 1: a smaller body). `pace` is the character's own speed of speaking. The English voice is one, so
    `english` says (semitones, formant) that make it this character, `semitones` and `formant` included.
    `nature` is what no human throat has: metal, a growl, wings.
    """

    blend: tuple[tuple[str, float], ...]
    semitones: float = 0.0
    formant: float = 1.0
    pace: float = 1.0
    english: tuple[float, float] = (0.0, 1.0)
    tremor: bool = False
    nature: Nature = "mortal"


_HERTZ = {"jf_alpha": 264.0, "jf_tebukuro": 336.0, "jf_nezumi": 239.0, "jf_gongitsune": 236.0, "jm_kumo": 87.0}
"""Median pitches of the Japanese readers, as measured over a few sentences."""

# Styles of two readers mixed make a third reader without any signal processing, so these sound like people.
_WOMEN = (
    Timbre((("jf_alpha", 1.0),), -1.0, 0.99),
    Timbre((("jf_gongitsune", 0.75), ("jm_kumo", 0.25)), 0.0, 0.98, english=(-2.5, 0.95)),
    Timbre((("jf_gongitsune", 1.0),), 0.5, 1.02, english=(1.5, 1.04)),
    Timbre((("jf_nezumi", 1.0),), 1.5, 1.04, english=(2.5, 1.07)),
)
_MEN = (
    Timbre((("jm_kumo", 0.85), ("jf_tebukuro", 0.15)), english=(-9.5, 0.84)),
    Timbre((("jm_kumo", 0.6), ("jf_alpha", 0.4)), -1.5, 0.99, english=(-7.5, 0.88)),
    Timbre((("jm_kumo", 1.0),), 1.0, 0.97, english=(-10.5, 0.82)),
)
_GIRLS = (
    Timbre((("jf_tebukuro", 1.0),), 0.5, 1.13, english=(4.5, 1.17)),
    Timbre((("jf_alpha", 1.0),), 3.0, 1.16, english=(6.0, 1.21)),
)
_BOYS = (
    Timbre((("jf_nezumi", 1.0),), 2.0, 1.13, english=(2.5, 1.12)),
    Timbre((("jf_alpha", 0.85), ("jm_kumo", 0.15)), 1.0, 1.1, english=(1.0, 1.08)),
)
_CREATURES = (
    Timbre((("jf_tebukuro", 1.0),), -1.0, 1.05, english=(2.5, 1.08)),
    Timbre((("jf_nezumi", 1.0),), 3.0, 1.08, english=(4.0, 1.13)),
    Timbre((("jf_gongitsune", 1.0),), 1.5, 1.04, english=(0.5, 1.03)),
)
_BEASTS = (
    Timbre((("jm_kumo", 1.0),), 0.0, 0.94, english=(-12.0, 0.8)),
    Timbre((("jm_kumo", 0.85), ("jf_tebukuro", 0.15)), -1.0, 0.95, english=(-11.0, 0.81)),
)
_NARRATOR = Timbre((("jf_gongitsune", 0.6), ("jf_alpha", 0.4)), -0.5, 1.0, 0.97, english=(-1.0, 0.98))
_DEEP = -1.5  # semitones: a creature asked to be lower than this is voiced from the deepest men
_OWN_PITCH, _OWN_SIZE, _OWN_PACE = 1.0, 0.03, 0.04  # semitones, shares: how one troupe's cat differs from another's
_APART = (2.6, 1.3)  # semitones by which two speakers differ: the intonation of one line hides less; and in a crowd
_STEP = 0.7  # semitones in which the later of two speakers gives way
_SMALL = 5.0  # semitones that half the size is higher


def cast_voices(storyboard: Storyboard) -> dict[str | None, Timbre]:
    """A timbre for everyone who speaks, and for None, the narrator.

    A character's voice follows from the film's troupe (its member), its concept and which of its kind it is, not from
    the film, so that somebody's cat is the same cat in every film of theirs. Only where two speakers of one film would
    be taken for each other does the later one give way a little.
    """
    speaking = {line.speaker for line in storyboard.lines}
    chosen: dict[str | None, Timbre] = {None: _NARRATOR}
    seen: dict[str, int] = {}
    for who in storyboard.cast:
        number = seen.get(who.concept, 0)
        seen[who.concept] = number + 1
        if who.id in speaking:
            own = _own(storyboard.troupe, who, number)
            chosen[who.id] = _apart(own, [timbre for id, timbre in chosen.items() if id is not None])
    return chosen


def _own(troupe: str, who: Character, number: int) -> Timbre:
    """The voice that this troupe's `number`-th player of that concept has."""
    digest = sha256(f"{troupe}/{who.concept}/{number}".encode()).digest()
    choices = _choices(who.voice)
    base = choices[int.from_bytes(digest[:4]) % len(choices)]
    pitch, size, pace = (byte / 127.5 - 1.0 for byte in digest[4:7])
    pitch, size = _OWN_PITCH * pitch, 1.0 + _OWN_SIZE * size
    varied = replace(
        base,
        semitones=base.semitones + pitch,
        formant=base.formant * size,
        pace=base.pace * (1.0 + _OWN_PACE * pace),
        english=(base.english[0] + pitch, base.english[1] * size),
    )
    return _bent(varied, who)


def _apart(timbre: Timbre, others: Sequence[Timbre]) -> Timbre:
    """The timbre, moved until no other speaker is near it: down or up, whichever is the shorter way."""
    for least in _APART:
        for away in (0.0, *(way * step * _STEP for step in range(1, 8) for way in (-1.0, 1.0))):
            moved = _moved(timbre, away)
            if all(_distance(moved, other) >= least for other in others):
                return moved
    return timbre


def _moved(timbre: Timbre, semitones: float) -> Timbre:
    size = 2.0 ** (semitones / 30.0)  # a body a little larger for a lower voice
    return replace(
        timbre,
        semitones=timbre.semitones + semitones,
        formant=timbre.formant * size,
        english=(timbre.english[0] + semitones, timbre.english[1] * size),
    )


def _distance(one: Timbre, other: Timbre) -> float:
    """How far apart the pitches of two voices are, in semitones, in the language in which they are nearer."""
    return min(abs(one.english[0] - other.english[0]), abs(_japanese_pitch(one) - _japanese_pitch(other)))


def _japanese_pitch(timbre: Timbre) -> float:
    """The median pitch of a voice in semitones over 1 Hz; of mixed readers, about the geometric mean."""
    return timbre.semitones + 12.0 * sum(share * log2(_HERTZ[name]) for name, share in timbre.blend)


def _choices(voice: Voice) -> tuple[Timbre, ...]:
    if voice.age == "child":
        return {"female": _GIRLS, "male": _BOYS, "neutral": _GIRLS + _BOYS}[voice.gender]
    if voice.gender == "neutral":
        return _BEASTS if voice.pitch < _DEEP or voice.size > 1.18 else _CREATURES
    return _WOMEN if voice.gender == "female" else _MEN


def _bent(base: Timbre, who: Character) -> Timbre:
    voice = who.voice
    old = voice.age == "old"
    size = min(max(voice.size, 0.7), 1.4)
    pitch = min(max(voice.pitch, -10.0), 10.0) - (1.0 if old else 0.0) - _SMALL * log2(size)
    english = (base.english[0] + pitch, base.english[1] / size)
    return replace(
        base,
        semitones=base.semitones + pitch,
        formant=base.formant / size * (0.98 if old else 1.0),
        pace=base.pace * (0.86 if old else 1.0) * (1.06 if size < 0.85 else 0.95 if size > 1.2 else 1.0),
        english=english,
        tremor=old,
        nature=nature_of(who.concept),
    )
