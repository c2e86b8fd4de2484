"""Forms that an editor left for another page of the desk, to come back to: in memory only, as nothing is written before Save."""

from secrets import token_urlsafe
from threading import Lock

from werkzeug.datastructures import MultiDict

_MOST = 50


class KeptForms:
    """The fields of the last forms that were left, by a name for addresses. Several threads may use them."""

    def __init__(self) -> None:
        """Begin without a form."""
        self._forms: dict[str, MultiDict[str, str]] = {}
        self._lock = Lock()

    def keep(self, fields: MultiDict[str, str]) -> str:
        """Keep the fields of a form, and return its name."""
        name = token_urlsafe(9)
        with self._lock:
            self._forms[name] = fields.copy()
            if len(self._forms) > _MOST:
                del self._forms[next(iter(self._forms))]
        return name

    def find(self, name: str) -> MultiDict[str, str] | None:
        """Return the fields of a form; None if it is not kept any more."""
        with self._lock:
            found = self._forms.get(name)
            return None if found is None else found.copy()
