"""Watermark, encoding, captions and poster."""
