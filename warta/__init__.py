"""Warta: the static-site generator of a state detention house's public news."""

__version__ = "0.1.0"
