"""The tests of the edition and of its pipeline."""
