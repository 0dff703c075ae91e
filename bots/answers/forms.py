"""The forms that lead to a command, by the command: what is asked, and what stands in it already."""

from collections.abc import Awaitable, Callable, Mapping

from bots import clip_cards
from bots.answers.case import Case
from bots.cards import Field, Form
from bots.language import Language
from core import making


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


async def _join(case: Case) -> Form:
    return join_form(case.house.language, case.asker.locale)


async def _make(case: Case) -> Form:
    return make_form(case.house.language, case.asker.locale)


async def _edit(case: Case) -> Form:
    clip = await making.own_clip(case.asker, case.text("clip"))
    return clip_cards.edit_form(case.house.language, case.asker.locale, clip)


FORMS: Mapping[str, Callable[[Case], Awaitable[Form]]] = {"join": _join, "make": _make, "edit": _edit}
