import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.asking import Asker, arrive, claim_ownership, rename, visible
from core.records import Community, Identity, Member
from core.refusals import BadInput
from tests.core.conftest import People


async def _arrive(name: str = "Aki", locale: str = "ja", external_id: str = "42") -> Asker:
    return await arrive(
        platform="web", external_id=external_id, name=name, locale=locale, community="room", channel="stage"
    )


async def test_fifty_arrivals_of_one_person_at_once_are_one_member(database: str) -> None:
    askers = await asyncio.gather(*(_arrive() for _ in range(50)))
    assert len(set(askers)) == 1
    assert await Member.all().count() == await Identity.all().count() == await Community.all().count() == 1


async def test_a_newcomer_is_a_guest(database: str) -> None:
    asker = await _arrive()
    assert (asker.joined, asker.role, asker.name, asker.locale) == (False, "member", "Aki", "ja")


async def test_name_and_language_follow_the_platform(sqlite: str) -> None:
    first = await _arrive("Aki", "ja-JP")
    assert first.locale == "ja"
    second = await _arrive("Aki K.", "zh_Hant_TW")
    assert (second.member_id, second.name, second.locale) == (first.member_id, "Aki K.", "zh")
    assert (await Member.get(id=first.member_id)).name == "Aki K."


async def test_the_same_account_elsewhere_is_the_same_member(sqlite: str) -> None:
    here = await _arrive()
    there = await arrive(
        platform="web",
        external_id="42",
        name="Aki",
        locale="ja",
        community="attic",
        community_name="屋根裏",
        channel="c",
    )
    assert there.member_id == here.member_id
    assert there.community_id != here.community_id
    assert (await Community.get(id=there.community_id)).name == "屋根裏"


async def test_only_one_of_fifty_claims_the_room(guest: People) -> None:
    askers = [await guest(f"Visitor {number}") for number in range(50)]
    owners = [owner for owner in await asyncio.gather(*map(claim_ownership, askers)) if owner is not None]
    assert len(owners) == 1
    assert (owners[0].role, owners[0].joined) == ("owner", True)
    assert (await Community.get()).owner_id == owners[0].member_id
    assert await Member.filter(role="owner", joined_at__isnull=False).count() == 1


@pytest.mark.parametrize("name", ["", "   ", "\u200b\u200d", "\u202e", "\x00\x07", "\u3164", "\u2800\u2800", "\ufeff"])
async def test_a_name_nobody_can_see_is_refused(sqlite: str, name: str) -> None:
    with pytest.raises(BadInput, match="refusal-name"):
        await _arrive(name)
    assert await Member.all().count() == 0


async def test_a_long_name_of_a_platform_is_cut_but_not_one_that_is_chosen(sqlite: str) -> None:
    asker = await _arrive("x" * 100)
    assert asker.name == "x" * 32
    with pytest.raises(BadInput, match="refusal-name"):
        await rename(asker, "x" * 33)
    assert (await rename(asker, "  Ben\u202e\n ")).name == "Ben"


def test_an_emoji_of_several_pictures_stays_whole() -> None:
    assert visible("👩\u200d🚀 Ada\u200d") == "👩\u200d🚀 Ada"
    assert visible("❤️\u200d🔥") == "❤️\u200d🔥"


@given(st.text(max_size=60))
def test_what_is_visible_stays_as_it_is(text: str) -> None:
    assert visible(visible(text)) == visible(text)
