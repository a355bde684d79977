# SPDX-License-Identifier: GPL-2.0-or-later
"""Keeps ``i18n/*.ts`` in step with the sources.

    python -m tests.tools.translations                    bring the files up to date
    python -m tests.tools.translations --add french.json  and take translations from {"English": "Français" | [forms]}
    python -m tests.tools.translations --check            say what is missing; the exit code tells

French is complete. English holds the plural forms only ("1 image", "2 images"). Qt's own pylupdate knows contexts by
class; ours has one (``translation.CONTEXT``) and calls ``tr`` anywhere, so the strings are read from the syntax tree.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "dinamis_qgis"
CONTEXT = "DINAMIS"
FRENCH, ENGLISH = (ROOT / "i18n" / f"dinamis_qgis_{locale}.ts" for locale in ("fr", "en"))


@dataclass
class Message:
    source: str
    comment: str = ""
    plural: bool = False
    files: set[str] = field(default_factory=set)
    forms: list[str] = field(default_factory=list)  # one, or two when plural

    @property
    def key(self) -> tuple[str, str]:
        return (self.source, self.comment)

    @property
    def complete(self) -> bool:
        return len(self.forms) == (2 if self.plural else 1) and all(self.forms)


def from_sources() -> dict[tuple[str, str], Message]:
    found: dict[tuple[str, str], Message] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                message = _read_call(node, path)
                kept = found.setdefault(message.key, message)
                kept.plural = kept.plural or message.plural
                kept.files.add(path.relative_to(ROOT).as_posix())
    return found


def _read_call(node: ast.Call, path: Path) -> Message:
    texts = [argument.value for argument in node.args[:2] if isinstance(argument, ast.Constant)]
    if not texts or len(texts) < min(len(node.args), 2) or not all(isinstance(text, str) for text in texts):
        raise SystemExit(f"{path}:{node.lineno}: tr() takes literal strings")
    plural = len(node.args) > 2 or any(keyword.arg == "n" for keyword in node.keywords)
    return Message(texts[0], texts[1] if len(texts) > 1 else "", plural)


def from_ts(path: Path) -> dict[tuple[str, str], Message]:
    if not path.is_file():
        return {}
    found = {}
    for element in ElementTree.parse(path).getroot().iter("message"):
        plural = element.get("numerus") == "yes"
        translation = element.find("translation")
        forms = [form.text or "" for form in translation] if plural else [translation.text or ""]
        message = Message(element.findtext("source"), element.findtext("comment") or "", plural, forms=forms)
        found[message.key] = message
    return found


def write_ts(path: Path, locale: str, messages: list[Message]) -> None:
    root = ElementTree.Element("TS", version="2.1", language=locale, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for message in sorted(messages, key=lambda message: message.key):
        element = ElementTree.SubElement(context, "message", {"numerus": "yes"} if message.plural else {})
        for file in sorted(message.files):
            ElementTree.SubElement(element, "location", filename=f"../{file}")
        ElementTree.SubElement(element, "source").text = message.source
        if message.comment:
            ElementTree.SubElement(element, "comment").text = message.comment
        translation = ElementTree.SubElement(element, "translation", {} if message.complete else {"type": "unfinished"})
        if message.plural:
            for form in message.forms or ["", ""]:
                ElementTree.SubElement(translation, "numerusform").text = form
        else:
            translation.text = message.forms[0] if message.forms else ""
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def english_forms(source: str) -> list[str]:
    """Of ``%n image(s) of {}``: ``%n image of {}`` and ``%n images of {}``."""
    return [re.sub(r"\((s|es)\)", "", source), re.sub(r"\((s|es)\)", r"\1", source)]


_UNITS = re.compile(r"(?<=[\d}]) (?=(?:m|km|km²|ha|s|min|h|j|Mo|Go|UTC|bits|bandes)(?![\w'’]))")


def unbroken(french: str) -> str:
    """No line breaks before a double sign, inside quotes nor before a unit; the apostrophe is that of QGIS's French."""
    return _UNITS.sub("\u00a0", re.sub(r" (?=[;:!?»%€])|(?<=«) ", "\u00a0", french)).replace("’", "'")


def update(added: dict[str, str | list[str]]) -> None:
    sources, french, english = from_sources(), from_ts(FRENCH), from_ts(ENGLISH)
    for message in sources.values():
        given = added.get(message.source)
        known = french.get(message.key)
        forms = ([given] if isinstance(given, str) else given) or (known.forms if known else [])
        forms = [unbroken(form) for form in forms]
        message.forms = forms * 2 if message.plural and len(forms) == 1 else forms
    write_ts(FRENCH, "fr", list(sources.values()))
    plurals = [message for message in sources.values() if message.plural]
    for message in plurals:
        known = english.get(message.key)
        message.forms = known.forms if known else english_forms(message.source)
    write_ts(ENGLISH, "en", plurals)


def problems() -> list[str]:
    """Untranslated, obsolete, wrong number of forms: one line each."""
    sources = from_sources()
    found = []
    for path, wanted in (
        (FRENCH, sources),
        (ENGLISH, {key: message for key, message in sources.items() if message.plural}),
    ):
        held = from_ts(path)
        found += [f"{path.name}: missing: {key[0]!r}" for key in wanted.keys() - held.keys()]
        found += [f"{path.name}: obsolete: {key[0]!r}" for key in held.keys() - wanted.keys()]
        for key in wanted.keys() & held.keys():
            if held[key].plural != wanted[key].plural or not held[key].complete:
                found.append(f"{path.name}: untranslated: {key[0]!r}")
    return sorted(found)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--add", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    if not options.check:
        update({key: value for path in options.add for key, value in json.loads(path.read_text("utf-8")).items()})
    found = problems()
    print("\n".join(found) if found else f"{len(from_sources())} strings, all translated")
    return int(bool(found) and options.check)


if __name__ == "__main__":
    sys.exit(main())
