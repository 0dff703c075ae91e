"""Recipes of things: vehicles, food, clothes, tools, plants and signs."""

from generator.engines.paper.recipes import Recipe

THINGS: dict[str, Recipe] = {
    "🚗": Recipe("#df5b4c"),
}
