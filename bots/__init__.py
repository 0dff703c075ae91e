"""How people reach us: one folder a platform, and what platforms share."""
