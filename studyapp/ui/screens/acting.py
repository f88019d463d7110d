"""What places share whose acts are kept: they wait their turn, and are shown once they are kept."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from textual import work

from studyapp.core.ports import StoreError
from studyapp.ui.keeping import patiently, wake
from studyapp.ui.screens.base import Place
from studyapp.words.progress import SAVING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from studyapp.core.text import Text
    from studyapp.study.learning import Learning


class Acting(Place):
    """A place that knows the history, and adds to it."""

    def __init__(self) -> None:
        super().__init__()
        self.is_acting = False
        """Whether something that was asked for is still being done."""
        self.is_known = True
        """Whether the history can be read."""
        self.news: Text | None = None
        """What the last act came to."""
        self._waiting: deque[Callable[[], Awaitable[None]]] = deque()

    @property
    def learning(self) -> Learning:
        """What there is to learn, and how it stands."""
        return self.study_app.study.learning

    def show(self) -> None:
        """Show everything as it is now."""
        raise NotImplementedError

    def show_title(self) -> None:
        """Show in the title where one is, and the news."""
        raise NotImplementedError

    async def look(self) -> None:
        """Look at what is known of the history each time the place is entered."""

    def tell(self, news: Text | None) -> None:
        """Say in the title what an act came to; nothing of it is in the way of the next key."""
        self.news = news
        self.show_title()

    # --- the history

    def on_screen_resume(self) -> None:
        """Catch up with what was done elsewhere."""
        super().on_screen_resume()
        self._catch_up()

    @work(exclusive=True, group="catch-up")
    async def _catch_up(self) -> None:
        self.is_known = await wake(self.study_app)
        try:
            if self.is_known:
                self.learning.catch_up()
                await self.look()
        except StoreError:
            self.is_known = False
        if self.is_mounted:
            self.show()

    # --- acts, one after the other

    def refresh_bindings(self) -> None:
        """Tell which keys work once all that was asked for is done: till then that is not known."""
        if not self.is_acting:
            super().refresh_bindings()

    def do(self, act: Callable[[], Awaitable[None]]) -> None:
        """Do something after what was asked for before: no key is lost to a slow disk."""
        self.news = None
        self._waiting.append(act)
        if not self.is_acting:
            self.is_acting = True
            self._act_in_turn()

    @work(group="acts")
    async def _act_in_turn(self) -> None:
        try:
            while self._waiting:
                await self._waiting.popleft()()
        finally:
            self.is_acting = False
            self.refresh_bindings()

    async def keep(self, act: Coroutine[Any, Any, object]) -> bool:
        """Wait until an act is kept, saying so when it takes long; returns whether it is."""
        return await patiently(self.study_app, act, self.say_saving)

    def say_saving(self) -> None:
        """Say that an act takes long to keep."""
        self.study_app.tell(SAVING)
