"""JUnit's XML, for whatever shows test reports: every letter with findings is a case for each of them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, TextIO
from xml.sax.saxutils import escape, quoteattr

from corpuscli.text.visible import visible

if TYPE_CHECKING:
    from corpuscli.exports.paint import Paint
    from corpuscli.model.finding import Finding, Findings


def write(findings: Findings, out: TextIO, paint: Paint) -> None:  # noqa: ARG001 - programs read no paint
    """Write one suite; where nothing was found, one case that passes."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    cases = [_case(one) for one in findings.findings if one.severity != "hint"]
    passed = '<testcase name="lint" classname="corpuscli" time="0"/>\n'
    out.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
        f'<testsuite package="corpuscli" id="0" name="corpuscli lint" timestamp="{now}" hostname="localhost" '
        f'tests="{len(cases) or 1}" failures="{len(cases)}" errors="0" time="0">\n<properties/>\n'
        f"{''.join(cases) or passed}"
        f"<system-out>{escape(str(findings))}</system-out>\n<system-err/>\n</testsuite>\n</testsuites>\n"
    )


def _case(one: Finding) -> str:
    place = f"{one.where.line}:{one.where.column}"
    message = visible(one.message)
    return (
        f"<testcase name={quoteattr(f'{one.code} {one.name} {place}')} classname={quoteattr(visible(one.where.path))} "
        f'time="0">\n<failure type={quoteattr(one.severity)} message={quoteattr(message)}>'
        f"{escape(f'{visible(one.where.path)}:{place}: {message}')}</failure>\n</testcase>\n"
    )
