#!/usr/bin/env python3
"""Makes rules/world.csv, the outlines of the map in the HTML report, from Natural Earth at 1:110 million.

    world.py FOLDER

The folder holds `naturalearth_lowres.shp`, `.dbf` and `naturalearth_cities.shp`, `.dbf` in folders of these names, as in
Debian's python3-geopandas 0.12.2 (usr/lib/python3/dist-packages/geopandas/datasets). Natural Earth is in the public
domain. docs/map.md explains the columns.

Projection: Equal Earth around 11.35 degrees east, so that the edge of the map runs through the Bering Strait; cut below 58 degrees
south. Borders are simplified once for both sides, so that neighbours still meet.
"""

import csv
import struct
import sys
from math import asin, cos, hypot, radians, sin, sqrt
from pathlib import Path

ROOT = Path(__file__).parent.parent
CENTRE, SOUTH, NORTH = 11.35, -58, 84
WIDTH = 4000  # of the grid; its height follows
TOLERANCE = 1.6  # of a simplified border, in units of the grid
SMALLEST = 14  # a ring with less area is left out, unless its country has no other

# Natural Earth's codes of three letters for what geography.xml names by two; what has no code there is land without a name.
ALPHA2 = dict(pair.split(":") for pair in """
AFG:AF AGO:AO ALB:AL ARE:AE ARG:AR ARM:AM ATF:TF AUS:AU AUT:AT AZE:AZ BDI:BI BEL:BE BEN:BJ BFA:BF BGD:BD BGR:BG BHS:BS BIH:BA
BLR:BY BLZ:BZ BOL:BO BRA:BR BRN:BN BTN:BT BWA:BW CAF:CF CAN:CA CHE:CH CHL:CL CHN:CN CIV:CI CMR:CM COD:CD COG:CG COL:CO CRI:CR
CUB:CU CYP:CY CZE:CZ DEU:DE DJI:DJ DNK:DK DOM:DO DZA:DZ ECU:EC EGY:EG ERI:ER ESH:EH ESP:ES EST:EE ETH:ET FIN:FI FJI:FJ FLK:FK
FRA:FR GAB:GA GBR:GB GEO:GE GHA:GH GIN:GN GMB:GM GNB:GW GNQ:GQ GRC:GR GRL:GL GTM:GT GUY:GY HND:HN HRV:HR HTI:HT HUN:HU IDN:ID
IND:IN IRL:IE IRN:IR IRQ:IQ ISL:IS ISR:IL ITA:IT JAM:JM JOR:JO JPN:JP KAZ:KZ KEN:KE KGZ:KG KHM:KH KOR:KR KWT:KW LAO:LA LBN:LB
LBR:LR LBY:LY LKA:LK LSO:LS LTU:LT LUX:LU LVA:LV MAR:MA MDA:MD MDG:MG MEX:MX MKD:MK MLI:ML MMR:MM MNE:ME MNG:MN MOZ:MZ MRT:MR
MWI:MW MYS:MY NAM:NA NCL:NC NER:NE NGA:NG NIC:NI NLD:NL NOR:NO NPL:NP NZL:NZ OMN:OM PAK:PK PAN:PA PER:PE PHL:PH PNG:PG POL:PL
PRI:PR PRK:KP PRT:PT PRY:PY PSE:PS QAT:QA ROU:RO RUS:RU RWA:RW SAU:SA SDN:SD SEN:SN SLB:SB SLE:SL SLV:SV SOM:SO SRB:RS SSD:SS
SUR:SR SVK:SK SVN:SI SWE:SE SWZ:SZ SYR:SY TCD:TD TGO:TG THA:TH TJK:TJ TKM:TM TLS:TL TTO:TT TUN:TN TUR:TR TWN:TW TZA:TZ UGA:UG
UKR:UA URY:UY USA:US UZB:UZ VEN:VE VNM:VN VUT:VU YEM:YE ZAF:ZA ZMB:ZM ZWE:ZW""".split())

# Countries without an outline at this scale, by a city of Natural Earth; some with one that is better marked there.
CITIES = {
    "AD": "Andorra", "AG": "Saint John's", "BB": "Bridgetown", "BH": "Manama", "CV": "Praia", "DM": "Roseau",
    "FM": "Palikir", "GD": "Saint George's", "HK": "Hong Kong", "KI": "Tarawa", "KM": "Moroni", "KN": "Basseterre",
    "LC": "Castries", "LI": "Vaduz", "LU": "Luxembourg", "MC": "Monaco", "MH": "Majuro", "MT": "Valletta",
    "MU": "Port Louis", "MV": "Malé", "PW": "Melekeok", "SC": "Victoria", "SG": "Singapore", "SM": "San Marino",
    "ST": "São Tomé", "TO": "Nuku'alofa", "TV": "Funafuti", "VA": "Vatican City", "VC": "Kingstown", "WS": "Apia",
    "MY": "Kuala Lumpur", "ID": "Jakarta", "JP": "Tokyo", "NZ": "Wellington",
}

