"""Who may show whom: every rule, every relation, every place."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.asking import Asker
from core.clock import now
from core.happenings import member_left
from core.likeness import following, grants
from core.likeness.consent import decide
from core.likeness.grants import Scope
from core.likeness.records import Grant
from core.records import Community
from tests.core.conftest import People
from tests.core.likeness.conftest import Faces

RULES = ("me", "approved", "mutuals", "everyone")
RELATIONS = ("owner", "stranger", "follower", "mutual", "granted", "forbidden")

#                       owner  stranger follower mutual granted forbidden
TABLE = {
    "me":             ("yes", "no",    "no",    "no",  "yes",  "no"),
    "approved":       ("yes", "ask",   "ask",   "ask", "yes",  "no"),
    "mutuals":        ("yes", "no",    "no",    "yes", "yes",  "no"),
    "everyone":       ("yes", "yes",   "yes",   "yes", "yes",  "no"),
    "mutuals, asked": ("yes", "no",    "no",    "ask", "yes",  "no"),
    "everyone, asked": ("yes", "ask",  "ask",   "ask", "yes",  "no"),
}  # fmt: skip


@pytest.mark.parametrize("relation", RELATIONS)
@pytest.mark.parametrize("rule", TABLE)
async def test_every_rule_for_every_relation(member: People, face: Faces, rule: str, relation: str) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    likeness = await face(aki, rule=rule.split(",")[0], each_time="asked" in rule)
    asker = aki if relation == "owner" else ben
    if relation in ("follower", "mutual"):
        await following.follow(ben.member_id, aki.member_id)
    if relation == "mutual":
        await following.follow(aki.member_id, ben.member_id)
    if relation == "granted":
        await grants.allow(likeness, ben.member_id, Scope())
    if relation == "forbidden":
        await grants.allow(likeness, ben.member_id, Scope())
        await grants.forbid(likeness, ben.member_id)
    decision = await decide(likeness, asker.member_id, asker.community_id)
    assert decision.verdict == TABLE[rule][RELATIONS.index(relation)]
    assert bool(decision.why) == (decision.verdict == "no")


@pytest.mark.parametrize("state", ["checking", "review", "refused", "revoked"])
async def test_who_is_not_active_appears_nowhere_not_even_for_themselves(
    member: People, face: Faces, state: str
) -> None:
    aki = await member("Aki")
    likeness = await face(aki, rule="everyone", state=state)
    assert (await decide(likeness, aki.member_id, aki.community_id)).verdict == "no"


async def test_outside_its_place_and_without_its_role_nobody_shows_it_whatever_they_were_granted(
    member: People, face: Faces
) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    likeness = await face(aki, rule="everyone", place_id=aki.community_id, role="7")
    elsewhere = await Community.create(platform="web", external_id="elsewhere")
    await grants.allow(likeness, ben.member_id, Scope())
    assert (await decide(likeness, ben.member_id, elsewhere.id, {"7"})).why == "refusal-likeness-elsewhere"
    assert (await decide(likeness, ben.member_id, aki.community_id, {"8"})).why == "refusal-likeness-role"
    assert (await decide(likeness, ben.member_id, aki.community_id, {"7", "8"})).verdict == "yes"
    assert (await decide(likeness, aki.member_id, elsewhere.id)).verdict == "yes"


@pytest.mark.parametrize(
    ("scope", "before", "after"),
    [
        (Scope(), "yes", "yes"),
        (Scope(until=now() + timedelta(days=7)), "yes", "no"),
        (Scope(clips=1), "yes", "yes"),
    ],
)
async def test_a_grant_ends_with_its_time(member: People, face: Faces, scope: Scope, before: str, after: str) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    likeness = await face(aki)
    await grants.allow(likeness, ben.member_id, scope)

    async def verdict(days: float) -> str:
        moment = now() + timedelta(days=days)
        return (await decide(likeness, ben.member_id, ben.community_id, moment=moment)).verdict

    assert (await verdict(6.9), await verdict(7.1)) == (before, after)


async def test_a_counted_grant_is_used_up_and_given_back(member: People, face: Faces) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    likeness = await face(aki)
    grant = await grants.allow(likeness, ben.member_id, Scope(clips=2))
    assert [await grants.use(grant.id) for _ in range(3)] == [True, True, False]
    assert (await decide(likeness, ben.member_id, ben.community_id)).verdict == "no"
    await grants.give_back(grant.id)
    assert (await decide(likeness, ben.member_id, ben.community_id)).grant_id == grant.id


async def test_a_grant_without_an_end_is_used_before_one_that_counts(member: People, face: Faces) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    likeness = await face(aki)
    await grants.allow(likeness, ben.member_id, Scope(clips=2))
    always = await grants.allow(likeness, ben.member_id, Scope())
    assert (await decide(likeness, ben.member_id, ben.community_id)).grant_id == always.id


async def test_leaving_a_community_ends_what_was_granted_there(member: People, face: Faces) -> None:
    aki, ben, cho = await member("Aki"), await member("Ben"), await member("Cho")
    likeness = await face(aki)
    for one in (ben, cho):
        await grants.allow(likeness, one.member_id, Scope(community_id=aki.community_id))
    everywhere = await grants.allow(likeness, cho.member_id, Scope())

    await member_left("web", "room", ben.external_id)
    assert (await decide(likeness, ben.member_id, ben.community_id)).verdict == "no"
    assert (await decide(likeness, cho.member_id, cho.community_id)).verdict == "yes"

    await member_left("web", "room", aki.external_id)
    assert [grant.id for grant in await Grant.filter(ended_at=None)] == [everywhere.id]


async def test_being_allowed_again_takes_back_a_never(member: People, face: Faces) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    likeness = await face(aki, rule="everyone")
    await grants.forbid(likeness, ben.member_id)
    assert (await decide(likeness, ben.member_id, ben.community_id)).why == "refusal-likeness-never"
    await grants.allow(likeness, ben.member_id, Scope())
    assert (await decide(likeness, ben.member_id, ben.community_id)).verdict == "yes"


async def test_nobody_follows_themselves_and_nobody_twice(member: People) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    assert not await following.follow(aki.member_id, aki.member_id)
    assert await following.follow(ben.member_id, aki.member_id)
    assert not await following.follow(ben.member_id, aki.member_id)
    assert not await following.are_mutual(aki.member_id, ben.member_id)
    assert await following.unfollow(ben.member_id, aki.member_id)
    assert not await following.unfollow(ben.member_id, aki.member_id)


def test_an_asker_brings_no_roles_unless_somebody_says_so() -> None:
    asker = Asker(1, "Aki", "ja", "web", "aki", 1, "stage", joined=True, role="member")
    assert asker.roles == frozenset()
    assert replace(asker, roles=frozenset({"7"})).roles == {"7"}
