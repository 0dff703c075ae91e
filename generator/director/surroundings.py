"""Where, when and in what light, and what it sounds like: as said, else as it fits who is there and what they do."""

import random
import re
from collections.abc import Sequence
from typing import cast

from core.screenplay import Screenplay
from generator.director.casting import Cast
from generator.director.reading import Reading
from generator.director.script import Script
from generator.lexicon.lexicon import concept
from generator.storyboard import SoundCue
from generator.vocabulary import Effect, Mood, Place, Style, TimeOfDay, Weather

_BY_ACTION: dict[str, Place] = {
    "surf": "sea", "swim": "underwater", "fly": "sky", "cook": "kitchen", "play_music": "stage", "sing": "stage",
    "drive": "road", "type": "office", "read": "room", "sleep": "room", "dig": "field", "climb": "mountain",
    "slide": "snowfield", "dance": "stage", "wash": "bathhouse", "write": "room", "paint": "room", "fight": "stadium",
}  # fmt: skip
_BY_CONCEPT: dict[str, Place] = {
    "astronaut": "space", "rocket": "space", "alien": "space", "spaceship": "space", "teacher": "classroom",
    "doctor": "hospital", "nurse": "hospital", "cook": "kitchen", "prince": "castle", "princess": "castle",
    "dragon": "castle", "pirate": "sea", "snowman": "snowfield", "penguin": "snowfield", "polar_bear": "snowfield",
    "camel": "desert", "cactus": "desert", "mermaid": "underwater", "cow": "farm", "pig": "farm", "sheep": "farm",
    "chicken": "farm", "horse": "field", "bear": "forest", "fox": "forest", "deer": "forest", "squirrel": "forest",
    "owl": "forest", "monkey": "forest", "gorilla": "forest", "lion": "field", "elephant": "field", "giraffe": "field",
    "frog": "river", "duck": "river", "turtle": "beach", "crab": "beach", "ninja": "castle", "ogre": "mountain",
    "torii": "shrine", "reporter": "street", "weather_forecaster": "studio", "astronomer": "rooftop", "train_vehicle":
    "station", "car": "road", "bus": "street", "airplane": "sky", "farmer": "farm", "santa": "snowfield",
    "skeleton": "cave", "vampire": "castle", "wizard": "forest", "police_officer": "street", "athlete": "stadium",
    "detective": "alley", "thief": "museum", "takoyaki": "alley", "food_stall": "alley", "ghost": "castle",
}  # fmt: skip
_BY_SEED: tuple[Place, ...] = ("park", "street", "field", "garden", "rooftop")
_LOOPED: set[str] = {"rain", "crowd", "waves", "birds", "crickets", "cicada", "wind", "fire", "stream", "clock"}
_AT: dict[str, float] = {"applause": 0.86, "crowd_laugh": 0.84, "train": 0.55, "bus": 0.12, "alarm": 0.62}
_NO_MUSIC = re.compile(
    r"BGM(?:は|も)?(?:なし|無し|ない|いらない)|音楽(?:は|も)?(?:なし|無し|ない)|no (?:bgm|music)|without music", re.I
)
_MOOD_BY_ACTION: dict[str, Mood] = {
    "dance": "happy", "celebrate": "happy", "flee": "exciting", "chase": "exciting", "run": "exciting", "cry": "sad",
    "surf": "exciting", "sneak": "mysterious", "fight": "epic", "kiss": "romantic", "hug": "romantic", "sleep": "calm",
    "transform": "mysterious", "fly": "epic", "trip": "funny", "sneeze": "funny", "read": "calm",
}  # fmt: skip


def place_of(script: Script, cast_: Cast, dice: random.Random) -> Place:
    """The place of a film that names none."""
    if found := script.reading.settings.get("place"):
        return cast(Place, found[0])
    for who in cast_.characters:
        known = concept(who.concept)
        if known is not None and known.swims:
            return "underwater"
    for step in script.steps:
        if step.move and step.move.action in _BY_ACTION:
            return _BY_ACTION[step.move.action]
    for name in [*(who.concept for who in cast_.characters), *script.reading.things]:
        if name in _BY_CONCEPT:
            return _BY_CONCEPT[name]
    weather = script.reading.setting("weather")
    return "snowfield" if weather == "snow" else dice.choice(_BY_SEED)


def time_of(reading: Reading, place: Place, dice: random.Random) -> TimeOfDay:
    """The time of day of a film that names none: stages and alleys glow in the evening."""
    if found := reading.setting("time_of_day"):
        return cast(TimeOfDay, found)
    if reading.setting("light") in ("neon", "lantern", "moonlight"):
        return "night"
    if place in ("alley", "space"):
        return "night"
    return dice.choice(("evening", "night")) if place == "stage" else dice.choice(("day", "day", "morning", "evening"))


def weather_of(reading: Reading, place: Place) -> Weather:
    """The weather, clear if nobody speaks of it."""
    found = reading.setting("weather")
    if found is None and place == "snowfield" and reading.settings.get("place"):
        return "clear"
    return cast(Weather, found or "clear")


def style_of(reading: Reading, asked: Style | None) -> Style:
    """The style asked for, else the one spoken of, else paper."""
    return asked or cast(Style, reading.setting("style") or "paper")


def mood_of(script: Script, screenplay: Screenplay, style: Style, dice: random.Random) -> Mood:
    """The music's mood; "none" where the prompt wants none."""
    if _NO_MUSIC.search(f"{screenplay.audio}\n{screenplay.premise}"):
        return "none"
    if found := script.reading.setting("mood"):
        return cast(Mood, found)
    if style in ("security", "noir"):
        return "mysterious"
    for step in script.steps:
        if step.move and step.move.action in _MOOD_BY_ACTION:
            return _MOOD_BY_ACTION[step.move.action]
    return dice.choice(("happy", "funny", "calm"))


def sounds_of(
    screenplay: Screenplay, reading: Reading, beats: Sequence[tuple[str, float]], seconds: float
) -> list[SoundCue]:
    """Cues for every sound that the prompt names; `beats` are (sound, time) of those that a timed beat names."""
    cues: list[SoundCue] = []
    placed = dict(beats)
    for name in dict.fromkeys(reading.settings.get("effect", ())):
        effect = cast(Effect, name)
        if name in _LOOPED:
            cues.append(SoundCue(effect, 0.0, seconds, loop=True))
        elif name in placed:
            cues.append(SoundCue(effect, placed[name], min(2.5, seconds - placed[name])))
        else:
            start = round(seconds * _AT.get(name, 0.5), 2)
            cues.append(SoundCue(effect, start, min(2.5, seconds - start)))
    return cues
