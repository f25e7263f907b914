#include "configurator/pack/body_vest_sheet.h"

#include <algorithm>
#include <cmath>

namespace configurator {
namespace {

/// Catmull-Rom weights of four nodes at t between the middle two; `slope` for the derivative.
std::array<double, 4> cubicWeights(double t, bool slope) {
  if (slope)
    return {0.5 * (-3 * t * t + 4 * t - 1), 0.5 * (9 * t * t - 10 * t), 0.5 * (-9 * t * t + 8 * t + 1),
            0.5 * (3 * t * t - 2 * t)};
  const double t2 = t * t, t3 = t2 * t;
  return {0.5 * (-t3 + 2 * t2 - t), 0.5 * (3 * t3 - 5 * t2 + 2), 0.5 * (-3 * t3 + 4 * t2 + t),
          0.5 * (t3 - t2)};
}

struct CellPlace {
  int column = 0, row = 0;
  double tx = 0, ty = 0;
};

CellPlace placeIn(const SheetGrid& g, Vec2 flat) {
  const Vec2 cell = (flat - g.low) / g.cell;
  CellPlace place;
  place.column = std::clamp(static_cast<int>(std::floor(cell.x)), 1, g.columns - 3);
  place.row = std::clamp(static_cast<int>(std::floor(cell.y)), 1, g.rows - 3);
  place.tx = std::clamp(cell.x - place.column, -0.5, 1.5);
  place.ty = std::clamp(cell.y - place.row, -0.5, 1.5);
  return place;
}

Vec3 blend(const ClothSheet& sheet, const CellPlace& place, const std::array<double, 4>& wx,
           const std::array<double, 4>& wy) {
  Vec3 sum{0, 0, 0};
  for (int j = 0; j < 4; ++j) {
    const std::size_t first =
        static_cast<std::size_t>((place.row - 1 + j) * sheet.grid.columns + place.column - 1);
    Vec3 row{0, 0, 0};
    for (std::size_t i = 0; i < 4; ++i) row += wx[i] * sheet.nodes[first + i];
    sum += wy[static_cast<std::size_t>(j)] * row;
  }
  return sum;
}

struct Link {
  std::size_t a, b;
  double rest, stiffness;
};

/// Two places that must stay `rest` apart (0: meet), with the weights of the nodes they hang on.
struct Tie {
  std::size_t sheet[2];
  SheetStencil stencil[2];
  double scale, rest;
};

/// A node's plane of contact with the skin, renewed every few rounds.
struct Contact {
  bool touches = false;
  Vec3 point{0, 0, 0}, normal{0, 0, 1};
};

struct SheetState {
  const RelaxSheet* spec = nullptr;
  std::vector<Link> links;
  std::vector<bool> cloth;  ///< nodes on or close to the cloth: only these touch the skin
  std::vector<Contact> contacts;
  std::vector<Vec3> before;  ///< nodes a round ago
};

void addLinks(SheetState& state, int di, int dj, double stiffness) {
  const SheetGrid& g = state.spec->sheet->grid;
  const Vec2 stretch = state.spec->stretch;
  const double rest = g.cell * std::hypot(di * stretch.x, dj * stretch.y);
  for (int j = 0; j + dj < g.rows; ++j) {
    for (int i = std::max(0, -di); i < g.columns && i + di < g.columns; ++i) {
      const std::size_t a = static_cast<std::size_t>(j * g.columns + i);
      const std::size_t b = static_cast<std::size_t>((j + dj) * g.columns + i + di);
      // Links off the cloth only carry the surface a little beyond its edge.
      const double share = state.cloth[a] && state.cloth[b] ? 1.0 : 0.25;
      state.links.push_back({a, b, rest, share * stiffness});
    }
  }
}

SheetState stateOf(const RelaxSheet& spec) {
  SheetState state;
  state.spec = &spec;
  const SheetGrid& g = spec.sheet->grid;
  for (int j = 0; j < g.rows; ++j) {
    for (int i = 0; i < g.columns; ++i) {
      const Vec2 flat = g.low + g.cell * Vec2{i, j};
      state.cloth.push_back(isInside(spec.outline, flat) || distanceTo(spec.outline, flat) < 0.75 * g.cell);
    }
  }
  state.contacts.resize(state.cloth.size());
  addLinks(state, 1, 0, 1);
  addLinks(state, 0, 1, 1);
  addLinks(state, 1, 1, 0.8);
  addLinks(state, -1, 1, 0.8);
  addLinks(state, 2, 0, 0.06);  // bending
  addLinks(state, 0, 2, 0.06);
  return state;
}

void renewContacts(const Torso& torso, SheetState& state, double lift) {
  for (std::size_t i = 0; i < state.cloth.size(); ++i) {
    Contact& contact = state.contacts[i];
    contact.touches = false;
    if (!state.cloth[i]) continue;
    const Vec3 at = state.spec->sheet->nodes[i];
    const double inside = depthInside(torso, at) + lift;
    if (inside < -8) continue;
    contact.touches = true;
    contact.normal = torsoNormal(torso, at);
    contact.point = at + inside * contact.normal;
  }
}

void pullLinks(SheetState& state) {
  std::vector<Vec3>& nodes = state.spec->sheet->nodes;
  for (const Link& link : state.links) {
    const Vec3 between = nodes[link.b] - nodes[link.a];
    const double length = glm::length(between);
    if (length < 1e-9) continue;
    const Vec3 move = 0.5 * link.stiffness * (length - link.rest) / length * between;
    nodes[link.a] += move;
    nodes[link.b] -= move;
  }
}

/// Carries on in the direction of the last round: relaxation spreads several times faster.
void carryOn(SheetState& state, double share) {
  std::vector<Vec3>& nodes = state.spec->sheet->nodes;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Vec3 move = nodes[i] - state.before[i];
    state.before[i] = nodes[i];
    nodes[i] += share * move;
  }
}

void keepOut(SheetState& state) {
  std::vector<Vec3>& nodes = state.spec->sheet->nodes;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Contact& contact = state.contacts[i];
    if (!contact.touches) continue;
    const double inside = glm::dot(contact.point - nodes[i], contact.normal);
    if (inside > 0) nodes[i] += inside * contact.normal;
  }
}

