"""The command line: the only file that knows every part and starts them.

Exit codes: 0 done, 1 a bug, 2 bad input (one line says what), 75 try again later, 78 the operator must act.
"""

import argparse
import asyncio
import contextlib
import fcntl
import json
import logging
import os
import secrets
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from core.logs import start_logging
from core.refusals import Misconfigured, Refusal
from core.settings import Settings

if TYPE_CHECKING:
    from bots.desk import Desk
    from core.checkup import Finding
    from generator.production import Film, Order
    from generator.storyboard import Storyboard

HERE = Path(__file__).resolve().parent
MODELS = ("core.records", "core.likeness.records", "bots.web.records", "bots.discord.records", "bots.telegram.records")

log = logging.getLogger("kamishibai")


class Exit(IntEnum):
    """Exit codes, after sysexits.h where it has one."""

    DONE = 0
    BUG = 1
    BAD_INPUT = 2
    TRY_AGAIN = 75
    MISCONFIGURED = 78


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand; the exit code."""
    arguments = _parser().parse_args(argv)
    try:
        settings = read_settings()
        tokens = (settings.discord_token.get_secret_value(), settings.telegram_token.get_secret_value())
        start_logging(settings.log_level, tokens)
        run: Callable[[argparse.Namespace, Settings], int] = arguments.run
        return run(arguments, settings)
    except Refusal as refusal:
        print(words(refusal), file=sys.stderr)
        return Exit.BAD_INPUT
    except Misconfigured as problem:
        print(f"kamishibai: {problem}", file=sys.stderr)
        return Exit.MISCONFIGURED
    except KeyboardInterrupt:
        return Exit.DONE


# --- up -------------------------------------------------------------------------------------------------------------


def up(arguments: argparse.Namespace, settings: Settings) -> int:
    """Everything on this machine: embedded Valkey if none is configured, workers, the web room."""
    with _locked(settings):
        _check_port(settings)
        asyncio.run(_up(settings))
    return Exit.DONE


async def _up(settings: Settings) -> None:
    from core.database import migrate
    from core.supervisor import Part, Supervisor
    from core.valkey import valkey_part

    await migrate(settings.resolved_database_url, MODELS)
    this = [sys.executable, "-m", "kamishibai"]
    parts = [] if settings.redis_url else [valkey_part(settings.data)]
    parts += [Part(f"worker-{number + 1}", [*this, "worker"]) for number in range(settings.workers)]
    parts += [Part("web", [*this, "web"])]
    parts += [Part("discord", [*this, "discord"])] if settings.discord_token.get_secret_value() else []
    parts += [Part("telegram", [*this, "telegram"])] if settings.telegram_token.get_secret_value() else []
    supervisor = Supervisor(parts)
    _on_signal(supervisor.stop)
    running = asyncio.create_task(supervisor.run())
    ready = asyncio.create_task(_say_when_ready(settings))
    await running
    ready.cancel()


async def _say_when_ready(settings: Settings) -> None:
    url = f"http://{settings.web_host}:{settings.web_port}/"
    while not await _answers(settings.web_host, settings.web_port):  # noqa: ASYNC110  another process, no event
        await asyncio.sleep(0.05)
    print(f"Kamishibai is open: {url}   (Ctrl-C closes it)", flush=True)


async def _answers(host: str, port: int) -> bool:
    try:
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(f"GET /healthz HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n".encode())
        status = await reader.readline()
        writer.close()
        return b" 200 " in status
    except OSError:
        return False


@contextlib.contextmanager
def _locked(settings: Settings) -> Iterator[None]:
    """One `up` a data folder; Misconfigured if it cannot be written or another one runs."""
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        file = (settings.data / "up.lock").open("a+")
        (settings.data / ".probe").touch()
        (settings.data / ".probe").unlink()
    except OSError as error:
        raise Misconfigured(
            f"the data folder {settings.data} cannot be written ({error.strerror}); set KAMISHIBAI_DATA"
        ) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Misconfigured(f"another Kamishibai already runs on the data folder {settings.data}") from error
        yield


def _check_port(settings: Settings) -> None:
    with socket.socket(socket.AF_INET6 if ":" in settings.web_host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.web_host, settings.web_port))
        except OSError as error:
            raise Misconfigured(
                f"{settings.web_host}:{settings.web_port} cannot be used ({error.strerror}); set KAMISHIBAI_WEB_PORT"
            ) from error


# --- the parts --------------------------------------------------------------------------------------------------------


def worker(arguments: argparse.Namespace, settings: Settings) -> int:
    """One worker, until it is told to end or Redis goes away."""
    asyncio.run(_with_house(settings, _worker))
    return Exit.DONE


async def _worker(settings: Settings) -> None:
    from core.signals import Signals
    from core.storage import Storage
    from generator.worker import Bench, arq_worker
    from generator.workshop import Workshop

    signals = await Signals.open(redis_address(settings))
    bench = Bench(settings, Storage(settings.data / "media"), signals, Workshop(settings.engine))
    try:
        await arq_worker(bench).async_run()
    except asyncio.CancelledError:
        log.info("worker told to end")
    finally:
        bench.workshop.close()
        await signals.close()


def web(arguments: argparse.Namespace, settings: Settings) -> int:
    """The web room, until it is told to end."""
    asyncio.run(_with_house(settings, _web))
    return Exit.DONE


async def _web(settings: Settings) -> None:
    from bots.web.server import serve

    async with _desk(settings) as (desk, stop):
        await serve(desk, stop)


def discord(arguments: argparse.Namespace, settings: Settings) -> int:
    """The Discord bot, until it is told to end; needs KAMISHIBAI_DISCORD_TOKEN."""
    if not settings.discord_token.get_secret_value().strip():
        raise Misconfigured("there is no Discord token; set KAMISHIBAI_DISCORD_TOKEN")
    asyncio.run(_with_house(settings, _discord))
    return Exit.DONE


async def _discord(settings: Settings) -> None:
    from bots.discord.run import run

    async with _desk(settings) as (desk, stop):
        await run(desk, stop)


def telegram(arguments: argparse.Namespace, settings: Settings) -> int:
    """The Telegram bot, until it is told to end; needs KAMISHIBAI_TELEGRAM_TOKEN."""
    if not settings.telegram_token.get_secret_value().strip():
        raise Misconfigured("there is no Telegram token; set KAMISHIBAI_TELEGRAM_TOKEN")
    asyncio.run(_with_house(settings, _telegram))
    return Exit.DONE


async def _telegram(settings: Settings) -> None:
    from bots.telegram.run import run

    async with _desk(settings) as (desk, stop):
        await run(desk, stop)


@contextlib.asynccontextmanager
async def _desk(settings: Settings) -> AsyncIterator["tuple[Desk, asyncio.Event]"]:
    """The desk that adapters bring requests to, and what tells them to end."""
    from bots.commands import names_of
    from bots.desk import Desk
    from bots.house import House
    from bots.language import Language
    from core.signals import Signals
    from core.storage import Storage

    language = Language(HERE / "locales", names_of(settings.command_names))
    signals = await Signals.open(redis_address(settings))
    stop = asyncio.Event()
    _on_signal(stop.set)
    try:
        yield Desk(House(settings, language, Storage(settings.data / "media"), signals)), stop
    finally:
        await signals.close()


async def _with_house(settings: Settings, part: Callable[[Settings], Awaitable[None]]) -> None:
    from core.database import close_database, open_database

    await open_database(settings.resolved_database_url, models=MODELS)
    try:
        await part(settings)
    finally:
        await close_database()


def migrate(arguments: argparse.Namespace, settings: Settings) -> int:
    """Bring the database up to date."""
    from core.database import migrate as migrate_database

    settings.data.mkdir(parents=True, exist_ok=True)
    asyncio.run(migrate_database(settings.resolved_database_url, MODELS))
    return Exit.DONE


# --- without the service ----------------------------------------------------------------------------------------------


def render(arguments: argparse.Namespace, settings: Settings) -> int:
    """Make one film, with a progress bar."""
    from generator.director.asjson import as_json
    from generator.engines.choose import choose_engine
    from generator.engines.hands import Hands
    from generator.production import produce

    order = _order(arguments, settings)
    out = Path(arguments.out) if arguments.out else Path(f"kamishibai-{order.seed}.mp4")
    if not out.parent.is_dir():
        raise Refusal("refusal-no-such-folder", folder=str(out.parent))
    engine = choose_engine(arguments.engine)
    with tempfile.TemporaryDirectory(prefix="kamishibai-") as folder, _progress_bar(arguments.json) as tell:
        with Hands(arguments.engine) as hands:
            film = produce(order, engine, Path(folder), hands=hands, tell=tell)
        _keep(film, out)
    _tell_notes(film.storyboard, quiet=arguments.json)
    if arguments.json:
        facts = {"path": str(out), "width": film.canvas.width, "height": film.canvas.height, "engine": film.engine}
        print(json.dumps({**facts, **as_json(film.storyboard), "spent": film.spent}, ensure_ascii=False))
    else:
        print(out)
    return Exit.DONE


def storyboard(arguments: argparse.Namespace, settings: Settings) -> int:
    """Stop after the director, and print what would be filmed."""
    from generator.director.asjson import as_json
    from generator.pictures.illustrate import illustrate
    from generator.production import canvas_of, storyboard_of

    order = _order(arguments, settings)
    with tempfile.TemporaryDirectory(prefix="kamishibai-") as folder:
        board = storyboard_of(order, illustrate(order.pictures, Path(folder)))
    _tell_notes(board, quiet=arguments.json)
    canvas = canvas_of(board.orientation, order.short_edge, order.fps)
    facts = {"path": None, "width": canvas.width, "height": canvas.height, "engine": arguments.engine}
    print(json.dumps({**facts, **as_json(board)}, ensure_ascii=False, indent=None if arguments.json else 2))
    return Exit.DONE


def gallery(arguments: argparse.Namespace, settings: Settings) -> int:
    """Paint the pages of docs/paper-theatre.md: every set of the paper theatre, or every style."""
    from generator.gallery.page import saved
    from generator.gallery.pages import PAGES

    folder = Path(arguments.out)
    if not folder.is_dir():
        raise Refusal("refusal-no-such-folder", folder=str(folder))
    for name, page in PAGES[arguments.what]():
        print(saved(page, folder / f"{name}.webp"))
    return Exit.DONE


def _order(arguments: argparse.Namespace, settings: Settings) -> "Order":
    from core.making import MOST_PICTURES, check_prompt
    from generator.production import Order

    for picture in arguments.picture:
        if not Path(picture).is_file():
            raise Refusal("refusal-no-such-file", file=picture)
    if len(arguments.picture) > MOST_PICTURES:
        raise Refusal("refusal-too-many-pictures", limit=MOST_PICTURES)
    seconds: float | None = arguments.seconds
    if seconds is not None and not 2 <= seconds <= settings.max_seconds:
        raise Refusal("refusal-seconds-range", low=2, high=settings.max_seconds)
    return Order(
        prompt=check_prompt(arguments.prompt, settings.max_prompt_chars),
        author=arguments.author,
        language="ja" if terminal_locale().startswith("ja") else "en",
        seed=arguments.seed if arguments.seed is not None else secrets.randbits(32),
        seconds=seconds,
        orientation=arguments.orientation,
        style=arguments.style,
        pictures=tuple(Path(picture) for picture in arguments.picture),
        short_edge=settings.short_edge,
        fps=settings.fps,
        max_bytes=settings.max_clip_bytes,
        remix_of=_parent(arguments.remix_of) if arguments.remix_of else None,
    )


def _parent(file: str) -> "Storyboard":
    """The storyboard in a file that `storyboard --json` or `render --json` wrote."""
    from generator.director.fromjson import from_json

    path = Path(file)
    if not path.is_file():
        raise Refusal("refusal-no-such-file", file=file)
    try:
        return from_json(json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, RecursionError) as error:
        raise Refusal("refusal-storyboard-none") from error


def _tell_notes(board: "Storyboard", *, quiet: bool) -> None:
    """What was understood, mended or left out, beside the answer; in JSON it is part of it."""
    from bots.language import Language

    if not quiet:
        say = Language(HERE / "locales").text
        for note in board.notes:
            print(say(terminal_locale(), note.message, **dict(note.params)), file=sys.stderr)


def _keep(film: "Film", out: Path) -> None:
    shutil.move(film.video, out)
    for file in (film.poster, film.srt, film.vtt):
        if file is not None:
            shutil.move(file, out.with_suffix(file.suffix))


@contextlib.contextmanager
def _progress_bar(silent: bool) -> Iterator[Callable[[str, float], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description:8}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), disable=silent, transient=True) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda stage, fraction: bar.update(task, description=stage, completed=fraction)


# --- doctor -----------------------------------------------------------------------------------------------------------


def doctor(arguments: argparse.Namespace, settings: Settings) -> int:
    """Check what this machine has, one line each; the exit code says whether everything needed is there."""
    findings = asyncio.run(_findings(settings))
    for finding in findings:
        print(f"{'ok  ' if finding.well else 'FAIL'} {finding.what}: {finding.said}")
    return Exit.DONE if all(finding.well for finding in findings) else Exit.MISCONFIGURED


async def _findings(settings: Settings) -> "list[Finding]":
    from core.checkup import checkup
    from core.database import close_database, open_database

    findings = await checkup(settings, redis_address(settings), MODELS)
    chats: list[Callable[[Settings], Awaitable[list[Finding]]]] = []
    if settings.discord_token.get_secret_value().strip():
        from bots.discord.checkup import checkup as discord_checkup

        chats.append(discord_checkup)
    if settings.telegram_token.get_secret_value().strip():
        from bots.telegram.checkup import checkup as telegram_checkup

        chats.append(telegram_checkup)
    if chats and all(finding.well for finding in findings if finding.what == "database"):
        await open_database(settings.resolved_database_url, models=MODELS)
        try:
            for look in chats:
                findings += await look(settings)
        finally:
            await close_database()
    return findings


# --- shared -----------------------------------------------------------------------------------------------------------


def read_settings() -> Settings:
    """The settings from the environment and `.env`; Misconfigured with one line if a value is wrong."""
    from pydantic import ValidationError

    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "KAMISHIBAI_" + "_".join(str(part) for part in first["loc"]).upper()
        raise Misconfigured(f"{name}: {first['msg']} (got {first['input']!r})") from error


def redis_address(settings: Settings) -> str | Path:
    """The configured Redis, or the embedded Valkey's socket."""
    from core.valkey import socket_of

    return settings.redis_url or socket_of(settings.data)


