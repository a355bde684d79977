# SPDX-License-Identifier: GPL-2.0-or-later
"""What can go wrong where files are had through a form."""

from __future__ import annotations

from .errors import ServiceError


class FormRequired(ServiceError):
    """Files that are had through a form of the service, in which a person accepts the licence."""


class FormRefused(ServiceError):
    """The service's form was sent, and no file came of it."""
