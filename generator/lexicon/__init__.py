"""Concepts, actions and settings with their words in both languages, as data."""
