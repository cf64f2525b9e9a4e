"""A directory of two associations, in an order of its own."""

from rumo_cli.records.directory import Directory
from rumo_cli.records.values import Record

PHYSICS: Record = {"code": "ОМО-02", "title": "ОМО учителей физики"}
MATHEMATICS: Record = {"code": "ОМО-01", "title": "ОМО учителей математики"}
DIRECTORY = Directory([PHYSICS, MATHEMATICS])
