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
from generator.style_book import MANNERS
from generator.vocabulary import Effect, Mood, Place, Style, TimeOfDay, Weather

_BY_ACTION: dict[str, Place] = {
    "surf": "sea", "swim": "underwater", "fly": "sky", "cook": "kitchen", "play_music": "stage", "sing": "stage",
    "drive": "road", "type": "office", "dig": "field", "climb": "mountain",
    "slide": "snowfield", "dance": "stage", "wash": "bathhouse", "ride": "road", "fight": "stadium",
}  # fmt: skip
_BY_CONCEPT: dict[str, Place] = {
    "astronaut": "space", "rocket": "space", "alien": "space", "spaceship": "space", "teacher": "classroom",
    "doctor": "hospital", "nurse": "hospital", "cook": "kitchen", "prince": "castle", "princess": "castle",
    "dragon": "castle", "pirate": "ship", "snowman": "snowfield", "penguin": "snowfield", "polar_bear": "snowfield",
    "camel": "desert", "cactus": "desert", "mermaid": "underwater", "cow": "farm", "pig": "farm", "chicken": "farm",
    "horse": "field", "bear": "forest", "fox": "forest", "deer": "forest", "squirrel": "forest", "owl": "forest",
    "monkey": "jungle", "gorilla": "jungle", "lion": "field", "elephant": "field", "giraffe": "field",
    "frog": "river", "duck": "river", "turtle": "beach", "crab": "beach", "ninja": "castle", "ogre": "mountain",
    "torii": "shrine", "king": "throne_room", "queen": "throne_room", "knight": "battlefield", "samurai": "castle",
    "witch": "forest", "goldfish": "underwater", "shark": "underwater", "octopus": "underwater", "fish": "underwater",
    "squid": "underwater", "whale": "sea", "dolphin": "sea", "jellyfish": "underwater", "tuna": "underwater",
    "kappa": "river", "tanuki": "forest", "tower": "city", "kaiju": "city", "businessman": "office",
    "businesswoman": "office", "boss": "office", "student": "classroom", "singer": "stage", "idol": "stage",
    "dancer": "stage", "ballerina": "stage", "comedian": "stage", "magician": "stage", "musician": "stage",
    "dj": "stage", "clown": "stage", "clerk": "shop", "baker": "kitchen", "sushi_chef": "restaurant",
    "monk": "shrine", "sumo_wrestler": "stadium", "boxer": "boxing_ring", "referee": "stadium", "cowboy": "desert",
    "viking": "sea", "captain": "ship", "sailor": "ship", "fisherman": "sea", "pilot": "sky", "surfer": "sea",
    "panda": "forest", "koala": "forest", "tiger": "jungle", "wolf": "forest", "rabbit": "field", "sheep": "field",
    "goat": "farm", "kangaroo": "desert", "hippo": "river", "crocodile": "river", "swan": "river", "beaver": "river",
    "seagull": "beach", "seal": "snowfield", "sea_turtle": "beach", "reindeer": "snowfield", "yeti": "snowfield",
    "dinosaur": "jungle", "mammoth": "snowfield", "bat": "cave", "mummy": "ruins", "dwarf": "cave", "fairy": "forest",
    "elf": "forest", "kaguya": "castle", "cinderella": "castle", "red_riding_hood": "forest", "momotaro": "mountain",
    "dentist": "hospital", "patient": "hospital", "painting": "museum", "statue": "museum",
    "vending_machine": "street", "blackboard": "classroom", "sofa": "room", "bed": "bedroom", "futon": "tatami_room",
    "kotatsu": "tatami_room", "television": "room", "fridge": "kitchen", "oven": "kitchen", "frying_pan": "kitchen",
    "bathtub": "bathhouse", "shower": "bathhouse", "volcano": "volcano", "mount_fuji": "mountain", "island": "beach",
    "lighthouse": "harbour", "grave": "graveyard", "traffic_light": "road", "skyscraper": "city",
    "circus_tent": "amusement_park", "ferris_wheel": "amusement_park", "church": "chapel", "pyramid": "desert",
    "earth": "space", "planet": "space", "comet": "space", "wave": "sea", "surfboard": "sea", "campfire": "forest",
    "tent": "forest", "cherry_blossom": "cherry_avenue", "pirate_ship": "sea", "ship": "sea", "boat": "sea",
    "motorbike": "road", "bicycle": "road", "racing_car": "road", "taxi": "road", "truck": "road",
    "throne": "throne_room", "wall": "street", "bench": "park", "fountain": "park", "snowball": "snowfield",
    "sled": "snowfield", "window": "room", "reporter": "street", "weather_forecaster": "studio",
    "astronomer": "rooftop", "train_vehicle": "station", "car": "road", "bus": "street", "airplane": "sky",
    "farmer": "farm", "santa": "snowfield", "skeleton": "dungeon", "vampire": "castle", "wizard": "forest",
    "police_officer": "street", "athlete": "stadium", "detective": "alley", "thief": "museum", "takoyaki": "alley",
    "food_stall": "alley", "ghost": "castle", "scientist": "laboratory", "inventor": "laboratory",
    "lawyer": "courtroom", "bride": "chapel", "groom": "chapel", "nun": "chapel", "parrot": "jungle",
    "roller_coaster": "amusement_park", "zombie": "graveyard", "prisoner": "dungeon", "flight_attendant": "airport",
    "suitcase": "airport", "scarecrow": "rice_paddies", "coffee": "cafe", "cocktail": "bar",
    "waiter": "restaurant", "waitress": "restaurant", "barista": "cafe", "bartender": "bar", "librarian": "library",
    "bookshelf": "library", "miner": "cave", "lumberjack": "forest", "gladiator": "stadium", "pharaoh": "desert",
    "emperor": "throne_room", "empress": "throne_room", "lord": "castle", "priest": "chapel", "judge": "courtroom",
    "shrine_maiden": "shrine", "guitarist": "stage", "pianist": "stage", "drummer": "stage", "rapper": "stage",
    "conductor": "stage", "acrobat": "amusement_park", "swimmer": "pool", "skier": "snowfield", "skater": "stadium",
    "soccer_player": "stadium", "baseball_player": "stadium", "wrestler": "boxing_ring", "explorer": "jungle",
    "hiker": "mountain", "archaeologist": "ruins", "demon_king": "dungeon", "snow_woman": "snowfield", "kraken": "sea",
    "hyena": "savanna", "meerkat": "savanna", "walrus": "snowfield", "sea_lion": "beach", "pelican": "harbour",
    "moose": "forest", "capybara": "onsen", "hermit_crab": "beach", "yacht": "sea", "ferry": "sea", "raft": "river",
    "gondola": "river", "tram": "city", "bulldozer": "street", "treasure_chest": "cave", "coffin": "graveyard",
    "playground_slide": "park", "trampoline": "park", "beach_umbrella": "beach", "coral": "underwater",
    "fireplace": "room", "bodybuilder": "gym", "butler": "throne_room", "shepherd": "field", "cable_car": "mountain",
}  # fmt: skip
INDOORS: frozenset[Place] = frozenset(
    {"train", "room", "kitchen", "classroom", "office", "studio", "shop", "restaurant", "museum", "hospital", "cave",
     "stage", "bedroom", "tatami_room", "corridor", "library", "gym", "laboratory", "cafe", "bar",
     "convenience_store", "throne_room", "dungeon", "spaceship", "airport", "bus", "chapel", "courtroom",
     "boxing_ring", "aquarium", "factory"}
)  # fmt: skip
_INDOORS: set[str] = {"read", "sleep", "write", "paint", "type", "wake", "put_on"}
_NOCTURNAL: frozenset[Place] = frozenset({"alley", "space", "festival", "graveyard", "bar"})
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
    props = [step.move.prop for step in script.steps if step.move and step.move.prop]
    for name in [*script.reading.things, *props]:
        if name in _BY_CONCEPT:
            return _BY_CONCEPT[name]
    known = concept(cast_.characters[0].concept) if cast_.characters else None
    if known is not None and known.swims:
        return "underwater"
    actions = [step.move.action for step in script.steps if step.move]
    for action in sorted(actions, key=lambda action: action == "ride"):  # a broom is ridden where it flies
        if action in _BY_ACTION:
            return _BY_ACTION[action]
    for at, name in enumerate(who.concept for who in cast_.characters):
        if name in _BY_CONCEPT and (at == 0 or _BY_CONCEPT[name] not in ("underwater", "sea", "sky", "space")):
            return _BY_CONCEPT[name]
    for step in script.steps:
        if step.move and step.move.action in _INDOORS:
            return "room"
    weather = script.reading.setting("weather")
    return "snowfield" if weather == "snow" else dice.choice(_BY_SEED)


