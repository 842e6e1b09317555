"""Front matter, read by a YAML parser that survives any nesting."""

from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

_LIMIT = 64_000


class _Yaml(YAMLHandler):
    """PyYAML's own parser instead of libyaml's, which brings the process down on deep nesting, and only for what is short."""

    def load(self, fm: str, **_kwargs: Any) -> Any:
        if len(fm) > _LIMIT:
            raise ValueError(f"more than {_LIMIT:,} characters")
        return yaml.load(fm, Loader=yaml.SafeLoader)


def parse(source: str) -> tuple[dict[str, Any], str]:
    """What front matter says, and the text below it; whatever its parser raises comes out."""
    handler = frontmatter.detect_format(source, frontmatter.handlers)
    known, text = frontmatter.parse(source, handler=_Yaml() if isinstance(handler, YAMLHandler) else handler)
    return known, text
