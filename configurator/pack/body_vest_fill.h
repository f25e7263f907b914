// How large a vest's pockets are made so that it carries its litres: numbers of the flat pattern only.
// Millimetres, litres.
#pragma once

#include <optional>

#include "configurator/pack/body_vest_bulge.h"
#include "configurator/pack/body_vest_main.h"
#include "configurator/pack/body_vest_outline.h"

namespace configurator {

/// How the main pocket is filled: one number grows, first the one the user left free.
struct MainFill {
  double height = 1;  ///< 0..1 of what the back has room for
  double depth = 50;
  double fullness = 1;  ///< of the panel's dome
};

/// What there is to be besides the main pocket, and how much all of it is to carry.
struct PocketWishes {
  double capacity_l = 5;
  bool flask = true, kangaroo = true;
  bool small_flasks = false;
};

/// How far up a flask pocket's piece its stash pocket starts.
constexpr double kStashUp = 86;

/// Everything that is filled on one body, flat. Wing pockets are there twice.
class VestFiller {
 public:
  VestFiller(const VestShape& vest, const PocketWishes& wishes);

  double litres(const MainFill& fill) { return litresOf(mainShape(fill)); }
  MainPocketShape mainShape(const MainFill& fill) const;
  const std::optional<BulgeCut>& flask() const { return flask_; }
  const std::optional<BulgeCut>& stash() const { return stash_; }
  /// The middle of the flask pocket's bottom on the left wing.
  Vec2 flaskPlace() const {
    return {0.45 * shape_.front_width - shape_.front_lean, 13 - shape_.front_length};
  }
  /// Null when none is wished; valid until the next call.
  const BulgeCut* kangarooOn(const MainPocketShape& main);
  const PocketWishes& wishes() const { return wishes_; }

 private:
  double litresOf(const MainPocketShape& main);

  VestShape shape_;
  PocketWishes wishes_;
  std::optional<BulgeCut> flask_, stash_, kangaroo_;
  double kangaroo_top_ = 0;  ///< of the main pocket it was cut for
};

/// A main pocket of a depth as it likes to stand, on whatever litres that comes to.
MainFill usualFill(const PocketWishes& wishes, double depth);

/// The fill that carries what is wished. With `depth` given that is held, and the pocket's height and dome
/// take what is missing; when the litres are out of reach, the nearest.
MainFill solveFill(VestFiller filler, std::optional<double> depth);

}  // namespace configurator
