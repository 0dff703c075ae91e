from hypothesis import given
from hypothesis import strategies as st

from core.ids import ALPHABET, new_code, new_public_id, read_code, read_public_id


def test_public_ids_have_no_letters_that_look_alike() -> None:
    drawn = {new_public_id() for _ in range(500)}
    assert len(drawn) == 500
    assert all(len(id) == 8 for id in drawn)
    assert not set("".join(drawn)) & set("01oil")


def test_every_code_reads_as_itself_however_it_is_typed() -> None:
    code = new_code()
    plain = code.replace("-", "")
    full_width = "".join(chr(ord(char) + 0xFEE0) for char in code)
    dashes = [code.replace("-", dash) for dash in "‐‑–—−ー－ "]
    for typed in (code, plain, code.lower(), f"  {code}\n", full_width, " ".join(plain), *dashes):
        assert read_code(typed) == code


def test_codes_look_like_four_and_four() -> None:
    code = new_code()
    assert len(code) == 9
    assert code[4] == "-"
    assert set(code.replace("-", "").lower()) <= set(ALPHABET)


def test_an_id_is_read_with_capitals_full_width_and_a_hash() -> None:
    assert read_public_id(" #ＡB2C3D4e ") == "ab2c3d4e"


@given(st.text(max_size=40))
def test_reading_a_code_takes_anything_and_settles(text: str) -> None:
    once = read_code(text)
    assert read_code(once) == once
