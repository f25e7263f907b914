#include "configurator/pack/sewn_rows.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>

namespace configurator {
namespace {

constexpr double kStep_mm = 4, kDenseStep_mm = 1;
constexpr double kJoin_mm = 0.05;
constexpr double kTwin_mm = 6.4;  // a double needle's gauge, a quarter of an inch

using Pieces = std::unordered_map<std::string_view, const Piece*>;

bool startsWith(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

/// How far inside the edge the first row runs: the trade's usual distances.
double insetOf(std::string_view seam_class) {
  if (startsWith(seam_class, "2.")) return 2;                                    // edge stitch
  if (startsWith(seam_class, "3.") || startsWith(seam_class, "7.")) return 3.5;  // on the binding
  if (startsWith(seam_class, "6.")) return 8;                                    // hem
  return 3;
}

bool isBinding(std::string_view seam_class) {
  return startsWith(seam_class, "3.") || startsWith(seam_class, "7.");
}

/// A line shifted to its left, corners mitred.
Polyline shifted(const Polyline& line, double left_mm) {
  constexpr double kSharpest = 0.35;  // of the cosine of half the turn: longer mitres are cut off
  Polyline out;
  const auto normal = [&](std::size_t i) {
    const Vec2 along = line[i + 1] - line[i];
    const double size = glm::length(along);
    return size > 1e-9 ? Vec2{-along.y, along.x} / size : Vec2{0, 0};
  };
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Vec2 before = normal(i > 0 ? i - 1 : 0);
    const Vec2 after = normal(i + 1 < line.size() ? i : i - 1);
    const Vec2 sum = before + after;
    const double size = glm::length(sum);
    if (size < 1e-9) continue;
    out.push_back(line[i] + sum / size * (left_mm / std::max(kSharpest, size / 2)));
  }
  return out;
}

/// The part's stretch of its line, always in the line's own direction.
Polyline lineOf(const RunPart& part, const Polyline& whole) {
  if (part.to_mm < 0 && part.from_mm <= 0) return whole;
  const double length = lengthOf(whole), to = part.to_mm < 0 ? length : part.to_mm;
  const double low = std::clamp(std::min(part.from_mm, to), 0.0, length);
  const double high = std::clamp(std::max(part.from_mm, to), 0.0, length);
  return high - low > 1 ? stretchOf(whole, low, high) : Polyline{};
}

struct Chain {
  const Piece* piece = nullptr;
  bool on_edge = false;
  Polyline line;
};

void addTo(std::vector<Chain>& chains, Chain next) {
  if (!chains.empty() && chains.back().piece == next.piece && chains.back().on_edge == next.on_edge) {
    Polyline& last = chains.back().line;
    if (glm::distance(last.back(), next.line.front()) < kJoin_mm) {
      last.insert(last.end(), next.line.begin() + 1, next.line.end());
      return;
    }
    if (glm::distance(next.line.back(), last.front()) < kJoin_mm) {
      next.line.insert(next.line.end(), last.begin() + 1, last.end());
      last = std::move(next.line);
      return;
    }
  }
  chains.push_back(std::move(next));
}

std::vector<Chain> chainsOf(const Pieces& pieces, const Run& run) {
  std::vector<Chain> chains;
  for (const RunPart& part : run) {
    const auto found = pieces.find(part.piece);
    if (found == pieces.end()) continue;
    Chain chain{found->second, false, {}};
    if (const Edge* edge = findEdge(*chain.piece, part.edge)) {
      chain.on_edge = true;
      chain.line = lineOf(part, edge->points);
    } else {
      for (const Mark& mark : chain.piece->marks) {
        if (mark.name == part.edge) chain.line = lineOf(part, mark.points);
      }
    }
    if (chain.line.size() > 1) addTo(chains, std::move(chain));
  }
  return chains;
}

/// The width of the band of an assembly that lies along a point.
std::optional<double> bandWidth(const Pack& pack, const std::string& assembly, const Vec3& at) {
  constexpr double kNear_mm = 4;
  for (const Fitting& fitting : pack.fittings) {
    if (fitting.assembly != assembly) continue;
    for (const Shape& shape : fitting.shapes) {
      const auto* band = std::get_if<RibbonShape>(&shape.drawn());
      if (band == nullptr) continue;
      for (std::size_t i = 1; i < band->path.size(); ++i) {
        const Vec3 along = band->path[i] - band->path[i - 1];
        const double share = std::clamp(
            glm::dot(at - band->path[i - 1], along) / std::max(1e-9, glm::dot(along, along)), 0.0, 1.0);
        if (glm::distance(at, band->path[i - 1] + share * along) < kNear_mm) return band->width_mm;
      }
    }
  }
  return std::nullopt;
}

class Rows {
 public:
  explicit Rows(const Pack& pack) : pack_(pack) {
    for (const Piece& piece : pack.pieces) {
      if (piece.layer != "stowed") pieces_.emplace(piece.id, &piece);
    }
  }

