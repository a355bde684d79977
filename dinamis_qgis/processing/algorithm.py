# SPDX-License-Identifier: GPL-2.0-or-later
"""What our algorithms share: their place in the toolbox, and how they end."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QIcon

from ..core.guide import guide_page
from ..core.messages import sentence
from ..domain.errors import Cancelled, DinamisError
from ..paths import resource
from ..translation import tr


class Algorithm(QgsProcessingAlgorithm):
    """An error of ours becomes one sentence; a cancelled run has no outputs."""

    NAME = ""  # public: scripts and models call it
    GROUP = ""  # a key of _groups()
    ICON = "dinamis"
    EXAMPLE = ""  # parameters, as one writes them after ``qgis_process run dinamis:… --``

    def createInstance(self) -> Algorithm:
        return type(self)()

    def name(self) -> str:
        return self.NAME

    def groupId(self) -> str:
        return self.GROUP

    def group(self) -> str:
        return _groups()[self.GROUP]

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return str(resource("icons", f"{self.ICON}.svg"))

    def shortHelpString(self) -> str:
        """Plain words: the toolbox makes paragraphs of the lines, and ``qgis_process help`` prints them as they are."""
        said, example = self.help_words()
        return f"{said}\n\n{example}\n\nqgis_process run dinamis:{self.NAME} -- {self.EXAMPLE}"

    def help_words(self) -> tuple[str, str]:
        """What it does, and what the example does."""
        raise NotImplementedError

    def helpUrl(self) -> str:
        """The guide's own page: a file of this machine, for the person's browser."""
        page = QUrl.fromLocalFile(str(guide_page("processing")))
        page.setFragment(self.NAME)
        return page.toString(QUrl.ComponentFormattingOption.FullyEncoded)

    def processAlgorithm(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        try:
            return self.outputs(parameters, context, feedback)
        except Cancelled:
            return {}
        except DinamisError as error:
            raise QgsProcessingException(sentence(error)) from error

    def outputs(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """The work. May raise :class:`DinamisError`."""
        raise NotImplementedError

    def add_limit(self, name: str, words: str, most: float | None = None, advanced: bool = False) -> None:
        """A number from 0 on that may be left out."""
        kind = QgsProcessingParameterNumber.Type.Double
        bounds = {"minValue": 0.0} if most is None else {"minValue": 0.0, "maxValue": most}
        limit = QgsProcessingParameterNumber(name, words, kind, None, True, **bounds)
        if advanced:
            limit.setFlags(limit.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(limit)

    def limit(self, parameters: dict, name: str, context: QgsProcessingContext) -> float | None:
        given = parameters.get(name)
        return None if given is None or given == "" else self.parameterAsDouble(parameters, name, context)


def _groups() -> dict[str, str]:
    return {"search": tr("Search"), "requests": tr("Requests"), "images": tr("Images")}
