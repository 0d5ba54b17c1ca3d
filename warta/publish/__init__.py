"""Bytes -> the published folder: what to write and delete, in an order that never breaks a link."""
