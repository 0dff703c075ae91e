import json
import socket
import subprocess
import sys
import time
from pathlib import Path

import av
import pytest

from benchmarks.ports import free_port
from tests.up import ROOT, environment, opened


def kamishibai(*words: str, data: Path, **settings: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kamishibai", *words],
        env=environment(data, **settings),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )


def test_render_makes_a_film_and_says_what_is_in_it(tmp_path: Path) -> None:
    out = tmp_path / "cat.mp4"
    words = ("render", "猫が踊っている動画を作って", "--seconds", "3", "--seed", "5", "--out", str(out), "--json")

    done = kamishibai(*words, data=tmp_path, short_edge=240, fps=12)

    assert done.returncode == 0, done.stderr
    film = json.loads(done.stdout)
    assert (film["path"], film["seconds"], film["width"], film["height"]) == (str(out), 3.0, 240, 426)
    assert (film["engine"], film["seed"]) == ("paper", 5)
    assert any("cat" in shot["cast"] for shot in film["shots"])
    assert any("dance" in shot["actions"] for shot in film["shots"])
    assert set(film["spent"]) == {"inspect", "direct", "speak", "mix", "draw"}
    with av.open(str(out)) as container:
        assert {stream.type for stream in container.streams} == {"video", "audio"}


def test_storyboard_prints_the_same_keys_without_a_film(tmp_path: Path) -> None:
    done = kamishibai("storyboard", "夜の海で犬が泳ぐ", "--seed", "1", "--json", data=tmp_path)

    board = json.loads(done.stdout)
    assert board["path"] is None
    shot = board["shots"][0]
    assert {
        "start", "seconds", "framing", "camera", "place", "time_of_day", "weather", "cast", "actions"
    } <= set(shot)  # fmt: skip
    assert shot["time_of_day"] == "night"


def test_a_film_is_remixed_from_its_storyboard_and_the_remix_again(tmp_path: Path) -> None:
    parent, child = tmp_path / "parent.json", tmp_path / "child.json"
    parent.write_text(kamishibai("storyboard", "夜の森で熊が踊る", "--seed", "1", "--json", data=tmp_path).stdout)

    first = kamishibai("storyboard", "熊をゴリラにして", "--remix-of", str(parent), "--json", data=tmp_path)
    child.write_text(first.stdout)
    out = tmp_path / "film.mp4"
    words = ("render", "make it snow, blorp", "--remix-of", str(child), "--out", str(out), "--seconds", "2")
    again = kamishibai(*words, data=tmp_path, short_edge=240, fps=12)

    before, after = json.loads(parent.read_text()), json.loads(first.stdout)
    assert [who["concept"] for who in after["cast"]] == ["gorilla"]
    assert after["storyboard"]["shots"] == before["storyboard"]["shots"]
    assert after["seed"] == before["seed"]
    assert after["notes"] == [["remix-replaced", {"old": "熊", "new": "ゴリラ"}], ["remix-rest-stays", {}]]
    assert again.returncode == 0, again.stderr
    assert "blorp" in again.stderr
    assert out.stat().st_size > 1000


def test_a_remix_in_which_nothing_is_understood_is_refused(tmp_path: Path) -> None:
    parent = tmp_path / "parent.json"
    parent.write_text(kamishibai("storyboard", "熊が踊る", "--seed", "1", "--json", data=tmp_path).stdout)

    refused = kamishibai("storyboard", "blorp", "--remix-of", str(parent), data=tmp_path)
    no_film = kamishibai("storyboard", "night", "--remix-of", str(Path(__file__)), data=tmp_path)

    assert (refused.returncode, no_film.returncode) == (2, 2)
    assert "blorp" in refused.stderr
    assert "熊" in refused.stderr
    assert len(no_film.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("render", "x", "--seconds", "900"), "秒"),
        (("render", "x", "--seconds", "long"), "--seconds"),
        (("render", "x", "--style", "oil"), "--style"),
        (("render", "x" * 10_000), "10,000"),
        (("render", "x", "--out", "/no/such/folder/x.mp4"), "/no/such/folder"),
        (("render", "x", "--picture", "/no/such/picture.png"), "/no/such/picture.png"),
        (("dance",), "dance"),
        ((), "COMMAND"),
    ],
)
def test_bad_input_is_one_line_and_status_2(words: tuple[str, ...], said: str, tmp_path: Path) -> None:
    done = kamishibai(*words, data=tmp_path)

    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert said in done.stderr


def test_a_wrong_setting_is_one_line_that_names_it(tmp_path: Path) -> None:
    done = kamishibai("doctor", data=tmp_path, web_port="many")

    assert done.returncode == 78
    assert "KAMISHIBAI_WEB_PORT" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_up_says_its_address_and_ends_on_ctrl_c(tmp_path: Path) -> None:
    port = free_port()
    with opened(tmp_path / "data", web_port=port) as (process, line):
        assert f"http://127.0.0.1:{port}/" in line

    assert process.returncode == 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_a_port_in_use_is_one_clear_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = kamishibai("up", data=tmp_path, web_port=port)

    assert done.returncode == 78
    assert str(port) in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_an_unwritable_data_folder_is_one_clear_line(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()

    done = kamishibai("up", data=file / "data", web_port=free_port())

    assert done.returncode == 78
    assert "KAMISHIBAI_DATA" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_second_up_on_the_same_data_is_one_clear_line(tmp_path: Path) -> None:
    with opened(tmp_path):
        second = kamishibai("up", data=tmp_path, web_port=free_port())

    assert second.returncode == 78
    assert "already" in second.stderr
    assert len(second.stderr.strip().splitlines()) == 1


def test_killing_up_leaves_nothing_running(tmp_path: Path) -> None:
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-m", "kamishibai", "up"],
        env=environment(tmp_path, web_port=port),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert "http" in process.stdout.readline()
        process.kill()

    until = time.monotonic() + 15
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                break
        time.sleep(0.1)
    else:
        pytest.fail("the web room outlived its supervisor")


def test_gallery_says_which_folder_is_missing(tmp_path: Path) -> None:
    done = kamishibai("gallery", "sets", "--out", str(tmp_path / "nowhere"), data=tmp_path)
    assert done.returncode == 2
    assert "nowhere" in done.stderr
