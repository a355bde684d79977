"""A download of a former session, in a QGIS whose panel is never opened."""

from datetime import datetime, timezone

from qgis.core import QgsApplication
from qgis.utils import iface, plugins, reloadPlugin

from dinamis_qgis.domain.scene import Scene
from dinamis_qgis.domain.transfers import transfer_of
from dinamis_qgis.domain.transfers_file import TransfersFile
from tests.integration.inside import answer, out, wait_until

scene = Scene("S", "http://127.0.0.1:9/", mission="SPOT7", acquired=datetime(2022, 8, 2, tzinfo=timezone.utc))
file = TransfersFile(out.__class__(QgsApplication.qgisSettingsDirPath()) / "dinamis")
file.open()
file.write([transfer_of(scene, out, (), False, ())])
file.close()
reloadPlugin("dinamis_qgis")  # as QGIS starts with it: this one may have looked before the file was there
dock = plugins["dinamis_qgis"]._dock
answer["before"] = dock._context is None
wait_until(lambda: dock._context is not None, "the queue", 60)
item = iface.messageBar().currentItem()
answer["said"] = item.text().replace("\u00a0", " ")
wait_until(lambda: not dock._context.downloads._tasks, "the task")
answer["states"] = [one.state for one in dock._context.downloads.transfers()]
answer["hidden"] = not dock.isVisible() and not dock._pages
