"""What the values of a pack ask of pydantic, said without importing it.

Only who validates imports it. The running app rebuilds values from the compiled pack, because
pydantic alone costs a tenth of the start of a Textual app; the gate (`studyapp.library`)
validates these same classes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Final

if TYPE_CHECKING:
    from pydantic import ConfigDict
    from pydantic import GetCoreSchemaHandler as Handler
    from pydantic_core import CoreSchema

STRICT: Final[ConfigDict] = {
    "extra": "forbid",
    "strict": True,
    "use_attribute_docstrings": True,
}
"""Every class a pack is made of forbids unknown fields and never converts a value silently."""


@dataclass(frozen=True, slots=True)
class Matching:
    """Constrain a string to a regular expression."""

    pattern: str

    def __get_pydantic_core_schema__(self, source: Any, handler: Handler) -> CoreSchema:
        from pydantic import Field

        return handler(Annotated[source, Field(pattern=self.pattern)])


@dataclass(frozen=True, slots=True)
class Filled:
    """Constrain a string or a sequence to hold at least one character or element."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Handler) -> CoreSchema:
        from pydantic import Field

        return handler(Annotated[source, Field(min_length=1)])


@dataclass(frozen=True, slots=True)
class Between:
    """Constrain a number to a closed range."""

    low: float
    high: float

    def __get_pydantic_core_schema__(self, source: Any, handler: Handler) -> CoreSchema:
        from pydantic import Field

        return handler(Annotated[source, Field(ge=self.low, le=self.high)])


@dataclass(frozen=True, slots=True)
class ByType:
    """Tell the members of a union apart by their ``type`` field."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Handler) -> CoreSchema:
        from pydantic import Field

        return handler(Annotated[source, Field(discriminator="type")])


Id = Annotated[str, Matching(r"^[a-z0-9]+([.-][a-z0-9]+)*$")]
"""A readable kebab-case name such as ``task-2.2`` or ``when-provisioned``."""

HttpsUrl = Annotated[str, Matching(r"^https://[A-Za-z0-9.-]+(/[^\s]*)?$")]
"""An absolute https address without user, password or port."""
