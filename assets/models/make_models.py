#!/usr/bin/env python3
"""Writes the component models as GLB files: python3 make_models.py [FOLDER], default the script's own folder.

Frame of strap hardware (mm here, metres in the files): webbing or cord runs along x, its width along z, y points
away from the body; the origin lies where the webbing passes. Made for 20 mm webbing. Flask and bladder: x across,
y away from the body, upright towards -z, origin in the middle. README.md lists every model.
"""

import math
import os
import sys

sys.dont_write_bytecode = True
from shapes import (arc, box, dome, ellipse, lathe, loft, mirrored_z, moved, plate, rectangle, rounded, sliced, tube,
                    turned, warped, write_glb)

BLACK = '#1c1e21'
STEEL = '#b9bdc2'
CLEAR = '#cfe3ea'


def cambered(solid, height, half):
    """Bent like a shallow arch along x, `height` lower at |x| = half."""
    return warped(sliced(solid, 0, half / 2), lambda x, y, z: (x, y - height * (x / half) ** 2, z))


def crowned(solid, drop, half):
    """The upper side falls off towards |z| = half, so that a flat shell becomes a pillow."""
    return warped(sliced(solid, 2, half / 2), lambda x, y, z: (x, y - drop * (z / half) ** 2 * (1 if y > 0 else -1), z))


# ---- side-release buckle: male towards -x, female towards +x; the webbing ends at x = -26 and x = 27 ----------------

def buckle_female():
    shell = rounded([(1, -15.2), (6, -15.6), (9.5, -12.2), (17, -11.4), (20.5, -15.2), (22.5, -15.4), (22.5, 15.4),
                     (20.5, 15.2), (17, 11.4), (9.5, 12.2), (6, 15.6), (1, 15.2), (2.2, 0)],
                    [1.4, 1.6, 3.5, 3.5, 1.6, .8, .8, 1.6, 3.5, 3.5, 1.6, 1.4, 8], 2)
    top = crowned(plate(shell, (), 2.4, 4.7, 0.9, 2), 0.9, 15.6)
    bottom = plate(shell, (), -4.2, -2.4, 0.7)
    frame = plate(rounded([(17.5, -15.2), (32, -14.6), (32, 14.6), (17.5, 15.2)], [1, 3.2, 3.2, 1]),
                  [rectangle(22.8, 28.4, -10.6, 10.6, 1.2)], -3.2, 3.2, 1.1)
    frame = warped(sliced(frame, 0, 10.0), lambda x, y, z: (x, y * (1 - 0.28 * max(0, (x - 22) / 10)), z))
    post = box((1.4, 6.4), (-2.8, 2.8), (12.6, 15.2), 0.6)
    rail = box((3, 16), (4.0, 4.75), (-1.0, 1.0), 0.35)
    return top + bottom + frame + post + mirrored_z(post) + rail


def prong():
    outer = [(-3, 6.2), (6, 8.4), (12, 10.6), (17.6, 10.2), (18.4, 12.2), (15.5, 15.6), (10.5, 15.0), (7.2, 12.4),
             (-3, 9.8)]
    arm = plate(rounded(outer, [.5, 4, 3, 1, 1, 2.4, 2.4, 3, .5], 2), (), -2.1, 2.1, 0.6)
    ribs = []
    for i in range(2):
        ribs += moved(turned(box((-0.35, 0.35), (-2.0, 2.0), (-0.5, 0.5), 0.25), 'y', 20),
                      x=11.2 + i * 2.0, z=15.2)
    return arm + ribs


def buckle_male():
    base = plate(rounded([(-1, -13.6), (-1, 13.6), (-8, 14.4), (-31, 14.4), (-31, -14.4), (-8, -14.4)],
                         [1.6, 1.6, 4, 3.2, 3.2, 4]),
                 [rectangle(-15.5, -10.2, -10.6, 10.6, 1.2), rectangle(-26.8, -20.2, -10.6, 10.6, 1.2)],
                 -2.5, 2.5, 1.0)
    base = warped(sliced(base, 0, 16.0), lambda x, y, z: (x, y * (1 - 0.22 * max(0, (-x - 12) / 20)), z))
    guide = plate(rounded([(-3, -3.4), (9, -2.6), (14.5, -1.2), (14.5, 1.2), (9, 2.6), (-3, 3.4)], [.5, 3, 1, 1, 3, .5]),
                  (), -1.6, 1.6, 0.6)
    lip = turned(box((-2.0, 2.4), (-1.0, 1.0), (-14.2, 14.2), 0.7), 'z', 24)
    return base + guide + prong() + mirrored_z(prong()) + moved(lip, x=-30.6, y=1.2)


