"""A remix: an instruction read as changes, and the changes made to a storyboard of which everything else stays."""
