"""The names of the manners of text on a page; who shows the page gives them colours."""

from __future__ import annotations

from typing import Final, Literal, get_args

Role = Literal[
    "title",  # the section's title
    "skill",  # the skill's code and title above it
    "heading",  # a heading inside the section, with its mark
    "strong",  # strongly emphasised words, and titles of notices and nuances
    "emphasis",  # emphasised words
    "code",  # names of calls, fields and commands
    "link",  # words that lead to an address
    "muted",  # what is there to be looked up: addresses, what a nuance is about
    "rule",  # lines that separate or frame
    "takeaway",  # the frame round the line to remember
    "takeaway.label",  # its label
    "table.head",  # names of columns
    "table.key",  # names of rows
    "notice.info",  # bar and label of a remark worth knowing
    "notice.trap",  # bar and label of a trap
    "notice.exam",  # bar and label of how the exam sees it
    "nuance",  # the bracket beside a nuance
    "nuance.label",  # how a nuance bears on its statement
    "newer",  # the tag of what is newer than the exam
    "volatile",  # the date of a claim that may change
    "bullet",  # bullets and numbers of lists
    "diagram",  # lines of a drawing
    "caption",  # words under a drawing and over a table
    "peek",  # label and rule beside the other language
    "source",  # where a block's claims come from
    "deciding",  # words of a question without which another answer could be right
    "struck",  # an answer that is struck out
]
"""What a span of a typeset line is; the span's style is the role's name."""

ROLES: Final[tuple[Role, ...]] = get_args(Role)
"""Every role."""
