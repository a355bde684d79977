# SPDX-License-Identifier: GPL-2.0-or-later
from tests.integration import inside

inside.start()