def side_release_buckle():
    return [dict(name='female', solid=buckle_female(), color=BLACK, roughness=0.42),
            dict(name='male', solid=buckle_male(), color=BLACK, roughness=0.42)]


# ---- strap hardware -------------------------------------------------------------------------------------------------

def ladder_lock():
    outline = rounded([(-15, -14.4), (10, -14.8), (15.5, -13.6), (15.5, 13.6), (10, 14.8), (-15, 14.4)],
                      [3, 6, 3, 3, 6, 3])
    frame = plate(outline, [rectangle(-11.2, -5.6, -10.6, 10.6, 1.2), rectangle(-1.4, 5.2, -10.6, 10.6, 1.2)],
                  -1.6, 1.6, 0.9)
    frame = warped(sliced(frame, 0, 5.0), lambda x, y, z: (x, y + 0.011 * max(0.0, x - 1) ** 2 * 1.6 - 0.006 * x * x, z))
    teeth = []
    for i in range(6):
        teeth += box((-2.7, -1.3), (-1.0, 0.6), (-9.6 + i * 3.6, -8.4 + i * 3.6), 0.3)
    grip = []
    for i in range(3):
        grip += moved(turned(box((-0.5, 0.5), (-0.3, 0.5), (-11.5, 11.5), 0.3), 'z', 20), x=9.0 + i * 2.2,
                      y=1.9 + i * 0.62)
    return [dict(name='frame', solid=frame + teeth + grip, color=BLACK, roughness=0.45)]


def tri_glide():
    frame = plate(rectangle(-9.0, 9.0, -14.2, 14.2, 2.8, 4),
                  [rectangle(-6.1, -1.7, -10.8, 10.8, 1.2), rectangle(1.7, 6.1, -10.8, 10.8, 1.2)], -1.4, 1.4, 0.8)
    frame = cambered(frame, 0.9, 9.0)
    bar = tube([(0, 0.35, -11.5 + i * 23 / 6) for i in range(7)], 1.55, 12)
    return [dict(name='frame', solid=frame + bar, color=BLACK, roughness=0.45)]


def sternum_slider():
    """Grips a rail or webbing along z with two jaws; the sternum strap loops round the bar at x = +9."""
    frame = plate(rounded([(-7, -11), (-3, -13), (12, -12.6), (12, 12.6), (-3, 13), (-7, 11)], [2, 3, 3, 3, 3, 2]),
                  [rectangle(2.4, 7.2, -10.4, 10.4, 1.2)], 0.6, 3.6, 0.9)
    jaw = plate(rounded([(-7.4, -3.2), (-2.6, -3.2), (-2.6, 0.2), (-4.2, 0.2), (-4.2, -1.4), (-7.4, -1.4)], 0.4),
                (), -8.5, 8.5, 0.4)
    jaw = warped(jaw, lambda x, y, z: (x, z, -y))
    jaw2 = plate(rounded([(-1.0, -3.2), (3.0, -3.2), (3.0, 1.2), (1.2, 1.2), (1.2, -1.4), (-1.0, -1.4)], 0.4),
                 (), -8.5, 8.5, 0.4)
    jaw2 = warped(jaw2, lambda x, y, z: (x, z, -y))
    dots = []
    for z in (-6, 0, 6):
        dots += moved(lathe([(0.01, 0.0), (1.1, 0.0)] + dome(1.1, 0.5, 0.1, 3), 12), x=-2.4, y=3.5, z=z)
    return [dict(name='slider', solid=cambered(frame, 0.8, 12.0) + jaw + jaw2 + dots, color=BLACK, roughness=0.45)]


def d_ring():
    straight = [(0, 0, z) for z in (-10, -6, -2, 2, 6, 10)]
    bend = [(x, y, z) for x, y, z in arc(2.5, 10.0, 2.5, 180, 90, 4)][1:]
    bow = arc(4.0, 0, 12.5, 88, -88, 14)
    back = [(x, y, -z) for x, y, z in reversed(bend)]
    return [dict(name='ring', solid=tube(straight + bend + bow + back, 1.6, 10, True), color=STEEL, metallic=1.0,
                 roughness=0.28)]


