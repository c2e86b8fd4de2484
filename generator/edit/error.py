"""The error of all commands that read or change a project for its editors."""

from generator.diagnostics import Diagnostic


class EditError(Exception):
    """A command cannot do what it was asked to do, and nothing was written.

    The message says why and what to do; `diagnostics` are the errors that explain it, if any.
    """

    def __init__(self, message: str, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        """Store the diagnostics beside the message."""
        super().__init__(message)
        self.diagnostics = diagnostics


class SavedMeanwhileError(EditError):
    """Somebody else has saved a file of the change since it was read, so nothing was written."""
