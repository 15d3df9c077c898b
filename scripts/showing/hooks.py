"""The few lines that only MkDocs needs: finish the pages after it has built them."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from scripts.showing import finish


def on_post_build(config: MkDocsConfig) -> None:
    """Finish the site where MkDocs wrote it."""
    root = Path(config.config_file_path).parent
    finish.write(Path(config.site_dir), root / "build")
