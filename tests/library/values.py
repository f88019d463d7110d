"""Values that a file of a pack may hold, for properties."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

from studyapp.library.yaml12.characters import refused_in_file

_letters = st.characters(codec="utf-8").filter(lambda letter: not [*refused_in_file(letter)])
texts = (
    st.text(_letters | st.sampled_from(" :#-'\"\\{}[],&*!|>%@`\n\tắ日"), max_size=30)
    .map(lambda text: unicodedata.normalize("NFC", text))
    .filter(lambda text: not set(text) & set("\r\u2066\u2067\u2068\u2069"))
)
_numbers = st.integers(-(10**18) + 1, 10**18 - 1) | st.floats(allow_nan=False, allow_infinity=False)
json_values = st.recursive(
    st.none() | st.booleans() | _numbers | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
