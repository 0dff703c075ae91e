"""What is heard when somebody does something: effects for acts that the storyboard gave none."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.storyboard import Act, Shot, SoundCue, Storyboard
from generator.vocabulary import Action, Effect


@dataclass(frozen=True, slots=True)
class Cue:
    """An effect at a time of the film, `level` dB beside its usual, from `x` (-1 left, 1 right)."""

    effect: Effect
    start: float
    seconds: float
    loop: bool = False
    level: float = 0.0
    x: float = 0.0


@dataclass(frozen=True, slots=True)
class _Sound:
    """`at` is the share of the act at which it sounds; `lasts`: for as long as the act does."""

    effect: Effect
    at: float = 0.0
    level: float = -3.0
    lasts: bool = False


_BY_ACTION: dict[Action, tuple[_Sound, ...]] = {
    "walk": (_Sound("footsteps", lasts=True),), "approach": (_Sound("footsteps", lasts=True),),
    "enter": (_Sound("footsteps", lasts=True),), "leave": (_Sound("footsteps", lasts=True),),
    "run": (_Sound("footsteps", lasts=True, level=1.0),),
    "flee": (_Sound("whoosh"), _Sound("footsteps", lasts=True, level=1.0)),
    "chase": (_Sound("footsteps", lasts=True, level=1.0),), "sneak": (_Sound("footsteps", lasts=True, level=-9.0),),
    "jump": (_Sound("jump"), _Sound("land", at=0.85)), "fly": (_Sound("whoosh"),), "swim": (_Sound("splash"),),
    "surf": (_Sound("waves", lasts=True),), "slide": (_Sound("whoosh"),), "roll": (_Sound("whoosh"),),
    "drive": (_Sound("engine", lasts=True, level=-5.0),), "fall": (_Sound("whoosh"), _Sound("thud", at=0.7)),
    "trip": (_Sound("boing"), _Sound("thud", at=0.5)), "appear": (_Sound("pop"),), "vanish": (_Sound("pop"),),
    "spin": (_Sound("whoosh"),), "sneeze": (_Sound("sneeze", level=0.0),), "yawn": (_Sound("yawn", level=0.0),),
    "laugh": (_Sound("laugh"),), "cry": (_Sound("sob"),), "be_startled": (_Sound("boing"),),
    "celebrate": (_Sound("sparkle"),), "throw": (_Sound("whoosh", at=0.3),), "catch": (_Sound("pop", at=0.5),),
    "kick": (_Sound("whoosh"), _Sound("thud", at=0.4)), "hit": (_Sound("thud", at=0.4),),
    "fight": (_Sound("thud", at=0.3),),
    "eat": (_Sound("crunch", at=0.3),), "drink": (_Sound("gulp", at=0.4),), "cook": (_Sound("sizzle", lasts=True),),
    "pour": (_Sound("stream", lasts=True),), "wash": (_Sound("bubbles", lasts=True),),
    "type": (_Sound("typing", lasts=True),),
    "photograph": (_Sound("shutter", at=0.5),), "dig": (_Sound("crunch", at=0.4),), "kiss": (_Sound("kiss", at=0.5),),
    "high_five": (_Sound("pop", at=0.5),), "shoot": (_Sound("gunshot", at=0.3),), "grow": (_Sound("magic"),),
    "shrink": (_Sound("magic"),), "transform": (_Sound("magic"),), "explode": (_Sound("explosion", level=0.0),),
    "melt": (_Sound("bubbles", lasts=True),), "shine": (_Sound("sparkle"),), "break": (_Sound("crash"),),
    "sleep": (_Sound("snore"),), "peek": (_Sound("squeak", level=-8.0),),
    "clap": (_Sound("applause", lasts=True, level=-4.0),),
}  # fmt: skip
_DOORS: frozenset[Action] = frozenset({"open", "close"})
_CRIES: dict[str, Effect] = {
    "cat": "meow", "kitten": "meow", "dog": "bark", "puppy": "bark", "corgi": "bark", "shiba": "bark", "wolf": "bark",
    "bear": "roar", "lion": "roar", "tiger": "roar", "dragon": "roar", "dinosaur": "roar", "gorilla": "roar",
    "cow": "moo",
    "pig": "oink", "sheep": "baa", "goat": "baa", "horse": "neigh", "crow": "crow", "duck": "quack", "chick": "squeak",
    "mouse": "squeak", "frog": "frog", "bee": "buzz", "rooster": "crow", "hamster": "squeak", "rabbit": "squeak",
}  # fmt: skip
_CRIED: frozenset[Action] = frozenset({"laugh", "cry", "shout", "get_angry", "be_startled", "celebrate", "wake"})
_IN_THE_AIR = -6.0  # dB
_CLOSE = 0.35  # seconds: two of the same effect nearer than this are one
_MOST_AT_ONCE = 2  # starting within half a second, of those we add ourselves


def effect_cues(storyboard: Storyboard) -> tuple[Cue, ...]:
    """The storyboard's own cues, and for its acts what they sound like, in order; not more than one can follow."""
    cues = [
        Cue(s.effect, s.start, s.seconds, s.loop, _IN_THE_AIR if _in_the_air(storyboard, s) else 0.0)
        for s in storyboard.sounds
        if s.start < storyboard.seconds
    ]
    spoken = [(line.speaker, line.start, line.start + line.seconds) for line in storyboard.lines]
    for shot in storyboard.shots:
        places = {presence.character: presence.x for presence in shot.cast}
        for act in sorted(shot.acts, key=lambda a: a.start):
            talking = any(
                who == act.character and a < act.start + act.seconds and act.start < b for who, a, b in spoken
            )
            for sound in _sounds(storyboard, shot, act, talking):
                seconds = act.seconds * (1.0 - sound.at) if sound.lasts else 1.0
                seconds = min(seconds, shot.start + shot.seconds - act.start)
                at = act.start + act.seconds * sound.at
                cue = Cue(sound.effect, at, seconds, False, sound.level, places.get(act.character, 0.0))
                if at < storyboard.seconds and _welcome(cue, cues):
                    cues.append(cue)
    return tuple(sorted(cues, key=lambda cue: (cue.start, cue.effect)))


