"""Copies of a shop file that disks have damaged: each works rightly, or somebody says so."""

from pathlib import Path
from random import Random

from benchmarks import damage

TIMES = 40


def test_a_damaged_copy_works_rightly_or_is_told(tmp_path: Path) -> None:
    outcome = damage.run(tmp_path, TIMES)
    assert outcome.faults == []
    assert outcome.told + outcome.found + outcome.unmet == TIMES
    # Less would mean that hardly anything was damaged.
    assert outcome.told + outcome.found > TIMES // 2


def test_a_counter_that_answers_otherwise_in_silence_is_a_fault(tmp_path: Path) -> None:
    """The control: a plate that nobody finds any more, in a file that is sound by all that is asked of it."""
    shop = damage.make_shop(tmp_path)
    outcome = damage.Outcome()
    damage.use(shop, {"B 9999 ZZZ": 1}, outcome, "control")
    assert len(outcome.faults) == 1


def test_the_same_seed_does_the_same_damage(tmp_path: Path) -> None:
    sound = damage.make_shop(tmp_path).read_bytes()
    once = [damage.damage(sound, Random(seed)) for seed in range(20)]
    assert once == [damage.damage(sound, Random(seed)) for seed in range(20)]
    # A sector that held nothing stays so.
    assert once.count(sound) < 5
