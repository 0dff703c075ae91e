"""The desk: a request in, cards out. The one place where a refusal becomes words and a bug becomes an apology."""

import logging
import secrets
from collections.abc import Awaitable
from dataclasses import dataclass

from bots.answers import ANSWERS, Case
from bots.answers.completing import COMPLETIONS
from bots.answers.forms import FORMS
from bots.answers.membership import join_button
from bots.arguments import read_arguments
from bots.cards import Button, Card
from bots.commands import BY_NAME, COMMANDS, Command
from bots.house import House
from bots.presses import Way
from bots.requests import Request
from core import asking, placeholders, places
from core.asking import Asker
from core.refusals import BadInput, NotAllowed, NotAMember, Refusal, Remedy

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ParameterHelp:
    """A parameter as a menu shows it: `label` is its name in the reader's language, `choices` are (value, label)."""

    name: str
    label: str
    kind: str
    required: bool
    description: str
    choices: tuple[tuple[str, str], ...]
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class CommandHelp:
    """A command as a menu shows it."""

    name: str
    description: str
    parameters: tuple[ParameterHelp, ...]
    positional: str | None
    members_only: bool
    admins_only: bool
    on_message: bool


class Desk:
    """Answers requests of every platform."""

    def __init__(self, house: House) -> None:
        self.house = house

    async def answer(self, request: Request) -> list[Card]:
        """What to say to a request. Never raises but for cancellation: refusals and bugs are cards too."""
        return await self._said(request, self._answer(request))

    async def press(self, way: Way, request: Request) -> list[Card]:
        """What to say to a button: the command's answer, the form that leads to it, or whether it is meant."""
        match way:
            case "do":
                return await self.answer(request)
            case "form":
                return await self._said(request, self._form(request))
            case "ask":
                return await self._said(request, self._question(request))

    async def refused(self, request: Request) -> list[Card]:
        """What would be said if the asker may not use the command here, without doing anything; nothing if they may."""

        async def admitted() -> list[Card]:
            await self._admitted(request)
            return []

        return await self._said(request, admitted())

    async def _said(self, request: Request, cards: Awaitable[list[Card]]) -> list[Card]:
        try:
            return await cards
        except Refusal as refusal:
            return [self.refusal_card(refusal, request.locale)]
        except Exception:
            reference = secrets.token_hex(3)
            log.exception("reference %s: /%s on %s", reference, request.command, request.platform)
            text = self.house.language.text(request.locale, "apology", reference=reference)
            return [Card(text=text, tone="error")]

    async def _form(self, request: Request) -> list[Card]:
        command, asker = await self._admitted(request)
        if command.name not in FORMS:
            raise BadInput("refusal-stale-button", remedy=Remedy("help"))
        return [
            Card(text="", form=await FORMS[command.name](Case(self.house, asker, request, dict(request.arguments))))
        ]

    async def _question(self, request: Request) -> list[Card]:
        command, asker = await self._admitted(request)
        text, label = f"confirm-{command.name}", f"button-{command.name}"
        if not {text, label} <= self.house.language.ids("en"):
            raise BadInput("refusal-stale-button", remedy=Remedy("help"))
        say = Case(self.house, asker, request, {}).say
        return [Card(text=say(text), buttons=(Button(say(label), command.name, request.arguments, look="danger"),))]

    async def _answer(self, request: Request) -> list[Card]:
        command, asker = await self._admitted(request)
        values = read_arguments(command, request.arguments, frozenset(request.attachments))
        return await ANSWERS[command.name](Case(self.house, asker, request, values))

    async def _admitted(self, request: Request) -> tuple[Command, Asker]:
        """The command, and who asks; a Refusal if they may not use it, or not here."""
        command = BY_NAME.get(request.command)
        if command is None:
            raise BadInput("refusal-unknown-command", remedy=Remedy("help"), command=request.command[:32])
        asker = await asking.arrive(
            platform=request.platform,
            external_id=request.user,
            name=request.user_name,
            locale=request.locale,
            community=request.community,
            community_name=request.community_name,
            channel=request.channel,
            admin=request.admin and not request.private,
            private=request.private,
            roles=request.roles,
        )
        if command.admins_only and (request.private or not request.admin):
            raise NotAllowed("refusal-admins-only", command=command.name)
        rule = command.like or (command.name if command.listed and not command.admins_only else "")
        if rule:
            channels = (request.channel, request.within) if request.within else (request.channel,)
            await places.check_allowed(
                asker.community_id, rule, channels=channels, roles=request.roles, admin=request.admin
            )
        if command.members_only and not asker.joined:
            raise NotAMember("refusal-members-only", remedy=Remedy("join"))
        return command, asker

    async def complete(self, request: Request, parameter: str, typed: str) -> list[tuple[str, str]]:
        """(value, label) of what may stand in for what was typed so far of a parameter, the likeliest first."""
        command = BY_NAME.get(request.command)
        kind = next((p.kind for p in command.parameters if p.name == parameter), "") if command else ""
        if kind not in COMPLETIONS:
            return []
        asker = await asking.arrive(
            platform=request.platform,
            external_id=request.user,
            name=request.user_name,
            locale=request.locale,
            community=request.community,
            channel=request.channel,
        )
        return await COMPLETIONS[kind](Case(self.house, asker, request, {}), typed.strip())

    def first_words(self, locale: str) -> Card:
        """What we say in a place that has just let us in, to everybody: who we are, and what to do first."""
        language = self.house.language
        explain = Button(language.text(locale, "button-help"), "help")
        return Card(
            text=language.text(locale, "first-words"),
            audience="channel",
            buttons=(join_button(language, locale), explain),
        )

    async def placed(self, card: Card, channel: str, message_id: str) -> None:
        """An adapter has sent a card: if it is a job's placeholder, that is where its progress will be shown."""
        if card.job is not None:
            await placeholders.placed(card.job, channel, message_id)

    def refusal_card(self, refusal: Refusal, locale: str) -> Card:
        """A refusal in the reader's words, with its remedy as a button."""
        language = self.house.language
        params = dict(refusal.params)
        if isinstance(params.get("parameter"), str) and isinstance(params.get("command"), str):
            key = f"command-{params['command']}-{params['parameter']}"
            params["description"] = language.text(locale, key) if key in language.ids("en") else ""
        buttons = (self._remedy(refusal.remedy, locale),) if refusal.remedy else ()
        return Card(text=language.text(locale, refusal.message, **params), tone="refusal", buttons=buttons)

    def _remedy(self, remedy: Remedy, locale: str) -> Button:
        language = self.house.language
        if remedy.command == "join":
            return join_button(language, locale)
        label = language.text(locale, f"command-{remedy.command}")
        return Button(label, remedy.command, dict(remedy.arguments), look="primary")

    def commands(self, locale: str) -> list[CommandHelp]:
        """The listed commands with texts in the reader's language, for palettes and menus."""
        return [self._help(command, locale) for command in COMMANDS if command.listed]

    def _help(self, command: Command, locale: str) -> CommandHelp:
        text = self.house.language.text
        parameters = tuple(
            ParameterHelp(
                name=parameter.name,
                label=text(locale, f"param-{parameter.name}"),
                kind=parameter.kind,
                required=parameter.required,
                description=text(locale, f"command-{command.name}-{parameter.name}"),
                choices=tuple((choice, text(locale, f"choice-{choice}")) for choice in parameter.choices),
                low=parameter.low,
                high=parameter.high,
            )
            for parameter in command.parameters
        )
        description = text(locale, f"command-{command.name}")
        return CommandHelp(
            name=command.name,
            description=description,
            parameters=parameters,
            positional=command.positional,
            members_only=command.members_only,
            admins_only=command.admins_only,
            on_message=command.on_message,
        )
