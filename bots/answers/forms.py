"""The forms that lead to a command, by the command: what is asked, and what stands in it already."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from bots import clip_cards
from bots.answers.case import Case
from bots.cards import Field, Form
from bots.commands import SHEETS
from bots.language import Language
from core import making, readings, remixing
from core.readings import shots_in
from core.records import Reading
from core.refusals import BadInput
from core.screenplay.sheet import SheetShot, write_shot

SHOT_CHARS = 2000  # of a field with a shot in it


def join_form(language: Language, locale: str) -> Form:
    """Asks for an invite code."""
    code = Field("code", language.text(locale, "form-join-code"), required=True, max_chars=20)
    return Form(
        language.text(locale, "form-join-title"), language.text(locale, "form-join-submit"), "join", fields=(code,)
    )


def make_form(language: Language, locale: str) -> Form:
    """Asks for the prompt alone: everything else has a good default."""
    prompt = Field("prompt", language.text(locale, "form-edit-prompt"), "long_text", max_chars=4000)
    return Form(
        language.text(locale, "form-make-title"), language.text(locale, "form-edit-submit"), "make", fields=(prompt,)
    )


def redraw_form(case: Case, reading: Reading) -> Form:
    """The shots of a storyboard, to change; the last field has all that are left."""
    language = str(reading.sheet.get("language", "en"))
    fields, first = [], 1
    for number, sheet in enumerate(sheets(shots_in(reading)), 1):
        label = case.say("storyboard-shots", first=first)
        value = "\n\n".join(write_shot(shot, language) for shot in sheet)
        fields.append(Field(f"shot{number}", label, "long_text", value=value, max_chars=SHOT_CHARS))
        first += len(sheet)
    return Form(
        title=case.say("storyboard-form"),
        submit=case.say("storyboard-submit"),
        command="redraw",
        fields=tuple(fields),
        fixed={"reading": reading.public_id},
    )


def sheets(shots: Sequence[SheetShot]) -> list[Sequence[SheetShot]]:
    """A shot a field of the form, the rest in the last."""
    alone = [shots[at : at + 1] for at in range(min(len(shots), SHEETS - 1))]
    rest = shots[SHEETS - 1 :]
    return [*alone, rest] if rest else alone


async def _redraw(case: Case) -> Form:
    return redraw_form(case, await readings.own(case.asker, case.text("reading")))


async def _join(case: Case) -> Form:
    return join_form(case.house.language, case.asker.locale)


async def _make(case: Case) -> Form:
    return make_form(case.house.language, case.asker.locale)


async def _edit(case: Case) -> Form:
    clip = await making.own_clip(case.asker, case.text("clip"))
    return clip_cards.edit_form(case.house.language, case.asker.locale, clip)


async def _remix(case: Case) -> Form:
    if not case.text("clip"):
        raise BadInput("refusal-missing-parameter", command="remix", parameter="clip")
    clip = await remixing.remixable(case.asker, case.text("clip"))
    what = Field("instruction", case.say("form-remix-instruction"), "long_text", required=True, max_chars=1000)
    return Form(
        title=case.say("form-remix-title"),
        submit=case.say("form-edit-submit"),
        command="remix",
        fields=(what,),
        fixed={"clip": clip.public_id},
    )


FORMS: Mapping[str, Callable[[Case], Awaitable[Form]]] = {
    "join": _join,
    "make": _make,
    "edit": _edit,
    "remix": _remix,
    "redraw": _redraw,
}
