import pytest

from core import places
from core.asking import Asker, arrive
from core.refusals import NotAllowed

CHANNEL = ("films",)


async def boss_of(community: str = "guild") -> Asker:
    return await arrive(
        platform="discord",
        external_id="boss",
        name="boss",
        locale="ja",
        community=community,
        channel="hall",
        admin=True,
    )


async def test_who_runs_a_place_needs_no_invite(database: str) -> None:
    assert (await boss_of()).joined


async def test_without_rules_everybody_may_everywhere(database: str) -> None:
    boss = await boss_of()
    await places.check_allowed(boss.community_id, "make", channels=["hall"], roles=frozenset(), admin=False)


async def test_a_rule_names_the_channels_and_the_roles(database: str) -> None:
    boss = await boss_of()
    await places.allow(boss, "make", channel="films")
    await places.allow(boss, "make", role="artists")
    with pytest.raises(NotAllowed, match="refusal-not-here") as refused:
        await places.check_allowed(boss.community_id, "make", channels=["hall"], roles=frozenset(), admin=False)
    assert refused.value.params["channels"] == "<#films>"
    with pytest.raises(NotAllowed, match="refusal-not-your-role"):
        await places.check_allowed(boss.community_id, "make", channels=CHANNEL, roles=frozenset({"x"}), admin=False)
    await places.check_allowed(
        boss.community_id, "make", channels=["a thread", "films"], roles=frozenset({"artists"}), admin=False
    )
    await places.check_allowed(boss.community_id, "queue", channels=["hall"], roles=frozenset(), admin=False)


async def test_admins_may_whatever_the_rules_say(database: str) -> None:
    boss = await boss_of()
    await places.allow(boss, places.EVERY, channel="films")
    await places.check_allowed(boss.community_id, "make", channels=["hall"], roles=frozenset(), admin=True)


async def test_naming_neither_channel_nor_role_opens_a_command_again(database: str) -> None:
    boss = await boss_of()
    await places.allow(boss, "make", channel="films")
    await places.allow(boss, "make")
    await places.check_allowed(boss.community_id, "make", channels=["hall"], roles=frozenset(), admin=False)
    assert (await places.read(boss.community_id)).rules == ()


async def test_a_rule_has_an_end(database: str) -> None:
    boss = await boss_of()
    for number in range(places.MOST):
        await places.allow(boss, "make", channel=f"c{number}")
    with pytest.raises(NotAllowed, match="refusal-rule-too-long"):
        await places.allow(boss, "make", channel="one more")


async def test_a_place_reads_back_as_it_was_set_up(database: str) -> None:
    boss = await boss_of()
    await places.set_language(boss, "en")
    await places.set_feed(boss, "films")
    now = await places.read(boss.community_id)
    assert (now.locale, now.feed) == ("en", "films")
    assert (await boss_of()).place_locale == "en"