void mirror(SheetState& state) {
  if (!state.spec->mirrored) return;
  ClothSheet& sheet = *state.spec->sheet;
  const SheetGrid& g = sheet.grid;
  const int centre = static_cast<int>(std::lround(-g.low.x / g.cell));
  for (int j = 0; j < g.rows; ++j) {
    const int row = j * g.columns;
    sheet.nodes[static_cast<std::size_t>(row + centre)].x = 0;
    for (int k = 1; k <= centre && centre + k < g.columns; ++k) {
      const Vec3 twin = sheet.nodes[static_cast<std::size_t>(row + centre + k)];
      sheet.nodes[static_cast<std::size_t>(row + centre - k)] = {-twin.x, twin.y, twin.z};
    }
  }
}

void pullTie(std::vector<SheetState>& states, const Tie& tie) {
  Vec3 gap{0, 0, 0};
  for (int side = 0; side < 2; ++side) {
    const std::vector<Vec3>& nodes = states[tie.sheet[side]].spec->sheet->nodes;
    const SheetStencil& s = tie.stencil[side];
    for (std::size_t k = 0; k < 16; ++k) gap += (side == 0 ? s.weight[k] : -s.weight[k]) * nodes[s.node[k]];
  }
  const double length = glm::length(gap);
  if (length < 1e-9) return;
  gap *= tie.scale * (length - tie.rest) / length;
  for (int side = 0; side < 2; ++side) {
    std::vector<Vec3>& nodes = states[tie.sheet[side]].spec->sheet->nodes;
    const SheetStencil& s = tie.stencil[side];
    for (std::size_t k = 0; k < 16; ++k) nodes[s.node[k]] -= (side == 0 ? s.weight[k] : -s.weight[k]) * gap;
  }
}

Tie tieOf(const std::vector<SheetState>& states, const RelaxSeamPoint& seam, double rest) {
  Tie tie{{seam.sheet[0], seam.sheet[1]}, {}, 0, rest};
  double sum = 0;
  for (int side = 0; side < 2; ++side) {
    tie.stencil[side] = states[seam.sheet[side]].spec->sheet->stencilAt(seam.flat[side]);
    for (const double w : tie.stencil[side].weight) sum += w * w;
  }
  tie.scale = 1 / sum;
  return tie;
}

/// Keeps the outline's own length: edges are what neighbours are sewn to.
void addEdgeTies(const std::vector<SheetState>& states, std::size_t sheet, std::vector<Tie>& ties) {
  constexpr double kStep = 18;
  const RelaxSheet& spec = *states[sheet].spec;
  Polyline closed = spec.outline;
  closed.push_back(closed.front());
  const double length = lengthOf(closed);
  const int parts = std::max(8, static_cast<int>(length / kStep));
  Vec2 before = closed.front();
  for (int i = 1; i <= parts; ++i) {
    const Vec2 at = pointAlong(closed, length * i / parts);
    if (!spec.mirrored || (before.x >= -1e-9 && at.x >= -1e-9)) {
      const double rest = glm::length((at - before) * spec.stretch);
      ties.push_back(tieOf(states, {{sheet, sheet}, {before, at}}, rest));
    }
    before = at;
  }
}

}  // namespace

