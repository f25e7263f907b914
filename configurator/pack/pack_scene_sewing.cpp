#include "configurator/pack/pack_scene_sewing.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>
#include <variant>

#include "configurator/pack/in_parallel.h"
#include "configurator/pack/pack_scene_sheet.h"
#include "configurator/pack/thinned.h"
#include "renderer/weave_tile.h"

namespace configurator {
namespace {

constexpr double kAbove_mm = 0.25;    // of the thread over the triangles that it lies on
constexpr double kFine_mm = 0.12;     // how far a ribbon may be from its row
constexpr double kReach_mm = 10;      // what is sewn on lies no higher than this
constexpr std::size_t kTogether = 8;  // seats of a row that are looked at together
constexpr double kStepUp_mm = 1.2;    // a thread bridges no higher edge

/// Where a stitch comes out.
struct Seat {
  std::size_t part = 0;  // piece, or number of pieces + fitting
  SurfacePoint point;
};

using Seats = std::vector<std::optional<Seat>>;

/// A look from above a seat towards it.
struct Look {
  double above_mm = 0, reach_mm = 0;
};

/// What may lie over a row.
struct Cover {
  std::size_t part = 0;
  const DrawnSheet* sheet = nullptr;
};

class Layers {
 public:
  Layers(const DrawnParts& parts, const std::vector<SewnRow>& rows) : parts_(parts) {
    for (std::size_t i = 0; i < parts.pieces.size(); ++i) {
      by_piece_[parts.pieces[i]] = i;
      ids_.push_back(parts.pieces[i]->id);
      assemblies_.push_back(parts.pieces[i]->assembly);
    }
    for (const Fitting& fitting : *parts.fittings) {
      ids_.push_back(fitting.id);
      assemblies_.push_back(isBand(fitting) ? fitting.assembly : std::string());
    }
    std::vector<bool> hosts(ids_.size(), false);
    for (const SewnRow& row : rows)
      if (const auto host = by_piece_.find(row.piece); host != by_piece_.end()) hosts[host->second] = true;
    sheets_.resize(ids_.size());
    inParallel(ids_.size(), [&](std::size_t i) {
      if (i < parts.pieces.size() || !assemblies_[i].empty()) sheets_[i].emplace(meshOf(i), hosts[i]);
    });
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      if (sheets_[i] && !assemblies_[i].empty()) covers_[assemblies_[i]].push_back({i, &*sheets_[i]});
    }
  }

  const std::string& idOf(std::size_t part) const { return ids_[part]; }

  /// Seats along a row, none where nothing of the piece is drawn.
  Seats seatsOf(const SewnRow& row) const {
    Seats seats(row.line.size());
    const auto host = by_piece_.find(row.piece);
    if (host == by_piece_.end()) return seats;
    for (std::size_t i = 0; i < seats.size(); ++i) {
      const auto on = sheets_[host->second]->at(row.line[i]);
      if (on) seats[i] = Seat{host->second, *on};
    }
    if (const auto mate = by_piece_.find(row.mate); mate != by_piece_.end())
      liftOntoMate({mate->second, &*sheets_[mate->second]}, seats);
    const auto covers = covers_.find(row.assembly);
    if (row.through_cloth && covers != covers_.end())
      for (const Cover& cover : covers->second) liftOnto(cover, seats);
    leaveOutCovered(seats);
    return seats;
  }

 private:
  static bool isBand(const Fitting& fitting) {
    return std::any_of(fitting.shapes.begin(), fitting.shapes.end(),
                       [](const Shape& shape) { return std::holds_alternative<RibbonShape>(shape.drawn()); });
  }
  const renderer::Mesh& meshOf(std::size_t part) const {
    const std::size_t pieces = parts_.pieces.size();
    return part < pieces ? (*parts_.cloth)[part] : (*parts_.hardware)[part - pieces];
  }

