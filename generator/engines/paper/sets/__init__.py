"""Sets: every place of the stage as layers of cut paper, in the light of four times of day."""
