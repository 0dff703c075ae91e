"""The paper theatre: cut-paper puppets on a lit set, on any CPU."""