  void add(const Seam& seam) {
    if (!startsWith(seam.seam_class, "2.")) return;
    const bool at_zip = seam.operation == "S05" || seam.operation == "S06";
    for (const std::size_t side : {0u, 1u}) {
      if (side == 1 && !at_zip) continue;
      for (const Chain& chain : chainsOf(pieces_, seam.runs[side])) {
        if (!chain.on_edge) continue;
        for (int row = 0; row < (at_zip ? 1 : seam.rows); ++row)
          addRow({chain.piece, seam.assembly, shifted(chain.line, 2 + row * kTwin_mm), false, false,
                  seam.stitches_per_inch, mateOf(seam.runs[1 - side])});
      }
    }
  }

  void add(const StitchLine& stitch) {
    // Inside: bound allowances, and basting that a seam then covers.
    if (stitch.operation == "B06" || startsWith(stitch.stitch, "5")) return;
    if (stitch.operation == "S02" && stitch.stitches_per_inch < 7) return;
    const int rows = std::max(stitch.rows, stitch.stitch == "301x2" ? 2 : 1);
    for (const Chain& chain : chainsOf(pieces_, stitch.run)) {
      const double first = chain.on_edge ? insetOf(stitch.seam_class) : -apart(chain, stitch, rows) / 2;
      const double step = chain.on_edge ? kTwin_mm : -2 * first;
      for (int row = 0; row < rows; ++row) {
        const double left = rows == 1 && !chain.on_edge ? 0 : first + row * step;
        addRow({chain.piece, stitch.assembly, shifted(chain.line, left), false,
                !chain.on_edge || isBinding(stitch.seam_class), stitch.stitches_per_inch});
      }
    }
  }

  void add(const Tack& tack) {
    const auto found = pieces_.find(tack.piece);
    if (found == pieces_.end()) return;
    constexpr double kShort = 10, kLong = 14, kBox = 15;
    const double angle = tack.angle_deg * std::numbers::pi / 180;
    const Vec2 along{std::cos(angle), std::sin(angle)}, across{-along.y, along.x};
    const auto at = [&](double x, double y) { return tack.at + x * along + y * across; };
    const auto put = [&](Polyline line, bool dense) {
      addRow({found->second, tack.assembly, std::move(line), dense, true, 8});
    };
    if (tack.type != TackType::XBox) {
      const double half = (tack.type == TackType::Bartack28 ? kShort : kLong) / 2;
      put({at(-half, 0), at(half, 0)}, true);
      return;
    }
    const double h = kBox / 2;
    put({at(-h, -h), at(h, -h), at(h, h), at(-h, h), at(-h, -h)}, false);
    put({at(-h, -h), at(h, h)}, false);
    put({at(-h, h), at(h, -h)}, false);
  }

  std::vector<SewnRow> take() { return std::move(rows_); }

 private:
  const Piece* mateOf(const Run& run) const {
    if (run.empty()) return nullptr;
    const auto found = pieces_.find(run.front().piece);
    return found == pieces_.end() ? nullptr : found->second;
  }

  /// Two rows run 2 mm inside the edges of what they hold, or a double needle's gauge apart.
  double apart(const Chain& chain, const StitchLine& stitch, int rows) const {
    if (rows < 2) return 0;
    const Vec2 middle = pointAlong(chain.line, lengthOf(chain.line) / 2);
    const auto width = bandWidth(pack_, stitch.assembly, chain.piece->surface(middle));
    return width && *width > 8 ? *width - 4 : kTwin_mm;
  }

  void addRow(SewnRow row) {
    if (row.line.size() < 2) return;
    row.line = refined(row.line, row.dense ? kDenseStep_mm : kStep_mm);
    rows_.push_back(std::move(row));
  }

  const Pack& pack_;
  Pieces pieces_;
  std::vector<SewnRow> rows_;
};

}  // namespace

std::vector<SewnRow> sewnRows(const Pack& pack) {
  Rows rows(pack);
  for (const Seam& seam : pack.seams) rows.add(seam);
  for (const StitchLine& stitch : pack.stitch_lines) rows.add(stitch);
  for (const Tack& tack : pack.tacks) rows.add(tack);
  return rows.take();
}

}  // namespace configurator
