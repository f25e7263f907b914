"""Small solid shapes for component models, and their GLB file. Python's standard library only; lengths in mm.

A solid is a list of triangles, each three (x, y, z) points, counter-clockwise seen from outside. Normals are found
at the end: faces that meet at less than the crease angle share a smooth one. Coordinates are rounded before they
are written, so that the files do not depend on the last bit of a machine's sine.
"""

import json
import math
import struct

CREASE_DEG = 48.0


# ---- points -------------------------------------------------------------------------------------------------------

def sub(a, b):
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def cross(a, b):
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def dot(a, b):
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def unit(a):
    length = math.sqrt(dot(a, a))
    return (a[0] / length, a[1] / length, a[2] / length) if length > 0 else (0.0, 1.0, 0.0)


def warped(solid, function):
    """The solid with every point moved by function(x, y, z)."""
    return [tuple(function(*p) for p in triangle) for triangle in solid]


def moved(solid, x=0.0, y=0.0, z=0.0):
    return warped(solid, lambda a, b, c: (a + x, b + y, c + z))


def turned(solid, axis, degrees):
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    turn = {
        'x': lambda x, y, z: (x, c * y - s * z, s * y + c * z),
        'y': lambda x, y, z: (c * x + s * z, y, -s * x + c * z),
        'z': lambda x, y, z: (c * x - s * y, s * x + c * y, z),
    }[axis]
    return warped(solid, turn)


def mirrored_z(solid):
    return [((a[0], a[1], -a[2]), (c[0], c[1], -c[2]), (b[0], b[1], -b[2])) for a, b, c in solid]


def sliced(solid, axis, step):
    """The triangles cut along the planes axis = n * step (axis 0 = x, 2 = z), so that a later bend round the other
    axes stays even. Neighbours are cut at the same points, so no gap opens."""
    def meet(a, b, at):
        a, b = sorted((a, b))
        t = (at - a[axis]) / (b[axis] - a[axis])
        return tuple(at if i == axis else p + (q - p) * t for i, (p, q) in enumerate(zip(a, b)))

    low = min(p[axis] for triangle in solid for p in triangle)
    high = max(p[axis] for triangle in solid for p in triangle)
    for number in range(math.floor(low / step) + 1, math.ceil(high / step)):
        at, done = number * step, []
        for triangle in solid:
            sides = [p[axis] - at for p in triangle]
            if not (min(sides) < -1e-6 and max(sides) > 1e-6):
                done.append(triangle)
                continue
            for keep in (-1, 1):
                polygon = []
                for i in range(3):
                    p, q, sp, sq = triangle[i], triangle[(i + 1) % 3], sides[i], sides[(i + 1) % 3]
                    if sp * keep >= -1e-6:
                        polygon.append(p)
                    if abs(sp) > 1e-6 and abs(sq) > 1e-6 and (sp < 0) != (sq < 0):
                        polygon.append(meet(p, q, at))
                done += [(polygon[0], polygon[i], polygon[i + 1]) for i in range(1, len(polygon) - 1)]
        solid = done
    return solid


# ---- outlines: lists of (x, z), counter-clockwise seen from above (from +y) with z pointing down the page -----------

def area2(outline):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(outline, outline[1:] + outline[:1]))


def counter_clockwise(outline):
    return outline if area2(outline) > 0 else outline[::-1]


def rounded(corners, radius, steps=2):
    """A polygon with arcs for corners; `radius` one number or one per corner."""
    result = []
    count = len(corners)
    for i, p in enumerate(corners):
        r = radius[i] if isinstance(radius, (list, tuple)) else radius
        before, after = corners[i - 1], corners[(i + 1) % count]
        a = (before[0] - p[0], before[1] - p[1])
        b = (after[0] - p[0], after[1] - p[1])
        la, lb = math.hypot(*a), math.hypot(*b)
        a, b = (a[0] / la, a[1] / la), (b[0] / lb, b[1] / lb)
        half = math.acos(max(-1.0, min(1.0, a[0] * b[0] + a[1] * b[1]))) / 2
        if r <= 0 or half > 1.55:
            result.append(p)
            continue
        reach = min(r / math.tan(half), 0.49 * la, 0.49 * lb)
        for k in range(steps + 1):  # a quadratic curve: close to the arc, and safe where the sides are short
            t = k / steps
            u, v, w = (1 - t) * (1 - t), 2 * t * (1 - t), t * t
            result.append((u * (p[0] + a[0] * reach) + v * p[0] + w * (p[0] + b[0] * reach),
                           u * (p[1] + a[1] * reach) + v * p[1] + w * (p[1] + b[1] * reach)))
    return result