# The rest: longitude and latitude in whole degrees.
DEGREES = {
    "AI": (-63, 18), "AS": (-171, -14), "AW": (-70, 12.5), "AX": (20, 60), "BL": (-63, 18), "BM": (-65, 32),
    "BQ": (-68, 12), "BV": (3, -54), "CC": (97, -12), "CK": (-160, -21), "CW": (-69, 12), "CX": (106, -10),
    "FO": (-7, 62), "GF": (-53, 4), "GG": (-2.6, 49.5), "GI": (-5.4, 36.1), "GP": (-62, 16), "GS": (-37, -54),
    "GU": (145, 13), "HM": (73, -53), "IM": (-4.5, 54.2), "IO": (72, -7), "JE": (-2.1, 49.2), "KY": (-81, 19),
    "MF": (-63, 18), "MO": (113.5, 22.2), "MP": (146, 15), "MQ": (-61, 15), "MS": (-62, 17), "NF": (168, -29),
    "NR": (167, -1), "NU": (-170, -19), "PF": (-149, -18), "PM": (-56, 47), "PN": (-130, -25), "RE": (55.5, -21),
    "SH": (-6, -16), "SJ": (16, 78), "SX": (-63, 18), "TC": (-72, 22), "TK": (-172, -9), "UM": (167, 19),
    "VG": (-64, 18), "VI": (-65, 18), "WF": (-176, -13), "YT": (45, -13),
}


def records(path):
    """The rows of a dBASE file by the names of its fields."""
    data = path.read_bytes()
    number, head, size = struct.unpack("<IHH", data[4:12])
    fields, place, at = [], 32, 1
    while data[place] != 0x0D:
        fields.append((data[place:place + 11].split(b"\0")[0].decode(), at, data[place + 16]))
        at += data[place + 16]
        place += 32
    for row in range(number):
        start = head + row * size
        yield {n: data[start + a:start + a + l].decode("latin-1").strip() for n, a, l in fields}


def shapes(path):
    """Points or rings of every record of a shapefile."""
    data, place = path.read_bytes(), 100
    while place < len(data):
        length = struct.unpack(">i", data[place + 4:place + 8])[0] * 2
        body = data[place + 8:place + 8 + length]
        kind = struct.unpack("<i", body[:4])[0]
        if kind == 1:
            yield struct.unpack("<2d", body[4:20])
        elif kind == 5:
            parts, points = struct.unpack("<2i", body[36:44])
            starts = list(struct.unpack(f"<{parts}i", body[44:44 + 4 * parts])) + [points]
            flat = struct.unpack(f"<{2 * points}d", body[44 + 4 * parts:44 + 4 * parts + 16 * points])
            every = list(zip(flat[::2], flat[1::2]))
            yield [every[a:b] for a, b in zip(starts, starts[1:])]
        else:
            raise SystemExit(f"{path}: a record of kind {kind}")
        place += 8 + length


def equal_earth(longitude, latitude):
    """Bojan Šavrič, Tom Patterson, Bernhard Jenny: The Equal Earth map projection, 2018."""
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    t = asin(sqrt(3) / 2 * sin(radians(latitude)))
    x = 2 * sqrt(3) * radians(longitude) * cos(t) / (
        3 * (9 * a4 * t**8 + 7 * a3 * t**6 + 3 * a2 * t**2 + a1))
    return x, t * (a1 + a2 * t**2 + t**6 * (a3 + a4 * t**2))


UNIT = WIDTH / (2 * equal_earth(180, 0)[0])
TOP = equal_earth(0, NORTH)[1]
HEIGHT = round((TOP - equal_earth(0, SOUTH)[1]) * UNIT)


def grid(longitude, latitude):
    longitude = (longitude - CENTRE + 180) % 360 - 180
    x, y = equal_earth(longitude, min(max(latitude, SOUTH), NORTH))
    return min(max(round(WIDTH / 2 + x * UNIT), 0), WIDTH), min(max(round((TOP - y) * UNIT), 0), HEIGHT)


def area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1])) / 2


def joined(rings):
    """Rings without the seam that the 180th meridian leaves between parts of a country: edges that run both ways go."""
    edges = {(a, b) for ring in rings for a, b in zip(ring, ring[1:] + ring[:1]) if a != b}
    edges = {(a, b) for a, b in edges if (b, a) not in edges}
    following = {}
    for a, b in sorted(edges):
        following.setdefault(a, []).append(b)
    result = []
    while following:
        start = min(following)
        ring, at = [], start
        while True:
            ring.append(at)
            ahead = following[at]
            step = ahead.pop(0)
            if not ahead:
                del following[at]
            at = step
            if at == start:
                break
        result.append(ring)
    return result