  /// Seats that follow each other, and the box that what lies within `above_mm` of them meets.
  struct Stretch {
    std::size_t from = 0, to = 0;
    Box3 box;
  };
  static std::vector<Stretch> stretchesOf(const Seats& seats, double above_mm) {
    std::vector<Stretch> stretches;
    for (std::size_t from = 0; from < seats.size(); from += kTogether) {
      Stretch one{from, std::min(seats.size(), from + kTogether), {}};
      Vec3 low(std::numeric_limits<double>::max()), high(std::numeric_limits<double>::lowest());
      for (std::size_t i = one.from; i < one.to; ++i) {
        if (!seats[i]) continue;
        low = glm::min(low, seats[i]->point.at - above_mm);
        high = glm::max(high, seats[i]->point.at + above_mm);
      }
      one.box = {low, high};
      if (low.x <= high.x) stretches.push_back(one);
    }
    return stretches;
  }

  /// What of a cover is met on the way down to each seat, from `above_mm` on for `reach_mm`.
  template <typename Take>
  static void lookDown(const Cover& cover, const Stretch& stretch, const Look& look, Seats& seats,
                       Take take) {
    const DrawnSheet::Facets near = cover.sheet->within(stretch.box);
    if (near.empty()) return;
    for (std::size_t i = stretch.from; i < stretch.to; ++i) {
      if (!seats[i] || seats[i]->part == cover.part) continue;
      const SurfacePoint& seat = seats[i]->point;
      const Vec3 from = seat.at + look.above_mm * seat.normal;
      if (const auto hit = cover.sheet->hit(near, from, -seat.normal, look.reach_mm)) take(seats[i], *hit);
    }
  }

  /// Onto a part where it lies over a seat.
  static void liftOnto(const Cover& cover, Seats& seats) {
    for (const Stretch& stretch : stretchesOf(seats, kReach_mm))
      lookDown(cover, stretch, {kReach_mm, kReach_mm}, seats,
               [&](std::optional<Seat>& seat, const SurfacePoint& hit) {
                 seat = Seat{cover.part, hit};
               });
  }

  /// Where the mate lies over nearly all of a row: a patch on the inside. Elsewhere it laps over by chance.
  static void liftOntoMate(const Cover& mate, Seats& seats) {
    Seats lifted = seats;
    liftOnto(mate, lifted);
    const auto over = std::count_if(lifted.begin(), lifted.end(), [&](const std::optional<Seat>& seat) {
      return seat && seat->part == mate.part;
    });
    if (static_cast<double>(over) > 0.8 * static_cast<double>(lifted.size())) seats = std::move(lifted);
  }

  /// Sewing that other cloth lies on does not show: drawn, it would come through where that bends.
  void leaveOutCovered(Seats& seats) const {
    constexpr double kCloth_mm = 1.2, kSame_mm = 0.2;
    for (const Stretch& stretch : stretchesOf(seats, kCloth_mm)) {
      for (std::size_t i = 0; i < sheets_.size(); ++i) {
        if (!sheets_[i]) continue;
        lookDown({i, &*sheets_[i]}, stretch, {kCloth_mm, kCloth_mm - kSame_mm}, seats,
                 [](std::optional<Seat>& seat, const SurfacePoint&) { seat.reset(); });
      }
    }
  }

  const DrawnParts& parts_;
  std::vector<std::string> ids_, assemblies_;
  std::unordered_map<const Piece*, std::size_t> by_piece_;
  std::vector<std::optional<DrawnSheet>> sheets_;
  std::map<std::string, std::vector<Cover>> covers_;
};

/// A stretch of a row on one part.
struct Thread {
  std::size_t part = 0;
  bool dense = false;
  double from_mm = 0, per_mm = 1;  // where u begins, and u per mm
  std::vector<SurfacePoint> points;
  std::vector<std::size_t> kept = {};  // the points that are drawn

