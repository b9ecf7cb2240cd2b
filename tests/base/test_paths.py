"""Where things live, in a checkout and in an installed program."""

from pathlib import Path

import pytest

from bengkel_crm.base import paths


def test_the_variable_names_the_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BENGKEL_CRM_DATA", str(tmp_path / "toko"))
    assert paths.data_folder() == tmp_path / "toko"
    assert paths.default_database().parent == tmp_path / "toko"
    assert paths.log_file().parent == tmp_path / "toko"


def test_the_demo_has_a_file_of_its_own() -> None:
    assert paths.demo_database() != paths.default_database()


def test_without_the_variable_data_live_in_the_users_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BENGKEL_CRM_DATA", " ")
    folder = paths.data_folder()
    assert folder.name == "Bengkel CRM"
    assert folder.is_absolute()
    assert Path(paths.__file__).parent not in folder.parents


def test_resources_are_found_beside_the_package_in_a_checkout() -> None:
    assert (paths.resources() / "job_kinds.csv").is_file()


def test_resources_inside_the_package_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bengkel_crm" / "resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "bengkel_crm")
    assert paths.resources() == tmp_path / "bengkel_crm" / "resources"
