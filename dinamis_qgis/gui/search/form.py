# SPDX-License-Identifier: GPL-2.0-or-later
"""What, where, when, clouds; the rest folded. One main button."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from qgis.gui import QgsScrollArea
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.settings import Settings
from ...domain import themes
from ...domain.catalogues.registry import CatalogueRow
from ...domain.choices import Choices
from ...domain.periods import is_southern, utc_today
from ...translation import tr
from ..aoi.controller import ZoneController
from ..aoi.zone_box import ZoneBox
from .backdrop_strip import BackdropStrip
from .cloud_box import CloudBox
from .criteria_box import CriteriaBox
from .period_box import PeriodBox
from .site_strip import SiteStrip
from .theme_box import ThemeBox


class SearchForm(QgsScrollArea):
    search_requested = pyqtSignal()
    trial_requested = pyqtSignal()  # of the demonstration

    def __init__(self, zones: ZoneController, parent: QWidget | None = None, today: date | None = None) -> None:
        super().__init__(parent)
        self._zones = zones
        self.themes = ThemeBox()
        self._rows: Sequence[CatalogueRow] = ()
        self.zone = ZoneBox(zones)
        self.period = PeriodBox(today or utc_today())
        self.clouds = CloudBox()
        self.criteria = CriteriaBox()
        self.criteria.group.setCollapsed(not Settings.load().more_criteria_open)
        self.button = QPushButton(tr("Search"))
        self.button.setDefault(True)
        self.hint = QLabel(tr("Choose a zone, or move the map, then Search."))
        self.hint.setWordWrap(True)
        self.backdrops = BackdropStrip(zones.context)
        self.site = SiteStrip(zones.context)
        self.trial = QPushButton(tr("Try the demonstration"))
        self.trial.setFlat(True)
        self.trial.setToolTip(tr("Invented images of an invented place: the whole panel works, without network."))
        self._clouds_label = QLabel(tr("Clouds"))
        self._lay_out()
        self.themes.changed.connect(self._theme_changed)
        self.criteria.group.collapsedStateChanged.connect(_remember_fold)
        self.button.clicked.connect(self.search_requested)
        self.trial.clicked.connect(self.trial_requested)
        self.criteria.accounts.clicked.connect(self._show_accounts)
        zones.context.zones.changed.connect(self.zone_changed)
        self.zone_changed()

    def choices(self) -> Choices:
        made = Choices(theme=self.theme(), period=self.period.period(), max_cloud=self.clouds.limit())
        return self.criteria.read(made)

    def set_choices(self, choices: Choices) -> None:
        self.themes.set_theme(choices.theme)
        self.period.set_period(choices.period)
        self.clouds.set_limit(choices.max_cloud)
        self.criteria.write(choices)
        self._theme_changed()

    def theme(self) -> str:
        return self.themes.theme()

    def set_catalogues(self, rows: Sequence[CatalogueRow], poles: bool) -> None:
        """Those that may be searched; what they serve is offered, and ``poles`` beside it."""
        self._rows = rows
        self.themes.offer(themes.offered(rows), poles)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that no field has a use for. No shortcut: it would also take the Enter that chooses in an open list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.button.click()
        else:
            super().keyPressEvent(event)

    def is_ready(self) -> bool:
        """Whether all that was typed is understood; what is not is brought into sight."""
        return not self.criteria.show_problem()

    def searched(self) -> None:
        """The hint has served."""
        self.hint.hide()

    def _show_accounts(self) -> None:
        self._zones.context.show_options("catalogues")

    def _theme_changed(self) -> None:
        self.criteria.set_theme(self.theme())
        serving = [(row.id, row.title) for row in self._rows if themes.serves(row, self.theme())]
        self.criteria.set_catalogues(serving)
        clouds = "max_cloud" in Choices(theme=self.theme()).meant
        self.clouds.setVisible(clouds)
        self._clouds_label.setVisible(clouds)

    def zone_changed(self) -> None:
        """Summers are those of the zone's hemisphere."""
        zone = self._zones.context.zones.zone
        self.period.set_southern(zone is not None and is_southern(zone.shape.bounds))

    def _lay_out(self) -> None:
        rows = QFormLayout()
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        for text, field in ((tr("What"), self.themes), (tr("Where"), self.zone), (tr("When"), self.period)):
            label = QLabel(text)
            label.setBuddy(field)
            rows.addRow(label, field)
        self._clouds_label.setBuddy(self.clouds)
        rows.addRow(self._clouds_label, self.clouds)
        action = QHBoxLayout()
        action.addWidget(self.hint, 1)
        action.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Sunken)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addLayout(rows)
        layout.addWidget(self.criteria)
        layout.addLayout(action)
        layout.addWidget(line)
        layout.addWidget(self.backdrops)
        layout.addWidget(self.site)
        layout.addWidget(self.trial, 0, Qt.AlignmentFlag.AlignRight)
        layout.addStretch()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def _remember_fold(collapsed: bool) -> None:
    settings = Settings.load()
    settings.more_criteria_open = not collapsed
    settings.save()
