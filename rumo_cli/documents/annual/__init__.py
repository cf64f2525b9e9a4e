"""What the annual analysis says of a year: a module a group of its sections."""
