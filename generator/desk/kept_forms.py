"""Forms that an editor left for another page of the desk, to come back to: in memory only, as nothing is written before Save."""

from collections.abc import Iterator
from dataclasses import dataclass
from secrets import token_urlsafe
from threading import Lock

from werkzeug.datastructures import MultiDict

_MOST = 50


@dataclass(frozen=True)
class KeptForm:
    """The fields of a form of a position, the cell that it is about, the words for it, and the list that evidence was looked for."""

    name: str
    slug: str
    party: str
    issue: str
    title: str
    fields: MultiDict[str, str]
    owner: str


class KeptForms:
    """The last forms that were left, by a name for addresses. Several threads may use them."""

    def __init__(self) -> None:
        """Begin without a form."""
        self._forms: dict[str, KeptForm] = {}
        self._lock = Lock()

    def keep(self, form: KeptForm) -> None:
        """Keep a form until it is saved."""
        with self._lock:
            self._forms.pop(form.name, None)
            self._forms[form.name] = form
            if len(self._forms) > _MOST:
                del self._forms[next(iter(self._forms))]

    def find(self, name: str) -> KeptForm | None:
        """Return the form with a name; None if it is not kept any more."""
        with self._lock:
            return self._forms.get(name)

    def drop(self, name: str) -> None:
        """Forget a form: it is saved."""
        with self._lock:
            self._forms.pop(name, None)

    def newest(self, most: int) -> Iterator[KeptForm]:
        """Yield the forms that were left last, the newest first."""
        with self._lock:
            return iter([*reversed(self._forms.values())][:most])

    @staticmethod
    def new_name() -> str:
        """Return a name that nobody can guess."""
        return token_urlsafe(9)
