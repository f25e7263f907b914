// The exploded, dimension and pattern views of every template, as far as they need no OpenGL.
#include "configurator/session/product_views.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "configurator/pack/pack_product.h"
#include "configurator/session/dimension_drawing.h"
#include "configurator/session/exploded_view.h"
#include "configurator/session/pattern_drawing.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

constexpr PictureSize kSize{1600, 1200};

const renderer::Typeface& inter() {
  static const auto kLoaded = renderer::Typeface::load();
  return kLoaded.value();
}

/// A template's design, built.
struct Built {
  Design design;
  Figures figures;
  PackScene scene;
};

const Built& built(const std::string& id) {
  static std::map<std::string, Built> known;
  const auto [entry, added] = known.try_emplace(id);
  if (added) {
    Built& made = entry->second;
    made.design = templateDesign(id);
    made.figures = figuresOf(programWorkshop(), made.design).value();
    made.scene = buildScene(made.figures.pack.value(), programWorkshop().models);
  }
  return entry->second;
}

class ProductViews : public testing::TestWithParam<const char*> {
 protected:
  const Built& built_ = built(GetParam());
  const Pack& pack_ = *built_.figures.pack;
  const renderer::Geometry& geometry_ = built_.scene.geometry;
};

// ---- exploded

/// Pixels of 4 x 4 that a part's corners and middles of triangles touch.
std::set<std::pair<int, int>> touched(const renderer::Geometry& geometry, const LoosePart& part,
                                      const Projection& project) {
  std::set<std::pair<int, int>> cells;
  for (const std::size_t number : part.nodes) {
    const renderer::Node& node = geometry.nodes[number];
    const renderer::Mesh& mesh = geometry.meshes[node.mesh];
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
      glm::vec3 sum(0.0f);
      for (std::size_t k = 0; k < 3; ++k) sum += mesh.positions[mesh.indices[i + k]] / 3.0f;
      const glm::vec2 at = project(glm::vec3(node.transform * glm::vec4(sum, 1.0f)));
      cells.insert({static_cast<int>(at.x / 4), static_cast<int>(at.y / 4)});
    }
  }
  return cells;
}

TEST_P(ProductViews, ExplodedPartsDoNotCoverEachOther) {
  const ExplodedView view = explodedView(programWorkshop(), built_.design, pack_, geometry_);
  ASSERT_GT(view.parts.size(), 3U);
  const renderer::Camera camera = explodedCamera(view, kSize, inter(), sizesOf(1600, 1200));
  const Projection project(camera, renderer::boundsOf(view.apart), kSize);
  std::map<std::pair<int, int>, std::string> owner;
  for (const LoosePart& part : view.parts) {
    for (const auto& cell : touched(view.apart, part, project)) {
      const auto [entry, free] = owner.emplace(cell, part.assembly);
      EXPECT_TRUE(free || entry->second == part.assembly) << part.assembly << " over " << entry->second;
      if (!free && entry->second != part.assembly) return;
    }
  }
}

TEST_P(ProductViews, EveryNodeComesApartWithItsAssemblyAndTheBodyStays) {
  const ExplodedView view = explodedView(programWorkshop(), built_.design, pack_, geometry_);
  std::set<std::size_t> seen;
  for (const LoosePart& part : view.parts) {
    if (part.assembly == "body")
      EXPECT_EQ(part.offset, glm::vec3(0.0f));
    else
      EXPECT_GT(glm::length(part.offset), 25);
    for (const std::size_t node : part.nodes) EXPECT_TRUE(seen.insert(node).second);
  }
  EXPECT_EQ(seen.size(), geometry_.nodes.size());
  const auto half = movesOf(view.parts, geometry_.nodes.size(), 0.5f);
  const auto whole = movesOf(view.parts, geometry_.nodes.size());
  for (std::size_t i = 0; i < half.size(); ++i) EXPECT_EQ(half[i] * 2.0f, whole[i]);
}