  std::size_t triangles() const { return 2 * (kept.size() - 1); }
};

std::vector<std::size_t> keptOf(const Thread& thread, double tolerance_mm) {
  const std::vector<SurfacePoint>& p = thread.points;
  return thinned(p.size(), tolerance_mm, [&](std::size_t at, std::size_t from, std::size_t to) {
    return awayFromChord(p[at].at, p[from].at, p[to].at);
  });
}

Polyline movedBy(Polyline line, const Vec2& way) {
  for (Vec2& p : line) p += way;
  return line;
}

/// What lies under both sides of a bartack.
Seats sidesOf(const SewnRow& row, const Layers& layers) {
  constexpr int kPoints = 4;
  const Vec2 along = row.line.back() - row.line.front();
  const Vec2 half = Vec2{-along.y, along.x} * (kBartack_mm / 2 / std::max(1e-9, glm::length(along)));
  SewnRow probe = row;
  probe.line.clear();
  for (const double side : {-1.0, 1.0})
    for (int i = 0; i < kPoints; ++i)
      probe.line.push_back(row.line.front() + (i / (kPoints - 1.0)) * along + side * half);
  return layers.seatsOf(probe);
}

/// How many of them lie on a part, in one sheet of it.
std::ptrdiff_t countOn(std::size_t part, const Seats& seats) {
  const Seat* first = nullptr;
  return std::count_if(seats.begin(), seats.end(), [&](const std::optional<Seat>& seat) {
    if (!seat || seat->part != part) return false;
    if (first == nullptr) first = &*seat;
    return std::abs(glm::dot(seat->point.at - first->point.at, first->point.normal)) < kStepUp_mm;
  });
}

/// Where a bartack may be sewn instead, nearest first: half its length ahead or back, half its width aside.
std::vector<Vec2> waysBeside(const SewnRow& row) {
  const Vec2 length = row.line.back() - row.line.front();
  const Vec2 aside = Vec2{-length.y, length.x} * (0.6 * kBartack_mm / std::max(1e-9, glm::length(length)));
  std::vector<Vec2> ways;
  for (const double share : {0.0, 0.15, 0.3, 0.55}) {
    for (const double across : {0.0, -1.0, 1.0}) {
      ways.push_back(share * length + across * aside);
      if (share > 0) ways.push_back(-share * length + across * aside);
    }
  }
  return ways;
}

/// The parts under a bartack: what it holds, then the piece that this is sewn to.
std::vector<std::size_t> partsUnder(const SewnRow& row, const Seats& seats, const Layers& layers) {
  std::vector<std::size_t> parts;
  for (const bool host : {false, true}) {
    for (const std::optional<Seat>& seat : seats) {
      if (!seat || (layers.idOf(seat->part) == row.piece->id) != host) continue;
      if (std::find(parts.begin(), parts.end(), seat->part) == parts.end()) parts.push_back(seat->part);
    }
  }
  return parts;
}

/// A bartack at a corner or an edge is sewn beside that, where it has cloth under it all over: on what it
/// holds, or where that stands up from the piece, on the piece.
SewnRow onCloth(const SewnRow& row, const Layers& layers) {
  const Seats seats = sidesOf(row, layers);
  const std::vector<Vec2> ways = waysBeside(row);
  const auto movedRow = [&](std::size_t way) {
    SewnRow moved = row;
    moved.line = movedBy(row.line, ways[way]);
    return moved;
  };
  std::vector<Seats> seats_beside;  // by way: both parts are looked for in them
  std::size_t best = 0;
  std::ptrdiff_t most = 0;
  for (const std::size_t part : partsUnder(row, seats, layers)) {
    for (std::size_t way = 0; way < ways.size(); ++way) {
      if (way == seats_beside.size()) seats_beside.push_back(sidesOf(movedRow(way), layers));
      const std::ptrdiff_t count = countOn(part, seats_beside[way]);
      if (count <= most) continue;
      most = count;
      best = way;
      if (most == std::ssize(seats)) return movedRow(best);
    }
  }
  return movedRow(best);
}

std::vector<Thread> threadsOf(const SewnRow& given, const Layers& layers) {
  std::vector<Thread> threads;
  const SewnRow row = given.dense ? onCloth(given, layers) : given;
  const auto seats = layers.seatsOf(row);
  double at = 0;
  const Seat* last = nullptr;
  for (std::size_t i = 0; i < seats.size(); ++i) {
    const double step = i > 0 ? glm::distance(row.line[i], row.line[i - 1]) : 0;
    at += step;
    const Seat* seat = seats[i] ? &*seats[i] : nullptr;
    if (seat != nullptr) {
      const bool on = last != nullptr && last->part == seat->part &&
                      glm::distance(last->point.at, seat->point.at) < 1.5 * step + kStepUp_mm;
      if (!on) threads.push_back({seat->part, row.dense, at, row.stitches_per_inch / 8, {}, {}});
      threads.back().points.push_back(seat->point);
    }
    last = seat;
  }
  std::erase_if(threads, [](const Thread& thread) { return thread.points.size() < 2; });
  for (Thread& thread : threads) thread.kept = keptOf(thread, kFine_mm);
  return threads;
}

Vec3 unitOr(const Vec3& v, const Vec3& otherwise) {
  const double size = glm::length(v);
  return size > 1e-9 ? v / size : otherwise;
}

void appendThread(const Thread& thread, renderer::Mesh& mesh) {
  const std::vector<SurfacePoint>& p = thread.points;
  const double half = (thread.dense ? kBartack_mm : kThread_mm) / 2;
  const double v = thread.dense ? renderer::kTackV_mm : renderer::kRowV_mm;
  std::vector<double> along(p.size(), 0);
  for (std::size_t i = 1; i < p.size(); ++i) along[i] = along[i - 1] + glm::distance(p[i].at, p[i - 1].at);
  bool first = true;
  for (const std::size_t i : thread.kept) {
    const Vec3 before = i > 0 ? unitOr(p[i].at - p[i - 1].at, {0, 0, 0}) : Vec3{0, 0, 0};
    const Vec3 after = i + 1 < p.size() ? unitOr(p[i + 1].at - p[i].at, {0, 0, 0}) : Vec3{0, 0, 0};
    const Vec3 side = unitOr(glm::cross(unitOr(before + after, {1, 0, 0}), p[i].normal), {1, 0, 0});
    const auto u = static_cast<float>(thread.from_mm + along[i] * thread.per_mm);
    const auto at = static_cast<std::uint32_t>(mesh.positions.size());
    for (const double out : {-half, half}) {
      mesh.positions.emplace_back(p[i].at + kAbove_mm * p[i].normal - out * side);
      mesh.normals.emplace_back(p[i].normal);
      mesh.uvs.emplace_back(u, static_cast<float>(v + out));
    }
    if (!first) mesh.indices.insert(mesh.indices.end(), {at - 2, at, at + 1, at - 2, at + 1, at - 1});
    first = false;
  }
}

std::size_t trianglesOf(const std::vector<Thread>& threads) {
  std::size_t sum = 0;
  for (const Thread& thread : threads) sum += thread.triangles();
  return sum;
}

}  // namespace