SheetStencil ClothSheet::stencilAt(Vec2 flat) const {
  const CellPlace place = placeIn(grid, flat);
  const auto wx = cubicWeights(place.tx, false), wy = cubicWeights(place.ty, false);
  SheetStencil stencil;
  for (std::size_t j = 0; j < 4; ++j) {
    for (std::size_t i = 0; i < 4; ++i) {
      stencil.node[4 * j + i] =
          static_cast<std::size_t>(place.row - 1) * static_cast<std::size_t>(grid.columns) +
          j * static_cast<std::size_t>(grid.columns) + static_cast<std::size_t>(place.column - 1) + i;
      stencil.weight[4 * j + i] = wx[i] * wy[j];
    }
  }
  return stencil;
}

Vec3 ClothSheet::at(Vec2 flat) const {
  const CellPlace place = placeIn(grid, flat);
  return blend(*this, place, cubicWeights(place.tx, false), cubicWeights(place.ty, false));
}

Vec3 ClothSheet::normalAt(Vec2 flat) const {
  const CellPlace place = placeIn(grid, flat);
  const Vec3 across = blend(*this, place, cubicWeights(place.tx, true), cubicWeights(place.ty, false));
  const Vec3 along = blend(*this, place, cubicWeights(place.tx, false), cubicWeights(place.ty, true));
  const Vec3 normal = glm::cross(across, along);
  const double size = glm::length(normal);
  return size > 1e-12 ? normal / size : Vec3{0, 0, 1};
}

Vec3 ClothSheet::lifted(Vec2 flat, double lift_mm) const {
  const CellPlace place = placeIn(grid, flat);
  const auto wx = cubicWeights(place.tx, false), wy = cubicWeights(place.ty, false);
  const Vec3 middle = blend(*this, place, wx, wy);
  if (lift_mm == 0) return middle;
  const Vec3 across = blend(*this, place, cubicWeights(place.tx, true), wy);
  const Vec3 along = blend(*this, place, wx, cubicWeights(place.ty, true));
  const Vec3 normal = glm::cross(across, along);
  const double size = glm::length(normal);
  return size > 1e-12 ? middle + lift_mm / size * normal : middle;
}

ClothSheet makeSheet(const Polyline& outline, double cell) {
  const auto [low, high] = boxOf(outline);
  const double margin = 1.6;
  ClothSheet sheet;
  sheet.grid.cell = cell;
  // Whole multiples of the cell, so that a centre line falls on nodes.
  const Vec2 first{std::floor(low.x / cell - margin), std::floor(low.y / cell - margin)};
  const Vec2 last{std::ceil(high.x / cell + margin), std::ceil(high.y / cell + margin)};
  sheet.grid.low = cell * first;
  sheet.grid.columns = static_cast<int>(last.x - first.x) + 1;
  sheet.grid.rows = static_cast<int>(last.y - first.y) + 1;
  sheet.nodes.resize(static_cast<std::size_t>(sheet.grid.columns) *
                     static_cast<std::size_t>(sheet.grid.rows));
  return sheet;
}

void relax(const Torso& torso, const Relaxation& relaxation) {
  constexpr int kContactRounds = 8, kSettlingRounds = 8, kTies = 3, kLastTies = 9;
  constexpr double kMomentum = 0.85;
  std::vector<SheetState> states;
  for (const RelaxSheet& spec : relaxation.sheets) states.push_back(stateOf(spec));
  std::vector<Tie> ties;
  for (std::size_t i = 0; i < states.size(); ++i) addEdgeTies(states, i, ties);
  for (const RelaxSeamPoint& seam : relaxation.seams) ties.push_back(tieOf(states, seam, 0));
  for (SheetState& state : states) state.before = state.spec->sheet->nodes;
  for (int round = 0; round < relaxation.rounds; ++round) {
    const bool settling = round + kSettlingRounds >= relaxation.rounds;
    for (SheetState& state : states) {
      if (!settling && round > 0) carryOn(state, kMomentum);
      if (round % kContactRounds == 0) renewContacts(torso, state, relaxation.lift_mm);
      pullLinks(state);
      keepOut(state);
      mirror(state);
    }
    // Seams and edges have the last word.
    for (int again = 0; again < (settling ? kLastTies : kTies); ++again) {
      for (const Tie& tie : ties) pullTie(states, tie);
    }
    for (SheetState& state : states) mirror(state);
  }
}

}  // namespace configurator
