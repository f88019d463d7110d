"""Opens a page in the learner's browser, and only there."""

from __future__ import annotations

import webbrowser


def open_page(url: str) -> bool:
    """Ask the platform's browser to open an https address; False when there is none that can.

    Browsers that would draw into this terminal count as none.
    """
    if not url.startswith("https://"):
        return False
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    draws_here = isinstance(browser, webbrowser.GenericBrowser) and not isinstance(
        browser, webbrowser.BackgroundBrowser
    )
    return not draws_here and browser.open(url)
