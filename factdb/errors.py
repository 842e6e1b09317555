"""Errors that a person can mend: each says what is wrong, where, and what to do next."""


class FactdbError(Exception):
    """A mistake that the user can fix.

    `what` names the fault, `where` the file, line, field or id it was found in, `next_step` what to do about it.
    The command line prints the three as one message and ends with status 2.
    """

    def __init__(self, what: str, *, where: str = "", next_step: str = "") -> None:
        self.what = what
        self.where = where
        self.next_step = next_step
        super().__init__(str(self))

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}. {self.next_step}" if self.next_step else head


class LexiconError(FactdbError):
    """A word list that ships with factdb is malformed."""


class ReadError(FactdbError):
    """A file or a row of it could not be read as an article."""


class DatabaseError(FactdbError):
    """The database is missing, of another schema, or no factdb database at all."""


class NotFoundError(FactdbError):
    """An id or a prefix names no claim or article, or more than one."""
