#include "configurator/pack/mass_centre.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <type_traits>
#include <variant>

#include "configurator/catalog/require.h"
#include "configurator/pack/surface_samples.h"

namespace configurator {
namespace {

constexpr double kCellsAcross = 6;                    // of a square piece: its middle is then right to < 1 mm
constexpr double kLeastCell = 6, kGreatestCell = 40;  // mm
constexpr double kModelWidth = 20, kModelHeight = 20;  // mm: what a component model of scale 1 is drawn for

/// A sum of places with weights.
struct Balance {
  Vec3 moment{0, 0, 0};
  double weight = 0;

  void add(const Vec3& at, double by) {
    moment += by * at;
    weight += by;
  }
  std::optional<Vec3> middle() const {
    return weight > 0 ? std::optional<Vec3>(moment / weight) : std::nullopt;
  }
};

Balance balanceOf(const Piece& piece) {
  const Polyline outline = outlineOf(piece);
  const double cell =
      std::clamp(std::sqrt(std::abs(areaOf(outline))) / kCellsAcross, kLeastCell, kGreatestCell);
  Balance balance;
  for (const SurfaceSample& sample : samplesOf(outline, cell))
    balance.add(piece.surface(sample.flat), sample.area_mm2);
  return balance;
}

void addPath(const std::vector<Vec3>& path, double width_mm, Balance& balance) {
  for (std::size_t i = 1; i < path.size(); ++i) {
    balance.add((path[i - 1] + path[i]) / 2.0, width_mm * glm::distance(path[i - 1], path[i]));
  }
}

/// Shapes of one fitting weigh by the area that they show.
Balance balanceOf(const Fitting& fitting) {
  Balance balance;
  for (const Shape& shape : fitting.shapes) {
    if (const auto* ribbon = std::get_if<RibbonShape>(&shape.drawn()))
      addPath(ribbon->path, ribbon->width_mm, balance);
    if (const auto* cord = std::get_if<CordShape>(&shape.drawn()))
      addPath(cord->path, 2 * cord->radius_mm, balance);
    if (const auto* model = std::get_if<ModelShape>(&shape.drawn()))
      balance.add(model->at, kModelWidth * kModelHeight * model->scale * model->scale);
  }
  return balance;
}

/// The middle of every piece and fitting that has one, by part id.
using Places = std::map<std::string, Vec3>;

Places placesOf(const Pack& pack) {
  Places places;
  for (const Piece& piece : pack.pieces) {
    if (const auto middle = balanceOf(piece).middle()) places.emplace(piece.id, *middle);
  }
  for (const Fitting& fitting : pack.fittings) {
    if (const auto middle = balanceOf(fitting).middle()) places.emplace(fitting.id, *middle);
  }
  return places;
}

}  // namespace

MassCentre massCentreOf(const Pack& pack, const std::vector<PartMass>& masses) {
  const Places places = placesOf(pack);
  Balance all;
  std::map<std::string, Balance> by_assembly;
  std::vector<const PartMass*> nowhere;
  double grams = 0;
  for (const PartMass& mass : masses) {
    grams += mass.grams;
    const auto place = places.find(mass.part);
    if (place == places.end()) {
      nowhere.push_back(&mass);
      continue;
    }
    all.add(place->second, mass.grams);
    by_assembly[mass.assembly].add(place->second, mass.grams);
  }
  // What has no shape follows its assembly; without one it moves nothing, so the others' middle stands.
  for (const PartMass* mass : nowhere) {
    if (const auto middle = by_assembly[mass->assembly].middle()) all.add(*middle, mass->grams);
  }
  return {all.middle().value_or(Vec3{0, 0, 0}), grams};
}

MassCentre loadCentreOf(const Pack& pack, double load_kg) {
  Balance load;
  for (const Compartment& compartment : pack.compartments) {
    Balance walls;
    for (const std::string& wall : compartment.shell) {
      const Piece* piece = findPiece(pack, wall);
      if (piece == nullptr) continue;
      const Balance one = balanceOf(*piece);
      walls.moment += one.moment;
      walls.weight += one.weight;
    }
    if (const auto middle = walls.middle()) load.add(*middle, compartment.capacity_l);
  }
  return {load.middle().value_or(Vec3{0, 0, 0}), 1000 * load_kg};
}

MassCentre together(const MassCentre& a, const MassCentre& b) {
  const double grams = a.grams + b.grams;
  require(grams > 0, "a centre of mass needs mass");
  return {(a.grams * a.at + b.grams * b.at) / grams, grams};
}

}  // namespace configurator
