"""`python -m rumo_cli`: the same as `rumo`."""

from commands.main import main

main()
