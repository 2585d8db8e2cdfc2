"""The letters of this repository, as the formats' own validators see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tests.editions import HOME
from tests.validators import SCHEMAS, _valid, checks

if TYPE_CHECKING:
    from pathlib import Path


def test_our_own_letters_are_valid_in_every_format(tmp_path: Path) -> None:
    if not SCHEMAS.exists():
        pytest.skip("the schemas are not here")
    found = list(checks(HOME / "letters", SCHEMAS, tmp_path))
    assert len(found) == 11
    assert [check for check in found if check.passed is False] == []
    assert sum(check.passed is True for check in found) >= 4


def test_a_fault_would_be_seen(tmp_path: Path) -> None:
    rules = etree.RelaxNG(etree.XML('<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>'))
    (tmp_path / "good.xml").write_text("<a/>")
    (tmp_path / "bad.xml").write_text("<b/>")
    check = _valid("", rules, sorted(tmp_path.iterdir()))
    assert not check.passed
    assert check.said.startswith("2 files, 1 faulty")
