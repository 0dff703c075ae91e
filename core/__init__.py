"""What is true: records, rules and use cases."""
