"""What staff do besides building: each command is a module `COMMAND_command`, with `add_arguments` and `run`."""
