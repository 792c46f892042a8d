"""A map as geometry: land outlines and the places of a register, projected to one drawing. What it
looks like is for the style sheet; modern borders are left out, for they would mislead.

Land is land-110m.json of the npm package world-atlas 2.0.2 (ISC licence), which is Natural Earth
(public domain) in TopoJSON (the TopoJSON format specification, sections 2.1 and 2.2).
"""

import json
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import cos, radians
from typing import Any

from lxml import etree

from editio.edition.reading.source import ED
from editio.model.registers import Entry, Register
from editio.resources import ASSETS

WIDTH = 1000
# Degrees around the outermost places, and the least that a map shows from side to side.
MARGIN, LEAST = 8.0, 24.0
# More places than this are dots, without names that would cover each other and weigh on the page.
MOST = 250
# A label is about so high and, for each letter, so wide.
LINE, LETTER = 15, 8

Point = tuple[float, float]
Located = tuple[Entry, float, float]
# Left, base line, right.
Box = tuple[float, float, float]


@dataclass(frozen=True)
class Frame:
    """A part of the world as a drawing: equidistant along the parallel in its middle."""

    west: float
    east: float
    south: float
    north: float

    @property
    def scale(self) -> float:
        """Units of the drawing to a degree of longitude."""
        return WIDTH / (self.east - self.west)

    @property
    def stretch(self) -> float:
        """How much longer a degree of latitude is drawn than one of longitude."""
        return 1 / cos(radians((self.south + self.north) / 2))

    @property
    def height(self) -> float:
        """How high the drawing is."""
        return (self.north - self.south) * self.scale * self.stretch

    def project(self, longitude: float, latitude: float) -> Point:
        """Return the place of a point in the drawing."""
        x = (longitude - self.west) * self.scale
        return round(x, 1), round((self.north - latitude) * self.scale * self.stretch, 1)


def around(points: list[Point]) -> Frame:
    """Return a frame that holds all points (longitude, latitude) with room around them."""
    west, east = _widened([x for x, _ in points], LEAST)
    south, north = _widened([y for _, y in points], LEAST / 2)
    return Frame(west, east, max(-85.0, south), min(85.0, north))


def _widened(values: list[float], least: float) -> tuple[float, float]:
    low, high = min(values) - MARGIN, max(values) + MARGIN
    short = max(0.0, least - (high - low)) / 2
    return low - short, high + short


@cache
def land() -> tuple[tuple[Point, ...], ...]:
    """Return the rings of all land, in degrees."""
    topology = json.loads((ASSETS / "land-110m.json").read_text("utf-8"))
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        steps = accumulate(arc, lambda a, b: [a[0] + b[0], a[1] + b[1]])
        arcs.append([(x * scale[0] + shift[0], y * scale[1] + shift[1]) for x, y in steps])
    return tuple(_ring(ring, arcs) for ring in _rings(topology["objects"]["land"]))


def _rings(geometry: dict[str, Any]) -> list[list[int]]:
    if geometry["type"] == "GeometryCollection":
        return [ring for part in geometry["geometries"] for ring in _rings(part)]
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [ring for polygon in polygons for ring in polygon]


def _ring(ring: list[int], arcs: list[list[Point]]) -> tuple[Point, ...]:
    """Join arcs to a ring; a negative number is the complement of an arc read backwards."""
    points: list[Point] = []
    for number in ring:
        points += arcs[number] if number >= 0 else arcs[~number][::-1]
    return tuple(points)


def outline(frame: Frame) -> str:
    """Return the land in the frame as path data; what lies wholly outside is left out."""
    drawn = []
    for ring in land():
        if any(frame.west <= x <= frame.east and frame.south <= y <= frame.north for x, y in ring):
            points = dict.fromkeys(frame.project(x, y) for x, y in ring)
            drawn.append("M" + "L".join(f"{x:g},{y:g}" for x, y in points) + "Z")
    return "".join(drawn)


def map_of(register: Register) -> etree._Element | None:
    """Return `ed:map` for a register whose entries have coordinates."""
    places = [
        (entry, entry.point.longitude, entry.point.latitude)
        for entry in register.entries
        if entry.point
    ]
    if not places:
        return None
    frame = around([(x, y) for _, x, y in places])
    drawing = etree.Element(f"{{{ED}}}map", width=str(WIDTH), height=f"{frame.height:.0f}")
    etree.SubElement(drawing, f"{{{ED}}}land", d=outline(frame))
    if len(places) > MOST:
        at = (frame.project(*where) for _, *where in places)
        dots = dict.fromkeys(f"M{x:.0f},{y:.0f}h0" for x, y in at)
        etree.SubElement(drawing, f"{{{ED}}}dots", d="".join(dots))
    else:
        _name(drawing, places, frame)
    return drawing


def _name(drawing: etree._Element, places: list[Located], frame: Frame) -> None:
    """Put each place into the drawing, with its name where that has room."""
    taken = [(x - 8, y + 4, x + 8) for x, y in (frame.project(*where) for _, *where in places)]
    for entry, longitude, latitude in sorted(places, key=lambda place: (-place[2], place[1])):
        x, y = frame.project(longitude, latitude)
        width = len(entry.name) * LETTER
        left = x + 10 if x + 10 + width < WIDTH else x - 10 - width
        point = etree.SubElement(drawing, f"{{{ED}}}point", entry=entry.id, x=f"{x:g}")
        point.set("y", f"{y:g}")
        point.set("side", "right" if left > x else "left")
        point.set("label", f"{_free(left, y + 4, width, taken):g}")
        point.text = entry.name


def _free(x: float, y: float, width: float, taken: list[Box]) -> float:
    """Find the first line at or below `y`, in whole steps, where a label has room, and take it."""
    beside = sorted(b for a, b, c in taken if x < c and a < x + width)
    for line in beside:
        while abs(y - line) < LINE:
            y += 1
    taken.append((x, y, x + width))
    return y
