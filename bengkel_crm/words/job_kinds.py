"""What kinds of work are called, on paper, on the screen and in workbooks, in the chosen language."""

from bengkel_crm.base.i18n import language
from bengkel_crm.trade.kind_names import kind_name_in


def job_words(name: str) -> str:
    """Return what a kind of work is called, in the present language; the shop's own names stay."""
    return kind_name_in(name, language())
