"""/join, /invite, /quota: who may make films, and how many."""

from bots.answers.case import Case
from bots.answers.forms import join_form, make_form
from bots.cards import Button, Card, Invitation
from bots.language import Language
from core import allowance, invites


async def join(case: Case) -> list[Card]:
    """Redeem a code."""
    joined = await invites.redeem(case.asker, case.text("code"))
    make = make_button(case.house.language, case.asker.locale)
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
    invitation = Invitation(standing.new, case.say("invite-link")) if standing.new else None
    return [Card(text="\n".join(lines), secret=True, invitation=invitation)]


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
    form = join_form(language, locale)
    return Button(language.text(locale, "button-join"), "join", look="primary", emoji="🎟️", form=form)


def make_button(language: Language, locale: str) -> Button:
    """Opens the form that asks for a prompt."""
    form = make_form(language, locale)
    return Button(language.text(locale, "button-make"), "make", look="primary", emoji="🎬", form=form)
