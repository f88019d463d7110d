"""Textual's driver for POSIX terminals, made to outlive what it dies of: odd bytes and hang-ups.

All of this changes private parts of Textual; ``tests/pty`` has a test for each.
"""

from __future__ import annotations

import asyncio
import codecs
import concurrent.futures
import contextlib
import signal
import sys
from typing import IO, TYPE_CHECKING, Any, Final, cast

from textual import events
from textual.drivers import linux_driver
from textual.geometry import Size

if TYPE_CHECKING:
    from textual.app import App
    from textual.message import Message
    from textual.message_pump import MessagePump

TERMINAL_GONE: Final = 128 + signal.SIGHUP
"""The exit code of a program whose terminal went away."""
_LONGEST_ACT: Final = 1.0
"""Seconds after which a key is acted on although the one before still is."""
_REST: Final = 0.05
"""Seconds in which what a key changes is painted."""
_ACTED_ON: Final = (events.Key, events.MouseDown, events.MouseUp, events.Paste)


class SturdyDriver(linux_driver.LinuxDriver):
    """Reads on after bytes that mean nothing, and gives up quietly when the terminal is gone."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self._file = cast("IO[str]", _Output())  # type: ignore[assignment]
        self._acting: tuple[concurrent.futures.Future[None], asyncio.Event] | None = None
        """What was typed last and may still be acted on, and what ends its rest."""

    def start_application_mode(self) -> None:
        """Take over the terminal."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        # Textual's own handler can be interrupted by itself, and then tells the older size last.
        self._loop.add_signal_handler(signal.SIGWINCH, self._tell_size)

    def _tell_size(self) -> None:
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self._app.post_message(events.Resize(size, size))
        # The terminal may have been smaller for a moment, and lost what did not fit.
        self._app.call_later(self._app.refresh)

    def _run_input_thread(self) -> None:
        while True:
            try:
                return self.run_input_thread()
            except (ValueError, OverflowError):  # a sequence that Textual takes for a key and isn't
                continue
            except (OSError, EOFError):
                self._app.call_later(self._app.exit, return_code=TERMINAL_GONE)
                return None

    def process_message(self, message: Message) -> None:
        """Pass on what was typed, once what was typed before is acted on.

        Keys of a burst would else reach screens that are not there yet, or not any more.
        """
        self._wait_for_act()
        super().process_message(message)
        if isinstance(message, _ACTED_ON):
            hurry = asyncio.Event()
            acted = asyncio.run_coroutine_threadsafe(_act(self._app, hurry), self._loop)
            self._acting = acted, hurry

    def _wait_for_act(self) -> None:
        if self._acting is None:
            return
        acted, hurry = self._acting
        self._acting = None
        if not acted.done():
            self._loop.call_soon_threadsafe(hurry.set)
            # Who ends the program waits for this thread, so it looks up often.
            while not self.exit_event.is_set():
                if concurrent.futures.wait([acted], 0.02).done:
                    return
            acted.cancel()

    def _sigcont_application(self, *_: object) -> None:
        # A hang-up sends this signal too. Starting again what never stopped would leave two threads
        # at the keyboard and a raw terminal behind.
        if self._must_signal_resume:
            super()._sigcont_application()


async def _act(app: App[Any], hurry: asyncio.Event) -> None:
    """Return when nothing that was posted is left to do, or after `_LONGEST_ACT`.

    Looking whether that is so takes as long as a small paint: it rests first, unless it must hurry.
    """
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(hurry.wait(), _REST)
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_LONGEST_ACT):
            rests = 0
            while rests < 2:  # after one, something may be under way from one pump to another
                pumps = [app, *app.screen.walk_children(with_self=True)]
                await asyncio.gather(*map(_handled, pumps))
                rests = 0 if any(pump.message_queue_size for pump in pumps) else rests + 1


async def _handled(pump: MessagePump) -> None:
    """Return when a pump has handled what was in its queue."""
    done = asyncio.Event()
    # As `call_later` does, without its partial, whose parameters are counted anew each time.
    if pump.post_message(events.Callback(callback=done.set)):
        await done.wait()


class _Output:
    """The terminal as Textual writes to it; nothing is written to one that is gone.

    The thread that writes would die of the error, and the program wait for it without end.
    """

    def write(self, text: str) -> None:
        with contextlib.suppress(OSError):
            self._stream.write(text)

    def flush(self) -> None:
        with contextlib.suppress(OSError):
            self._stream.flush()

    def fileno(self) -> int:
        return self._stream.fileno()

    @property
    def _stream(self) -> IO[str]:
        return cast("IO[str]", sys.__stderr__)


class _Input:
    """Decodes what is typed; a byte that is no UTF-8 takes no key after it along."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def decode(self, typed: bytes, final: bool = False) -> str:
        if not typed:  # a terminal that is there has something to say when it is asked
            raise EOFError
        return self._decoder.decode(typed, final)


# The driver has no other place where what it reads can be seen before it is decoded.
linux_driver.getincrementaldecoder = lambda _encoding: _Input  # type: ignore[assignment, attr-defined]
