"""The command `netral` knows its subcommands by name, and loads only the one that is called."""

from __future__ import annotations

import subprocess
import sys

import pytest

from netral.cli import COMMANDS, main

#: What a check needs none of, and each takes long to load.
HEAVY = {"netral.build", "pypdf", "openpyxl", "typst", "jinja2"}


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself_by_its_name(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: netral {name} ")


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    words = capsys.readouterr().out.split()
    assert [name for name in COMMANDS if name not in words] == []


def test_a_check_does_not_load_what_only_a_build_needs() -> None:
    look = "import sys; from netral.cli import main\ntry: main(['check', '--help'])\nexcept SystemExit: pass\n"
    loaded = subprocess.run(
        [sys.executable, "-c", f"{look}print('loaded:', *sys.modules)"], capture_output=True, text=True, check=True
    ).stdout.split("loaded:")[1]
    assert HEAVY & set(loaded.split()) == set()