def rectangle(x0, x1, z0, z1, radius=0.0, steps=2):
    corners = [(x0, z0), (x1, z0), (x1, z1), (x0, z1)]
    return rounded(corners, radius, steps) if radius > 0 else corners


def ellipse(rx, rz, count=24, x=0.0, z=0.0):
    return [(x + rx * math.cos(2 * math.pi * i / count), z + rz * math.sin(2 * math.pi * i / count))
            for i in range(count)]


def inset(outline, by):
    """Every point moved to the left of the outline's direction: inwards when it is counter-clockwise."""
    result = []
    for i, p in enumerate(outline):
        a, b = outline[i - 1], outline[(i + 1) % len(outline)]
        d1, d2 = (p[0] - a[0], p[1] - a[1]), (b[0] - p[0], b[1] - p[1])
        l1, l2 = math.hypot(*d1), math.hypot(*d2)
        n1, n2 = (-d1[1] / l1, d1[0] / l1), (-d2[1] / l2, d2[0] / l2)
        n = (n1[0] + n2[0], n1[1] + n2[1])
        scale = 2 / max(n[0] * n[0] + n[1] * n[1], 0.5)
        result.append((p[0] + n[0] * scale * by, p[1] + n[1] * scale * by))
    return result


def bridged(outer, holes):
    """One outline that runs into each hole and back along the shortest cut."""
    result = list(outer)
    for hole in sorted(holes, key=lambda h: -max(p[0] for p in h)):
        start = max(range(len(hole)), key=lambda i: hole[i])
        tip = hole[start]
        best = None
        for i, p in enumerate(result):
            if p[0] < tip[0]:
                continue
            if any(crosses(tip, p, a, b) for ring in [result] + holes for a, b in zip(ring, ring[1:] + ring[:1])):
                continue
            distance = math.hypot(p[0] - tip[0], p[1] - tip[1])
            if best is None or distance < best[0]:
                best = (distance, i)
        i = best[1]
        result = result[:i + 1] + hole[start:] + hole[:start + 1] + result[i:]
    return result


def crosses(a, b, c, d):
    if a in (c, d) or b in (c, d):
        return False

    def side(p, q, r):
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def triangulated(outline):
    """Ear clipping; the ear with the best shape first."""
    points = list(outline)
    triangles = []
    while len(points) > 3:
        best = None
        for slack in (1e-9, -1e-7):  # at last also ears that other corners touch
            for i, p in enumerate(points):
                a, b = points[i - 1], points[(i + 1) % len(points)]
                turn = (p[0] - a[0]) * (b[1] - p[1]) - (p[1] - a[1]) * (b[0] - p[0])
                if turn <= 1e-9 or any(inside(q, (a, p, b), slack) for q in points if q not in (a, p, b)):
                    continue
                shape = turn / (math.hypot(b[0] - a[0], b[1] - a[1]) ** 2 + 1e-9)
                if best is None or shape > best[0] + 1e-9:
                    best = (shape, i, (a, p, b))
            if best:
                break
        if best is None:  # only slivers without area are left along the cuts
            turns = [abs(area2([points[i - 1], p, points[(i + 1) % len(points)]])) for i, p in enumerate(points)]
            best = (0, turns.index(min(turns)), None)
        if best[2]:
            triangles.append(best[2])
        points.pop(best[1])
    return triangles + [tuple(points)]


def inside(q, corners, slack):
    a, b, c = corners

    def side(p, r):
        return (r[0] - p[0]) * (q[1] - p[1]) - (r[1] - p[1]) * (q[0] - p[0])

    return side(a, b) > -slack and side(b, c) > -slack and side(c, a) > -slack


# ---- solids -------------------------------------------------------------------------------------------------------

def strip(lower, upper):
    """The wall between two closed rings of equal length; outside is on the right of the rings' direction."""
    count = len(lower)
    faces = []
    for i in range(count):
        j = (i + 1) % count
        faces += [(lower[i], upper[i], upper[j]), (lower[i], upper[j], lower[j])]
    return faces


def keeps_shape(ring, by):
    """No side turns round when the ring is inset."""
    moved_ring = inset(ring, by)
    return all((b[0] - a[0]) * (q[0] - p[0]) + (b[1] - a[1]) * (q[1] - p[1]) > 1e-9
               for a, b, p, q in zip(ring, ring[1:] + ring[:1], moved_ring, moved_ring[1:] + moved_ring[:1]))


