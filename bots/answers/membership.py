"""/join, /invite, /quota: who may make films, and how many."""

from bots.answers.case import Case
from bots.cards import Button, Card, Field, Form
from bots.language import Language
from core import allowance, invites


async def join(case: Case) -> list[Card]:
    """Redeem a code."""
    joined = await invites.redeem(case.asker, case.text("code"))
    make = Button(case.say("button-make"), "make", look="primary", emoji="🎬", form=make_form(case))
    return [Card(text=case.say("joined", name=joined.name), buttons=(make,))]


async def invite(case: Case) -> list[Card]:
    """A new code if any is left, and what became of the others."""
    limit = case.house.settings.invites_per_member
    standing = await invites.issue(case.asker, limit=limit)
    lines = [case.say("invite-new", code=standing.new)] if standing.new else []
    lines.append(case.say("invite-left", left=standing.left))
    for code in standing.codes:
        if code.redeemed_by is not None:
            lines.append(case.say("invite-used", code=code.code, name=code.redeemed_by))
        elif code.code != standing.new:
            lines.append(case.say("invite-open", code=code.code))
    return [Card(text="\n".join(lines), secret=True)]


async def quota(case: Case) -> list[Card]:
    """How many films are left, and when the next one frees up."""
    standing = await allowance.standing(case.asker.member_id, case.house.settings.clips_per_day)
    if standing.left > 0 or standing.next_free_at is None:
        lines = [case.say("quota-left", left=standing.left, limit=standing.limit)]
    else:
        lines = [case.say("quota-spent", used=standing.used, limit=standing.limit, next_free_at=standing.next_free_at)]
    if standing.held:
        lines.append(case.say("quota-held", held=standing.held))
    return [Card(text="\n".join(lines))]


def join_button(language: Language, locale: str) -> Button:
    """Opens the form that asks for a code."""
    code = Field("code", language.text(locale, "form-join-code"), required=True, max_chars=20)
    form = Form(
        language.text(locale, "form-join-title"), language.text(locale, "form-join-submit"), "join", fields=(code,)
    )
    return Button(language.text(locale, "button-join"), "join", look="primary", emoji="🎟️", form=form)


def make_form(case: Case) -> Form:
    """The prompt alone: everything else has a good default."""
    prompt = Field("prompt", case.say("form-edit-prompt"), "long_text", max_chars=4000)
    return Form(case.say("form-make-title"), case.say("form-edit-submit"), "make", fields=(prompt,))
