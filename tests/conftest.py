"""Settings of all tests."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# Nothing fails on time: a loaded machine, or one that builds Hypothesis's tables first, is no defect of ours.
settings.register_profile("corpuscli", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("corpuscli")
