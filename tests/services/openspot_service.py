# SPDX-License-Identifier: GPL-2.0-or-later
"""A double of OpenSPOT as the sources of Wikimedia's program spacemedia describe it."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.services.http_service import Answer, Asked

HEAD = """<!DOCTYPE html><html><head><title>OpenSPOT</title></head><body>
<select id="langue"><option value="1999">fr</option></select>
<form><SELECT class='a' id='choix_annee'>{years}</SELECT>
<select name="m" id="choix_resolution">{modes}</select></form><p>id=choix</p></body></html>"""


def feature(fid: int, mode: str, day: str, west: float = 2.0, **properties) -> dict:
    ring = [[west, 48.0], [west + 0.6, 48.0], [west + 0.6, 48.5], [west, 48.5], [west, 48.0]]
    stem = f"ORT_SPOT7_{day.replace('-', '')}_104512300_{fid:03d}"
    said = {
        "fid": fid, "ds_name": f"{stem}---{mode}", "img_date": day, "f_quicklook": f"{stem}.jpg", "mode_": mode,
        "resolution": 1.5 if mode == "PAN" else 6.0, "page_": "FR", **properties,
    }  # fmt: skip
    return {"type": "Feature", "properties": said, "geometry": {"type": "Polygon", "coordinates": [ring]}}


FORM = """<form><label>Profil</label><SELECT name="profil" id=profil>{profil}</SELECT>
<select name='theme'><option value="">Choisir</option><option value="Autres">Autres</option>
<option value='Eau &amp; sols'>Eau &amp; sols</option></select>
<select id="pays"><option value=fra>France<option value=bel>Belgique</select>
<input type="checkbox" name="license"></form>"""
PROFILES = '<option>Particulier</option><option value="Collectivit&eacute;">Collectivité</option>'


@dataclass
class OpenSpotService:
    """``files``: features by ``<year>_<mode>``; what is not there answers 404."""

    files: dict[str, list]
    modes: tuple[str, ...] = ("MS", "PAN")
    overseas: tuple[int, ...] = ()  # years of the second page; none: the page is not there
    forms: list[Asked] = field(default_factory=list)
    lists: str = FORM.format(profil=PROFILES)  # what the page of a chosen image shows
    links: str = '<p>Vos fichiers</p><a class="x" href="files/one.tif?a=1&amp;b=2">one</a><a href="/no.tif">two</a>'
    file: Answer = Answer(b"II*\0" + b"x" * 5000, headers={"Content-Type": "image/tiff"})

    def __call__(self, asked: Asked) -> Answer:
        if asked.method == "POST":
            self.forms.append(asked)
            return self._form(asked)
        if asked.path.startswith("/files/"):
            return self.file if self._has_session(asked) else Answer(b"no", status=403)
        years = sorted({int(key[:4]) for key in self.files})
        if asked.path == "/":
            return self._page(years)
        if asked.path == "/PO" and self.overseas:
            return self._page(self.overseas)
        if asked.path.startswith("/api/geo/") and asked.path[9:] in self.files:
            return Answer.of({"type": "FeatureCollection", "features": self.files[asked.path[9:]]})
        if asked.path.startswith("/api/lien_jpg/"):
            return Answer(b"picture", headers={"Content-Type": "image/jpeg"})
        return Answer(status=403 if asked.path.startswith("/api/lien_tif/") else 404)

    def _form(self, asked: Asked) -> Answer:
        """Two steps of one session, which a cookie holds together."""
        if asked.path == "/ressources" and asked.body.startswith(b"val_fid=%7B%22values%22"):
            headers = {"Content-Type": "text/html", "Set-Cookie": "session=abc; Path=/"}
            return Answer(self.lists.encode(), headers=headers)
        if asked.path == "/api/tab_liens" and self._has_session(asked) and b'name="license"\r\n\r\non' in asked.body:
            return Answer(self.links.encode(), headers={"Content-Type": "text/html"})
        return Answer(b"no", status=403)

    @staticmethod
    def _has_session(asked: Asked) -> bool:
        return "session=abc" in asked.headers.get("cookie", "")

    def _page(self, years) -> Answer:
        options = "".join(f"<option>{year}" for year in years)  # a value is their text; none is closed
        modes = "".join(f'<option value="{mode}">{mode} …</option>' for mode in self.modes)
        html = HEAD.format(years=options, modes=f'<option value="">Choisir</option>{modes}')
        return Answer(html.encode(), headers={"Content-Type": "text/html; charset=utf-8"})
