"""Texts from outside -> posts: a text file, a chat message, a Word file, the export of a WordPress site."""
