"""Screenplay to storyboard."""
