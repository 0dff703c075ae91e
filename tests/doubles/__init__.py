"""Chat platforms at the wire: what lies outside our door, so that the libraries of the platforms run as they are."""
