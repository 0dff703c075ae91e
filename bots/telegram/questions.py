"""Forms as questions: Telegram has none, so each field is asked for by a message that wants a reply."""

from telegram import Bot, ForceReply, Message, ReplyParameters, User

from bots.cards import Field, Form
from bots.telegram.places import Place
from bots.telegram.records import TelegramQuestion
from bots.telegram.texts import TEXT, Text

PLACEHOLDER = 64  # characters in the empty input


async def ask(
    bot: Bot, place: Place, user: User, form: Form, known: dict[str, str], *, reply_to: int | None = None
) -> None:
    """Ask for the first field of a form that is not known yet, and remember what the reply leads to."""
    field = next((field for field in form.fields if field.name not in known), None)
    if field is None:
        raise ValueError(f"the form of /{form.command} has nothing to ask")
    text = _question(form, field)
    message = await bot.send_message(
        text=text.plain,
        entities=text.entities,
        reply_markup=ForceReply(selective=True, input_field_placeholder=field.label[:PLACEHOLDER]),
        reply_parameters=ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to else None,
        **place.to_send(),
    )
    await TelegramQuestion.create(
        chat=str(place.chat),
        message_id=str(message.message_id),
        user=str(user.id),
        command=form.command,
        arguments={**form.fixed, **known},
        field=field.name,
    )


async def answered(message: Message, user: User) -> TelegramQuestion | None:
    """The question of ours that a message answers, if it is this person's; it is asked no more."""
    original = message.reply_to_message
    if original is None:
        return None
    question = await TelegramQuestion.get_or_none(
        chat=str(message.chat.id), message_id=str(original.message_id), user=str(user.id)
    )
    if question is not None and await TelegramQuestion.filter(id=question.id).delete():
        return question
    return None


def _question(form: Form, field: Field) -> Text:
    text = Text().line(form.title, "bold").line(field.label)
    if field.value:  # Telegram cannot fill an input: what stands there now can be copied with one tap
        text.line(field.value, "pre")
    if field.choices:
        text.line(" / ".join(value for value, _ in field.choices), "code")
    return text.cut(TEXT)