def g_hook():
    """Flat wire bent like a G: the webbing loops round the bar at x = 0, a cord or loop slips in at the gap."""
    path = [(0, 0, z) for z in (11, 7, 3, -1, -5, -9)]
    path += arc(3.0, -10.0, 3.0, 180, 270, 5)[1:]
    path += [(6, 0, -13), (10, 0, -13), (14, 0, -13)]
    path += arc(15, 0, 13.0, -90, 90, 16)[1:]
    path += [(12, 0, 13), (10, 0, 13)] + arc(10, 10, 3.0, 90, 180, 5)[1:]
    path += [(7, 0, 7), (7, 0, 3), (7, 0, 0), (7.3, 0, -3), (8.3, 0, -5.4)]
    radius = [1.7] * (len(path) - 1) + [1.35]
    return [dict(name='hook', solid=tube(path, radius, 10), color='#3a3d42', metallic=1.0, roughness=0.38)]


def cord_lock():
    """Cord along x through the barrel; the plunger is pressed along -z."""
    barrel = lathe([(0.01, -9.5), (4.2, -9.5), (5.3, -8.9), (5.9, -7.4), (6.5, -3.5), (6.7, 0), (6.5, 3.5), (6.2, 5.6),
                    (5.6, 6.4), (4.6, 6.4), (4.6, 5.2), (0.01, 5.2)], 20, 0.82)
    plunger = lathe([(0.01, 5.0), (3.9, 5.0), (3.9, 9.6)] + dome(4.1, 1.6, 10.0, 3), 18, 0.82)
    spring = lathe([(3.4, 4.5), (3.4, 7.0)], 16, 0.82)
    rim = []
    hole = []
    for side in (1, -1):
        centre = [(side * 6.35, 2.6 * math.cos(a), 2.6 * math.sin(a)) for a in
                  [2 * math.pi * i / 14 for i in range(14)]]
        rim += tube(centre, 0.75, 6, True)
        disc = turned(lathe([(0.01, 0.0), (2.3, 0.0), (2.3, 0.2), (0.01, 0.2)], 18), 'z', -90 * side)
        hole += moved(disc, x=side * 6.25)
    stand = lambda solid: turned(solid, 'x', 90)
    return [dict(name='barrel', solid=stand(barrel) + rim, color=BLACK, roughness=0.5),
            dict(name='plunger', solid=stand(plunger + spring), color='#26292d', roughness=0.5),
            dict(name='hole', solid=hole, color='#050506', roughness=0.9)]


# ---- zip --------------------------------------------------------------------------------------------------------------

def zip_slider():
    """Zip along x, closing towards +x; the puller hangs from the bridge to +x. For a size 5 coil."""
    wing = rounded([(-5.4, -2.6), (-3.0, -4.4), (3.2, -4.6), (5.4, -3.4), (5.4, 3.4), (3.2, 4.6), (-3.0, 4.4),
                    (-5.4, 2.6)], [1, 2, 2, 1.2, 1.2, 2, 2, 1])
    upper = crowned(plate(wing, (), 1.1, 2.2, 0.45), 0.35, 4.6)
    lower = plate(wing, (), -2.0, -1.1, 0.4)
    post = plate(rounded([(0.5, -0.6), (5.0, -1.1), (5.0, 1.1), (0.5, 0.6)], 0.3), (), -1.3, 1.3, 0.2)
    flange = box((-4.6, 4.2), (-1.2, 1.6), (3.7, 4.5), 0.3)
    bridge = tube([(-4.0, 1.6, 0), (-3.8, 3.0, 0), (-2.6, 4.0, 0), (0, 4.3, 0), (2.6, 4.0, 0), (3.8, 3.0, 0),
                   (4.0, 1.6, 0)], [1.0, .95, .9, .9, .9, .95, 1.0], 10)
    link = plate(rounded([(-1.6, -2.1), (7.5, -1.9), (7.5, 1.9), (-1.6, 2.1)], [1.9, .8, .8, 1.9]),
                 [rounded([(-0.4, -1.0), (2.4, -1.0), (2.4, 1.0), (-0.4, 1.0)], 0.8)], -0.55, 0.55, 0.3)
    tab = plate(rounded([(6.0, -2.2), (9.0, -3.1), (27.0, -3.6), (30.0, 0), (27.0, 3.6), (9.0, 3.1), (6.0, 2.2)],
                        [.8, 2, 2.6, 3.4, 2.6, 2, .8]), (), -1.15, 1.15, 0.8)
    ribs = []
    for i in range(6):
        ribs += box((14 + i * 2.0, 14.9 + i * 2.0), (-1.45, 1.45), (-2.4, 2.4), 0.3)
    hang = lambda solid: moved(turned(solid, 'z', -7), x=1.4, y=3.6)
    metal = upper + lower + post + flange + mirrored_z(flange) + bridge
    return [dict(name='slider', solid=metal, color='#585d64', metallic=1.0, roughness=0.35),
            dict(name='link', solid=hang(link), color='#585d64', metallic=1.0, roughness=0.35),
            dict(name='puller', solid=hang(tab + ribs), color=BLACK, roughness=0.6)]


