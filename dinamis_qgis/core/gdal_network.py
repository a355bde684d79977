# SPDX-License-Identifier: GPL-2.0-or-later
"""GDAL's own connections (images streamed by ``/vsicurl/``) go where QGIS's go: the same proxy for each host, the same
exclusions, the same certificate authorities. And they ask for no more than the pixels that are looked at.

QGIS hands GDAL its proxy once, whatever the host and even after it is switched off, and never its authorities. GDAL's
options: https://gdal.org/en/stable/user/configoptions.html#networking-options
"""

from __future__ import annotations

import logging
import os
from pathlib import Path
from urllib.parse import quote, urlsplit

from osgeo import gdal
from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyQuery

from ..domain.catalogues import Feedback
from ..domain.signed_address import bare
from .vsi import quiet_gdal

_log = logging.getLogger(__name__)
_BY_HOST = int(gdal.VersionInfo()) >= 3070000
_HANGS_UP = int(gdal.VersionInfo()) >= 3070000
_PATIENCE = (0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)  # seconds
_FOR_PIXELS = {
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",  # no listing of the folder, and no look for files beside the image
    "GDAL_HTTP_CONNECTTIMEOUT": "10",
    "GDAL_HTTP_MAX_RETRY": "2",
    "GDAL_HTTP_RETRY_DELAY": "0.5",
}
_CACHE = ("CPL_VSIL_CURL_CACHE_SIZE", 64 << 20)  # bytes of what came, for all addresses together; 16 MiB by itself
_AUTHORITIES = ("CURL_CA_BUNDLE", "SSL_CERT_FILE")  # GDAL as Debian builds it reads the second one only


def prepare(url: str) -> None:
    """Before GDAL opens ``url`` (http or https): its host's proxy and our authorities. Main thread."""
    parts = urlsplit(url)
    proxy = _proxy_for(url)
    address = user = ""
    if proxy is not None:
        kind = "socks5h://" if proxy.type() == QNetworkProxy.ProxyType.Socks5Proxy else ""
        address = f"{kind}{proxy.hostName()}:{proxy.port()}"
        user = f"{proxy.user()}:{proxy.password()}" if proxy.user() else ""
    options = {"GDAL_HTTP_PROXY": address, "GDAL_HTTP_PROXYUSERPWD": user, "GDAL_PROXY_AUTH": "ANY" if user else ""}
    if _BY_HOST:
        for name, value in options.items():
            gdal.SetPathSpecificOption(f"/vsicurl/{parts.scheme}://{parts.netloc}/", name, value)
    else:
        _one_proxy_for_all(parts.hostname or "", options)
    if parts.scheme == "https":
        trust_what_qgis_trusts()
    _ask_for_pixels_only(f"/vsicurl/{parts.scheme}://{parts.netloc}/")


def learn_size(link: str, feedback: Feedback) -> None:
    """Off the main thread, before GDAL opens a signed link.

    GDAL asks the size of such a file by a GET, as HEAD is not signed for, and means to hang up after the headers. Not
    so 3.6 (seen with curl 7.88), which reads on to the end of the file. So it is asked here with little time, then
    more; the size that the headers tell is kept although the answer is cut off.
    """
    if _HANGS_UP:
        return
    for seconds in _PATIENCE:
        if feedback.isCanceled():
            return
        with quiet_gdal():
            asked = f"/vsicurl?empty_dir=yes&max_retry=0&timeout={seconds}&url={quote(link, safe='')}"
            found = gdal.VSIStatL(asked)
        if found is not None and found.size:
            return
        forget(bare(link))


def forget(href: str) -> None:
    """What GDAL knows of an address, whatever its signature: a refusal is remembered for as long as QGIS runs."""
    gdal.VSICurlPartialClearCache(f"/vsicurl/{href}")


def _ask_for_pixels_only(place: str) -> None:
    if hasattr(gdal, "SetPathSpecificOption"):  # GDAL 3.6; before, an image takes some requests more
        for name, value in _FOR_PIXELS.items():
            gdal.SetPathSpecificOption(place, name, value)
    if gdal.GetConfigOption(_CACHE[0]) is None:
        gdal.SetConfigOption(_CACHE[0], str(_CACHE[1]))


def _one_proxy_for_all(host: str, options: dict[str, str]) -> None:
    """GDAL before 3.7: the proxy is the same for every host but those that curl is told of."""
    past = [name for name in os.environ.get("no_proxy", "").split(",") if name and name != host]
    if not options["GDAL_HTTP_PROXY"]:
        past.append(host)
    else:
        for name, value in options.items():
            gdal.SetConfigOption(name, value or None)
    os.environ["no_proxy"] = ",".join(past)


def trust_what_qgis_trusts() -> None:
    """Write QGIS's authorities, and the server certificates that the person accepted, where GDAL reads them."""
    bundle = _bundle()
    if not bundle:
        return
    file = Path(QgsApplication.qgisSettingsDirPath()) / "dinamis" / "cache" / "authorities.pem"
    if not file.is_file() or file.read_bytes() != bundle:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            part = file.with_suffix(f".{os.getpid()}")
            part.write_bytes(bundle)
            part.replace(file)
        except OSError as error:
            _log.warning("GDAL will not know QGIS's certificate authorities: %s", error)
            return
    for name in _AUTHORITIES:
        gdal.SetConfigOption(name, str(file))


def _proxy_for(url: str) -> QNetworkProxy | None:
    """As QGIS's network would choose it, exclusions and the system's own proxies included."""
    factory = QgsNetworkAccessManager.instance().proxyFactory()
    chosen = factory.queryProxy(QNetworkProxyQuery(QUrl(url)))
    used = [proxy for proxy in chosen if proxy.type() != QNetworkProxy.ProxyType.NoProxy and proxy.hostName()]
    return used[0] if used else None


def _bundle() -> bytes:
    manager = QgsApplication.authManager()
    if manager.isDisabled():
        return b""
    accepted = [bytes(stored.sslCertificate().toPem()) for stored in manager.sslCertCustomConfigs()]
    return b"\n".join([bytes(manager.trustedCaCertsPemText()), *accepted])
