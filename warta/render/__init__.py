"""Views -> bytes of published files. Pure: what is to be read from disk is handed in."""