# ---- small things that hang on a pack ---------------------------------------------------------------------------------

def key_clip():
    """A swivel snap hook: the cord or tape passes the eye at the origin, the hook hangs to +x."""
    eye = tube(arc(0, 0, 4.6, 0, 360, 24)[:-1], 1.25, 10, True)
    swivel = turned(lathe([(0.01, 4.4), (2.4, 4.4), (2.7, 5.2), (2.7, 8.0), (1.9, 8.8), (1.9, 9.6), (2.5, 10.2),
                           (2.5, 12.2), (0.01, 12.6)], 18), 'z', -90)
    path = [(11.5, 0, 0), (14, 0, 1.6), (17, 0, 4.6), (21, 0, 5.8), (28, 0, 5.8)]
    path += arc(31, 0, 5.8, 90, -60, 12)[1:]
    hook = tube(path, [2.1, 2.0, 1.9, 1.8, 1.7] + [1.6] * 10 + [1.5, 1.2], 12)
    gate = tube([(13, 0, -1.0), (17, 0, -3.6), (22, 0, -5.0), (28, 0, -5.4), (32.5, 0, -4.6)],
                [1.4, 1.35, 1.25, 1.2, 1.0], 10)
    thumb = moved(box((-1.2, 1.2), (-1.0, 1.0), (-1.8, 0.6), 0.5), x=19.5, z=-5.2)
    return [dict(name='hook', solid=eye + swivel + hook, color=STEEL, metallic=1.0, roughness=0.3),
            dict(name='gate', solid=gate + thumb, color='#8d9196', metallic=1.0, roughness=0.35)]


def whistle():
    """A pealess whistle lying flat: mouthpiece to +x, lanyard eye at the origin."""
    body = plate(rounded([(4, -7.4), (16, -8.6), (24, -5.2), (41, -4.0), (41, 4.0), (24, 5.2), (16, 8.6), (4, 7.4)],
                         [3, 6, 5, 1.6, 1.6, 5, 6, 3]), [rectangle(25.4, 28.0, -2.2, 2.2, 0.6, 3)], -4.2, 4.2, 1.2)
    body = warped(sliced(body, 0, 9.0), lambda x, y, z: (x, y * (1 - 0.34 * max(0, min(1, (x - 22) / 18))), z))
    fin = plate(rounded([(9, -0.6), (21, -0.6), (21, 0.6), (9, 0.6)], 0.5), (), 3.9, 4.9, 0.3)
    eye = tube(arc(0.5, 0, 4.4, 0, 360, 20)[:-1], 1.3, 10, True)
    dark = moved(box((-0.4, 0.12), (-1.4, 1.4), (-2.6, 2.6), 0.3), x=41)
    return [dict(name='body', solid=body + eye + moved(fin, z=3) + moved(fin, z=-3) + fin, color='#e8601c',
                 roughness=0.4),
            dict(name='opening', solid=dark, color='#1a0d06', roughness=0.9)]


def bite_valve_solid():
    """Round the y axis, bottom at the hose: collar, then silicone flattened towards the lips."""
    collar = [(0.01, 0), (6.2, 0), (6.6, 0.5), (6.6, 4.5), (6.2, 5.0), (5.4, 5.4), (5.4, 8.2), (7.4, 8.8), (7.4, 11.2),
              (6.8, 11.8), (0.01, 11.8)]
    rings = []
    for y, rx, rz in ((11.6, 6.2, 6.2), (13, 6.6, 6.4), (17, 7.4, 6.0), (22, 8.6, 5.0), (27, 9.6, 4.0),
                      (30, 9.9, 3.6), (31.5, 9.6, 3.2), (32.3, 8.8, 2.4), (32.6, 7.4, 1.2)):
        rings.append([(x, y, z) for x, z in ellipse(rx, rz, 24)])
    slit = box((-5.5, 5.5), (32.4, 32.75), (-0.25, 0.25), 0.12)
    return lathe(collar, 24), loft(rings), slit


