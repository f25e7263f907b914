// One marker: pieces laid one after another, each as far back along the roll as it goes, in gaps too, and
// there as near to the lower selvedge as it goes.
//
// An order says which piece comes first. Of the next few kinds in it the one that can start furthest back is
// laid, so that gaps are filled while there is something that fits them.
//
// Heights tried are those at which a piece comes to lie edge to edge with one already laid, the selvedges,
// and for shapes that leave much of their box empty some in between. Each height remembers how far back its
// shape could go; as pieces are only added that never gets less, so most heights are passed over at a glance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "bom/marker/row_shape.h"

namespace bom {

/// A shape to lay, once for all pieces and turns that look alike.
struct LaidShape {
  RowShape fixed;               ///< as it lies
  RowShape moved;               ///< grown by the spacing: what has to keep clear of those that lie
  std::vector<double> heights;  ///< tried on empty cloth
  std::vector<Level> levels;    ///< of `fixed`
  std::size_t first_part = 0;   ///< number of its first part among the parts of all shapes
};

struct Turn {
  std::size_t shape = 0;  ///< which of the shapes
  double rotation_deg = 0;
};

/// One piece to lay and the shapes it may take.
struct Copy {
  std::size_t piece = 0, kind = 0;  ///< copies of one kind take the same shapes
  bool mirrored = false;
  std::vector<Turn> turns;  ///< at least one
};

/// What stays the same in a search.
struct LayTask {
  std::vector<LaidShape> shapes;
  std::vector<Copy> copies;
  double width = 0, spacing = 0;
};

/// In which order copies are laid, how many kinds compete for each place (at least one), and how many mm
/// further on along the roll a place is worth a mm nearer to the lower selvedge (not negative). Curved pieces
/// lock into each other side by side only where that is worth something: without it they start a second row
/// of their own far up.
struct LayPlan {
  std::vector<std::size_t> order;
  std::size_t competing = 1;
  double slant = 0;
};

struct LaidPiece {
  std::size_t copy = 0;  ///< which of the copies
  Turn turn;
  double x = 0, y = 0;  ///< of the start of its box
};

struct Lay {
  std::vector<LaidPiece> pieces;  ///< in the order of laying
  double length = 0;              ///< infinite where it was given up
};

/// Stretches blocked by pairs of parts, kept: the same pieces meet at the same heights in most markers of a
/// search. Forgets what it has no room for.
class BlockedStretches {
 public:
  explicit BlockedStretches(const LayTask& task);
  /// blockedBy() of two parts by their numbers; an empty stretch where they pass each other.
  Stretch at(std::size_t fixed, std::size_t moved, double dy);

 private:
  struct Known {
    std::uint64_t pair = 0;
    double dy = 0;
    Stretch stretch;
  };
  std::vector<const RowPart*> fixed_, moved_;
  std::vector<Known> known_;  ///< a power of two
};

/// Lays all copies; gives up, with an infinite length, once longer than `limit`.
Lay layInOrder(const LayTask& task, const LayPlan& plan, double limit, BlockedStretches& blocked);

}  // namespace bom
