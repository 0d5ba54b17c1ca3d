"""Parsed options -> what the pipeline is asked for."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from warta.opening import Request


def request_of(options: argparse.Namespace, now: float) -> Request:
    """The request that the options of any command make, at `now` (seconds since 1970)."""
    asked = vars(options)
    source = Path(options.source).resolve()
    return Request(
        source=source,
        output=Path(asked.get("output") or source / "public").resolve(),
        now=datetime.fromtimestamp(now, UTC),
        base_url=asked.get("base_url") or "",
        drafts=asked.get("drafts", False),
        future=asked.get("future", False),
        strict=options.strict,
        allow_removal=asked.get("allow_removal"),
        previous=Path(asked["previous"]).resolve() if asked.get("previous") else None,
        cache=None if options.no_cache else Path(options.cache or source / ".warta").resolve(),
        jobs=asked.get("jobs"),
    )
