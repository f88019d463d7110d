"""The error tree.

StudyError                  anything the learner or author can do something about
├── ContentError            a pack, or part of it, cannot be used
├── SettingsError           a settings file says something that cannot be honoured
└── UsageError              the command line asks for something that does not exist

Whatever is not a StudyError is a bug and ends the program with a report.
"""


class StudyError(Exception):
    """Something the learner or author can act on; its text says what, where and what to do."""


class ContentError(StudyError):
    """A pack, or the part of it that was asked for, cannot be used."""


class SettingsError(StudyError):
    """A settings file holds a value that cannot be honoured."""


class UsageError(StudyError):
    """The command line asks for something that does not exist."""
