"""Styles: what a style does to colour, film, paper and letters, one file for each kind of picture."""