def plate(outer, holes=(), y0=0.0, y1=2.0, bevel=0.5, steps=1):
    """An outline of (x, z) made thick from y0 to y1, all edges rounded as far as the outline's own corners allow."""
    rings = [counter_clockwise(list(outer))] + [counter_clockwise(list(h))[::-1] for h in holes]
    while not all(keeps_shape(ring, bevel) for ring in rings):
        bevel *= 0.9
    profile = []
    for k in range(steps + 1):
        angle = math.pi / 2 * k / steps
        profile.append((bevel * (1 - math.sin(angle)), y0 + bevel * (1 - math.cos(angle))))
    profile += [(d, y1 + y0 - y) for d, y in reversed(profile)]
    solid = []
    for ring in rings:
        levels = [[(x, y, z) for x, z in inset(ring, d)] for d, y in profile]
        for lower, upper in zip(levels, levels[1:]):
            solid += strip(lower, upper)
    caps = [inset(ring, profile[0][0]) for ring in rings]
    faces = triangulated(bridged(caps[0], caps[1:]))
    gap = sum(area2(list(f)) for f in faces) - sum(area2(c) for c in caps)
    assert abs(gap) < 0.01, 'a cap has a gap of %.3f mm2' % (gap / 2)
    for a, b, c in faces:
        solid.append(((a[0], y0, a[1]), (b[0], y0, b[1]), (c[0], y0, c[1])))
        solid.append(((a[0], y1, a[1]), (c[0], y1, c[1]), (b[0], y1, b[1])))
    return solid


def box(x, y, z, bevel=0.6, steps=1):
    """A rounded box; each of x, y, z is (from, to)."""
    radius = min(bevel * 1.7, 0.49 * min(x[1] - x[0], z[1] - z[0]))
    return plate(rectangle(x[0], x[1], z[0], z[1], radius, 1), (), y[0], y[1], min(bevel, radius * 0.7), steps)


def loft(rings, cap=True):
    """A skin over rings of equal length that follow each other; the ends are closed by fans."""
    solid = []
    for lower, upper in zip(rings, rings[1:]):
        solid += strip(lower, upper)
    if cap:
        for ring, flip in ((rings[0], False), (rings[-1], True)):
            middle = tuple(sum(p[i] for p in ring) / len(ring) for i in range(3))
            for a, b in zip(ring, ring[1:] + ring[:1]):
                solid.append((middle, b, a) if flip else (middle, a, b))
    return solid


def lathe(profile, count=18, squash=1.0):
    """A profile of (radius, height) turned round the y axis, from the bottom up; z is scaled by `squash`."""
    return loft([[(x, y, z * squash) for x, z in ellipse(r, r, count)] for r, y in profile])


def dome(radius, height, y0, steps=4):
    """The end of a lathe profile: from (radius, y0) over a quarter ellipse to nearly the axis."""
    return [(radius * math.cos(math.pi / 2 * k / steps * 0.97), y0 + height * math.sin(math.pi / 2 * k / steps * 0.97))
            for k in range(steps + 1)]


def tube(path, radius, count=9, closed=False):
    """A round wire along a path of points; `radius` one number or one per point."""
    rings = []
    side = None
    number = len(path)
    for i, p in enumerate(path):
        before = path[i - 1] if closed or i > 0 else p
        after = path[(i + 1) % number] if closed or i < number - 1 else p
        along = unit(sub(after, before))
        if side is None:
            side = unit(cross(along, (0.0, 1.0, 0.0) if abs(along[1]) < 0.9 else (1.0, 0.0, 0.0)))
        else:
            d = dot(side, along)
            side = unit((side[0] - d * along[0], side[1] - d * along[1], side[2] - d * along[2]))
        up = cross(side, along)
        r = radius[i] if isinstance(radius, (list, tuple)) else radius
        ring = []
        for k in range(count):
            c, s = math.cos(2 * math.pi * k / count) * r, math.sin(2 * math.pi * k / count) * r
            ring.append(tuple(p[j] + side[j] * c + up[j] * s for j in range(3)))
        rings.append(ring)
    if closed:
        return loft(rings + rings[:1], cap=False)
    return loft(rings)


def arc(x, z, radius, start_deg, end_deg, steps=10, y=0.0):
    """Points of an arc in the x-z plane."""
    return [(x + radius * math.cos(math.radians(start_deg + (end_deg - start_deg) * k / steps)), y,
             z + radius * math.sin(math.radians(start_deg + (end_deg - start_deg) * k / steps)))
            for k in range(steps + 1)]


def volume_ml(solid):
    return sum(dot(a, cross(b, c)) for a, b, c in solid) / 6000.0


# ---- files --------------------------------------------------------------------------------------------------------

