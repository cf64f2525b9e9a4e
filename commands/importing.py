"""`rumo import`: files of any kind, and folders of them."""

from commands.verbs import importing

import_ = importing.command(None)
