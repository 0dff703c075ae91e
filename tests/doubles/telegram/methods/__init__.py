"""The methods that the double answers, each entered by its name; of the others it only says that it has no answer."""

from tests.doubles.telegram.methods import about, account, changing, places, replies, saying  # noqa: F401
from tests.doubles.telegram.methods.entered import HANDLERS, Handler

__all__ = ["HANDLERS", "Handler"]
