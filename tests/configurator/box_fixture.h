// Builds a box body alone, on a catalog of one item per zone, and measures it by other roads than the
// builders do: own triangles, own seam gaps, own edge lengths.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "configurator/pack/draft.h"
#include "configurator/pack/family.h"

namespace configurator {

/// What a design says: capacity always, the dimensions where the user gave them.
struct BoxWish {
  PackSize size = PackSize::M;
  double capacity_l = 20;
  std::optional<double> back_length, width, depth;
  std::string closure = "zip";
  std::map<std::string, double> numbers;
  std::map<std::string, std::string> words;
};

/// A built body with the choices it was built from.
class BuiltBox {
 public:
  BuiltBox(BuildFamily build, const BoxWish& wish);
  BuiltBox(const BuiltBox&) = delete;
  BuiltBox& operator=(const BuiltBox&) = delete;

  const Pack& pack() const { return draft_.pack; }
  const Body& body() const { return draft_.body; }
  const Piece& piece(const std::string& name) const;  ///< "front" for "body.front"
  double litres() const { return draft_.pack.compartments.front().capacity_l; }

 private:
  Choices choices_;
  PackDraft draft_;
};

/// A surface cut into many small triangles over its outline: area in mm2, and its flux (volume share) in mm3
/// seen from `origin`.
struct FineMeasure {
  double flat_area = 0, space_area = 0, volume = 0;
};
FineMeasure measureFinely(const Piece& piece, Vec3 origin);

/// Volume between a compartment's pieces, the zip's band and a cord's loop included, by the divergence
/// theorem, in litres; all pieces face out.
double measuredLitres(const BuiltBox& box, std::size_t compartment = 0);

/// Length of an edge in space over its length in the flat, less one.
double edgeStrain(const Piece& piece, const Edge& edge);

/// The widest distance in mm from a point of either run to the other run.
double widestGap(const Pack& pack, const Seam& seam);

}  // namespace configurator