def time_of(reading: Reading, place: Place, style: Style, dice: random.Random) -> TimeOfDay:
    """The time of day of a film that names none: its style's own; stages glow in the evening, lanes at night."""
    if found := reading.setting("time_of_day") or MANNERS[style].hour:
        return cast(TimeOfDay, found)
    if reading.setting("light") in ("neon", "lantern", "moonlight"):
        return "night"
    if place in _NOCTURNAL or "fireworks" in reading.things:
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
    return asked or cast(Style, next(iter(reading.settings.get("style", ())), "paper"))


def mood_of(script: Script, screenplay: Screenplay, style: Style, dice: random.Random) -> Mood:
    """The music's mood; "none" where the prompt wants none."""
    if _NO_MUSIC.search(f"{screenplay.audio}\n{screenplay.premise}"):
        return "none"
    if found := script.reading.setting("mood"):
        return cast(Mood, found)
    if own := MANNERS[style].mood:
        return own
    for step in script.steps:
        if step.move and step.move.action in _MOOD_BY_ACTION:
            return _MOOD_BY_ACTION[step.move.action]
    if len({step.speaker for step in script.steps if step.line}) > 1:
        return dice.choice(("funny", "funny", "calm"))  # talk between two is most often a joke
    return dice.choice(("happy", "funny", "calm"))


def sounds_of(
    screenplay: Screenplay,
    reading: Reading,
    beats: Sequence[tuple[str, float]],
    seconds: float,
    weather_from: float = 0.0,
) -> list[SoundCue]:
    """Cues for every sound that the prompt names; `beats` are (sound, time) of those that a timed beat names.

    The sound of weather begins with the weather, at `weather_from` seconds.
    """
    cues: list[SoundCue] = []
    placed = dict(beats)
    for name in dict.fromkeys(reading.settings.get("effect", ())):
        effect = cast(Effect, name)
        if name in _LOOPED:
            start = weather_from if name in ("rain", "wind", "thunder") else 0.0
            cues.append(SoundCue(effect, start, seconds - start, loop=True))
        elif name in placed:
            cues.append(SoundCue(effect, placed[name], min(2.5, seconds - placed[name])))
        else:
            start = round(seconds * _AT.get(name, 0.5), 2)
            cues.append(SoundCue(effect, start, min(2.5, seconds - start)))
    return cues
