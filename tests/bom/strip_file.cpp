#include "tests/bom/strip_file.h"

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

std::filesystem::path nestingFolder() {
  const char* reference = std::getenv("RUCKSMITH_REFERENCE");
  if (reference != nullptr) return std::filesystem::path(reference) / "nesting";
  return std::filesystem::path(RUCKSMITH_SOURCE_DIR).parent_path() / "shared" / "nesting";
}

std::optional<StripFile> readStrip(const std::string& name) {
  std::ifstream file(nestingFolder() / name);
  if (!file) return std::nullopt;
  const nlohmann::json json = nlohmann::json::parse(file);
  StripFile strip;
  strip.cloth.cuttable_width_mm = json.at("strip_height");
  for (const auto& item : json.at("items")) {
    bom::MarkerPiece piece;
    piece.name = std::to_string(item.at("id").get<int>());
    piece.demand = item.at("demand");
    piece.rotations_deg = item.at("allowed_orientations").get<std::vector<double>>();
    for (const auto& point : item.at("shape").at("data")) piece.outline.push_back({point.at(0), point.at(1)});
    strip.pieces.push_back(std::move(piece));
  }
  return strip;
}
