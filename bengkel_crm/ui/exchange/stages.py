"""The stages of the wizard: its four steps, and the jobs between them."""

from enum import StrEnum

from bengkel_crm.base.i18n import translate


class Stage(StrEnum):
    """Where the wizard stands; while a job runs there is nothing to press but Cancel."""

    OPENING = "opening"
    FILE = "file"
    MAPPING = "mapping"
    CHECKING = "checking"
    CHECK = "check"
    SAVING = "saving"
    RESULT = "result"
    UNDOING = "undoing"


# The four steps, in their order.
STEP_STAGES = (Stage.FILE, Stage.MAPPING, Stage.CHECK, Stage.RESULT)
UNDER_WAY = frozenset({Stage.OPENING, Stage.CHECKING, Stage.SAVING, Stage.UNDOING})
# Which pill a stage belongs to.
PILLS = {
    Stage.OPENING: 0,
    Stage.FILE: 0,
    Stage.MAPPING: 1,
    Stage.CHECKING: 2,
    Stage.CHECK: 2,
    Stage.SAVING: 3,
    Stage.RESULT: 3,
    Stage.UNDOING: 3,
}


def doing_words(stage: Stage) -> str:
    """Return what is being done in a stage."""
    match stage:
        case Stage.CHECKING:
            return translate("ImportWizard", "Checking every row…")
        case Stage.SAVING:
            return translate("ImportWizard", "A copy of the shop file, then the book…")
        case Stage.UNDOING:
            return translate("ImportWizard", "Taking the import back…")
        case _:
            return translate("ImportWizard", "Reading the file…")
