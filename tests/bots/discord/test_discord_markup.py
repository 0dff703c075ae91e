import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.discord.markup import cut, shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*bold* _so_ ~~no~~ `code` ||secret||", r"\*bold\* \_so\_ \~\~no\~\~ \`code\` \|\|secret\|\|"),
        ("[here](https://example.com)", r"\[here\](https://example.com)"),
        ("# 見出し\n> 引用\n- 箇条\n1. 番号", "\\# 見出し\n\\> 引用\n\\- 箇条\n1\\. 番号"),
        ("-# 小さい", r"\-# 小さい"),
        ("<@123> <@!4> <:smile:5>", r"\<@123\> \<@!4\> \<:smile:5\>"),
        ("5 - 3 = 2", "5 - 3 = 2"),
        ("次は <t:1700000000> です", "次は <t:1700000000:f> (<t:1700000000:R>) です"),
        ("<#12> と <@&34>", "<#12> と <@&34>"),
    ],
)
def test_what_people_wrote_is_shown_as_they_wrote_it(text: str, expected: str) -> None:
    assert shown(text) == expected


@given(st.text(alphabet="*_\\`|a猫<>", max_size=60), st.integers(2, 20))
def test_a_cut_never_ends_in_half_an_escape(text: str, limit: int) -> None:
    escaped = shown(text)
    short = cut(escaped, limit)
    assert len(short) <= limit
    if short != escaped:
        body = short.removesuffix("…")
        assert (len(body) - len(body.rstrip("\\"))) % 2 == 0
