"""Every effect of the vocabulary, synthesised: one module a family."""
