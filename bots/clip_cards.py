"""The cards about one clip, from the asking to the feed: progress, draft, outcome, post."""

from collections.abc import Mapping, Sequence
from typing import Literal

from bots.cards import Button, Card, Fact, Field, Form, Media, Progress, Sketch, Tone
from bots.language import Language
from core.feed import Counts
from core.records import Clip, Job

PROMPT_SHOWN = 140  # characters of the prompt on a progress card


def progress_card(
    language: Language,
    locale: str,
    clip: Clip,
    job: Job,
    author: str,
    *,
    position: int | None,
    seconds_left: float | None,
    asked: Sequence[str] = (),
) -> Card:
    """The placeholder of a job: its place in line while it waits, then its stage.

    `asked` are those who have to agree before it comes into the line.
    """
    waiting = job.state != "running"
    label = language.text(locale, f"stage-{'waiting' if waiting or not job.stage else job.stage}")
    if waiting and position is not None:
        label = language.text(locale, "waiting-position", position=position)
    if asked:
        label = language.text(locale, "stage-asking", names=", ".join(asked))
    left = language.text(locale, "progress-left", seconds=max(1, round(seconds_left))) if seconds_left else ""
    prompt = shortened(clip.prompt, PROMPT_SHOWN) or language.text(locale, "progress-surprise")
    return Card(
        text=language.text(locale, "progress-text", author=author, prompt=prompt),
        tone="progress",
        progress=Progress(
            label, None if waiting else job.percent / 100, seconds_left, position if waiting else None, left
        ),
        buttons=(
            Button(
                language.text(locale, "button-cancel"), "cancel", {"clip": clip.public_id}, look="danger", emoji="✖️"
            ),
        ),
        sketch=None if waiting else _sketch(language, locale, job),
        clip=clip.public_id,
        job=job.id,
    )


def draft_card(
    language: Language, locale: str, clip: Clip, author: str, news: Mapping[str, object] | None = None
) -> Card:
    """What the maker's message shows once the job is over: the draft with its buttons, or what became of it.

    `news` has the id of a `message` about what has happened to it, and its variables.
    """
    happened = dict(news or {})
    message = happened.pop("message", None)
    if clip.state == "removed":
        text = language.text(locale, str(message or "draft-discarded"), **happened)
        return Card(text=text, title=clip.title, clip=clip.public_id)
    posted = clip.state == "posted"
    notes = [said for note in clip.notes if not _is_origin(note) and (said := mended(language, locale, note))]
    text = language.text(locale, "draft-posted" if posted else str(message or "draft-text"), **happened)
    return Card(
        text="\n".join([text, *notes]),
        title=clip.title,
        tone="draft",
        media=_media(language, locale, clip, author, spoiler=not posted),
        facts=_facts(language, locale, clip),
        buttons=() if posted else draft_buttons(language, locale, clip),
        clip=clip.public_id,
    )


def draft_buttons(language: Language, locale: str, clip: Clip) -> tuple[Button, ...]:
    """Post, Edit (with the prompt prefilled), Reroll, Discard."""
    this = {"clip": clip.public_id}
    return (
        Button(language.text(locale, "button-post"), "post", this, look="primary", emoji="📣"),
        Button(language.text(locale, "button-edit"), "edit", this, emoji="✏️", form=edit_form(language, locale, clip)),
        Button(language.text(locale, "button-reroll"), "reroll", this, emoji="🎲"),
        Button(
            language.text(locale, "button-discard"),
            "discard",
            this,
            look="danger",
            emoji="🗑️",
            confirm=language.text(locale, "confirm-discard"),
        ),
    )


def edit_form(language: Language, locale: str, clip: Clip) -> Form:
    """The prompt of a clip, to change and make again."""
    label = "form-edit-prompt" if clip.parent_id is None else "form-remix-instruction"
    prompt = Field("prompt", language.text(locale, label), "long_text", value=clip.prompt, max_chars=4000)
    return Form(
        title=language.text(locale, "form-edit-title"),
        submit=language.text(locale, "form-edit-submit"),
        command="edit",
        fields=(prompt,),
        fixed={"clip": clip.public_id},
    )


