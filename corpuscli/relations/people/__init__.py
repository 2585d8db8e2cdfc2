"""Printed names and the register of persons and bodies."""

from corpuscli.relations.people.register import Register

__all__ = ["Register"]
