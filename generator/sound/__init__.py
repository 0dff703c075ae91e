"""Voices, effects, music and their mix."""
