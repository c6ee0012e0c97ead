"""Draws what a decision costs by each thing that grows: docs/images/curves.svg."""

import json

IMAGE = "docs/images/curves.svg"
THINGS = {
    "links": "links on the patient",
    "marks": "marks on the item",
    "tests": "tests in the condition",
    "depth": "levels of the organisation",
}
# Each door with its colour; colours that people tell apart who see red and green as one.
DOORS = {
    "request": "#0072b2",
    "request, whole decision": "#d55e00",
    "put a session before a chart": "#009e73",
    "look-up": "#000000",
}
WIDTH, HEIGHT = 430, 270
LEFT, TOP, RIGHT, BOTTOM = 66, 34, 16, 44


def of(sections):
    """The points of each curve, in order, by what grows and by the door."""
    found = {}
    for name, numbers in sections.items():
        place, door = name.split("/")
        thing, _, point = place.partition("=")
        if thing in THINGS and door in DOORS:
            found.setdefault((thing, door), []).append((int(point), numbers["instructions"]))
    return {key: sorted(points) for key, points in found.items()}


def steps(most):
    """Round numbers for an axis, about five of them."""
    step = 10 ** (len(str(int(most))) - 1)
    while most / step < 4:
        step = step // 2 if step % 2 == 0 or step == 1 else step / 2
        if step < 1:
            step = 1
            break
    while most / step > 7:
        step *= 2
    return [step * i for i in range(int(most // step) + 1)]


def in_words(number):
    if number >= 1_000_000:
        return f"{number / 1_000_000:g} M"
    return f"{number / 1_000:g} k" if number >= 1_000 else f"{number:g}"


def panel(thing, curves, x, y):
    wide, high = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
    most_x = max(point[0] for points in curves.values() for point in points)
    most_y = max(point[1] for points in curves.values() for point in points) * 1.05
    at_x = lambda value: LEFT + value / most_x * wide
    at_y = lambda value: TOP + high - value / most_y * high
    out = [f'<g transform="translate({x} {y})">']
    out.append(f'<text x="{LEFT}" y="{TOP - 14}" class="title">By {THINGS[thing]}</text>')
    for value in steps(most_y):
        out.append(f'<path d="M{LEFT} {at_y(value):.1f}h{wide}" class="grid"/>')
        out.append(
            f'<text x="{LEFT - 6}" y="{at_y(value) + 4:.1f}" text-anchor="end">{in_words(value)}</text>'
        )
    for value in steps(most_x):
        out.append(
            f'<text x="{at_x(value):.1f}" y="{TOP + high + 16}" text-anchor="middle">{value:g}</text>'
        )
    out.append(
        f'<text x="{LEFT + wide / 2}" y="{TOP + high + 34}" text-anchor="middle">{THINGS[thing]}</text>'
    )
    for door, colour in DOORS.items():
        points = curves.get(door, [])
        line = " ".join(f"{at_x(px):.1f},{at_y(py):.1f}" for px, py in points)
        out.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="1.6"/>')
        out += [
            f'<circle cx="{at_x(px):.1f}" cy="{at_y(py):.1f}" r="2.4" fill="{colour}"/>'
            for px, py in points
        ]
    out.append("</g>")
    return out


def draw(sections):
    found = of(sections)
    width, height = 2 * WIDTH, 2 * HEIGHT + 40
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" aria-label="Instructions by links, marks, tests and levels">',
        "<style>text{font:12px sans-serif;fill:#333}.title{font-weight:bold}.grid{stroke:#ddd}</style>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for number, thing in enumerate(THINGS):
        curves = {door: points for (of_thing, door), points in found.items() if of_thing == thing}
        out += panel(thing, curves, number % 2 * WIDTH, number // 2 * HEIGHT)
    x = LEFT
    for door, colour in DOORS.items():
        out.append(f'<path d="M{x} {height - 20}h22" stroke="{colour}" stroke-width="2"/>')
        out.append(f'<text x="{x + 28}" y="{height - 16}">{door}</text>')
        x += 60 + 7 * len(door)
    out.append(f'<text x="{width - RIGHT}" y="{height - 16}" text-anchor="end">instructions</text></svg>')
    with open(IMAGE, "w") as file:
        file.write("\n".join(out) + "\n")


if __name__ == "__main__":
    draw(json.load(open("Benchmarks/instructions.json")))
