# SPDX-License-Identifier: GPL-2.0-or-later
"""What our algorithms share: their place in the toolbox, and how they end."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)

from ..core.messages import sentence
from ..domain.errors import Cancelled, DinamisError
from ..translation import tr


class Algorithm(QgsProcessingAlgorithm):
    """An error of ours becomes one sentence; a cancelled run has no outputs."""

    NAME = ""  # public: scripts and models call it
    GROUP = ""  # a key of _groups()

    def createInstance(self) -> Algorithm:
        return type(self)()

    def name(self) -> str:
        return self.NAME

    def groupId(self) -> str:
        return self.GROUP

    def group(self) -> str:
        return _groups()[self.GROUP]

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


def _groups() -> dict[str, str]:
    return {"search": tr("Search"), "requests": tr("Requests"), "images": tr("Images")}
