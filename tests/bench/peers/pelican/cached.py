# mypy: ignore-errors
from pelicanconf import *  # noqa: F401,F403

CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
CONTENT_CACHING_LAYER = "reader"
CHECK_MODIFIED_METHOD = "mtime"
