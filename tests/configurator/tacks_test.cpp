// Ends of webbings and zips and corners of pockets: each is held by a tack or caught in a seam, found in
// space over all templates, sizes and random designs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <variant>

#include "configurator/pack/build_pack.h"
#include "tests/configurator/random_design.h"

namespace configurator {
namespace {

/// Everything that holds an end: places in space, 8 mm apart along seams.
struct Holds {
  std::vector<SurfacePoint> tacks;
  std::vector<Vec3> seams, hardware;
};

const Polyline& lineOf(const Piece& piece, const std::string& name) {
  if (const Edge* edge = findEdge(piece, name)) return edge->points;
  return std::find_if(piece.marks.begin(), piece.marks.end(), [&](const Mark& m) { return m.name == name; })
      ->points;
}

void addRun(const Pack& pack, const Run& run, std::vector<Vec3>& places) {
  for (const RunPart& part : run) {
    const Piece& piece = *findPiece(pack, part.piece);
    const Polyline& line = lineOf(piece, part.edge);
    const double whole = lengthOf(line), to = part.to_mm < 0 ? whole : part.to_mm;
    for (double at = std::min(part.from_mm, to); at <= std::max(part.from_mm, to); at += 8)
      places.push_back(piece.surface(pointAlong(line, at)));
  }
}

Holds holdsOf(const Pack& pack) {
  Holds holds;
  for (const Tack& tack : pack.tacks)
    holds.tacks.push_back(findPiece(pack, tack.piece)->surface.pointAt(tack.at));
  for (const Seam& seam : pack.seams)
    for (const Run& run : seam.runs) addRun(pack, run, holds.seams);
  for (const StitchLine& line : pack.stitch_lines) addRun(pack, line.run, holds.seams);
  for (const Fitting& fitting : pack.fittings)
    for (const Shape& shape : fitting.shapes)
      if (const auto* model = std::get_if<ModelShape>(&shape.drawn())) holds.hardware.push_back(model->at);
  return holds;
}

bool isNear(const std::vector<Vec3>& places, Vec3 at, double reach) {
  return std::any_of(places.begin(), places.end(), [&](Vec3 p) { return glm::distance(p, at) <= reach; });
}

/// Webbing that lies over a full pocket is drawn above the cloth that it is tacked to.
bool isTacked(const Holds& holds, Vec3 at) {
  constexpr double kBeside = 30, kAbove = 90;
  return std::any_of(holds.tacks.begin(), holds.tacks.end(), [&](const SurfacePoint& tack) {
    const Vec3 off = at - tack.at;
    const double above = glm::dot(off, tack.normal);
    return std::abs(above) <= kAbove && glm::length(off - above * tack.normal) <= kBeside;
  });
}

bool isHeld(const Holds& holds, Vec3 at) {
  return isTacked(holds, at) || isNear(holds.seams, at, 20) || isNear(holds.hardware, at, 35);
}

bool startsWith(const std::string& text, const std::string& start) {
  return text.rfind(start, 0) == 0;
}

bool isEndOf(const std::string& category, const char* kind) {
  return startsWith(category, kind);
}

std::string withoutSide(std::string id) {
  for (const char* side : {"-left", "-right"}) {
    const auto at = id.find(side);
    if (at != std::string::npos) id.erase(at, std::string(side).size());
  }
  return id;
}

void collectLoose(const Pack& pack, std::map<std::string, int>& loose) {
  const Holds holds = holdsOf(pack);
  for (const Fitting& fitting : pack.fittings) {
    const std::string& category = testWorkshop().catalog.itemOf(fitting.item, 0).category;
    if (!isEndOf(category, "webbing") && !isEndOf(category, "zip-chain")) continue;
    for (const Shape& shape : fitting.shapes) {
      const auto* band = std::get_if<RibbonShape>(&shape.drawn());
      if (band == nullptr || band->path.empty()) continue;
      // A loop that is folded in half has both its ends at one tack, its fold at the other end.
      const bool folded = 1.9 * lengthOf(band->path) <= 1000 * fitting.amount && fitting.shapes.size() == 1;
      if (folded && (isHeld(holds, band->path.front()) || isHeld(holds, band->path.back()))) continue;
      if (!isHeld(holds, band->path.front())) ++loose[withoutSide(fitting.id) + " start"];
      if (!isHeld(holds, band->path.back())) ++loose[withoutSide(fitting.id) + " end"];
    }
  }
  for (const Seam& seam : pack.seams) {
    // A pocket is set round its sides; a divider or flap along one line has no mouth.
    const bool pocket = seam.id.find("setting") != std::string::npos ||
                        (startsWith(seam.id, "body.") && seam.id.find("pocket") != std::string::npos);
    if (!pocket || seam.runs[0].size() < 2) continue;
    std::vector<Vec3> line;
    addRun(pack, seam.runs[0], line);
    std::vector<Vec3> ends{line.front(), line.back()};
    if (glm::distance(ends[0], ends[1]) < 20) continue;  // sewn on all round: it has no mouth
    for (const Vec3& end : ends)
      if (!isTacked(holds, end)) ++loose[withoutSide(seam.id) + " mouth"];
  }
}

/// Without its tacks a pack has loose ends: the search finds them.
TEST(Tacks, AreMissedWhereTheyAreNot) {
  for (const Design& design : templateDesigns()) {
    if (design.template_id != "commuter") continue;
    Pack pack = buildPack(testWorkshop().catalog, design.choices, PackSize::M);
    std::map<std::string, int> loose;
    collectLoose(pack, loose);
    EXPECT_TRUE(loose.empty());
    pack.tacks.clear();
    collectLoose(pack, loose);
    for (const char* end : {"side-pocket.setting mouth", "front-pocket.setting mouth"})
      EXPECT_EQ(loose.count(end), 1U) << end;
    if (HasFailure())
      for (const auto& [end, count] : loose) std::cout << end << "\n";
  }
}

TEST(Tacks, HoldEveryEndAndEveryMouth) {
  std::map<std::string, int> loose;
  for (const Design& design : templateDesigns())
    for (const PackSize size : {PackSize::S, PackSize::M, PackSize::L})
      collectLoose(buildPack(testWorkshop().catalog, design.choices, size), loose);
  for (const Design& design : randomDesigns())
    collectLoose(buildPack(testWorkshop().catalog, design.choices, PackSize::M), loose);
  for (const auto& [end, count] : loose) ADD_FAILURE() << end << ", " << count << " times";
}

}  // namespace
}  // namespace configurator
