"""Questions from notebooks and scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.store.corpus import Corpus


def query(
    corpus: Corpus,
    text: str = "",
    *,
    certain: bool = False,
    undated: bool = False,
    **filters: str | Iterable[str],
) -> list[dict[str, object]]:
    """Return the letters that answer, in the order of their dates, undated ones last.

    Args:
        corpus: An open corpus.
        text: A question in the query language, as ``from:stalin not:type:telegram date:1921..1922-06``; every letter
            answers an empty one. ``@name`` is a query saved in corpus.yaml.
        certain: Whether a letter's date must lie in the days asked for; otherwise it is enough that it may.
        undated: Whether only letters without a date are meant.
        **filters: The filter flags of the command line: sender, recipient, person, place, date, since, until, before,
            after, archive, fond, opis, delo, cites, tag, type, language, has, missing, match; one value, or several of
            which one must hold. Between filters, and with ``text``, all must hold.

    Returns:
        One dictionary a letter: the keys of its front matter as stored, then ``path``, ``words``, and ``date_earliest``
        and ``date_latest`` as YYYY-MM-DD, None at an open end. The shape is that of ``list --format json``.

    Raises:
        UnknownNameError: No such filter or field; a person, place, tag or type that no letter has.
        QueryError: A query that cannot be read; shows the place.
        InputError: Letters that cannot be read: the first; ``corpuscli lint`` names all.

    >>> query(open_corpus("letters"), "from:chicherin", date="1921", certain=True)[0]["id"]  # doctest: +SKIP
    '1921-03-10-chicherin-stalin'
    """
    from corpuscli.querying.ask import ask
    from corpuscli.querying.flags import FLAGS, Asked, question

    for name in filters:
        if name not in FLAGS:
            from corpuscli.text.nearest import nearest

            raise UnknownNameError("filter", name, nearest(name, FLAGS))
    flags = {name: (value,) if isinstance(value, str) else tuple(value) for name, value in filters.items()}
    answer = ask(corpus, question(corpus, Asked(flags, text, certain, undated)))
    if answer.unread:
        raise answer.unread[0]
    return [dict(row) for row in answer.rows]
