"""The closed lists that directors write in and that engines and sound can perform.

Open things (who is on stage, what they hold) are *concepts* of the lexicon; what is listed here has to be acted,
painted or played by code, so a name outside these lists is a bug of the director.
"""

from typing import Literal, get_args

from core.choices import ORIENTATIONS, STYLES, Orientation, Style

TimeOfDay = Literal["morning", "day", "evening", "night"]
Weather = Literal["clear", "sunny", "cloudy", "rain", "snow", "storm", "fog", "wind"]
Framing = Literal["wide", "medium", "close", "two_shot", "over_shoulder", "pov"]
Angle = Literal["eye", "low", "high", "overhead"]
Camera = Literal[
    "static", "pan_left", "pan_right", "tilt_up", "tilt_down", "zoom_in", "zoom_out", "handheld", "follow", "rack",
    "surveillance",
]  # fmt: skip
Transition = Literal["cut", "fade", "dissolve", "wipe", "iris", "whip", "page"]  # "page": a card is pulled away
Mood = Literal["none", "happy", "calm", "tense", "sad", "exciting", "funny", "mysterious", "romantic", "epic", "scary"]
Expression = Literal["neutral", "happy", "sad", "angry", "surprised", "scared", "sleepy", "proud", "love"]

Place = Literal[
    "stage", "street", "city", "alley", "station", "train", "road", "room", "kitchen", "classroom", "office",
    "studio", "shop", "restaurant", "museum", "porch", "garden", "park", "forest", "mountain", "field", "farm",
    "beach", "sea", "underwater", "river", "desert", "snowfield", "sky", "space", "castle", "shrine", "stadium",
    "hospital", "rooftop", "bathhouse", "cave", "bedroom", "tatami_room", "corridor", "library", "gym", "laboratory",
    "cafe", "bar", "convenience_store", "jungle", "waterfall", "volcano", "ruins", "cherry_avenue", "rice_paddies",
    "onsen", "harbour", "ship", "bridge", "throne_room", "dungeon", "battlefield", "graveyard", "moon", "spaceship",
    "airport", "bus", "chapel", "courtroom", "boxing_ring", "amusement_park", "festival", "pool", "aquarium",
    "factory", "savanna", "riverside",
]  # fmt: skip

Action = Literal[
    # being there
    "stand", "sit", "lie", "sleep", "wake", "float", "hide", "appear", "vanish",
    # getting about
    "walk", "run", "jump", "climb", "fly", "swim", "surf", "ride", "drive", "slide", "roll", "fall", "trip",
    "enter", "leave", "approach", "flee", "chase", "sneak", "peek",
    # body and face
    "dance", "spin", "bow", "wave", "clap", "nod", "shake_head", "tilt_head", "stretch", "yawn", "sneeze", "shiver",
    "laugh", "cry", "smile", "get_angry", "be_startled", "think", "look", "listen", "celebrate",
    # voice
    "speak", "shout", "whisper", "sing",
    # with things and others
    "hold", "show", "shake", "throw", "catch", "kick", "hit", "push", "pull", "point", "give", "take", "open", "close",
    "eat", "drink", "cook", "pour", "cut", "wash", "write", "read", "paint", "play_music", "type", "photograph",
    "put_on", "build", "dig", "hug", "kiss", "shake_hands", "high_five", "fight", "shoot",
    # changing
    "grow", "shrink", "transform", "explode", "melt", "shine", "break",
]  # fmt: skip

Effect = Literal[
    "footsteps", "jump", "land", "whoosh", "thud", "crash", "pop", "boing", "splash", "waves", "bubbles", "sizzle",
    "crunch", "gulp", "snore", "yawn", "sneeze", "laugh", "crowd_laugh", "applause", "cheer", "gasp", "sob", "kiss",
    "door", "knock", "bell", "chime", "alarm", "siren", "phone", "shutter", "typing", "train", "bus", "car", "horn",
    "engine", "airplane", "rocket", "explosion", "gunshot", "magic", "sparkle", "drumroll", "gong", "whistle", "clock",
    "heartbeat", "rain", "thunder", "wind", "fire", "stream", "birds", "crickets", "cicada", "meow", "bark", "roar",
    "moo", "oink", "baa", "neigh", "crow", "quack", "squeak", "frog", "buzz", "crowd", "record_scratch", "static",
    "steps_boards", "steps_snow", "steps_grass", "steps_sand", "steps_water", "hooves", "page", "scribble", "chop",
    "hammer", "scrape", "rustle", "slap", "strumming", "coins", "firework", "howl", "trumpet", "hoot", "cockadoodle",
    "chatter", "hiss", "gull",
]  # fmt: skip

PLACES: tuple[Place, ...] = get_args(Place)
ACTIONS: tuple[Action, ...] = get_args(Action)
EFFECTS: tuple[Effect, ...] = get_args(Effect)

__all__ = [
    "ACTIONS", "EFFECTS", "ORIENTATIONS", "PLACES", "STYLES", "Action", "Angle", "Camera", "Effect", "Expression",
    "Framing", "Mood", "Orientation", "Place", "Style", "TimeOfDay", "Transition", "Weather",
]  # fmt: skip
