"""What is heard when somebody does something: effects for acts that the storyboard gave none."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.lexicon.lexicon import concept
from generator.sound.grounds import ground_of
from generator.storyboard import Act, Character, Shot, SoundCue, Storyboard
from generator.vocabulary import Action, Effect, Transition


@dataclass(frozen=True, slots=True)
class Cue:
    """An effect at a time of the film, `level` dB beside its usual, from `x` (-1 left, 1 right).

    `far` is 0 at the front of the stage, 1 at its back; `pitch` times its usual: a child laughs higher than a man.
    """

    effect: Effect
    start: float
    seconds: float
    loop: bool = False
    level: float = 0.0
    x: float = 0.0
    far: float = 0.0
    pitch: float = 1.0


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
    "write": (_Sound("scribble", lasts=True),), "paint": (_Sound("scribble", lasts=True, level=-8.0),),
    "read": (_Sound("page", at=0.2),), "cut": (_Sound("chop", lasts=True),), "build": (_Sound("hammer", lasts=True),),
    "push": (_Sound("scrape", lasts=True),), "pull": (_Sound("scrape", lasts=True),), "put_on": (_Sound("rustle"),),
    "hug": (_Sound("rustle"),), "hide": (_Sound("rustle"),), "climb": (_Sound("rustle"),),
    "shake": (_Sound("rustle"),), "bow": (_Sound("rustle", level=-9.0),),
    "photograph": (_Sound("shutter", at=0.5),), "dig": (_Sound("crunch", at=0.4),), "kiss": (_Sound("kiss", at=0.5),),
    "high_five": (_Sound("slap", at=0.5),), "shoot": (_Sound("gunshot", at=0.3),), "grow": (_Sound("magic"),),
    "shrink": (_Sound("magic"),), "transform": (_Sound("magic"),), "explode": (_Sound("explosion", level=0.0),),
    "melt": (_Sound("bubbles", lasts=True),), "shine": (_Sound("sparkle"),), "break": (_Sound("crash"),),
    "sleep": (_Sound("snore"),), "peek": (_Sound("squeak", level=-8.0),),
    "clap": (_Sound("applause", lasts=True, level=-4.0),),
}  # fmt: skip
_BOTTOMLESS = frozenset({"underwater", "space", "sky", "sea"})
_TURNS: dict[Transition, Effect] = {"page": "page", "whip": "whoosh"}  # from card to card
_DOORS: frozenset[Action] = frozenset({"open", "close"})
_STEPS: frozenset[Action] = frozenset({"walk", "run", "approach", "enter", "leave", "flee", "chase", "sneak"})
_GOING: frozenset[Action] = _STEPS | {"drive", "fly", "ride", "slide", "swim"}
_OWN_MOUTH: frozenset[Effect] = frozenset({"laugh", "sob", "yawn", "sneeze", "gasp", "snore", "gulp"})
_CRIED: frozenset[Action] = frozenset({"laugh", "cry", "shout", "get_angry", "be_startled", "celebrate", "wake"})
_CRIES: dict[str, Effect] = {
    "wolf": "howl", "werewolf": "howl", "elephant": "trumpet", "mammoth": "trumpet", "owl": "hoot",
    "chicken": "cockadoodle", "rooster": "cockadoodle", "turkey": "cockadoodle", "monkey": "chatter",
    "orangutan": "chatter", "snake": "hiss", "seagull": "gull",
}  # fmt: skip
_HOOVED = frozenset(
    {"horse", "unicorn", "zebra", "donkey", "pegasus", "deer", "reindeer", "cow", "ox", "goat", "camel"}
)
_MOST_GREETINGS = 2
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
    cues += [
        Cue(_TURNS[shot.transition], max(0.0, shot.start - 0.1), 1.0)
        for shot in storyboard.shots
        if shot.transition in _TURNS and shot.start > 0
    ]
    for shot in storyboard.shots:
        for act in sorted(shot.acts, key=lambda a: a.start):
            _add_those_of(act, shot, storyboard, cues)
    for cue in _greetings(storyboard):
        if not any(other.effect == cue.effect for other in cues) and _welcome(cue, cues):
            cues.append(cue)
    return tuple(sorted(cues, key=lambda cue: (cue.start, cue.effect)))


def _add_those_of(act: Act, shot: Shot, storyboard: Storyboard, cues: list[Cue]) -> None:
    who = next((who for who in storyboard.cast if who.id == act.character), None)
    stands = next((presence for presence in shot.cast if presence.character == act.character), None)
    for sound in _sounds(storyboard, shot, act, who):
        seconds = act.seconds * (1.0 - sound.at) if sound.lasts else 1.0
        cue = Cue(
            sound.effect,
            act.start + act.seconds * sound.at,
            min(seconds, shot.start + shot.seconds - act.start),
            level=sound.level,
            x=stands.x if stands else 0.0,
            far=stands.depth if stands else 0.0,
            pitch=_pitch(sound.effect, who),
        )
        if cue.start < storyboard.seconds and _welcome(cue, cues):
            cues.append(cue)


def _pitch(effect: Effect, who: Character | None) -> float:
    """How much higher than usual that is from this mouth: the effects are those of a grown woman or a whole animal."""
    if who is None:
        return 1.0
    voice = who.voice
    body = max(0.6, min(voice.size, 1.5))
    if effect in _OWN_MOUTH:
        throat = 1.25 if voice.age == "child" else 0.72 if voice.gender == "male" else 1.0
        return throat * (0.93 if voice.age == "old" else 1.0) / body
    return 1.0 / body if effect == _cry(who) else 1.0


def _cry(who: Character | None) -> Effect | None:
    """What an animal says of itself."""
    known = concept(who.concept) if who else None
    if known is None or known.kind != "animal":
        return None
    return _CRIES.get(known.name) or known.sound


def _greetings(storyboard: Storyboard) -> Iterable[Cue]:
    """An animal that says no word is heard once, when it is first seen."""
    speaking = {line.speaker for line in storyboard.lines}
    heard: set[Effect] = set()
    for who in storyboard.cast:
        cry = _cry(who)
        if cry is None or cry in heard or who.id in speaking or len(heard) >= _MOST_GREETINGS:
            continue
        for shot in storyboard.shots:
            stands = next((presence for presence in shot.cast if presence.character == who.id), None)
            if stands and shot.seconds >= 1.2:
                heard.add(cry)
                yield Cue(cry, shot.start + 0.5, 1.0, False, -3.0, stands.x, stands.depth, _pitch(cry, who))
                break


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


def _sounds(storyboard: Storyboard, shot: Shot, act: Act, who: Character | None) -> Iterable[_Sound]:
    talking = any(
        line.speaker == act.character and line.start < act.start + act.seconds and act.start < line.start + line.seconds
        for line in storyboard.lines
    )
    cry = _cry(who)
    if act.action in _CRIED and cry and not talking:
        return (_Sound(cry, level=0.0),)
    if talking and act.action in ("laugh", "cry", "yawn", "sneeze"):
        return ()  # one mouth
    if act.action in _DOORS:
        return (_Sound("door"),) if act.prop in (None, "door") else (_Sound("pop", level=-6.0),)
    if act.action == "play_music":  # beside a band it would be out of tune
        return (_Sound("strumming", lasts=True),) if storyboard.music == "none" else ()
    if act.action in _GOING and who is not None:
        known = concept(who.concept)
        if known is not None and known.kind == "vehicle" and known.sound:
            return (_Sound(known.sound, lasts=True),)
    plain = _BY_ACTION.get(act.action, ())
    return tuple(_trodden(sound, shot, who) for sound in plain if sound.effect != "footsteps" or _treads(shot, who))


def _treads(shot: Shot, who: Character | None) -> bool:
    """Whether there is a foot and a ground for it."""
    known = concept(who.concept) if who else None
    return shot.place not in _BOTTOMLESS and (known is None or not (known.flies or known.swims))


def _trodden(sound: _Sound, shot: Shot, who: Character | None) -> _Sound:
    if sound.effect != "footsteps":
        return sound
    ground = ground_of(shot.place, shot.weather)
    if ground in ("footsteps", "steps_boards") and who is not None and who.concept in _HOOVED:
        ground = "hooves"
    return replace(sound, effect=ground)


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
