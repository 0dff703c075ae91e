"""/remix: another film out of one that is there."""

from bots.answers.case import Case
from bots.answers.forms import FORMS
from bots.answers.making import key_of, started
from bots.cards import Card
from core import remixing


async def remix(case: Case) -> list[Card]:
    """A film with what the instruction changes; without one, the form that asks for it."""
    instruction = case.values.get("instruction")
    if instruction is None and "instruction" not in case.request.arguments:
        return [Card(text="", form=await FORMS["remix"](case))]
    made = await remixing.remix(
        case.asker, case.text("clip"), case.text("instruction"), key=key_of(case), settings=case.house.settings
    )
    return await started(case, made)
