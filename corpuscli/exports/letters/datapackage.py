"""A Data Package 2.0: tables as CSV with their types and keys, in a folder with ``datapackage.json``."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

from corpuscli.exports.relational.schema import BOOLEAN, DATE, FRAMES, INTEGER, Frame
from corpuscli.exports.relational.stream import rows
from corpuscli.intake.own_table import guarded
from corpuscli.store.outside_folder import filling

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpuscli.exports.relational.rows import Cell
    from corpuscli.exports.volume import Volume

_TYPES = {INTEGER: "integer", DATE: "date", BOOLEAN: "boolean"}


def save(volume: Volume, path: str) -> None:
    """Fill a folder; a cell that a spreadsheet would run has a leading apostrophe.

    Raises:
        WriteError: It cannot be written; what stood there stands as it was.
    """
    with filling(path) as folder:
        writers = {frame.name: csv.writer(folder.text(f"{frame.name}.csv"), lineterminator="\n") for frame in FRAMES}
        for frame in FRAMES:
            writers[frame.name].writerow([column.name for column in frame.columns])
        for name, row in rows(volume):
            writers[name].writerow([_cell(value) for value in row])
        folder.whole("datapackage.json", json.dumps(_package(volume), ensure_ascii=False, indent=2) + "\n")


def _cell(value: Cell) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else guarded(value.replace("\0", "[U+0000]")) if isinstance(value, str) else str(value)


def _package(volume: Volume) -> Mapping[str, object]:
    """Return the descriptor. Source: the Data Package standard, version 2.0, of frictionlessdata.io."""
    said = volume.publication
    roles = {"publisher": said.get("publisher"), "editor": said.get("editor")}
    about = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "letters",
        "title": volume.title,
        "description": "Letters kept with corpuscli. A cell that a spreadsheet would run has a leading apostrophe.",
        "homepage": said.get("url"),
        "contributors": [{"title": name, "roles": [role]} for role, name in roles.items() if name],
        "licenses": [{"path": said["licence"]}] if said.get("licence") else [],
        "resources": [_resource(frame) for frame in FRAMES],
    }
    return {key: value for key, value in about.items() if value}


def _resource(frame: Frame) -> Mapping[str, object]:
    fields = [
        {
            "name": column.name,
            "type": _TYPES.get(column.kind, "string"),
            "description": column.what,
            **({"constraints": {"required": True}} if column.needed else {}),
        }
        for column in frame.columns
    ]
    pointed = [
        {"fields": [column], "reference": {"resource": table, "fields": ["id" if table == "letters" else "key"]}}
        for column, table in frame.points
    ]
    schema: dict[str, object] = {"fields": fields, "primaryKey": list(frame.key), "missingValues": [""]}
    if pointed:
        schema["foreignKeys"] = pointed
    return {
        "name": frame.name,
        "type": "table",
        "path": f"{frame.name}.csv",
        "description": frame.what,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }
