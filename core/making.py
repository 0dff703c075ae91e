"""Asking for a film: a clip, its job and its place in the allowance, together or not at all."""

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass, replace
from typing import Any

from tortoise.exceptions import IntegrityError

from core import allowance
from core.allowance import Standing
from core.asking import Asker
from core.choices import ORIENTATIONS, STYLES
from core.clips import own_clip as own_clip
from core.database import atomically
from core.ids import new_public_id
from core.likeness import appearances, permission
from core.likeness.records import Likeness
from core.line import position
from core.locking import lock_member
from core.records import Clip, Job
from core.refusals import BadInput, NotAMember, NotFound, Remedy
from core.screenplay import Mend, Screenplay, parse
from core.settings import Settings

LEAST_SECONDS = 2.0
USUAL_SECONDS = 8.0  # expected of a prompt that names no length, for estimates only
MOST_SHOTS = 60
MOST_PICTURES = 4
SEED_BITS = 32
KEY_CHARS = 80
# embeddings, overrides and isolates: they turn text around, also text that is not theirs
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks for. None leaves the choice to the director; `pictures` are storage names.

    `community_id` and `asked_in` are where a film belongs that is asked for anew in a private chat.
    """

    prompt: str = ""
    seconds: float | None = None
    orientation: str = "portrait"
    style: str | None = None
    pictures: tuple[str, ...] = ()
    seed: int | None = None
    community_id: int | None = None  # of the film that this is another take of
    asked_in: str | None = None
    parent_id: int | None = None  # of the film that the prompt, an instruction, changes
    retake: bool = False  # of a remix: with another seed than its parent's
    expected: float | None = None  # seconds, for estimates
    stars: tuple[str, ...] = ()  # public ids of the likenesses who play in it, besides those of the parent


@dataclass(frozen=True, slots=True)
class Made:
    """A film that was asked for. `created` is False when the same request was made before: this is its outcome then.

    `position` in line is None when it does not wait (any more); `mends` are what was put right in the prompt.
    """

    clip_id: int
    public_id: str
    job_id: int
    standing: Standing
    position: int | None
    created: bool
    mends: tuple[Mend, ...] = ()
    asked: tuple[str, ...] = ()  # names of those whose yes is waited for


async def make(asker: Asker, wish: Wish, *, key: str, settings: Settings) -> Made:
    """Ask for a film. `key` is the same when the same request comes again, and makes the repeat harmless.

    Raises:
        NotAMember: the asker has not joined.
        BadInput: the prompt is too long or has too many shots, too many pictures, the length is out of bounds, no such
            orientation, style.
        NotFound: no such likeness (any more).
        NotAllowed: somebody who is to play in it does not want that.
        Spent: the allowance is used up.
    """
    request_key = _request_key(asker, key)
    earlier = await Clip.get_or_none(request_key=request_key)
    if earlier is None:
        if not asker.joined:
            raise NotAMember("refusal-not-a-member", remedy=Remedy("join"))
        wish, play = checked(wish, settings)
        try:
            clip, job, created = await atomically(lambda: _create(asker, wish, play, request_key, settings))
        except IntegrityError:  # a public id that somebody has already: one in a million at a million clips
            clip, job, created = await atomically(lambda: _create(asker, wish, play, request_key, settings))
        mends = play.mends if created else ()
    else:
        clip, job, created, mends = earlier, await Job.get(clip_id=earlier.id), False, ()
    return Made(
        clip_id=clip.id,
        public_id=clip.public_id,
        job_id=job.id,
        standing=await allowance.standing(asker.member_id, settings.clips_per_day),
        position=await position(job.id),
        created=created,
        mends=mends,
        asked=await appearances.asked_names(clip.id),
    )


async def reroll(asker: Asker, public_id: str, *, key: str, settings: Settings) -> Made:
    """The same wish with another seed. Raises as `make`, NotFound and NotYours."""
    clip = await own_clip(asker, public_id)
    wish = replace(_again(asker, clip), seed=None, retake=clip.parent_id is not None)
    return await make(asker, wish, key=key, settings=settings)


async def edit(asker: Asker, public_id: str, prompt: str, *, key: str, settings: Settings) -> Made:
    """The same wish and seed with another prompt: what the prompt leaves open stays. Raises as `reroll`."""
    clip = await own_clip(asker, public_id)
    return await make(asker, replace(_again(asker, clip), prompt=prompt), key=key, settings=settings)


def check_prompt(prompt: str, limit: int) -> str:
    """The prompt without control characters, which nobody can see or speak; its lines and its letters stay.

    Raises:
        BadInput: it is longer than `limit` characters.
    """
    lines = prompt.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    kept = "".join(char for char in lines if char in "\n\t" or _speaks(char)).strip()
    if len(kept) > limit:
        raise BadInput("refusal-prompt-too-long", length=len(kept), limit=limit)
    return kept


def _speaks(char: str) -> bool:
    # of the formatting characters (Cf) joiners and tags stay, which make emoji and some scripts what they are
    return unicodedata.category(char) not in ("Cc", "Cs", "Cn") and char not in _BIDI and char != "\ufeff"


def checked(wish: Wish, settings: Settings) -> tuple[Wish, Screenplay]:
    """The wish with its prompt cleaned, and the prompt parsed; BadInput for what cannot be made."""
    prompt = check_prompt(wish.prompt, settings.max_prompt_chars)
    if wish.seconds is not None and not LEAST_SECONDS <= wish.seconds <= settings.max_seconds:
        raise BadInput("refusal-seconds-range", low=LEAST_SECONDS, high=settings.max_seconds)
    if wish.orientation not in ORIENTATIONS:
        raise _no_choice("orientation", wish.orientation, ORIENTATIONS)
    if wish.style is not None and wish.style not in STYLES:
        raise _no_choice("style", wish.style, STYLES)
    if len(wish.pictures) > MOST_PICTURES:
        raise BadInput("refusal-too-many-pictures", limit=MOST_PICTURES)
    play = parse(prompt, seconds=wish.seconds)
    if len(play.shots) > MOST_SHOTS:
        raise BadInput("refusal-too-many-shots", shots=len(play.shots), limit=MOST_SHOTS)
    return replace(wish, prompt=prompt), play


def _no_choice(parameter: str, value: str, choices: tuple[str, ...]) -> BadInput:
    return BadInput("refusal-not-a-choice", parameter=parameter, value=value[:40], choices=", ".join(choices))


async def _create(
    asker: Asker, wish: Wish, play: Screenplay, request_key: str, settings: Settings
) -> tuple[Clip, Job, bool]:
    member = await lock_member(asker.member_id)
    earlier = await Clip.get_or_none(request_key=request_key)
    if earlier is not None:
        return earlier, await Job.get(clip_id=earlier.id), False
    parent = await Clip.get(id=wish.parent_id).select_related("author") if wish.parent_id is not None else None
    clip = await Clip.create(
        public_id=new_public_id(),
        author_id=member.id,
        community_id=wish.community_id or asker.community_id,
        asked_in=wish.asked_in or asker.channel,
        prompt=wish.prompt,
        parent_id=wish.parent_id,
        wish={
            "seconds": wish.seconds,
            "orientation": wish.orientation,
            "style": wish.style,
            **({"retake": True} if wish.retake else {}),
            **({"stars": list(wish.stars)} if wish.stars else {}),
        },
        seed=wish.seed if wish.seed is not None else secrets.randbits(SEED_BITS),
        picture=wish.pictures[0] if wish.pictures else None,
        more_pictures=list(wish.pictures[1:]) or None,
        request_key=request_key,
        title="" if parent else (play.title or "")[:120],
        notes=[["remix-of", {"clip": parent.public_id, "author": parent.author.name}]] if parent else [],
    )
    await allowance.hold(member.id, clip, settings.clips_per_day)
    stars = await _stars(wish, parent)
    held = await appearances.hold(clip.id, member.id, clip.community_id, stars, asker.roles)
    await permission.ask(held.asked, asker.platform, asker.channel)
    job = await Job.create(
        clip_id=clip.id,
        member_id=member.id,
        state="asking" if held.asked else "queued",
        platform=asker.platform,
        channel=asker.channel,
        film_seconds=_expected_seconds(wish, play, settings.max_seconds),
    )
    return clip, job, True


async def _stars(wish: Wish, parent: Clip | None) -> list[Likeness]:
    """Everybody who will be shown: those of the parent, whose consent is needed again, and those who are named."""
    stars = await appearances.stars_of(parent.id) if parent is not None else []
    for public_id in wish.stars:
        found = await Likeness.get_or_none(public_id=public_id)
        if found is None:
            raise NotFound("refusal-no-such-likeness")
        if all(one.id != found.id for one in stars):
            stars.append(found)
    return stars


def _expected_seconds(wish: Wish, play: Screenplay, most: float) -> float:
    last = max((beat.end for beat in play.beats if beat.end is not None), default=None)
    return min(max(wish.seconds or wish.expected or play.seconds or last or USUAL_SECONDS, LEAST_SECONDS), most)


def _again(asker: Asker, clip: Clip) -> Wish:
    """The wish of a clip; asked for again in a private chat, it belongs where the clip does."""
    wish = wish_of(clip)
    return replace(wish, community_id=clip.community_id, asked_in=clip.asked_in) if asker.private else wish


def wish_of(clip: Clip) -> Wish:
    """What was asked for when a clip was."""
    asked: dict[str, Any] = dict(clip.wish)
    return Wish(
        prompt=clip.prompt,
        seconds=asked.get("seconds"),
        orientation=asked.get("orientation") or "portrait",
        style=asked.get("style"),
        pictures=clip.pictures,
        seed=clip.seed,
        parent_id=clip.parent_id,
        retake=bool(asked.get("retake")),
        expected=clip.seconds,
        stars=tuple(asked.get("stars") or ()),
    )


def _request_key(asker: Asker, key: str) -> str:
    """Within the member, so that nobody's keys meet another's; hashed if it would not fit."""
    whole = f"{asker.member_id}:{key}"
    return whole if len(whole) <= KEY_CHARS else hashlib.sha256(whole.encode()).hexdigest()
