"""An X server without a screen, for windows that are driven or timed."""

import os
import subprocess
from types import TracebackType

_PATIENCE_SECONDS = 30.0


class VirtualScreen:
    """One X server on a display number it finds itself; `display` is what a client is to be told."""

    def __init__(self, size: str = "1366x768") -> None:
        read, write = os.pipe()
        self._server = subprocess.Popen(
            # Without -noreset the server starts over whenever its last client leaves (each call of a tool
            # is one) and turns away whoever comes meanwhile.
            [
                "Xvfb",
                *("-displayfd", str(write)),
                *("-screen", "0", f"{size}x24"),
                *("-nolisten", "tcp", "-noreset"),
            ],
            pass_fds=[write],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as number:
            self.display = f":{number.readline().strip()}"

    def shut_down(self) -> None:
        """End the server, whatever is still on it."""
        self._server.terminate()
        self._server.wait(_PATIENCE_SECONDS)

    def __enter__(self) -> "VirtualScreen":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.shut_down()