def failed_card(language: Language, locale: str, clip: Clip, job: Job, params: Mapping[str, object]) -> Card:
    """A job that came to nothing: cancelled, refused (`params` say why), or failed with the reference of its trace."""
    tone: Tone
    if job.state == "cancelled":
        tone, text = "plain", language.text(locale, "draft-cancelled")
    elif job.state == "blocked" and isinstance(why := params.get("params"), Mapping):
        tone, text = "refusal", language.text(locale, str(params["message"]), **why)
    else:
        tone, text = "error", language.text(locale, "draft-failed", reference=str(params.get("reference", job.error)))
    return Card(
        text=text,
        title=clip.title,
        tone=tone,
        buttons=retry_buttons(language, locale, clip),
        clip=clip.public_id,
    )


def retry_buttons(language: Language, locale: str, clip: Clip) -> tuple[Button, ...]:
    """Try the same again, or change the prompt first."""
    this = {"clip": clip.public_id}
    return (
        Button(language.text(locale, "button-try-again"), "reroll", this, emoji="🎲"),
        Button(language.text(locale, "button-edit"), "edit", this, emoji="✏️", form=edit_form(language, locale, clip)),
    )


def post_card(
    language: Language,
    locale: str,
    clip: Clip,
    author: str,
    *,
    likes: int = 0,
    comments: int = 0,
    audience: Literal["asker", "channel"] = "channel",
) -> Card:
    """A clip in the feed: author, title, short id; reactions to it are likes, replies are comments."""
    return Card(
        text="",
        title=clip.title,
        tone="post",
        audience=audience,
        author=author,
        media=_media(language, locale, clip, author, spoiler=False),
        facts=_facts(language, locale, clip),
        clip=clip.public_id,
        likes=likes,
        comments=comments,
    )


def info_card(language: Language, locale: str, clip: Clip, counts: Counts, own: bool) -> Card:
    """A film's facts, for whoever asks; its prompt too if it is their own."""
    facts = [Fact(language.text(locale, "fact-maker"), clip.author.name), *_facts(language, locale, clip)]
    facts.append(Fact(language.text(locale, "fact-seed"), str(clip.seed)))
    if clip.posted_at is not None:
        facts.append(Fact(language.text(locale, "fact-posted"), clip.posted_at))
    return Card(
        text=clip.prompt if own else "",
        title=clip.title or language.text(locale, "progress-surprise"),
        facts=tuple(facts),
        clip=clip.public_id,
        likes=counts.likes,
        comments=counts.comments,
    )


def shortened(text: str, length: int) -> str:
    """The text on one line, cut with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def _facts(language: Language, locale: str, clip: Clip) -> tuple[Fact, ...]:
    seconds = language.text(locale, "fact-seconds", seconds=round(clip.seconds or 0.0, 1))
    facts = (
        Fact(language.text(locale, "fact-id"), clip.public_id),
        Fact(language.text(locale, "fact-length"), seconds),
    )
    origin = next((said for note in clip.notes if _is_origin(note) and (said := mended(language, locale, note))), "")
    return (*facts, Fact(language.text(locale, "fact-remix-of"), origin)) if origin else facts


def _is_origin(note: object) -> bool:
    """Whether a note says of what the film is a remix; that stands among its facts."""
    return isinstance(note, list | tuple) and bool(note) and note[0] == "remix-of"


def _media(language: Language, locale: str, clip: Clip, author: str, *, spoiler: bool) -> Media | None:
    if not (clip.video and clip.poster and clip.width and clip.height and clip.seconds):
        return None
    alt = language.text(locale, "media-alt", title=clip.title, author=author, seconds=round(clip.seconds))
    return Media(
        video=clip.video,
        poster=clip.poster,
        vtt=clip.vtt,
        width=clip.width,
        height=clip.height,
        seconds=clip.seconds,
        alt=alt,
        spoiler=spoiler,
        too_large=language.text(locale, "too-large"),
        watch=language.text(locale, "button-watch"),
    )


def _sketch(language: Language, locale: str, job: Job) -> Sketch | None:
    known = dict(job.animatic or {})
    if not known:
        return None
    film = known.get("film")
    return Sketch(
        still=str(known["still"]),
        film=str(film) if film else None,
        width=int(str(known["width"])),
        height=int(str(known["height"])),
        alt=language.text(locale, "sketch-alt"),
    )


def mended(language: Language, locale: str, note: object) -> str:
    """A mending, said: [message id, {params}]; an id that no file has any more is left out."""
    if not (isinstance(note, list | tuple) and len(note) == 2):
        return ""
    message, params = note
    try:
        return language.text(locale, str(message), **dict(params))
    except KeyError:
        return ""