TEST_P(ProductViews, EveryExplodedAssemblyIsNamedOnceAndNoWordsOverlap) {
  const ExplodedView view = explodedView(programWorkshop(), built_.design, pack_, geometry_);
  std::set<std::string> assemblies, named;
  for (const LoosePart& part : view.parts) assemblies.insert(part.assembly);
  for (const NamedPart& one : view.names) EXPECT_TRUE(named.insert(one.assembly).second);
  EXPECT_EQ(named, assemblies);
  const renderer::Camera camera = explodedCamera(view, kSize, inter(), sizesOf(1600, 1200));
  const CalloutLayout layout = explodedNames(view, camera, kSize, inter(), sizesOf(1600, 1200));
  for (std::size_t i = 0; i < layout.placed.size(); ++i) {
    const PlacedCallout& a = layout.placed[i];
    EXPECT_TRUE(a.low.x >= 0 && a.low.y >= 0 && a.high.x <= 1600 && a.high.y <= 1200) << a.callout.title;
    EXPECT_TRUE(a.callout.at.x > 0 && a.callout.at.x < 1600 && a.callout.at.y > 0 && a.callout.at.y < 1200);
    for (std::size_t k = 0; k < i; ++k) {
      const PlacedCallout& b = layout.placed[k];
      EXPECT_FALSE(a.low.x < b.high.x && b.low.x < a.high.x && a.low.y < b.high.y && b.low.y < a.high.y)
          << a.callout.title << " over " << b.callout.title;
    }
  }
}

// ---- dimensions

/// To a tenth of a millimetre.
std::string asDrawn(double mm) {
  const long long tenths = std::llround(mm * 10);
  const std::string whole = std::to_string(tenths / 10), part = std::to_string(tenths % 10);
  return whole + (tenths % 10 == 0 ? "" : "." + part) + "\u2009mm";
}

TEST_P(ProductViews, TheSheetSaysWhatShowSaysToATenth) {
  const DimensionSheet sheet = dimensionSheet(programWorkshop().catalog, built_.design, pack_, geometry_);
  std::vector<std::string> lines;
  for (const LinearDimension& line : sheet.lines) lines.push_back(line.text);
  EXPECT_THAT(lines, testing::IsSupersetOf({"H\u2002" + asDrawn(pack_.dimensions_mm.y),
                                            "W\u2002" + asDrawn(pack_.dimensions_mm.x),
                                            "D\u2002" + asDrawn(pack_.dimensions_mm.z)}));
  ASSERT_EQ(sheet.table.size(), pack_.measures.size());
  for (const Measure& measure : pack_.measures) {
    const auto row = std::find_if(sheet.table.begin(), sheet.table.end(),
                                  [&](const MeasureRow& one) { return one.id == measure.id; });
    ASSERT_NE(row, sheet.table.end()) << measure.id;
    EXPECT_EQ(row->value, asDrawn(measure.value_mm)) << measure.id;
  }
}

TEST_P(ProductViews, ADimensionLineIsAsLongAsItSays) {
  const DimensionSheet sheet = dimensionSheet(programWorkshop().catalog, built_.design, pack_, geometry_);
  for (const LinearDimension& line : sheet.lines) {
    const std::string number = line.text.substr(line.text.find("\u2002") + 3);
    EXPECT_NEAR(glm::distance(line.from, line.to), std::stod(number), 0.06) << line.text;
    EXPECT_LT(std::abs(glm::dot(line.to - line.from, line.aside)), 0.1f) << line.text;
  }
}

