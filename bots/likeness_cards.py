"""The cards about likenesses: what is asked of their owners, and what became of it."""

from collections.abc import Sequence

from bots.cards import Button, Card, Fact
from bots.clip_cards import shortened
from bots.language import Language
from core.likeness.permission import ANSWERS, CLIPS
from core.likeness.records import Appearance
from core.records import Clip

PROMPT_SHOWN = 1000  # characters: whoever is to agree sees what to
_LOOKS = {"once": "primary", "no": "danger", "never": "danger"}
_EMOJI = {"once": "👍", "week": "📅", "clips": "🎞️", "always": "♾️", "no": "🙅", "never": "🚫"}


def question_card(
    language: Language, locale: str, question: Appearance, clip: Clip, author: str, cast: Sequence[str]
) -> Card:
    """The prompt and the cast, and the answers that their owner may give."""
    prompt = shortened(clip.prompt, PROMPT_SHOWN) or language.text(locale, "progress-surprise")
    text = language.text(locale, "question-text", author=author, name=question.likeness.name, prompt=prompt)
    facts = [Fact(language.text(locale, "question-cast"), ", ".join(cast))]
    if question.asked_until is not None:
        facts.append(Fact(language.text(locale, "question-until"), question.asked_until))
    buttons = tuple(
        Button(
            language.text(locale, f"answer-{how}", clips=CLIPS),
            "answer",
            {"question": question.public_id, "how": how},
            look=_LOOKS.get(how, "secondary"),  # type: ignore[arg-type]  # the table has looks only
            emoji=_EMOJI[how],
        )
        for how in ANSWERS
    )
    return Card(text=text, facts=tuple(facts), buttons=buttons, clip=clip.public_id)
