"""Things on their way: what has been thrown, kicked or handed over, between leaving one hand and coming to rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.engines.paper.blocking import where
from generator.engines.paper.easing import clamp, ease
from generator.engines.paper.meeting import Figures
from generator.engines.paper.moves_with_things import RELEASE, tool_of
from generator.storyboard import Act, Presence

HAND = 0.2  # height of a hand on stage, of the way from the ground to the top
_FAR = 0.75  # x that a throw at nobody covers
_FLIGHT = 0.75  # seconds that a throw is in the air
_KICKED, _HANDED = 0.5, 0.6  # of the act: when it leaves


@dataclass(frozen=True, slots=True)
class Flight:
    """A thing in the air or at rest: `figure` is its emoji; x, y and depth as in `Spot`; rotation in degrees."""

    figure: str
    x: float
    y: float
    depth: float
    rotation: float


def props_at(
    presences: Mapping[str, Presence], acts: Sequence[Act], t: float, figures: Figures | None = None
) -> list[Flight]:
    """What is in the air, or lies where it fell, at film time `t`; `presences` maps ids to those in the shot."""
    sizes = figures or Figures()
    leaving = ("throw", "kick", "give", "shoot")
    flights = (_flight(act, presences, acts, t, sizes) for act in acts if act.action in leaving)
    return [flight for flight in flights if flight is not None]


def _flight(
    act: Act, presences: Mapping[str, Presence], acts: Sequence[Act], t: float, figures: Figures
) -> Flight | None:
    figure = tool_of(act)
    thrower = presences.get(act.character)
    if figure is None or thrower is None or act.action == "shoot":
        return None
    share = {"kick": _KICKED, "give": _HANDED}.get(act.action, RELEASE)
    release = act.start + share * act.seconds
    start = where(thrower, acts, min(t, release), presences, figures)
    low = 0.0 if act.action == "kick" else HAND
    if t < release:
        if act.action != "kick" or t < act.start:
            return None
        return Flight(figure, start.x + 0.2 * start.facing, start.y, start.depth, 0.0)
    seconds = _FLIGHT * (0.35 if act.action == "give" else 1.0)
    u = clamp((t - release) / seconds)
    target = presences.get(act.target) if act.target else None
    if target is not None:
        if u >= 1:
            return (
                None
                if act.action == "give" or _caught(act, acts)
                else _dropped(figure, act, target, acts, t, presences, release, figures)
            )
        goal = where(target, acts, min(t, release + seconds), presences, figures)
        end_x = goal.x - figures.hand(act.target, 0.16) * start.facing
        end_y, depth = goal.y + HAND, goal.depth
    else:
        end_x, end_y, depth = start.x + _FAR * start.facing, 0.0, start.depth
    arc = (0.05 if act.action == "give" else 0.3) * 4 * u * (1 - u)
    bounce = 0.0 if target is not None else _bounce(t - release - seconds)
    out = start.x + figures.hand(act.character, 0.18) * start.facing
    x = out + (end_x - out) * u
    y = start.y + low + (end_y - start.y - low) * u + arc + bounce
    spin = 0.0 if act.action == "give" else 420 * ease(u) * start.facing
    return Flight(figure, x + 0.12 * start.facing * _rest(t - release - seconds) * (target is None), y, depth, spin)


def _dropped(
    figure: str,
    act: Act,
    target: Presence,
    acts: Sequence[Act],
    t: float,
    presences: Mapping[str, Presence],
    release: float,
    figures: Figures,
) -> Flight:
    """It hit somebody who does not catch: down it goes, and stays there."""
    hit = where(target, acts, release + _FLIGHT, presences, figures)
    side = 1.0 if hit.x >= where(presences[act.character], acts, release, presences, figures).x else -1.0
    s = t - release - _FLIGHT
    fall = clamp(s / 0.4)
    return Flight(
        figure,
        hit.x - side * (0.16 + 0.14 * ease(fall)),
        max(0.0, hit.y + HAND * (1 - fall * fall)),
        hit.depth,
        side * (420 - 90 * ease(fall)),
    )


def _caught(act: Act, acts: Sequence[Act]) -> bool:
    return any(
        other.action in ("catch", "take")
        and other.character == act.target
        and other.start < act.start + act.seconds + _FLIGHT
        for other in acts
    )


def _bounce(s: float) -> float:
    """Two small hops after landing."""
    if s <= 0 or s >= 0.5:
        return 0.0
    first = s / 0.32
    if first < 1:
        return 0.08 * 4 * first * (1 - first)
    second = (s - 0.32) / 0.18
    return 0.025 * 4 * second * (1 - second)


def _rest(s: float) -> float:
    return ease(s / 0.6)
