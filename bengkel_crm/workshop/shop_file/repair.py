"""Mending a shop file of which only the indexes are damaged."""

from datetime import datetime

from bengkel_crm.base import errors
from bengkel_crm.base.disk import private_folder
from bengkel_crm.db.engine.connection import Database, storage_errors
from bengkel_crm.db.shop_file import copies, index_repair
from bengkel_crm.records.shop_file import BackupFile
from bengkel_crm.workshop.shop_file.copies import DAMAGED
from bengkel_crm.workshop.shop_file.damaged_files import note_set_aside


def repair_indexes(database: Database, at: datetime) -> BackupFile | None:
    """Make damaged indexes anew; return where the file as it was is kept, None when nothing was wrong.

    Raises:
        DamagedFile: more than the indexes is damaged; the file is as it was.
        ShopFileError
    """
    with storage_errors(database.path):
        try:
            database.prove_wholly()
        except errors.DamagedIndex:
            pass
        else:
            return None
        folder = copies.own_folder(database.path)
        private_folder(folder)
        kept = copies.free_name(folder, DAMAGED, at)
        index_repair.save_as_it_is(database, kept)
        made = note_set_aside(kept, database.path, at)
        index_repair.rebuild_indexes(database)
    return made
