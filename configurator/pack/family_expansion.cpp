// The expansion gusset: a strip all round between gusset and front panel, folded away inside by a zip that is
// closed at nominal fill. The zip's two tapes are caught in the seams of the strip, so that it stands between
// the gusset's rim and the panel's; opened, it lets the strip hold the panel further off.
//
//   gusset rim ==[chain]== panel rim        Seen in section: outside above, the strip folded below. The
//   closed
//              |\________|                   chain keeps `gap` between the rims and the open strip its whole
//        ______\__/   strip                  width, so a strip of depth + gap adds the depth that is
//        promised.
#include <algorithm>
#include <cmath>
#include <memory>

#include "configurator/catalog/require.h"
#include "configurator/pack/body_box.h"
#include "configurator/pack/module_families.h"
#include "configurator/pack/module_trims.h"

namespace configurator {
namespace {

constexpr double kZipEnds = 40;  // chain beyond the way round, under the garage
constexpr double kChainHeight = 2;
constexpr double kGarageLength = 60;                 // 30 over each end of the chain
constexpr double kGarageRise = 2.6;                  // over the chain
constexpr double kSliderAt = 75;                     // closed, right of the garage
constexpr double kFirstPly = 1.5, kSecondPly = 3.2;  // of the folded strip, inside the gusset

double smooth(double t) {
  const double x = std::clamp(t, 0.0, 1.0);
  return x * x * (3 - 2 * x);
}

/// The strip's section while the zip is closed: `down` mm of strip from the gusset's rim.
struct FoldedStrip {
  double width_mm = 48, gap_mm = 8;

  double across(double down) const {
    const double leg = (width_mm - gap_mm) / 2;
    return down < leg ? -down : down - 2 * leg;
  }
  double inward(double down) const {
    const double leg = (width_mm - gap_mm) / 2;
    const double ply = kFirstPly + (kSecondPly - kFirstPly) * smooth((down - leg + 2) / 4);
    return ply * smooth(down / 6) * smooth((width_mm - down) / 8);
  }
};

/// The hump of the garage over the chain: an arc over the gap.
struct GarageArc {
  double gap_mm = 8;

