"""The command itself: what it refuses before it serves, and that nobody but this machine can reach it unasked."""

import socket

import pytest

from experiments.console import main
from experiments.console.complete import candidates
from experiments.console.explore import HELP, KEYS
from experiments.console.vocabulary import vocabulary
from experiments.explorer import serve
from experiments.explorer.serve import LOOPBACK, bound, is_loopback
from experiments.two_worlds.view import LOOKED


@pytest.mark.parametrize("words, told", [
    (["port=99999"], "port=99999"), (["port=x"], "port=x"), (["host=everywhere"], "host=everywhere"),
    (["open=perhaps"], "open=perhaps"), (["a.governance=hierarchicl"], "hierarchical"), (["prot=1"], "port"),
    (["view.colour=red"], "view.colour"), (["service=x100"], "too many for a map"),
    (["a.seed=2"], "same on both sides"),
])
def test_a_mistake_ends_with_2_and_one_message_before_anything_is_served(words, told, capsys, monkeypatch):
    monkeypatch.setattr(serve, "serve", lambda *_: pytest.fail("served all the same"))
    given = words if words[0].startswith("open=") else ["open=false", *words]
    assert main(["explore", *given]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    message = said.err.strip().splitlines()
    assert told in " ".join(message)
    assert len(message) <= 3


def test_the_command_takes_every_word_of_a_link_and_the_shell_knows_them():
    assert KEYS[3:] == LOOKED
    known = vocabulary()
    assert candidates("probgov explore view.colour=rat", known) == ["view.colour=rating"]
    assert "b.governance=egalitarian" in candidates("probgov explore b.governance=e", known)


def test_a_missing_extra_is_told_with_what_to_install(capsys, monkeypatch):
    monkeypatch.setattr(serve, "NEEDED", ("solara", "no_such_package_of_ours"))
    assert main(["explore", "open=false", "service=toy"]) == 2
    assert "pip install 'probation-governance[dashboard]'" in capsys.readouterr().err


def test_a_port_that_is_taken_is_told(capsys):
    with socket.socket() as other:
        other.bind((LOOPBACK, 0))
        other.listen()
        port = other.getsockname()[1]
        assert main(["explore", "open=false", "service=toy", f"port={port}"]) == 2
    assert f"port={port} cannot be had" in capsys.readouterr().err


def test_unless_told_only_this_machine_is_listened_to():
    assert f"host={LOOPBACK} " in HELP
    taken = bound(LOOPBACK, 0)
    assert taken.getsockname()[0] == "127.0.0.1"
    taken.close()
    assert [is_loopback(host) for host in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "192.168.1.5")] \
        == [True, True, True, False, False]
