"""What an hour does to paper: the colour of sky and air, and how painted colours change."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.engines.paper.colours import mixed, rgb
from generator.vocabulary import TimeOfDay, Weather


@dataclass(frozen=True, slots=True)
class Daylight:
    """The light of an hour: `sky` from top to horizon; `air` veils what is far; `cast` tints all paper by `strength`.

    `lamps` says that windows and lanterns are lit, `stars` that there are stars. `rim` is the light that catches the
    edges of paper, `low` says that it comes from a low sun (at the right), so that shadows are long. `snow` lies on
    everything under the open sky; on `wet` ground things are mirrored.
    """

    sky: tuple[str, str, str]
    air: str
    cast: str
    strength: float
    lamps: bool
    stars: bool
    orb: str  # the sun's or the moon's paper
    orb_height: float  # of the sky, from the horizon
    shadow: str
    rim: str = "#fffaf0"
    low: bool = False
    snow: bool = False
    wet: bool = False

    def on(self, colour: str, haze: float = 0.0) -> str:
        """`colour` in this light, `haze` (0 to 1) of air before it."""
        return mixed(_lit(colour, self.cast, self.strength), self.air, haze)

    def inside(self, colour: str) -> str:
        """`colour` in a room, where lamps make up for the night."""
        if self.lamps:
            return _lit(colour, _LAMPLIGHT, 0.8 if self.stars else 0.5)
        return _lit(colour, self.cast, self.strength * 0.5)


def _lit(colour: str, light: str, strength: float) -> str:
    """`colour` as that light shows it: what the light lacks is lost, so greens stay green at sunset."""
    lit = "#" + "".join(f"{round(a * b / 255):02x}" for a, b in zip(rgb(colour), rgb(light), strict=True))
    return mixed(mixed(colour, lit, strength), light, 0.08 * strength)


_LAMPLIGHT = "#dfb48c"

HOURS: Mapping[TimeOfDay, Daylight] = {
    "morning": Daylight(
        ("#86c5e4", "#c9e4e4", "#ffe6c4"), "#fbeeda", "#ffe6c0", 0.7, False, False, "#fff0b8", 0.3, "#5b4a55",
        "#fff3cf", True,
    ),
    "day": Daylight(
        ("#4fb0de", "#8fd0ea", "#d8f0ee"), "#dff1f0", "#ffffff", 0.0, False, False, "#ffd75e", 0.78, "#3d4a5e"
    ),
    "evening": Daylight(
        ("#4a4a90", "#d9718c", "#ffc272"), "#f7a98c", "#f4b08e", 0.66, True, False, "#ff8a4c", 0.16, "#3d1f45",
        "#ffd08a", True,
    ),
    "night": Daylight(
        ("#10163e", "#232c66", "#4a5296"), "#343f8c", "#566ac4", 0.94, True, True, "#fff3c4", 0.82, "#070a20",
        "#b9c8ff",
    ),
}  # fmt: skip

_SNOWLIGHT = 0.16  # snow throws back so much of what light there is
_GREYS: Mapping[Weather, float] = {"cloudy": 0.55, "rain": 0.72, "storm": 0.8, "snow": 0.45, "fog": 0.65}


def daylight(time: TimeOfDay, weather: Weather) -> Daylight:
    """The light of `time` in `weather`: under clouds the sky loses its colours and the sun."""
    hour = HOURS[time]
    grey = _GREYS.get(weather, 0.0)
    if not grey:
        return hour
    snow, wet = weather == "snow", weather in ("rain", "storm")
    veil = {"morning": "#b9bfc6", "day": "#a9b5bf", "evening": "#8d7c92", "night": "#2b3050"}[time]
    if wet:
        veil = mixed(veil, "#7f8c9a", 0.4)
    if weather == "snow":
        veil = {"morning": "#d9dfe6", "day": "#cfd9e2", "evening": "#b39db4", "night": "#3d4673"}[time]
    top, middle, low = (mixed(colour, veil, grey) for colour in hour.sky)
    if weather == "storm":
        top, middle, low = (mixed(colour, "#3a4258", 0.45) for colour in (top, middle, low))
    strength = max(0.0, min(0.96, hour.strength + 0.3 * grey) - (_SNOWLIGHT if snow else 0.0))
    return Daylight(
        (top, middle, low), mixed(hour.air, veil, grey), mixed(hour.cast, veil, grey * 0.6), strength,
        hour.lamps or weather == "storm", False, hour.orb, -1.0, hour.shadow, snow=snow, wet=wet,
    )  # fmt: skip
