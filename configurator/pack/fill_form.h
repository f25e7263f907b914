// What of a pack gives way when it is filled more or less than it is reckoned: read off the pieces of its
// body at nominal fill. Millimetres, in the pack's space. For the eye only: no flat, litre or mass comes from
// here.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "configurator/pack/pack.h"

namespace configurator {

/// A bag that stands off a back held by the harness: what it holds lies between the back and the front.
struct BoxForm {
  enum class Top {
    Gusset,  ///< front and back are joined over the top by a strip as deep as the bag
    Roll,    ///< they lean together to a ridge
    Cord,    ///< they are gathered by a cord
  };
  /// The level section at a height: `depth` is measured beside the front's dome, which rises `rise` over it
  /// in the middle; `back` is where the back stands, 0 but under a roll.
  struct Section {
    double y = 0, half_width = 0, depth = 0, rise = 0, back = 0;
  };
  Top top = Top::Gusset;
  double height_mm = 480;         ///< of the upright part
  double held_mm = 430;           ///< up to here the harness holds the back
  bool framed = false;            ///< a frame holds it up to its top
  std::vector<Section> sections;  ///< from the bottom up
  /// Lid or flap seen from the side, from its rear edge forward and on along its straps to where they end on
  /// the front; its own length. Empty where there is none.
  std::vector<Vec3> cover = {};
  double cover_mm = 0;
};

/// Pockets that stand off cloth on the wearer: the cloth stays, the pockets get flatter.
struct VestForm {
  std::vector<const Piece*> cloth;  ///< lies on the wearer; pieces of the pack
  /// A place along the strips round the main pocket: on the cloth, at the pocket's front, and the way that is
  /// out of the pocket.
  struct Rung {
    Vec3 foot{0, 0, 0}, rim{0, 0, 0}, out{1, 0, 0};
  };
  std::vector<Rung> rungs;
};

using FillForm = std::variant<BoxForm, VestForm>;

/// Null where the body's pieces are not those of a construction that is known here. What it returns points
/// into `pack`.
std::optional<FillForm> fillFormOf(const Pack& pack);

}  // namespace configurator
