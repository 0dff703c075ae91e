"""Answers to what people press and type inline."""

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tests.doubles.telegram.answers import Broken, Wrong
from tests.doubles.telegram.keyboards import check_markup
from tests.doubles.telegram.methods.entered import Json, answers
from tests.doubles.telegram.wording import caption_of, text_of
from tests.doubles.telegram.world import Pressed

if TYPE_CHECKING:
    from tests.doubles.telegram.double import TelegramDouble

MOST_RESULTS = 50
MOST_OFFSET = 64  # bytes
_CACHED = "_file_id"  # ends the name of the field with a file that was sent before
_TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@answers("answerCallbackQuery")
def answer_callback_query(d: "TelegramDouble", params: Json) -> bool:
    """Words over the button, or nothing but an end to its waiting."""
    waiting = d.presses.take(params["callback_query_id"])
    if waiting is None:
        raise Wrong(400, _TOO_OLD)
    url: str = params.get("url", "")
    if url and (urlsplit(url).hostname != "t.me" or urlsplit(url).path != f"/{d.bot.username}"):
        waiting.cancel()
        raise Broken(f"URL_INVALID: {url}")
    waiting.set_result(Pressed(params.get("text", ""), params.get("show_alert", False), url))
    return True


@answers("answerInlineQuery")
def answer_inline_query(d: "TelegramDouble", params: Json) -> bool:
    """What somebody can choose from."""
    results = params["results"]
    if len(results) > MOST_RESULTS:
        raise Broken(f"RESULTS_TOO_MUCH: {len(results)}")
    if len({result["id"] for result in results}) < len(results):
        raise Broken("RESULT_ID_DUPLICATE")
    if len(params.get("next_offset", "").encode()) > MOST_OFFSET:
        raise Broken("NEXT_OFFSET_INVALID")
    if "button" in params and len({"web_app", "start_parameter"} & params["button"].keys()) != 1:
        raise Broken("BUTTON_INVALID: exactly one of web_app and start_parameter")
    for result in results:
        _check_result(d, result)
    waiting = d.queries.take(params["inline_query_id"])
    if waiting is None:
        raise Wrong(400, _TOO_OLD)
    waiting.set_result(params)
    return True


def _check_result(d: "TelegramDouble", result: Json) -> None:
    check_markup(result.get("reply_markup", {}), d.bot.username)
    content: Any = result.get("input_message_content", {})
    if "message_text" in content:
        text_of(d, content | {"text": content["message_text"]})
    caption_of(d, result)
    for name, value in result.items():
        if name.endswith(_CACHED) and d.files.find(value) is None:
            raise Wrong(400, "Bad Request: wrong file identifier/HTTP URL specified")
