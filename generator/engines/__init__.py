"""What turns a storyboard into frames."""
