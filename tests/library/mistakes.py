"""Sound files, and what is said of each mistake in them.

A case is a change, ``old -> new``, then what is said: code, underlined words and message in one
line, label and help below it.
"""

SECTION = """\
sections:
  - id: rebase
    skill: git-1
    title: Rebase
    takeaway: {en: It replays, vi: Nó phát lại}
    sources: [book]
    blocks:
      - type: paragraph
        id: why
        text: Vì sao
"""

SOURCE = """\
sources:
  - id: book
    url: https://git-scm.com/book
    title: Pro Git
    checked_at: 2026-11-22
    via: live
"""

TYPES = ("heading", "paragraph", "list", "table", "diagram", "notice", "nuance", "links")

COVER = """\
id: git
title: Git
summary: Học Git
skills:
  - {id: git-1, code: "1", title: Rebase, summary: Viết lại, weight: 100}
exam:
  name: Git exam
  code: G-1
  scored: 65
  unscored: 10
  minutes: 180
  scale: [100, 1000]
  pass_mark: 750
  sources: [book]
"""


NOTES = """\
    title: Rebase\\n ->
P0201 | id: rebase | missing field `title`
in `rebase`

{en: It replays, vi: Nó phát lại} -> {en: It replays}
P0201 | takeaway | missing field `vi`
write both languages
in `rebase`

vi: Nó phát lại -> vi: ''
P0203 | '' | this text is empty
in `rebase`

title: Rebase -> title: ''
P0203 | '' | this text is empty
in `rebase`

title: Rebase -> title: 2.10
P0203 | 2.10 | expected a text, found `2.1`
put it in quotes to keep it as text
in `rebase`

title: Rebase -> title: true
P0203 | true | expected a text, found `true`
put it in quotes to keep it as text
in `rebase`

title: Rebase -> title:
P0203 |  | expected a text, found nothing
in `rebase`

title: Rebase -> title: [a]
P0203 | [a] | expected a text, found a list
in `rebase`

title: Rebase -> titel: Rebase
P0202 | titel | unknown field `titel`
did you mean `title`?
in `rebase`

title: Rebase -> title: Rebase\\n    titel: Rebase
P0202 | titel | unknown field `titel`
in `rebase`; the fields here are SECTION

[book] -> book
P0203 | book | expected a list, found `book`
begin a line with `- ` for each entry
in `rebase`

[book] -> []
P0203 | [] | this list is empty
in `rebase`

[book] -> [A b]
P0203 | A b | `A b` cannot be an id
use small letters and digits, joined by `-` or `.`
in `rebase`

id: rebase -> id: Rebase
P0203 | Rebase | `Rebase` cannot be an id
use small letters and digits, joined by `-` or `.`

id: why -> id: 7
P0203 | 7 | expected a text, found `7`
put it in quotes to keep it as text
in `rebase`

type: paragraph -> type: paragrap
P0204 | paragrap | unknown type `paragrap`
did you mean `paragraph`?
in `why`

type: paragraph -> type: 5
P0204 | 5 | unknown type `5`
in `why`; the types are TYPES

      - type: paragraph\\n        id ->       - id
P0201 | id: why | missing field `type`
in `why`; the types are TYPES

text: Vì sao -> text: Vì sao\\n        paragraph: x
P0202 | paragraph | unknown field `paragraph`
in `why`; the fields here are PARAGRAPH

text: Vì sao -> text: Vì sao\\n        volatile: yes
P0203 | yes | expected `true` or `false`, found `yes`
did you mean `true`?
in `why`

text: Vì sao -> text: Vì sao\\n      - words
P0203 | words | expected a mapping, found `words`
in `rebase`

sections: -> sectons:
P0202 | sectons | unknown field `sectons`
did you mean `sections`?
"""

SOURCES = """\
2026-11-22 -> 2026-02-30
P0203 | 2026-02-30 | `2026-02-30` is not a date
the calendar has no such day
in `book`

2026-11-22 -> 22.11.2026
P0203 | 22.11.2026 | `22.11.2026` is not a date
write it as YYYY-MM-DD
in `book`

2026-11-22 -> 20261122
P0203 | 20261122 | expected a date, found `20261122`
write it as YYYY-MM-DD
in `book`

via: live -> via: lief
P0204 | lief | `lief` is no value for `via`
did you mean `live`?
in `book`

via: live -> via: 3
P0204 | 3 | `3` is no value for `via`
in `book`; `via` is one of `stored-copy`, `live`

https://git-scm.com/book -> http://git-scm.com
P0203 | http://git-scm.com | `http://git-scm.com` cannot be an address
use an https address without user, password or port
in `book`
"""

COVERS = """\
minutes: 180 -> minutes: 0
P0203 | 0 | `0` is out of range
it must be at least 1
in `git`

weight: 100 -> weight: 101
P0203 | 101 | `101` is out of range
it must be at most 100
in `git-1`

scored: 65 -> scored: '65'
P0203 | '65' | expected a whole number, found `65`
take the quotes off
in `git`

scored: 65 -> scored: 6.5
P0203 | 6.5 | expected a whole number, found `6.5`
in `git`

[100, 1000] -> [100]
P0203 | [100] | this list is too short; it needs 2 values
in `git`

[100, 1000] -> [1, 2, 3]
P0203 | [1, 2, 3] | this list is too long; at most 2 are allowed
in `git`

[100, 1000] -> [a, 2]
P0203 | a | expected a whole number, found `a`
in `git`

code: G-1 -> code: 2.2
P0203 | 2.2 | expected a text, found `2.2`
put it in quotes to keep it as text
in `git`

[book] -> [book]\\nbogus: 1
P0202 | bogus | unknown field `bogus`
in `git`; the fields here are COVER
"""
