"""What the register may be told: that names are one person's, another name to print, new persons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpuscli.errors import InputError, UnknownNameError, UsageError, WriteError
from corpuscli.model.edit import apply_edits
from corpuscli.model.person import Person
from corpuscli.model.values import dataclass
from corpuscli.relations.people.joining import Joining
from corpuscli.relations.people.register import Register
from corpuscli.relations.people.tally import tally
from corpuscli.store.corpus import PEOPLE_NAME
from corpuscli.store.files import read_text
from corpuscli.store.register_edits import RegisterEditor
from corpuscli.store.registers import parse_people
from corpuscli.store.writing.transaction import Transaction
from corpuscli.text.names import fold, is_body

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpuscli.store.corpus import Corpus


@dataclass(frozen=True, slots=True)
class RegisterChange:
    """people.yaml before and after; equal where there is nothing to do.

    Args:
        root: The corpus's folder is ``corpus.root``.
        old: The file's text, None where there is no file.
        new: What it shall be.
    """

    corpus: Corpus
    old: str | None
    new: str

    @property
    def path(self) -> str:
        """The register's path as the user should see it."""
        return self.corpus.shown(PEOPLE_NAME)

    @property
    def said(self) -> str:
        """Say in a few words whom it adds, changes and takes away, as ``Added lenin (V. I. Lenin)``."""
        before, after = (
            {person.key: person for person in parse_people(text, self.path)} for text in (self.old or "", self.new)
        )
        kinds = {
            "added": [person for key, person in after.items() if key not in before],
            "changed": [person for key, person in after.items() if before.get(key, person) != person],
            "took away": [person for key, person in before.items() if key not in after],
        }
        words = "; ".join(f"{verb} {_few(persons)}" for verb, persons in kinds.items() if persons)
        return f"{words[:1].upper()}{words[1:]}"

    def write(self, command: str) -> bool:
        """Write the register under an undo record; tell whether there was anything to change."""
        job = Transaction(self.corpus.root, command)
        if self.old is None:
            job.create(PEOPLE_NAME, self.new.encode())
        else:
            job.replace(PEOPLE_NAME, self.old.encode(), self.new.encode())
        return job.commit() is not None


_FEW = 3
"""Persons that a line names."""


def _few(persons: Sequence[Person]) -> str:
    if len(persons) > _FEW:
        return f"{len(persons)} persons"
    return ", ".join(f"{person.key} ({person.name})" for person in persons)


ACTIONS = ("merge", "rename", "add")


def change(
    corpus: Corpus, words: Sequence[str], key: str = "", named: Iterable[Person] | None = None
) -> RegisterChange:
    """Do what the words of a command line say: ``merge A B...``, ``rename A NAME`` or ``add NAME...``.

    Args:
        corpus: The corpus.
        words: The words.
        key: With rename, the entry's new key.
        named: With add, more persons; None where none are offered.

    Raises:
        UsageError: Words are missing, there are too many, or one says nothing.
    """
    action, names = (words[0], words[1:]) if words else ("", words)
    if not all(name.strip() for name in names):
        raise UsageError(f"people {action}: a name that says nothing; write one")
    if action == "add" and (names or named is not None):
        return add(corpus, [*(Person("", name, body=is_body(name)) for name in names), *(named or ())])
    if named is not None:
        raise UsageError("--from is for add: corpuscli people add --from FILE")
    if action == "merge" and len(names) > 1:
        return merge(corpus, names[0], names[1:])
    if action == "rename" and (len(names) == 2 or (len(names) == 1 and key)):  # noqa: PLR2004 - who, and the name
        return rename(corpus, names[0], names[1] if len(names) > 1 else "", key)
    forms = {"add": "add NAME...", "merge": "merge A B...", "rename": "rename A NAME, or rename A --key KEY"}
    raise UsageError(f"write: corpuscli people {forms[action]} (names of several words in quotes)")


def merge(corpus: Corpus, into: str, others: Sequence[str]) -> RegisterChange:
    """Make names or entries one person: ``into`` keeps key and name, the others become its variants.

    Args:
        corpus: The corpus.
        into: Key or name of a person of the register.
        others: Keys or names of the register, or names that stand in letters.

    Raises:
        UsageError: ``into`` is several persons.
        UnknownNameError: A name stands neither in the register nor in a letter.
    """
    register, source = _open(corpus)
    target = _one(register, into)
    editor = RegisterEditor(source or "", corpus.shown(PEOPLE_NAME))
    merged = [
        person if person is not None else Person("", _printed(corpus, register, name))
        for name in others
        for person in (_known(register, name),)
        if person != target
    ]
    names = _new(target.names, [name for person in merged for name in person.names])
    refs = _new(target.refs, [ref for person in merged for ref in person.refs])
    editor.extend(target.key, "variants", names)
    editor.extend(target.key, "refs", refs)
    gone = {person.key for person in merged if person.key}
    for key in gone:
        editor.remove(key)
    after = replace(target, variants=(*target.variants, *names), refs=(*target.refs, *refs))
    people = [after if person == target else person for person in register.people if person.key not in gone]
    return _checked(corpus, source, editor, people)


