"""One edition by CMIF and by CSV: the same letters, as far as its makers say the same."""

from __future__ import annotations

import tarfile
from pathlib import Path

import pytest

from corpuscli.intake.files import read_letters
from corpuscli.text.dates import parse_edtf

_SPENER = Path(__file__).parents[3] / "shared" / "corpora" / "cmif-spener.tar.xz"
pytestmark = pytest.mark.skipif(not _SPENER.exists(), reason="needs ../shared/corpora")

_ONLY_CMIF = {"edition", "licence"}
"""The CSV has an abbreviation for the edition, and no licence."""
_BRACKETS = {
    "einen Amtsbruder] im [Elsaß?",
    "Christian?] [Meschmann",
    "einen Bekannten] im [Elsaß?",
    "einen Amtsbruder] [in der Lausitz?",
}
"""Names of the CMIF from whose ends its maker, csv2cmi, took brackets that were no pair."""
_COARSER = str.maketrans({"~": "?", "%": "?", ",": "."})
"""What csv2cmi made of dates: ``~`` and ``%`` are cert="medium", ``[a,b]`` and ``[a..b]`` notBefore and notAfter."""


def test_the_same_letters_come_in_both_ways(tmp_path: Path) -> None:
    with tarfile.open(_SPENER) as archive:
        archive.extractall(tmp_path, filter="data")
    folder = tmp_path / "cmif-spener"
    pairs = [*zip(*(read_letters(str(folder / name)) for name in ("letters.xml", "letters.csv")), strict=True)]
    assert len(pairs) == 2435
    dates, names = 0, 0
    for cmif, table in pairs:
        one, other = ({field.key: field.value for field in reading.fields} for reading in (cmif, table))
        for key in (one.keys() | other.keys()) - _ONLY_CMIF:
            if one.get(key) == other.get(key):
                continue
            if key == "date":
                dates += 1
                read, wanted = parse_edtf(str(one[key])), parse_edtf(str(other[key]))
                assert (read.earliest, read.latest) == (wanted.earliest, wanted.latest)
                assert str(one[key]).replace("..", ".") == str(other[key]).replace("..", ".").translate(_COARSER)
            else:
                names += 1
                assert key == "recipients"
                assert one[key][0] in _BRACKETS
                assert str(one[key][0]) == str(other[key][0]).removeprefix("[").removesuffix("]")
    assert (dates, names) == (177, 5)
