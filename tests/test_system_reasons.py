"""What the system says of a failure, as the end of a sentence."""

import errno
import os

import pytest

from reader import system_reasons
from reader.system_reasons import system_reason


def test_the_usual_reasons_are_those_of_the_system() -> None:
    usual = {number: told for number, told in system_reasons._usual().items() if number > 0}
    assert {number: os.strerror(number).lower() for number in usual} == usual


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "/a"), "no space left on device"),
        (PermissionError(errno.EACCES, "Permission denied"), "permission denied"),
        (OSError(errno.EXDEV, "Invalid cross-device link"), "invalid cross-device link"),
        (OSError("something of its own"), "something of its own"),
        (OSError(), "OSError"),
        (ValueError("embedded null byte"), "embedded null byte"),
    ],
)
def test_a_reason_has_neither_number_nor_path(error: Exception, told: str) -> None:
    assert system_reason(error) == told
