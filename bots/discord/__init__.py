"""Discord: slash commands, components and modals for what the desk has to say."""
