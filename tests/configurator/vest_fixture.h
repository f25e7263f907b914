// Builds a vest alone, on a catalog of one item per zone.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "configurator/pack/draft.h"
#include "configurator/pack/family.h"

namespace configurator {

struct VestWish {
  PackSize size = PackSize::M;
  double capacity_l = 8;
  std::optional<double> back_length, width, depth, strap_width;  ///< given by the user
  std::string closure = "zip-top", flasks = "two-500";
  std::map<std::string, std::string> words;
};

VestWish wishOf(double litres);
/// Sizes, capacities, given dimensions, all words.
std::vector<VestWish> manyWishes();
std::string described(const VestWish& wish);

class BuiltVest {
 public:
  explicit BuiltVest(const VestWish& wish);
  BuiltVest(const BuiltVest&) = delete;
  BuiltVest& operator=(const BuiltVest&) = delete;

  const Pack& pack() const { return draft_.pack; }
  const Body& body() const { return draft_.body; }
  const Piece& piece(const std::string& name) const;  ///< "back-outer" for "body.back-outer"
  const Seam& seam(const std::string& name) const;
  double carriedLitres() const;

 private:
  Choices choices_;
  PackDraft draft_;
};

/// The stretch of an edge that a part of a run names.
Polyline stretchOfRun(const Piece& piece, const RunPart& part);

}  // namespace configurator
