#include "box_checks.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace configurator {

std::string described(const BoxWish& wish) {
  std::string text = std::to_string(wish.capacity_l) + " l, " + wish.closure;
  for (const auto& [name, number] : wish.numbers) text += ", " + name + " " + std::to_string(number);
  return text;
}

void expectHoldsItsLitres(const BuiltBox& box, double asked_l) {
  EXPECT_NEAR(box.litres(), asked_l, 0.002 * asked_l);
  EXPECT_NEAR(measuredLitres(box), box.litres(), 0.01 * box.litres());
}

void expectSewsTogether(const BuiltBox& box) {
  for (const WalkedSeam& walked : walkSeams(box.pack())) {
    EXPECT_TRUE(walked.ok) << walked.seam->id << ": " << walked.length_mm[0] << " and "
                           << walked.length_mm[1];
  }
}

void expectAsLargeRoundAsFlat(const BuiltBox& box, double edge_slack_mm) {
  for (const Piece& piece : box.pack().pieces) {
    if (!piece.is_body) continue;
    const FineMeasure measured = measureFinely(piece, {0, 0, 0});
    const double flat = areaOf(outlineOf(piece));
    EXPECT_NEAR(measured.space_area, flat, 0.03 * flat) << piece.id;
    for (const Edge& edge : piece.edges) {
      const double length = lengthOf(edge.points);
      EXPECT_NEAR(edgeStrain(piece, edge) * length, 0, std::max(edge_slack_mm, 0.01 * length))
          << piece.id << " " << edge.name;
    }
  }
}

void expectHostsFace(const BuiltBox& box, const std::map<std::string, Vec3>& outward) {
  for (const auto& [id, direction] : outward) {
    const Host& host = box.body().hosts.at(id);
    const Vec2 middle{host.width_mm / 2, host.height_mm / 2};
    EXPECT_GT(glm::dot(normalAt(host.outside, middle), direction), 0.9) << id;
    const Vec3 on_piece = findPiece(box.pack(), host.piece)->surface(onPiece(host, {10, 10}));
    EXPECT_NEAR(glm::distance(host.outside({10, 10}), on_piece), 0, 1e-9) << id;
  }
}

}  // namespace configurator
