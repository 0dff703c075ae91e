import re
from pathlib import Path

from bots.language import Language

ROOT = Path(__file__).resolve().parents[3]
STATIC = ROOT / "bots/web/static"
SOURCES = {
    file: file.read_text(encoding="utf-8")
    for file in STATIC.rglob("*")
    if file.suffix in (".js", ".css", ".html", ".svg")
}
SCRIPTS = "\n".join(text for file, text in SOURCES.items() if file.suffix == ".js")
PYTHON = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "bots/web").glob("*.py"))


def test_every_word_of_the_page_exists_in_both_languages_and_is_used() -> None:
    language = Language(ROOT / "locales")
    said = {f"web-{id}" for id in re.findall(r"\bt\('([a-z0-9-]+)'", SCRIPTS)}
    named = set(re.findall(r'"(web-[a-z0-9-]+)"', PYTHON))
    families = ("web-example-", "param-")

    for locale in ("ja", "en"):
        ours = {id for id in language.ids(locale) if id.startswith("web-")}
        assert (said | named) - ours == set()
        assert {id for id in ours - said - named if not id.startswith(families)} == set()


def test_every_parameter_of_a_listed_command_has_a_short_name() -> None:
    from bots.commands import COMMANDS

    language = Language(ROOT / "locales")
    for command in COMMANDS:
        for parameter in command.parameters if command.listed else ():
            assert language.text("ja", f"param-{parameter.name}") != parameter.name


def test_the_page_asks_nothing_of_other_hosts() -> None:
    harmless = ("http://www.w3.org/2000/svg",)
    for file, text in SOURCES.items():
        addresses = re.findall(r"(?:https?:)?//[a-z0-9-]+\.[a-z.]+[^\s'\"`)]*", text)
        assert [address for address in addresses if not address.startswith(harmless)] == [], file


def test_the_page_runs_under_a_policy_without_inline_code() -> None:
    page = SOURCES[STATIC / "index.html"]

    assert re.findall(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=", page) == []
    assert not re.search(r"\binnerHTML|outerHTML|insertAdjacentHTML|\beval\(|setAttribute\('style'", SCRIPTS)


def test_every_file_the_page_names_is_there() -> None:
    named = {name for text in SOURCES.values() for name in re.findall(r"/static/([\w./-]+)", text)}
    imported = {f"js/{name}" for name in re.findall(r"from '\./([\w.]+)'", SCRIPTS)}

    assert {name for name in named | imported if not (STATIC / name).is_file()} == set()