def _in_the_air(storyboard: Storyboard, sound: SoundCue) -> bool:
    """Whether the ambience has that sound already, so that the cue only brings it nearer."""
    shot = next((s for s in reversed(storyboard.shots) if s.start <= sound.start + 1e-6), None)
    if shot is None:
        return False
    return {
        "rain": shot.weather in ("rain", "storm"),
        "wind": shot.weather in ("wind", "storm"),
        "waves": shot.place in ("beach", "sea"),
        "crowd": shot.place in ("station", "stadium", "restaurant"),
        "crickets": shot.time_of_day in ("night", "evening"),
        "stream": shot.place == "river",
    }.get(sound.effect, False)


def _sounds(storyboard: Storyboard, shot: Shot, act: Act, talking: bool) -> Iterable[_Sound]:
    concept = next((who.concept for who in storyboard.cast if who.id == act.character), "")
    if act.action in _CRIED and concept in _CRIES and not talking:
        return (_Sound(_CRIES[concept], level=0.0),)
    if talking and act.action in ("laugh", "cry", "yawn", "sneeze"):
        return ()  # one mouth
    if act.action in _DOORS:
        return (_Sound("door"),) if act.prop in (None, "door") else (_Sound("pop", level=-6.0),)
    if act.action in ("walk", "run") and shot.place in ("underwater", "space", "sky", "sea"):
        return ()
    return _BY_ACTION.get(act.action, ())


def _welcome(cue: Cue, cues: Iterable[Cue]) -> bool:
    """Whether there is room for one more: not the same again, and not a third at once."""
    near = 0
    for other in cues:
        if other.effect == cue.effect and other.start - _CLOSE < cue.start < other.start + max(
            _CLOSE, other.seconds * 0.8
        ):
            return False
        near += abs(other.start - cue.start) < 0.5
    return near < _MOST_AT_ONCE
