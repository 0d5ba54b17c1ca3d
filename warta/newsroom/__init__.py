"""What staff do at their desks: each command has a module, `NAME_command`, and parts that only it needs."""