def smooth(solid):
    """Vertices and indices with a normal per corner: faces round a point share it up to the crease angle."""
    limit = math.cos(math.radians(CREASE_DEG))
    points, faces = {}, []
    for triangle in solid:
        corners = [points.setdefault(tuple(round(c, 4) + 0.0 for c in p), len(points)) for p in triangle]
        faces.append(corners)
    places = list(points)
    kept, normals, round_point = [], [], {}
    for corners in faces:
        a, b, c = (places[i] for i in corners)
        normal = cross(sub(b, a), sub(c, a))
        if len(set(corners)) < 3 or dot(normal, normal) < 1e-12:
            continue
        for corner in corners:
            round_point.setdefault(corner, []).append(len(kept))
        kept.append(corners)
        normals.append(normal)
    units = [unit(n) for n in normals]
    # Every face counts with the area of all faces that look its way: flats stay flat, bevels do the bending.
    facing = [tuple(round(c * 20) for c in u) for u in units]
    weights = {}
    for normal, look in zip(normals, facing):
        weights[look] = weights.get(look, 0.0) + math.sqrt(dot(normal, normal))
    vertices, indices = {}, []
    for number, corners in enumerate(kept):
        for corner in corners:
            total = (0.0, 0.0, 0.0)
            for other in round_point[corner]:
                if dot(units[number], units[other]) >= limit:
                    total = tuple(t + n * weights[facing[other]] for t, n in zip(total, normals[other]))
            normal = tuple(round(c, 4) + 0.0 for c in unit(total))
            indices.append(vertices.setdefault((places[corner], normal), len(vertices)))
    return list(vertices), indices


def linear(hex_color):
    channels = [int(hex_color[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    return [round(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4, 4) for c in channels]


def single(value):
    """The number as a 32-bit float stores it."""
    return struct.unpack('<f', struct.pack('<f', value))[0]


def material(part):
    factors = {'baseColorFactor': linear(part['color']) + [part.get('opacity', 1.0)],
               'metallicFactor': part.get('metallic', 0.0), 'roughnessFactor': part.get('roughness', 0.45)}
    result = {'name': part['name'], 'pbrMetallicRoughness': factors}
    if part.get('opacity', 1.0) < 1.0:
        result['alphaMode'] = 'BLEND'
    return result


def write_glb(path, parts):
    """Parts are dicts: name, solid, color '#rrggbb', and where they differ roughness, metallic, opacity."""
    binary = bytearray()
    views, accessors, meshes, nodes = [], [], [], []

    def add(data, target, accessor, stride=None):
        view = {'buffer': 0, 'byteOffset': len(binary), 'byteLength': len(data), 'target': target}
        if stride:
            view['byteStride'] = stride
        views.append(view)
        binary.extend(data + b'\0' * (-len(data) % 4))
        accessors.append({'bufferView': len(views) - 1, **accessor})
        return len(accessors) - 1

    for number, part in enumerate(parts):
        vertices, indices = smooth(part['solid'])
        metres = [tuple(single(round(c / 1000, 7)) for c in place) for place, _ in vertices]
        flat = [(p[0], p[2]) for p in metres]
        low = [min(p[i] for p in metres) for i in range(3)]
        high = [max(p[i] for p in metres) for i in range(3)]
        count = len(vertices)
        attributes = {
            'POSITION': add(b''.join(struct.pack('<3f', *p) for p in metres), 34962,
                            {'componentType': 5126, 'count': count, 'type': 'VEC3', 'min': low, 'max': high}),
            'NORMAL': add(b''.join(struct.pack('<3f', *n) for _, n in vertices), 34962,
                          {'componentType': 5126, 'count': count, 'type': 'VEC3'}),
            'TEXCOORD_0': add(b''.join(struct.pack('<2f', *uv) for uv in flat), 34962,
                              {'componentType': 5126, 'count': count, 'type': 'VEC2'}),
        }
        index = add(struct.pack('<%dH' % len(indices), *indices), 34963,
                    {'componentType': 5123, 'count': len(indices), 'type': 'SCALAR'})
        meshes.append({'name': part['name'],
                       'primitives': [{'attributes': attributes, 'indices': index, 'material': number}]})
        nodes.append({'name': part['name'], 'mesh': number})
    document = {'asset': {'version': '2.0', 'generator': 'Rucksmith make_models.py'}, 'scene': 0,
                'scenes': [{'nodes': list(range(len(nodes)))}], 'nodes': nodes, 'meshes': meshes,
                'materials': [material(part) for part in parts], 'accessors': accessors, 'bufferViews': views,
                'buffers': [{'byteLength': len(binary)}]}
    text = json.dumps(document, separators=(',', ':')).encode()
    text += b' ' * (-len(text) % 4)
    with open(path, 'wb') as file:
        file.write(struct.pack('<III', 0x46546C67, 2, 28 + len(text) + len(binary)))
        file.write(struct.pack('<II', len(text), 0x4E4F534A) + text)
        file.write(struct.pack('<II', len(binary), 0x004E4942) + bytes(binary))
    return sum(a['count'] for a in accessors if a['type'] == 'SCALAR') // 3
