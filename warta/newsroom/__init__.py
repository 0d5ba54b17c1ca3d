"""What the staff do: write, import, check, look, approve."""
