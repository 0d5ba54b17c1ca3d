"""Articles -> Catalog -> Views: all that needs to know more than one article. Pure, and linear in their number."""
