import pytest

from generator.engines.paper.lettering import lettered_card


@pytest.mark.parametrize(
    "label", ["猫", "ペデストリアンデッキ", "turtleneck", "a very long name of a thing", "", " ", "العربية", "𠮷野家"]
)
def test_any_label_fits_its_card(label: str) -> None:
    box = lettered_card(label, height=0.8).box
    assert box.bottom() == pytest.approx(0.0, abs=0.1)
    assert 0.7 < -box.top() < 1.0
    assert box.width() < 1.5


def test_the_same_label_is_lettered_the_same_way() -> None:
    assert lettered_card("提灯").box == lettered_card("提灯").box


def test_a_long_word_is_wider_than_a_short_one_of_the_same_height() -> None:
    assert lettered_card("turtleneck", height=0.8).box.width() > 1.3 * lettered_card("tu", height=0.8).box.width()
