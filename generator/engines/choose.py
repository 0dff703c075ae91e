"""Which engine a name in the settings means. An engine is imported only when it is chosen."""

from generator.engines.engine import Engine

ENGINES = ("paper",)


def choose_engine(name: str) -> Engine:
    """The engine of that name; ValueError if there is none."""
    if name == "paper":
        from generator.engines.paper.engine import PaperEngine

        return PaperEngine()
    raise ValueError(f"no engine named {name!r}; there are: {', '.join(ENGINES)}")
