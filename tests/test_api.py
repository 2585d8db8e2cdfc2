"""The public API: every name is there, and importing the package imports nothing else."""

from __future__ import annotations

import subprocess
import sys

import pytest

import corpuscli


@pytest.mark.parametrize("name", corpuscli.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(corpuscli, name) is not None
    assert name in dir(corpuscli)
    assert name in corpuscli._HOME


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'parse_dates'"):
        corpuscli.parse_dates  # noqa: B018 - the access is the test


def test_importing_it_imports_no_third_party_package() -> None:
    code = "import sys, corpuscli; corpuscli.parse_date('10 March 1921'); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"yaml", "numpy", "lxml", "rapidfuzz", "tabulate", "rich", "typer"} & set(
        run.stdout.replace(".", " ").split()
    )