def rename(corpus: Corpus, who: str, name: str, key: str = "") -> RegisterChange:
    """Give a person another name to print, the old one becoming a variant, and another key; "" leaves either.

    Raises:
        UsageError: ``who`` is several persons, or the key is another person's.
        UnknownNameError: ``who`` is nobody of the register.
    """
    register, source = _open(corpus)
    target = _one(register, who)
    if key and key != target.key and key in register.by_key:
        raise UsageError(f"the key {key!r} is {register.by_key[key].name}'s; choose another")
    editor = RegisterEditor(source or "", corpus.shown(PEOPLE_NAME))
    after = target
    if name and name != target.name:
        old = _new((name, *target.variants), [target.name])
        editor.put(target.key, "name", name)
        editor.extend(target.key, "variants", old)
        after = replace(after, name=name, variants=(*target.variants, *old))
    if key and key != target.key:
        editor.rename(target.key, key)
        after = replace(after, key=key)
    people = [after if person == target else person for person in register.people]
    return _checked(corpus, source, editor, people)


def add(corpus: Corpus, persons: Iterable[Person]) -> RegisterChange:
    """Put persons and bodies into the register, each under a key made of the surname.

    Those who are known, by name or by an authority reference, get the spelling and the references that are new, see
    :class:`~corpuscli.relations.people.joining.Joining`.
    """
    register, source = _open(corpus)
    editor = RegisterEditor(source or "", corpus.shown(PEOPLE_NAME))
    joining = Joining(register.people)
    for person in persons:
        joining.join(person)
    for old, new in zip(register.people, joining.people, strict=False):
        editor.extend(old.key, "variants", new.variants[len(old.variants) :])
        editor.extend(old.key, "refs", new.refs[len(old.refs) :])
    for person in joining.people[len(register.people) :]:
        editor.add(person)
    return _checked(corpus, source, editor, joining.people)


def _open(corpus: Corpus) -> tuple[Register, str | None]:
    """Read the register and its file."""
    path = corpus.root / PEOPLE_NAME
    source = read_text(str(path), corpus.shown(PEOPLE_NAME)) if path.exists() else None
    return Register(corpus.people), source


def _one(register: Register, words: str) -> Person:
    """Return the one person that is meant."""
    found = register.meant(words)
    if len(found) == 1:
        return found[0]
    raise UsageError(f"{words!r} is {' or '.join(person.key for person in found)}; give the key")


def _known(register: Register, name: str) -> Person | None:
    """Return the person of a key or a whole name; a surname alone does not say who is merged."""
    person = register.by_key.get(name)
    if person is not None:
        return person
    found = register.resolve(name)
    if len(found) > 1:
        raise UsageError(f"{name!r} is {' or '.join(person.key for person in found)}; give the key")
    return found[0] if found else None


def _printed(corpus: Corpus, register: Register, name: str) -> str:
    """Return a name as it stands in letters."""
    unknown = {spelling for count in tally(corpus.letters(), register).unknown for spelling in count.spellings}
    if name in unknown:
        return name
    same = sorted(there for there in unknown if fold(there) == fold(name))
    if same:
        return same[0]
    from corpuscli.text.nearest import nearest

    raise UnknownNameError("name", name, nearest(name, [*unknown, *register.by_key]))


def _new(there: Sequence[str], texts: Sequence[str]) -> tuple[str, ...]:
    """Return the texts that are not there yet, each once."""
    return tuple(text for text in dict.fromkeys(texts) if text not in there)


def _checked(corpus: Corpus, source: str | None, editor: RegisterEditor, people: Sequence[Person]) -> RegisterChange:
    """Prove that the edited file holds exactly the people it shall hold."""
    if not editor.edits:
        return RegisterChange(corpus, source, source or "")
    new = apply_edits(source or "", editor.edits)
    path = corpus.shown(PEOPLE_NAME)
    try:
        written = parse_people(new, path)
    except InputError as problem:
        raise WriteError(f"left alone; the change would make it unreadable: {problem}") from None
    if written != tuple(people):
        raise WriteError(f"{path}: left alone; its layout is beyond what can be edited: change it by hand")
    return RegisterChange(corpus, source, new)
