"""Bytes of one file -> one value. Pure: no disk, no clock, no knowledge of other files."""