TEST_P(ProductViews, NothingOnTheSheetIsCutOff) {
  const DimensionSheet sheet = dimensionSheet(programWorkshop().catalog, built_.design, pack_, geometry_);
  const PictureSizes sizes = sizesOf(1600, 1200);
  const renderer::Camera camera = dimensionCamera(sheet, kSize, inter(), sizes);
  const Projection project(camera, renderer::boundsOf(sheet.geometry), kSize);
  for (const LinearDimension& line : sheet.lines) {
    for (const glm::vec3& end : {line.from + line.aside, line.to + line.aside}) {
      EXPECT_GT(project(end).x, 0.5f * sizes.text);
      EXPECT_LT(project(end).x, 1600 - sizes.text);
      EXPECT_GT(project(end).y, sizes.text);
      EXPECT_LT(project(end).y, 1200 - sizes.text);
    }
  }
  for (const glm::vec3& point : framingPoints(sheet.geometry)) {
    EXPECT_GT(project(point).x, 0);
    EXPECT_LT(project(point).x, 1600);
  }
}

// ---- pattern

PatternSheet sheetOf(const Built& built) {
  return patternSheet(programWorkshop(), {built.design, built.design.colorways.front()}, *built.figures.pack,
                      *built.figures.product);
}

TEST_P(ProductViews, EveryPieceIsOnThePatternSheetOnce) {
  const PatternSheet sheet = sheetOf(built_);
  std::multiset<std::string> parts, wanted;
  for (const SheetMaterial& material : sheet.materials) {
    for (const SheetPiece& piece : material.pieces)
      parts.insert(piece.part_ids.begin(), piece.part_ids.end());
  }
  for (const Piece& piece : pack_.pieces) wanted.insert(piece.id);
  EXPECT_EQ(parts, wanted);
}

TEST_P(ProductViews, PatternPiecesLieApartWithinThePictureAndToOneScale) {
  const PatternSheet sheet = sheetOf(built_);
  for (const PictureSize size : {PictureSize{1600, 1200}, PictureSize{1280, 800}, PictureSize{480, 360}}) {
    const PatternLayout layout = layOut(sheet, size, inter(), sizesOf(size.width, size.height));
    for (std::size_t i = 0; i < layout.pieces.size(); ++i) {
      const PlacedPiece& a = layout.pieces[i];
      EXPECT_TRUE(a.low.x >= 0 && a.low.y >= 0 && a.high.x <= static_cast<float>(size.width) &&
                  a.high.y <= static_cast<float>(size.height))
          << a.piece->part_ids.front();
      float length = 0, drawn = 0;
      for (std::size_t k = 1; k < a.cut.size(); ++k) {
        length += glm::distance(a.piece->cut[k - 1], a.piece->cut[k]);
        drawn += glm::distance(a.cut[k - 1], a.cut[k]);
      }
      EXPECT_NEAR(drawn, length * layout.pixels_per_mm, 0.002f * drawn + 0.1f);
      for (std::size_t k = 0; k < i; ++k) {
        const PlacedPiece& b = layout.pieces[k];
        EXPECT_FALSE(a.low.x < b.high.x && b.low.x < a.high.x && a.low.y < b.high.y && b.low.y < a.high.y)
            << a.piece->part_ids.front() << " over " << b.piece->part_ids.front();
      }
    }
  }
}

TEST_P(ProductViews, APointOnAPieceLeadsToItsParts) {
  const PatternSheet sheet = sheetOf(built_);
  const PatternLayout layout = layOut(sheet, kSize, inter(), sizesOf(1600, 1200));
  EXPECT_TRUE(partsAt(layout, {1, 1}).empty());
  int found = 0;
  for (const PlacedPiece& placed : layout.pieces) {
    if (placed.piece->grain.empty()) continue;
    const glm::vec2 middle = 0.5f * (placed.piece->grain[0] + placed.piece->grain[1]);
    const glm::vec2 at = placed.origin + glm::vec2(middle.x, -middle.y) * layout.pixels_per_mm;
    EXPECT_EQ(partsAt(layout, at), placed.piece->part_ids);
    ++found;
  }
  EXPECT_GT(found, 5);
}

INSTANTIATE_TEST_SUITE_P(Templates, ProductViews,
                         testing::Values("commuter", "eco-tourism", "endurance", "field-research",
                                         "humanitarian-aid", "hydration", "lightweight", "medical", "modular",
                                         "security"),
                         [](const auto& of) {
                           std::string name = of.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace configurator
