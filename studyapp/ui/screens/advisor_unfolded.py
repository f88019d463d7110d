"""Which rows of the advisor's answers are open."""

from __future__ import annotations


class Unfolded:
    """Which rows of one decision the learner opened or marked."""

    def __init__(self) -> None:
        self._said: dict[str, bool] = {}
        self._shown: dict[str, bool] = {}
        self.asked: str | None = None
        """The option opened last, whose changes the digits choose."""
        self.marked: list[str] = []
        """The options to compare."""

    def shows(self, row: str, *, by_itself: bool = False) -> bool:
        """Whether a row is open: as the learner said, else as it is by itself."""
        self._shown[row] = self._said.get(row, by_itself)
        return self._shown[row]

    def toggle(self, row: str) -> None:
        """Open a row that is closed, or close it."""
        self._said[row] = not self._shown.get(row, False)

    def open(self, row: str) -> None:
        """Open a row."""
        self._said[row] = True

    def is_opened(self, option_id: str) -> bool:
        """Whether the learner opened an option, which by itself may be open too."""
        return self._said.get(f"option:{option_id}", False)

    def is_kept(self, option_id: str) -> bool:
        """Whether an option is shown however it ranks."""
        return option_id in self.marked or self.is_opened(option_id)

    @property
    def opened(self) -> tuple[str, ...]:
        """The options that the learner opened."""
        rows = (row.partition(":") for row, is_open in self._said.items() if is_open)
        return tuple(id_ for kind, _, id_ in rows if kind == "option")

    def is_open(self, row: str) -> bool:
        """Whether a row was open when it was last shown."""
        return self._shown.get(row, False)
