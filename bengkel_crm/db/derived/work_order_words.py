"""The words of a visit, jobs and engine oil, as its lines give them."""

from bengkel_crm.trade.kinds import ProductCategory

_OIL = ProductCategory.ENGINE_OIL.value
# (work_order_id, jobs, oil) of each visit that has lines; None where no line speaks of the one or the other.
OF_LINES = f"""
SELECT work_order_id,
    group_concat(text, ', ' ORDER BY position) FILTER (WHERE category IS NOT '{_OIL}') AS jobs,
    group_concat(text, ', ' ORDER BY position) FILTER (WHERE category = '{_OIL}') AS oil
FROM work_order_line GROUP BY work_order_id
"""