std::size_t sewnTriangles(const std::vector<SewnRow>& rows) {
  constexpr double kSegment_mm = 10;
  std::size_t sum = 0;
  for (const SewnRow& row : rows)
    sum += 2 * static_cast<std::size_t>(std::ceil(lengthOf(row.line) / kSegment_mm) + 1);
  return sum;
}

std::vector<SewnPart> laidSewing(const std::vector<SewnRow>& rows, const DrawnParts& parts,
                                 std::size_t triangles) {
  if (rows.empty()) return {};
  const Layers layers(parts, rows);
  std::vector<std::vector<Thread>> by_row(rows.size());
  inParallel(rows.size(), [&](std::size_t i) { by_row[i] = threadsOf(rows[i], layers); });
  std::vector<Thread> threads;
  for (std::vector<Thread>& some : by_row) std::move(some.begin(), some.end(), std::back_inserter(threads));
  constexpr double kCoarsest_mm = 0.4, kCoarser = 1.5;
  for (double tolerance_mm = kFine_mm * kCoarser;
       trianglesOf(threads) > triangles && tolerance_mm < kCoarsest_mm; tolerance_mm *= kCoarser) {
    for (Thread& thread : threads) thread.kept = keptOf(thread, tolerance_mm);
  }
  std::map<std::size_t, renderer::Mesh> meshes;
  std::size_t used = 0;
  for (const Thread& thread : threads) {
    used += thread.triangles();
    if (used > triangles) break;
    appendThread(thread, meshes[thread.part]);
  }
  std::vector<SewnPart> sewn;
  for (auto& [part, mesh] : meshes) sewn.push_back({layers.idOf(part), std::move(mesh)});
  return sewn;
}

}  // namespace configurator
