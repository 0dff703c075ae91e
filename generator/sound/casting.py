"""Which of our voices speaks for whom: a base voice by gender and age, bent to the character."""

from dataclasses import dataclass, replace
from hashlib import sha256

from generator.storyboard import Character, Storyboard, Voice


@dataclass(frozen=True, slots=True)
class Timbre:
    """How one character is voiced.

    `blend` mixes the Japanese voices' styles (name, share); `semitones` and `formant` are what is bent beyond it
    (formant > 1: a smaller body). `pace` is the character's own speed of speaking. The English voice is one, so
    `english` says (semitones, formant) that make it this character, `semitones` and `formant` included.
    """

    blend: tuple[tuple[str, float], ...]
    semitones: float = 0.0
    formant: float = 1.0
    pace: float = 1.0
    english: tuple[float, float] = (0.0, 1.0)
    tremor: bool = False
    robot: bool = False


# Styles of two readers mixed make a third reader without any signal processing, so these sound like people. Median
# pitches as measured: alpha 264 Hz, tebukuro 336, nezumi 239, gongitsune 236, kumo 87; mixed, about the geometric mean.
_WOMEN = (
    Timbre((("jf_alpha", 1.0),), -1.0, 0.99),
    Timbre((("jf_gongitsune", 0.75), ("jm_kumo", 0.25)), 0.0, 0.98, english=(-2.5, 0.95)),
    Timbre((("jf_gongitsune", 1.0),), 0.5, 1.02, english=(1.5, 1.04)),
    Timbre((("jf_nezumi", 1.0),), 1.5, 1.04, english=(2.5, 1.07)),
)
_MEN = (
    Timbre((("jm_kumo", 0.85), ("jf_tebukuro", 0.15)), english=(-9.5, 0.84)),
    Timbre((("jm_kumo", 0.6), ("jf_alpha", 0.4)), -1.5, 0.99, english=(-7.5, 0.88)),
    Timbre((("jm_kumo", 1.0),), 1.0, 0.97, english=(-11.5, 0.81)),
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
_BEASTS = (_MEN[2], _MEN[0])
_NARRATOR = Timbre((("jf_gongitsune", 0.6), ("jf_alpha", 0.4)), -0.5, 1.0, 0.97, english=(-1.0, 0.98))
_DEEP = -1.5  # semitones: a creature asked to be lower than this is voiced from the deepest men
_ROBOTS = frozenset({"robot", "android", "cyborg", "alien_monster"})


def cast_voices(storyboard: Storyboard) -> dict[str | None, Timbre]:
    """A timbre for everyone who speaks, and for None, the narrator.

    A character's choice follows from its id and its voice alone; only where two speakers of one film would get the
    same does the later one take the next, so that people in a conversation are told apart.
    """
    speaking = {line.speaker for line in storyboard.lines}
    chosen: dict[str | None, Timbre] = {None: _NARRATOR}
    for who in storyboard.cast:
        if who.id not in speaking:
            continue
        choices = _choices(who.voice)
        first = int.from_bytes(sha256(f"{who.concept}/{who.id}".encode()).digest()[:4]) % len(choices)
        order = [_bent(choices[(first + i) % len(choices)], who) for i in range(len(choices))]
        free = [timbre for timbre in order if timbre not in chosen.values()]
        # Everyone of that kind is taken: still told apart by a smaller or larger body.
        odd = replace(order[0], formant=order[0].formant * 0.93, semitones=order[0].semitones - 1.5)
        chosen[who.id] = free[0] if free else odd
    return chosen


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
    pitch = min(max(voice.pitch, -10.0), 10.0) - (1.0 if old else 0.0)
    english = (base.english[0] + pitch, base.english[1] / size)
    return replace(
        base,
        semitones=base.semitones + pitch,
        formant=base.formant / size * (0.98 if old else 1.0),
        pace=base.pace * (0.86 if old else 1.0) * (1.06 if size < 0.85 else 0.95 if size > 1.2 else 1.0),
        english=english,
        tremor=old,
        robot=who.concept in _ROBOTS,
    )
