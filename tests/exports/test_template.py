from __future__ import annotations

import io

import pytest

from corpuscli.errors import UnknownNameError, UsageError
from corpuscli.exports.template import template_writer
from corpuscli.model.table import Table

ROW = {"id": "a", "senders": ("x\x1b[31m", "y"), "x-box": "7"}


def printed(template: str) -> str:
    out = io.StringIO()
    write = template_writer(template, {"id": "", "senders": "", "place": ""}, lambda row, name: row.get(name))
    write(Table((), [ROW]), out)
    return out.getvalue()


def test_a_line_a_row() -> None:
    assert printed("$id\\t${senders} $$ ${x-box}|$place") == "a\tx\\x1b[31m; y $ 7|\n"
    assert printed("{id} {0.__class__} %s") == "{id} {0.__class__} %s\n"


@pytest.mark.parametrize("template", ["$", "$ id", "${id"])
def test_a_lone_dollar_is_refused(template: str) -> None:
    with pytest.raises(UsageError, match=r"write \$\$"):
        printed(template)


def test_an_unknown_column_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="did you mean senders"):
        printed("$sender")