  double radius() const { return (gap_mm * gap_mm / 4 + kGarageRise * kGarageRise) / (2 * kGarageRise); }
  double angle() const { return 2 * std::asin(gap_mm / 2 / radius()); }
  double length() const { return radius() * angle(); }
};

double onRim(const ExpansionRing& ring, double cut) {
  const auto next = std::upper_bound(ring.cut_mm.begin() + 1, ring.cut_mm.end() - 1, cut);
  const auto i = static_cast<std::size_t>(next - ring.cut_mm.begin());
  const double part = (cut - ring.cut_mm[i - 1]) / (ring.cut_mm[i] - ring.cut_mm[i - 1]);
  return ring.rim_mm[i - 1] + part * (ring.rim_mm[i] - ring.rim_mm[i - 1]);
}

using SharedRing = std::shared_ptr<const ExpansionRing>;

std::vector<Edge> stripEdges(double length, double width) {
  return {{"gusset", {{0, 0}, {length, 0}}, 10, EdgeFinish::Bound},
          {"last-end", {{length, 0}, {length, width}}, 10, EdgeFinish::Raw},
          {"panel", {{length, width}, {0, width}}, 10, EdgeFinish::Bound},
          {"first-end", {{0, width}, {0, 0}}, 10, EdgeFinish::Raw}};
}

void addStrip(PackDraft& draft, const PartNames& names, const SharedRing& ring, double width) {
  Piece strip = makePiece(draft, names, {"strip", "shell"});
  strip.grain = {1, 0};
  strip.edges = stripEdges(ring->cut_mm.back(), width);
  strip.cell_scale = {1, 0.35};  // two tight folds across, none along
  strip.surface = [ring, fold = FoldedStrip{width, ring->gap_mm}](Vec2 p) {
    const Vec2 at{onRim(*ring, p.x), fold.across(p.y)};
    return ring->cloth(at) - fold.inward(p.y) * normalAt(ring->cloth, at);
  };
  addPiece(draft, std::move(strip));
}

RibbonShape chainBand(const ExpansionRing& ring) {
  RibbonShape band;
  const double whole = ring.rim_mm.back();
  for (std::size_t i = 0; i < ring.rim_mm.size(); ++i) {
    const double from = i > 0 ? ring.rim_mm[i - 1] : 0;
    const int parts = std::max(1, static_cast<int>(std::ceil((ring.rim_mm[i] - from) / 9)));
    for (int part = i > 0 ? 1 : parts; part <= parts; ++part) {
      const Vec2 at{std::min(whole, from + (ring.rim_mm[i] - from) * part / parts), ring.gap_mm / 2};
      const SurfacePoint point = ring.cloth.pointAt(at);
      band.path.push_back(point.at);
      band.normals.push_back(point.normal);
    }
  }
  band.width_mm = ring.gap_mm;
  band.thickness_mm = kChainHeight;
  return band;
}

ModelShape sliderModel(const ExpansionRing& ring) {
  const Vec2 at{kSliderAt, ring.gap_mm / 2};
  const SurfacePoint point = ring.cloth.pointAt(at);
  const Vec3 along = glm::normalize(ring.cloth(at + Vec2{1, 0}) - ring.cloth(at - Vec2{1, 0}));
  return {"zip-slider", point.at + kChainHeight * point.normal, -along, point.normal, ring.zip_size / 5};
}

/// A cord loop on the slider's tab, lying on the gusset.
CordShape pullerCord(const ExpansionRing& ring) {
  CordShape cord;
  cord.radius_mm = 1.2;
  const auto add = [&](double along, double across) {
    const SurfacePoint point = ring.cloth.pointAt({kSliderAt + along, across});
    cord.path.push_back(point.at + (kChainHeight + 1.4) * point.normal);
  };
  for (int i = 0; i <= 4; ++i) add(9 + i, -2.0 - 5 * i);
  for (int i = 4; i >= 0; --i) add(12 + i, -2.0 - 5 * i);
  return cord;
}

void addRingZip(PackDraft& draft, const PartNames& names, const SharedRing& ring) {
  Fitting chain;
  chain.id = names.id("zip");
  chain.name = names.label("coil chain all round");
  chain.assembly = names.assembly;
  chain.zone = "zip";
  chain.item = draft.item("zip", ring->zip_size).id;
  chain.placement = "between gusset and front panel";
  chain.amount = (ring->cut_mm.back() + kZipEnds) / 1000;
  chain.shapes.emplace_back([ring] { return chainBand(*ring); });
  addFitting(draft, std::move(chain));
  const Shape slider([ring] { return sliderModel(*ring); });
  const Shape puller([ring] { return pullerCord(*ring); });
  addCounted(draft, names, {"zip-slider", "slider", "", "slider", ring->zip_size, 1, {slider}});
  addCounted(draft, names, {"zip-puller", "puller", "", "puller", ring->zip_size, 1, {puller}});
}

/// The part of a rim about its start, the middle of the bottom, that a garage of this length covers.
RunPart aboutStart(const Run& rim, double length) {
  const RunPart& first = rim.front();
  const double sign = first.to_mm < 0 || first.to_mm > first.from_mm ? 1 : -1;
  return {first.piece, first.edge, first.from_mm - sign * length / 2, first.from_mm + sign * length / 2};
}

void addGarage(PackDraft& draft, const PartNames& names, const SharedRing& ring) {
  const GarageArc arc{ring->gap_mm};
  const double height = arc.length();
  Piece garage = makePiece(draft, names, {"zip-garage", "shell", "reinforcement"});
  garage.edges = {{"gusset", {{0, 0}, {kGarageLength, 0}}, 10, EdgeFinish::Raw},
                  {"end-right", {{kGarageLength, 0}, {kGarageLength, height}}, 0, EdgeFinish::HotCut},
                  {"panel", {{kGarageLength, height}, {0, height}}, 10, EdgeFinish::Raw},
                  {"end-left", {{0, height}, {0, 0}}, 0, EdgeFinish::HotCut}};
  garage.cell_scale = {1, 0.35};
  garage.surface = [ring, arc](Vec2 p) {
    const double turn = (p.y / arc.length() - 0.5) * arc.angle();
    const Vec2 at{p.x - kGarageLength / 2, arc.gap_mm / 2 + arc.radius() * std::sin(turn)};
    const double rise = arc.radius() * (std::cos(turn) - 1) + kGarageRise;
    return ring->cloth(at) + rise * normalAt(ring->cloth, at);
  };
  addPiece(draft, std::move(garage));
  Seam low = makeSeam(names, "garage-gusset-seam", "S01");
  low.runs[0] = {{names.id("zip-garage"), "gusset"}};
  low.runs[1] = {aboutStart(ring->gusset, kGarageLength)};
  addSeam(draft, std::move(low));
  Seam high = makeSeam(names, "garage-panel-seam", "S01");
  high.runs[0] = {{names.id("zip-garage"), "panel", kGarageLength, 0}};
  high.runs[1] = {aboutStart(ring->panel, kGarageLength)};
  addSeam(draft, std::move(high));
  for (const bool right : {true, false}) {
    Tack tack;
    tack.id = names.id(right ? "zip-end-right-tack" : "zip-end-left-tack");
    tack.assembly = names.assembly;
    tack.piece = names.id("zip-garage");
    tack.location = "across the zip end, through the garage";
    tack.at = {right ? kGarageLength - 6 : 6.0, height / 2};
    tack.angle_deg = 90;
    addTack(draft, std::move(tack));
  }
}

Seam ringSeam(const PartNames& names, const std::string& what, const std::string& title) {
  Seam seam = makeSeam(names, what, "S02");
  seam.name = title;
  seam.finish = "bound, 3.05.01 binding 22";
  return seam;
}

void addRingSeams(PackDraft& draft, const PartNames& names, const ExpansionRing& ring) {
  const std::string strip = names.id("strip");
  const double whole = ring.cut_mm.back();
  Seam zip = ringSeam(names, "zip-seam", "Expansion zip to gusset and front panel");
  zip.runs[0] = ring.panel;
  zip.runs[1] = ring.gusset;
  zip.seam_class = "2.02.03";
  zip.operation = zipOperation(draft, ring.zip_size);
  zip.rows = 2;
  zip.finish = "folded edge 2 from the chain, tapes in the seams of the strip";
  addSeam(draft, std::move(zip));
  Seam ends = makeSeam(names, "strip-ends-seam", "S01");
  ends.name = "Ends of the expansion strip, at the middle of the bottom";
  ends.runs[0] = {{strip, "first-end"}};
  const double width = lengthOf(draft.pack, {{strip, "last-end"}});
  ends.runs[1] = {{strip, "last-end", width, 0}};
  addSeam(draft, std::move(ends));
  Seam gusset = ringSeam(names, "gusset-seam", "Expansion strip to gusset");
  gusset.runs[0] = {{strip, "gusset"}};
  gusset.runs[1] = ring.gusset;
  addSeam(draft, std::move(gusset));
  Seam front = ringSeam(names, "front-seam", "Front panel to expansion strip");
  front.runs[0] = ring.panel;
  front.runs[1] = {{strip, "panel", whole, 0}};
  front.operation = "B04";
  addSeam(draft, std::move(front));
}

void buildExpansionGusset(const ModuleCall& call, PackDraft& draft) {
  require(draft.body.expansion_ring.has_value(), "a body with an expansion leaves a gap for its zip");
  const PartNames names = namesOf(call, "Expansion");
  const auto ring = std::make_shared<const ExpansionRing>(*draft.body.expansion_ring);
  const double depth = std::clamp(call.number("depth", 40), 20.0, 80.0);
  addStrip(draft, names, ring, depth + ring->gap_mm);
  addRingZip(draft, names, ring);
  addGarage(draft, names, ring);
  addRingSeams(draft, names, *ring);
  addBinding(call, draft, {{"front", ring->panel}, {"gusset", ring->gusset}});
  draft.pack.compartments.front().shell.push_back(names.id("zip"));
  draft.expansion_l = depth * ring->panel_mm2 / 1e6;
}

}  // namespace

Family expansionGussetFamily() {
  FamilySpec spec;
  spec.name = "expansion-gusset";
  spec.parameters = {lengthArgument("depth"), wordArgument("name")};
  return {spec, buildExpansionGusset};
}

}  // namespace configurator