def bite_valve():
    """Hose arrives along x from -x at the origin; the lips are at +x, wide along z."""
    collar, lips, slit = bite_valve_solid()
    lie = lambda solid: turned(turned(solid, 'y', 90), 'z', -90)
    return [dict(name='collar', solid=lie(collar), color=BLACK, roughness=0.45),
            dict(name='valve', solid=lie(lips), color='#3d8fc4', roughness=0.55),
            dict(name='slit', solid=lie(slit), color='#12303f', roughness=0.9)]


def led_light():
    """A clip light on webbing: the webbing passes at y = 0 under the body, the lens looks along +y."""
    body = crowned(plate(rectangle(-17, 17, -11.5, 11.5, 6.5, 6), (), 1.8, 9.2, 2.4, 4), 0.8, 11.5)
    lens_rings = []
    for y, s in ((8.2, 1.0), (9.6, 1.0), (10.8, 0.94), (11.7, 0.80), (12.2, 0.55), (12.4, 0.2)):
        lens_rings.append([(x * s, y, z * s) for x, z in rectangle(-13.2, 13.2, -7.8, 7.8, 4.5, 5)])
    lens = loft([ring[::1] for ring in lens_rings])
    clip = plate(rectangle(-15, 15, -6.5, 6.5, 3, 4), (), -2.2, -0.9, 0.5)
    hinge = tube([(-15.4, 0.2, -6.0 + i * 2.4) for i in range(6)], 2.3, 12)
    tip = turned(box((-2.5, 2.5), (-0.7, 0.7), (-6.4, 6.4), 0.5), 'z', -16)
    button = lathe([(0.01, 0), (2.6, 0), (2.6, 0.6), (2.2, 1.0), (0.01, 1.1)], 18)
    button = moved(turned(button, 'z', -90), x=16.7, y=5.4)
    return [dict(name='body', solid=body + clip + hinge + moved(tip, x=14.5, y=-1.8), color=BLACK, roughness=0.5),
            dict(name='lens', solid=lens, color='#d8232a', roughness=0.15, opacity=0.85),
            dict(name='button', solid=button, color='#4a4e55', roughness=0.6)]


# ---- water ------------------------------------------------------------------------------------------------------------

def pillow(profile, power, count=36):
    """A skin over superellipses: profile of (y, half width, half depth)."""
    rings = []
    for y, rx, rz in profile:
        ring = []
        for i in range(count):
            c, s = math.cos(2 * math.pi * i / count), math.sin(2 * math.pi * i / count)
            ring.append((rx * math.copysign(abs(c) ** (2 / power), c), y,
                         rz * math.copysign(abs(s) ** (2 / power), s)))
        rings.append(ring)
    return loft(rings)


def upright(height):
    """Turns what was drawn standing (y up, z outward) into the frame of things that lie on the body."""
    return lambda parts: [dict(part, solid=warped(part['solid'], lambda x, y, z: (x, z, height / 2 - y)))
                          for part in parts]


def soft_flask():
    """500 ml soft flask, full, as its pocket shapes it: 80 mm wide, 220 mm tall, 49 mm thick, bite cap on top.

    Its inner side is flat and follows the ribs (radius 165 mm), its outer side is round."""
    def in_pocket(x, y, z):
        free = min(max((y - 118) / 38, 0.0), 1.0)
        free = free * free * (3 - 2 * free)  # 1 at the neck, which no pocket presses
        mixed = lambda pressed, round_: pressed + (round_ - pressed) * free
        depth = z * (mixed(1.12, 1.0) if z > 0 else mixed(0.7, 1.0))
        return x * mixed(1.09, 1.0), y * 171 / 160, depth - mixed(6.5, 0.0) - mixed(x * x / 330, 0.0)

    body = pillow([(0.0, 27, 17), (1.5, 31, 21), (6, 34.5, 25), (16, 36.6, 27.2), (40, 37.4, 27.6), (75, 37.4, 26.6),
                   (105, 36.8, 25.2), (125, 35.2, 23.6), (140, 31.5, 21.4), (150, 26.0, 19.0), (156, 21.0, 17.0),
                   (160, 17.9, 15.4)], 2.25, 32)
    body = warped(body, in_pocket)
    risen = lambda solid: moved(solid, y=11)
    neck = lathe([(0.01, 158), (18.6, 158), (19.2, 159), (19.2, 162.5), (18.4, 163.5), (0.01, 163.5)], 32)
    cap = lathe([(0.01, 163), (17.2, 163), (17.9, 163.8), (17.9, 174), (16.6, 176), (11.5, 178.5), (8.2, 179.6),
                 (7.2, 181), (0.01, 181)], 32)
    ribs = []
    for i in range(16):
        rib = moved(box((-0.55, 0.55), (164.4, 173.4), (-0.5, 0.5), 0.35), z=17.8)
        ribs += turned(rib, 'y', i * 22.5)
    collar, lips, slit = bite_valve_solid()
    raise_ = lambda solid: moved(warped(solid, lambda x, y, z: (x * 0.95, y * 0.9, z * 0.95)), y=180)
    return upright(220.0)([dict(name='flask', solid=body, color=CLEAR, roughness=0.25, opacity=0.55),
            dict(name='neck', solid=risen(neck), color=BLACK, roughness=0.45),
            dict(name='cap', solid=risen(cap + ribs + raise_(collar)), color=BLACK, roughness=0.45),
            dict(name='valve', solid=risen(raise_(lips)), color='#3d8fc4', roughness=0.55),
            dict(name='slit', solid=risen(raise_(slit)), color='#12303f', roughness=0.9)])


