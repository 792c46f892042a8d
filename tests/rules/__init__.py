"""What the rules make of TEI, case by case."""
