"""How screens wait for the history: it is woken in a thread, and acts count once they are kept."""

from __future__ import annotations

import asyncio
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from studyapp.core.ports import Notice, StoreError
from studyapp.words import history
from studyapp.words import progress as words

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from studyapp.core.history.events import Act
    from studyapp.ui.app import StudyApp

_PATIENCE: Final = 0.1
"""Seconds after which a wait is told."""
_NEEDED: Final = ("studyapp.study.learning", "studyapp.study.quizzing")
"""What has to be imported for the history and for the best thing to do, which takes a while."""
_WORRY: Final = 5.0
"""Seconds after which the reason for it is told."""


async def wake(app: StudyApp) -> bool:
    """Open and fold the history without making the screen wait; returns whether it can be read."""
    for module in _NEEDED:
        await asyncio.to_thread(import_module, module)
    learning = app.study.learning
    try:
        await asyncio.to_thread(learning.wake)
    except StoreError as error:
        app.tell(history.said(error.why), severity="error")
        return False
    app.tell_notices()
    return True


async def keep(app: StudyApp, *acts: Act) -> bool:
    """Keep acts, telling the learner when that takes long; returns whether they are kept."""
    if not await wake(app):
        return False
    return await patiently(app, app.study.learning.keep(*acts), partial(app.tell, words.SAVING))


async def patiently(
    app: StudyApp, act: Coroutine[Any, Any, object], say_saving: Callable[[], None]
) -> bool:
    """Wait until an act is kept, saying so when that takes long; returns whether it is."""
    keeping = asyncio.ensure_future(act)
    try:
        if not (await asyncio.wait({keeping}, timeout=_PATIENCE))[0]:
            say_saving()
            if not (await asyncio.wait({keeping}, timeout=_WORRY - _PATIENCE))[0]:
                # The store itself waits as long for a lock before it knows of it.
                why = app.study.learning.store.trouble or Notice("busy", {})
                app.tell(words.UNSAVED.format(why=history.said(why)), severity="warning")
        await keeping
    except StoreError as error:
        app.tell(words.UNSAVED.format(why=history.said(error.why)), severity="error")
        return False
    return True
