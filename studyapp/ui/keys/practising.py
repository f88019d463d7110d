"""Keys of cards, of questions and of the timed exam."""

from __future__ import annotations

from typing import Final

from studyapp.ui.keys.key import Key
from studyapp.words import cards, exam_keys, keys, quiz

CARDS: Final = (
    Key("cards.answer.enter", "enter", "answer", cards.DO_ANSWER, cards.DO_ANSWER_HELP),
    Key("cards.answer.space", "space", "answer", cards.DO_ANSWER, cards.DO_ANSWER_HELP),
    *(
        Key(f"cards.rate.{digit}", str(digit), f"rate({digit})", cards.DO_RATE, cards.DO_RATE_HELP)
        for digit in range(1, 5)
    ),
    Key("cards.rating.right", "right", "rating(1)", cards.DO_RATE, cards.DO_NEXT_RATING),
    Key("cards.rating.left", "left", "rating(-1)", cards.DO_RATE, cards.DO_PREVIOUS_RATING),
    Key("cards.undo.u", "u", "undo", cards.DO_UNDO, cards.DO_UNDO_HELP),
    Key("cards.guessed.k", "k", "guessed", cards.DO_GUESSED, cards.DO_GUESSED_HELP),
    Key("cards.peek.g", "g", "peek", keys.DO_PEEK, keys.DO_PEEK_HELP),
    Key("cards.note.i", "i", "note", cards.DO_NOTE, cards.DO_NOTE_HELP),
    Key("cards.mark.m", "m", "flag", cards.DO_MARK, cards.DO_MARK_HELP),
    Key("cards.bury.h", "h", "bury", cards.DO_BURY, cards.DO_BURY_HELP),
    Key("cards.suspend.x", "x", "suspend", cards.DO_SUSPEND, cards.SUSPEND),
    Key("cards.report.r", "r", "report", cards.DO_REPORT, cards.REPORT),
    Key("cards.restart.b", "b", "restart", cards.DO_RESTART, cards.DO_RESTART_HELP),
)
"""Keys of a card."""

QUIZ: Final = (
    Key("quiz.go.enter", "enter", "go", quiz.DO_GO, quiz.DO_GO_HELP),
    Key("quiz.pick.space", "space", "pick", quiz.DO_PICK, quiz.DO_PICK_HELP),
    Key("quiz.read-on.space", "space", "read_on", keys.DO_PAGE_DOWN, quiz.DO_READ_ON_HELP),
    *(
        Key(f"quiz.letter.{key}", key, f"letter({at})", quiz.DO_PICK, quiz.DO_LETTER_HELP)
        for at, key in enumerate("abcdef")
    ),
    *(
        Key(
            f"quiz.number.{digit}",
            str(digit),
            f"number({digit})",
            quiz.DO_PICK,
            quiz.DO_NUMBER_HELP,
        )
        for digit in range(1, 10)
    ),
    Key("quiz.turn.right", "right", "turn(1)", quiz.DO_TURN, quiz.DO_TURN_HELP),
    Key("quiz.turn.left", "left", "turn(-1)", quiz.DO_TURN, quiz.DO_TURN_BACK_HELP),
    Key("quiz.strike.delete", "delete", "strike", quiz.DO_STRIKE, quiz.DO_STRIKE_HELP),
    Key("quiz.strike.x", "x", "strike", quiz.DO_STRIKE, quiz.DO_STRIKE_HELP),
    Key("quiz.mark.m", "m", "flag", cards.DO_MARK, quiz.DO_FLAG_HELP),
    Key("quiz.peek.g", "g", "peek", keys.DO_PEEK, keys.DO_PEEK_HELP),
    Key("quiz.next.n", "n", "next_question", quiz.DO_NEXT, quiz.DO_NEXT_HELP),
    Key("quiz.note.o", "o", "note", quiz.DO_NOTE, quiz.DO_NOTE_HELP),
    Key("quiz.advise.i", "i", "advise", quiz.DO_ADVISE, quiz.DO_ADVISE_HELP),
    Key("quiz.card.k", "k", "card", quiz.DO_CARD, quiz.DO_CARD_HELP),
    Key("quiz.undo.u", "u", "undo", cards.DO_UNDO, cards.DO_UNDO_HELP),
)
"""Keys of a question and of its explanation."""

EXAM: Final = (
    Key("exam.go.enter", "enter", "go", exam_keys.DO_GO, exam_keys.DO_GO_HELP),
    Key("exam.pick.space", "space", "pick", exam_keys.DO_PICK, exam_keys.DO_PICK_HELP),
    Key("exam.read-on.space", "space", "read_on", keys.DO_PAGE_DOWN, quiz.DO_READ_ON_HELP),
    *(
        Key(
            f"exam.letter.{key}",
            key,
            f"letter({at})",
            exam_keys.DO_PICK,
            exam_keys.DO_LETTER_HELP,
        )
        for at, key in enumerate("abcdef")
    ),
    *(
        Key(
            f"exam.number.{digit}",
            str(digit),
            f"number({digit})",
            exam_keys.DO_PICK,
            exam_keys.DO_NUMBER_HELP,
        )
        for digit in range(10)
    ),
    Key("exam.turn.right", "right", "turn(1)", exam_keys.DO_TURN, exam_keys.DO_TURN_HELP),
    Key("exam.turn.left", "left", "turn(-1)", exam_keys.DO_TURN, exam_keys.DO_TURN_BACK_HELP),
    Key("exam.strike.delete", "delete", "strike", exam_keys.DO_STRIKE, exam_keys.DO_STRIKE_HELP),
    Key("exam.strike.x", "x", "strike", exam_keys.DO_STRIKE, exam_keys.DO_STRIKE_HELP),
    Key("exam.flag.m", "m", "flag", exam_keys.DO_FLAG, exam_keys.DO_FLAG_HELP),
    Key("exam.next.n", "n", "step_question(1)", exam_keys.DO_NEXT, exam_keys.DO_NEXT_HELP),
    Key(
        "exam.previous.p",
        "p",
        "step_question(-1)",
        exam_keys.DO_PREVIOUS,
        exam_keys.DO_PREVIOUS_HELP,
    ),
    Key("exam.all.tab", "tab", "show_all", exam_keys.DO_GRID, exam_keys.DO_GRID_HELP),
    Key("exam.all.j", "j", "show_all", exam_keys.DO_GRID, exam_keys.DO_GRID_HELP),
    Key("exam.submit.s", "s", "submit", exam_keys.DO_SUBMIT, exam_keys.DO_SUBMIT_HELP),
    Key("exam.pause.h", "h", "pause", exam_keys.DO_PAUSE, exam_keys.DO_PAUSE_HELP),
    Key("exam.take-back.t", "t", "take_back", exam_keys.DO_TAKE, exam_keys.DO_TAKE_HELP),
    Key("exam.peek.g", "g", "peek", keys.DO_PEEK, keys.DO_PEEK_HELP),
    Key("exam.note.o", "o", "note", quiz.DO_NOTE, quiz.DO_NOTE_HELP),
    Key("exam.advise.i", "i", "advise", quiz.DO_ADVISE, quiz.DO_ADVISE_HELP),
    *(
        Key(f"exam.refuse.{key}", key, "refuse_help", quiz.DO_NOTE, exam_keys.DO_REFUSE_HELP)
        for key in "oi"
    ),
    Key("exam.card.k", "k", "card", quiz.DO_CARD, quiz.DO_CARD_HELP),
    Key("exam.practise.v", "v", "practise", exam_keys.DO_PRACTISE, exam_keys.DO_PRACTISE_HELP),
)
"""Keys of a timed exam, and of the explanations after it."""
