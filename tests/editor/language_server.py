"""A client for a language server: JSON-RPC over the standard streams of a program."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from threading import Timer
from types import TracebackType
from typing import Any, Self

PATIENCE = 60  # seconds
# What this client supports: completion with snippets, texts in Markdown, and settings.
_ABILITIES = {
    "workspace": {"configuration": True, "workspaceFolders": True},
    "textDocument": {
        "completion": {
            "completionItem": {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}
        },
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "publishDiagnostics": {"relatedInformation": True},
    },
}


class LanguageServer:
    """A running server for the folder `root`, with the settings of an editor."""

    def __init__(self, command: Sequence[str | Path], root: Path, settings: Mapping[str, Any]) -> None:
        """Start the server."""
        self.root = root
        self.settings = settings
        self.published: dict[str, list[dict[str, Any]]] = {}
        self.asked: list[str] = []
        self._versions: dict[str, int] = {}
        self._last = 0
        self._stderr = TemporaryFile()  # noqa: SIM115 - closed with the server
        self._program = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._stderr, cwd=root
        )

    def __enter__(self) -> Self:
        """Initialise the server, and wait until it has read the settings."""
        folder = self.root.as_uri()
        self.request(
            "initialize",
            {
                "processId": None,
                "rootUri": folder,
                "workspaceFolders": [{"uri": folder, "name": self.root.name}],
                "capabilities": _ABILITIES,
            },
        )
        self._notify("initialized", {})
        while "workspace/configuration" not in self.asked:
            self._take()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop the server."""
        self._program.kill()
        self._program.communicate()
        self._stderr.close()

    def open(self, name: str, text: str) -> list[dict[str, Any]]:
        """Open or change the file `name`. Return the diagnostics that the server publishes for it."""
        return self.open_all({name: text})[name]

    def open_all(self, texts: Mapping[str, str]) -> dict[str, list[dict[str, Any]]]:
        """Open or change all of `texts`, by file name. Return the diagnostics of each."""
        for name, text in texts.items():
            uri = self.uri(name)
            version = self._versions[uri] = self._versions.get(uri, 0) + 1
            self.published.pop(uri, None)
            if version == 1:
                document = {"uri": uri, "languageId": "yaml", "version": version, "text": text}
                self._notify("textDocument/didOpen", {"textDocument": document})
            else:
                changes = {
                    "textDocument": {"uri": uri, "version": version},
                    "contentChanges": [{"text": text}],
                }
                self._notify("textDocument/didChange", changes)
        while not all(self.uri(name) in self.published for name in texts):
            self._take()
        return {name: self.published[self.uri(name)] for name in texts}

    def changed_on_disk(self, name: str) -> None:
        """Notify the server that another program wrote the file `name`."""
        changes = [{"uri": self.uri(name), "type": 2}]
        self._notify("workspace/didChangeWatchedFiles", {"changes": changes})

    def ask(self, method: str, name: str, line: int, column: int) -> Any:
        """Request the `completion` or `hover` at a place of the open file `name`; line and column count from 0."""
        place = {"line": line, "character": column}
        return self.request(
            f"textDocument/{method}", {"textDocument": {"uri": self.uri(name)}, "position": place}
        )

    def uri(self, name: str) -> str:
        """Return the URI of the file `name`."""
        return (self.root / name).as_uri()

    def request(self, method: str, parameters: Mapping[str, Any]) -> Any:
        """Send a request and return its result."""
        self._last += 1
        self._send({"id": self._last, "method": method, "params": parameters})
        while (message := self._take()).get("id") != self._last or "method" in message:
            pass
        assert "error" not in message, message
        return message["result"]

    def _notify(self, method: str, parameters: Mapping[str, Any]) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: Mapping[str, Any]) -> None:
        assert self._program.stdin
        raw = json.dumps({"jsonrpc": "2.0"} | dict(message)).encode()
        self._program.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(raw), raw))
        self._program.stdin.flush()

    def _take(self) -> dict[str, Any]:
        """Read one message. Answer requests, and store published diagnostics."""
        assert self._program.stdout
        silence = Timer(PATIENCE, self._program.kill)
        silence.start()
        length = 0
        while (line := self._program.stdout.readline().strip()) or not length:
            assert line, f"the server ended, or was silent for {PATIENCE} s\n{self._errors()}"
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message: dict[str, Any] = json.loads(self._program.stdout.read(length))
        silence.cancel()
        if "method" in message and "id" in message:
            self.asked.append(message["method"])
            self._send({"id": message["id"], "result": self._answer(message)})
        elif message.get("method") == "textDocument/publishDiagnostics":
            self.published[message["params"]["uri"]] = message["params"]["diagnostics"]
        return message

    def _answer(self, message: Mapping[str, Any]) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        return [self._section(item["section"]) for item in message["params"]["items"]]

    def _section(self, name: str) -> Any:
        """Return the settings below `name` as VS Code does: `yaml.format.enable` is nested, `[yaml]` is not."""
        if name == "http":
            # Nothing listens there, so the server’s request for a public catalogue of schemas fails at once.
            return {"proxy": "http://127.0.0.1:9", "proxyStrictSSL": True}
        found: dict[str, Any] = dict(self.settings.get(name, {}))
        for key, value in self.settings.items():
            if key.startswith(f"{name}."):
                *way, last = key.removeprefix(f"{name}.").split(".")
                inner = found
                for step in way:
                    inner = inner.setdefault(step, {})
                inner[last] = value
        return found

    def _errors(self) -> str:
        self._stderr.seek(0)
        return self._stderr.read().decode(errors="replace")