def words(refusal: Refusal) -> str:
    """A refusal in the language of the terminal."""
    from bots.language import Language

    return Language(HERE / "locales").text(terminal_locale(), refusal.message, **refusal.params)


def terminal_locale() -> str:
    """The language of the terminal, as POSIX finds it."""
    return os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or "en"


def _on_signal(stop: Callable[[], None]) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop)


class _OneLineParser(argparse.ArgumentParser):
    """Bad usage is one line and exit code 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(Exit.BAD_INPUT, f"{self.prog}: {message}\n")


def _parser() -> argparse.ArgumentParser:
    from generator.engines.choose import ENGINES
    from generator.gallery import KINDS
    from generator.vocabulary import ORIENTATIONS, STYLES

    parser = _OneLineParser(prog="kamishibai", description="Paper theatre for chat: one sentence in, a film out.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_OneLineParser)
    for function in (up, worker, web, discord, telegram, migrate, doctor):
        text = (function.__doc__ or "").splitlines()[0]
        commands.add_parser(function.__name__, help=text, description=text).set_defaults(run=function)
    for function in (render, storyboard):
        text = (function.__doc__ or "").splitlines()[0]
        sub = commands.add_parser(function.__name__, help=text, description=text)
        sub.set_defaults(run=function)
        sub.add_argument("prompt", help="a sentence, a script, or '' for a surprise")
        sub.add_argument(
            "--picture",
            metavar="F",
            action="append",
            default=[],
            help="a picture that acts, or in which the film plays",
        )
        sub.add_argument(
            "--remix-of",
            metavar="PARENT.json",
            help="what --json printed of another film; the prompt says what to change",
        )
        sub.add_argument("--seconds", type=float, metavar="N", help="length of the film")
        sub.add_argument("--orientation", choices=ORIENTATIONS, help="portrait, if nothing else is said")
        sub.add_argument("--style", choices=STYLES)
        sub.add_argument("--seed", type=int, metavar="N", help="the same seed makes the same film")
        sub.add_argument("--engine", choices=ENGINES, default="paper")
        sub.add_argument("--author", default="you", help="the name in the watermark")
        sub.add_argument("--json", action="store_true", help="print one JSON object")
        if function is render:
            sub.add_argument("--out", metavar="F", help="where to put the film")
    text = (gallery.__doc__ or "").splitlines()[0]
    sub = commands.add_parser("gallery", help=text, description=text)
    sub.set_defaults(run=gallery)
    sub.add_argument("what", choices=KINDS, help="what the pages show")
    sub.add_argument("--out", metavar="FOLDER", default=".", help="where to put the pages")
    return parser


if __name__ == "__main__":
    sys.exit(main())
