"""/help: the catalogue, in the reader's words."""

from bots.answers.case import Case
from bots.cards import Card
from bots.commands import BY_NAME, COMMANDS, Command
from core.refusals import BadInput


async def help_(case: Case) -> list[Card]:
    """All commands, or one with its parameters."""
    name = case.text("command").lstrip("/").lower()
    if not name:
        lines = [_line(case, command) for command in COMMANDS if command.listed]
        return [Card(text="\n".join([case.say("help-intro"), "", *lines]))]
    command = BY_NAME.get(name)
    if command is None or not command.listed:
        raise BadInput("refusal-unknown-command", command=name[:32])
    parameters = [
        "・" + case.say("help-parameter", parameter=p.name, description=case.say(f"command-{name}-{p.name}"))
        for p in command.parameters
    ]
    return [Card(text="\n".join([_line(case, command), *parameters]))]


def _line(case: Case, command: Command) -> str:
    return case.say("help-command", command=command.name, description=case.say(f"command-{command.name}"))
