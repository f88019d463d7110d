"""A style sheet that is parsed when its colours or sources change, and not at every new screen."""

from __future__ import annotations

from textual.css.stylesheet import Stylesheet


class SteadyStylesheet(Stylesheet):
    """Textual parses all anew whenever a place is first opened, for up to a tenth of a second."""

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take other colours; the same ones change nothing."""
        if variables != self._variables:
            super().set_variables(variables)
            self._require_parse = True

    def reparse(self) -> None:
        """Parse what is not parsed yet with the present colours."""
        if self._require_parse:
            self.parse()