def simplified(line):
    """Douglas and Peucker."""
    if len(line) < 3:
        return line
    (ax, ay), (bx, by) = line[0], line[-1]
    length = hypot(bx - ax, by - ay)
    def distance(p):
        if length == 0:
            return hypot(p[0] - ax, p[1] - ay)
        return abs((bx - ax) * (ay - p[1]) - (ax - p[0]) * (by - ay)) / length
    far = max(range(1, len(line) - 1), key=lambda i: distance(line[i]))
    if distance(line[far]) <= TOLERANCE:
        return [line[0], line[-1]]
    return simplified(line[:far + 1])[:-1] + simplified(line[far:])


def simplify(countries):
    """Every line between two points where borders meet is simplified once, whichever side it is seen from."""
    around = {}
    for rings in countries.values():
        for ring in rings:
            for a, b in zip(ring, ring[1:] + ring[:1]):
                around.setdefault(a, set()).add(b)
                around.setdefault(b, set()).add(a)
    meets = {point for point, others in around.items() if len(others) > 2}
    for code, rings in countries.items():
        result = []
        for ring in rings:
            # A ring where nothing meets begins at its first point and turns at the one farthest from it.
            first = min(ring)
            far = max(ring, key=lambda p: (hypot(p[0] - first[0], p[1] - first[1]), p))
            knots = {p for p in ring if p in meets} or {first, far}
            if len(knots) == 1:
                knots |= {max(ring, key=lambda p: (hypot(p[0] - min(knots)[0], p[1] - min(knots)[1]), p))}
            turn = next(i for i, p in enumerate(ring) if p in knots)
            ring = ring[turn:] + ring[:turn + 1]
            made, line = [], [ring[0]]
            for point in ring[1:]:
                line.append(point)
                if point in knots:
                    # Seen from either side it is the same line.
                    turned = line[-1] < line[0] or (line[-1] == line[0] and line[::-1] < line)
                    short = simplified(line[::-1] if turned else line)
                    made += (short[::-1] if turned else short)[:-1]
                    line = [point]
            result.append(made)
        result = [ring for ring in result if len(ring) > 2]
        large = [ring for ring in result if abs(area(ring)) >= SMALLEST]
        countries[code] = large or sorted(result, key=lambda ring: -abs(area(ring)))[:1]


def inside(x, y, ring):
    result = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            result = not result
    return result


def border(x, y, ring):
    def distance(a, b):
        dx, dy = b[0] - a[0], b[1] - a[1]
        share = 0 if dx == dy == 0 else min(1, max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)))
        return hypot(x - a[0] - share * dx, y - a[1] - share * dy)
    return min(distance(a, b) for a, b in zip(ring, ring[1:] + ring[:1]))


def middle(rings):
    """The point of the largest ring that is farthest from its border, looked for on a grid."""
    ring = max(rings, key=lambda r: abs(area(r)))
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    step = max(1, (max(xs) - min(xs)) // 40, (max(ys) - min(ys)) // 40)
    every = [(x, y) for x in range(min(xs), max(xs) + 1, step) for y in range(min(ys), max(ys) + 1, step)]
    within = [p for p in every if inside(*p, ring)] or [ring[0]]
    return max(within, key=lambda p: (border(*p, ring), p))


def path(rings):
    text = ""
    for ring in rings:
        numbers = [ring[0][0], ring[0][1]]
        moves = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(ring, ring[1:])]
        text += "M%d %d" % tuple(numbers) + "l"
        body = ""
        for number in (n for move in moves for n in move):
            body += str(number) if number < 0 or not body else f" {number}"
        text += body + "z"
    return text


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    folder = Path(sys.argv[1])
    source = folder / "naturalearth_lowres" / "naturalearth_lowres"
    countries = {}
    for row, rings in zip(records(source.with_suffix(".dbf")), shapes(source.with_suffix(".shp"))):
        if row["name"] == "Antarctica":
            continue
        points = []
        for ring in rings:
            made = []
            for point in (grid(*p) for p in ring):
                if not made or made[-1] != point:
                    made.append(point)
            if made[0] == made[-1]:
                made.pop()
            if len(made) > 2:
                points.append(made)
        countries.setdefault(ALPHA2.get(row["iso_a3"], ""), []).extend(points)
    countries = {code: joined(rings) for code, rings in countries.items() if rings}
    simplify(countries)
    cities = folder / "naturalearth_cities" / "naturalearth_cities"
    places = {r["name"]: p for r, p in zip(records(cities.with_suffix(".dbf")), shapes(cities.with_suffix(".shp")))}
    marks = {code: grid(*places[name]) for code, name in CITIES.items()}
    marks |= {code: grid(*place) for code, place in DEGREES.items() if code not in countries}
    with open(ROOT / "rules" / "world.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["place", "x", "y", "outline"])
        for code in sorted(countries.keys() | marks.keys()):
            rings = countries.get(code, [])
            at = ("", "") if code == "" else marks.get(code) or middle(rings)
            out.writerow([code, *at, path(rings)])
    print(f"{len(countries)} outlines, {len(marks)} marks, grid {WIDTH} x {HEIGHT}, "
          f"{sum(len(r) for rings in countries.values() for r in rings)} points")


main()
