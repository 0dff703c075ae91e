"""Slash commands as people type them: only what Discord's client would let them send."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.doubles.discord import permissions
from tests.doubles.discord.answers import Json
from tests.doubles.discord.asking import context_of, owners_in
from tests.doubles.discord.command_rules import SLASH, Option
from tests.doubles.discord.payloads import attachment_json, channel_json, member_json, role_json, user_json
from tests.doubles.discord.world import Channel, Role, Upload, User, World

_NESTED = (Option.SUBCOMMAND, Option.GROUP)


def seen(commands: Sequence[Json], user: User, channel: Channel, name: str, kind: int = SLASH) -> Json:
    """The registered command that a person means, if they see it there.

    Raises:
        AssertionError: there is none, or none for them.
    """
    for command in commands:
        names = (command["name"], *(command.get("name_localizations") or {}).values())
        if command["type"] == kind and name in names:
            _check_seen(command, user, channel)
            return command
    raise AssertionError(f"there is no command {name!r}, only {sorted(c['name'] for c in commands)}")


def typed(
    world: World, command: Json, words: Sequence[str], given: Mapping[str, Any], place: Channel, focus: str = ""
) -> Json:
    """The data of a command with its options; `words` lead to a subcommand, `focus` is the option being typed.

    Raises:
        AssertionError: Discord's client would not have sent it.
    """
    path, leaf = [], command
    for word in words:
        within = [o for o in leaf.get("options") or () if o["name"] == word and o["type"] in _NESTED]
        assert within, f"/{command['name']} has no {word!r}"
        leaf = within[0]
        path.append(leaf)
    named = Named(world, place)
    options = _options(leaf, given, focus, named)
    for part in reversed(path):
        options = [{"name": part["name"], "type": part["type"], "options": options}]
    data = {"id": command["id"], "name": command["name"], "type": SLASH, "options": options}
    return data | ({"resolved": named.resolved} if named.resolved else {})


@dataclass(frozen=True, slots=True)
class Named:
    """Things that people name in commands and forms, to be sent along; `place` is where files among them are put."""

    world: World
    place: Channel
    resolved: Json = field(default_factory=dict)

    def file(self, upload: Upload) -> str:
        """The id of a file."""
        kept = self.world.keep(self.place, upload)
        self.resolved.setdefault("attachments", {})[str(kept.id)] = attachment_json(kept, ephemeral=True)
        return str(kept.id)

    def thing(self, option: Json, value: Any) -> str:
        """The id of a user, channel, role or file, which is sent along."""
        name = option["name"]
        match value:
            case Upload():
                assert option["type"] == Option.ATTACHMENT, f"{name!r} is no file"
                return self.file(value)
            case Channel():
                assert option["type"] in (Option.CHANNEL, Option.MENTIONABLE), f"{name!r} is no channel"
                kinds = option.get("channel_types")
                assert not kinds or value.kind in kinds, f"{name!r} is no channel of types {kinds}"
                shown = channel_json(value, self.world) | {"permissions": str(permissions.MEMBER)}
                self.resolved.setdefault("channels", {})[str(value.id)] = shown
            case Role():
                assert option["type"] in (Option.ROLE, Option.MENTIONABLE), f"{name!r} is no role"
                self.resolved.setdefault("roles", {})[str(value.id)] = role_json(value)
            case User():
                assert option["type"] in (Option.USER, Option.MENTIONABLE), f"{name!r} is no user"
                self.resolved.setdefault("users", {})[str(value.id)] = user_json(value)
                self._member(value)
            case _:
                raise AssertionError(f"{name!r} cannot be {value!r}")
        return str(value.id)

    def _member(self, user: User) -> None:
        for guild in self.world.guilds.values():
            if user.id in guild.members:
                shown = member_json(guild.members[user.id]) | {"permissions": str(guild.permissions_of(user))}
                self.resolved.setdefault("members", {})[str(user.id)] = shown
                return


def _check_seen(command: Json, user: User, channel: Channel) -> None:
    guild, said = channel.guild, f"{user} does not see {command['name']!r} in {channel}"
    if guild is not None:
        assert user.id in guild.members, f"{user} is not in {guild}"
    kinds = {int(kind) for kind in owners_in(channel, user)}
    assert kinds & set(command.get("integration_types") or [0]), f"{said}: not installed in this way"
    contexts = command.get("contexts")
    assert contexts is None or context_of(channel) in contexts, f"{said}: not in this kind of place"
    needed = command.get("default_member_permissions")
    if needed is not None and guild is not None:
        owned = guild.permissions_of(user) & int(needed)
        assert int(needed) == owned != 0, f"{said}: it is for others"


def _options(leaf: Json, given: Mapping[str, Any], focus: str, named: "Named") -> list[Json]:
    known = {o["name"]: o for o in leaf.get("options") or () if o["type"] not in _NESTED}
    strange = set(given) - set(known)
    assert not strange, f"{leaf['name']!r} has no option {sorted(strange)}, only {sorted(known)}"
    found = []
    for name, option in known.items():
        if given.get(name) is not None:
            focused = name == focus
            value = given[name] if focused else _value(option, given[name], named)
            entry = {"name": name, "type": option["type"], "value": value}
            found.append(entry | ({"focused": True} if focused else {}))
        else:
            assert not option.get("required") or focus, f"{leaf['name']!r} needs {name!r}"
    return found


def _value(option: Json, value: Any, named: "Named") -> Any:
    kind, name = option["type"], option["name"]
    if choices := option.get("choices"):
        fitting = [c["value"] for c in choices if value in (c["value"], c["name"])]
        assert fitting, f"{name!r} offers {[c['value'] for c in choices]}, not {value!r}"
        return fitting[0]
    match kind:
        case Option.STRING:
            assert isinstance(value, str), f"{name!r} is a text"
            least, most = option.get("min_length") or 0, option.get("max_length") or 6000
            assert least <= len(value) <= most, f"{name!r} has between {least} and {most} characters"
        case Option.INTEGER | Option.NUMBER:
            assert isinstance(value, int if kind == Option.INTEGER else int | float), f"{name!r} is a number"
            least, most = option.get("min_value"), option.get("max_value")
            assert least is None or value >= least, f"{name!r} is at least {least}"
            assert most is None or value <= most, f"{name!r} is at most {most}"
        case Option.BOOLEAN:
            assert isinstance(value, bool), f"{name!r} is yes or no"
        case _:
            return named.thing(option, value)
    return value
