#include "configurator/pack/pad_sleeve.h"

#include <algorithm>

#include "configurator/catalog/require.h"

namespace configurator {
namespace {

constexpr double kMouthDrop = 12;  // below the seam above, clear of its allowance

Polyline& lineOf(Piece& piece, const std::string& name) {
  for (Edge& edge : piece.edges) {
    if (edge.name == name) return edge.points;
  }
  broken("a sleeve without the edge " + name);
}

double edgeLength(const PackDraft& draft, const std::string& piece, const std::string& edge) {
  return lengthOf(draft.pack, {{piece, edge, 0, -1}});
}

}  // namespace

bool padComesOut(const PackDraft& draft) {
  return draft.attributeOf("back-panel", "pad") == "removable";
}

void openPadMouth(Piece& lining) {
  Polyline& right = lineOf(lining, "right");
  Polyline& top = lineOf(lining, "top");
  Polyline& left = lineOf(lining, "left");
  const double arch = boxOf(top).high.y - std::min(top.front().y, top.back().y);
  const double lower = std::max(0.0, kMouthDrop - arch);
  right = stretchOf(right, 0, lengthOf(right) - lower);
  left = stretchOf(left, lower, lengthOf(left));
  top = {right.back(), left.front()};
  for (Edge& edge : lining.edges) {
    if (edge.name != "top") continue;
    edge.allowance_mm = 0;
    edge.finish = EdgeFinish::Bound;
  }
}

// The lining is seen from inside, the back from the wearer: left lies on right.
void runUpToMouth(const PackDraft& draft, const std::string& lining, const std::string& back, Seam& seam) {
  const double left = edgeLength(draft, back, "left");
  const double up_right = edgeLength(draft, lining, "right"), up_left = edgeLength(draft, lining, "left");
  seam.runs[0] = {{lining, "left"}, {lining, "bottom"}, {lining, "right"}};
  seam.runs[1] = {{back, "right", up_left, 0},
                  {back, "bottom", edgeLength(draft, back, "bottom"), 0},
                  {back, "left", left, std::max(0.0, left - up_right)}};  // below 0 would be its end
}

}  // namespace configurator