def bladder():
    """1.5 l bladder, full: 160 mm wide, 320 mm tall with its loop, slide top, hose port low in front."""
    height, half = 298.0, 79.0
    rings = []
    for i in range(19):
        t = i / 18
        y = 6 + (height - 12) * t
        bulge = (1 - abs(2 * t - 0.86) ** 3.2 / 1.5) if t > 0.43 else (1 - (1 - t / 0.43) ** 3.0)
        depth = 0.8 + 26.3 * max(0.0, bulge) ** 0.75
        wide = half - 6 + (0 if 0.04 < t < 0.97 else -2.0)
        ring = []
        for k in range(32):
            c, s = math.cos(2 * math.pi * k / 32), math.sin(2 * math.pi * k / 32)
            x = wide * math.copysign(abs(c) ** 0.8, c)
            ring.append((x, y, depth * math.copysign(abs(s) ** 1.15, s)))
        rings.append(ring)
    body = loft(rings)
    seam = plate(rectangle(-half, half, -height / 2, height / 2, 16, 6), (), -0.7, 0.7, 0.4)
    seam = warped(seam, lambda x, y, z: (x, height / 2 - z, y))
    bar = warped(box((-half - 2, half + 2), (-4.5, 4.5), (-7, 7), 2.2), lambda x, y, z: (x, height + 2 - z, y))
    grip = warped(box((half - 16, half + 6), (-6.2, 6.2), (-8.5, 8.5), 2.5), lambda x, y, z: (x, height + 2 - z, y))
    hanger = tube([(p[0], height + 8 - p[2], 0) for p in arc(0, 0, 13, 180, 360, 14)], 2.4, 10)
    port = turned(lathe([(0.01, 22), (17, 22), (17.6, 23), (17.6, 27), (16, 28.4), (9, 29), (8.4, 30), (8.4, 34),
                         (7.6, 35), (0.01, 35)], 28), 'x', 90)
    elbow = tube([(0, 0, 32), (0, 0, 36), (0, 1.2, 39.2), (0, 4.4, 41.6), (0, 9, 42.4), (0, 20, 42.4)], 5.0, 14)
    stub = tube([(0, y, 42.4) for y in (18, 24, 30, 36)], 4.3, 14)
    low = lambda solid: moved(solid, y=46)
    return upright(320.0)([dict(name='bag', solid=body + seam, color='#a9cfe4', roughness=0.22, opacity=0.6),
            dict(name='slide', solid=bar + hanger, color=BLACK, roughness=0.45),
            dict(name='grip', solid=grip, color='#3d8fc4', roughness=0.5),
            dict(name='port', solid=low(port + elbow), color=BLACK, roughness=0.45),
            dict(name='hose', solid=low(stub), color='#6f8794', roughness=0.3, opacity=0.75)])


MODELS = {
    'bite-valve': bite_valve, 'bladder': bladder, 'cord-lock': cord_lock, 'd-ring': d_ring, 'g-hook': g_hook,
    'key-clip': key_clip, 'ladder-lock': ladder_lock, 'led-light': led_light,
    'side-release-buckle': side_release_buckle, 'soft-flask': soft_flask, 'sternum-slider': sternum_slider,
    'tri-glide': tri_glide, 'whistle': whistle, 'zip-slider': zip_slider,
}


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
    for name, make in MODELS.items():
        triangles = write_glb(os.path.join(folder, name + '.glb'), make())
        print('%-24s %6d triangles' % (name, triangles))


if __name__ == '__main__':
    main()
