"""What uploads show."""
