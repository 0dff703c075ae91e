from collections.abc import Awaitable, Callable

from core import readings
from core.asking import Asker
from core.making import Wish, make
from core.settings import Settings

People = Callable[..., Awaitable[Asker]]


async def test_a_storyboard_of_a_film_keeps_its_pictures(member: People, settings: Settings) -> None:
    aki = await member("Aki")
    made = await make(aki, Wish("この子が踊る", pictures=("p", "q")), key="1", settings=settings)
    reading = await readings.of_clip(aki, made.public_id, settings)
    assert readings.wish_in(reading).pictures == ("p", "q")
