// A customer's picture on the pack: in its place, upright, not mirrored, in true proportion; and what is said
// of files that cannot be used.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>
#include <memory>
#include <string>
#include <vector>

#include "configurator/design/design_file.h"
#include "configurator/design/edit_design.h"
#include "configurator/pack/pack_scene.h"
#include "configurator/session/artwork.h"
#include "configurator/session/figures.h"
#include "configurator/session/file_findings.h"
#include "configurator/session/pictures.h"
#include "configurator/session/session.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

using Color = std::array<std::uint8_t, 4>;
constexpr Color kMagenta{255, 0, 255, 255}, kCyan{0, 255, 255, 255}, kYellow{255, 255, 0, 255}, kClear{};

/// Magenta at the upper left, cyan at the upper right, yellow at the lower left; the fourth quarter is clear.
renderer::Image quarters(int width, int height) {
  renderer::Image image{width, height, {}};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const bool right = 2 * x >= width, low = 2 * y >= height;
      const Color& color = low ? (right ? kClear : kYellow) : (right ? kCyan : kMagenta);
      image.rgba.insert(image.rgba.end(), color.begin(), color.end());
    }
  }
  return image;
}

PackScene sceneWith(const std::string& id, renderer::Image image) {
  const Pack pack = figuresOf(programWorkshop(), templateDesign(id)).value().pack.value();
  SceneDetail detail;
  detail.artwork["branding.artwork"] = std::make_shared<const renderer::Image>(std::move(image));
  return buildScene(pack, programWorkshop().models, detail);
}

const renderer::Node* pictureIn(const PackScene& scene) {
  for (const renderer::Node& node : scene.geometry.nodes)
    if (!scene.looks[node.slot].artwork.empty()) return &node;
  return nullptr;
}

/// The middle of the pixels of a colour, and how many there are.
struct Patch {
  glm::dvec2 middle{0, 0};
  double pixels = 0;
};

Patch patchOf(const renderer::Image& image, const std::function<bool(int, int, int)>& is) {
  Patch patch;
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      const std::uint8_t* p = &image.rgba[static_cast<std::size_t>(y * image.width + x) * 4];
      if (!is(p[0], p[1], p[2])) continue;
      patch.middle += glm::dvec2(x, y);
      ++patch.pixels;
    }
  }
  patch.middle /= std::max(1.0, patch.pixels);
  return patch;
}

/// On a badge (commuter) and on cloth (lightweight).
TEST(Artwork, IsDrawnUprightOnItsPlaceAndClearWhereThePictureIs) {
  for (const char* id : {"commuter", "lightweight"}) {
    SCOPED_TRACE(id);
    auto studio = PictureStudio::make();
    ASSERT_TRUE(studio.has_value()) << studio.error().message;
    (*studio)->show(programWorkshop(), sceneWith(id, quarters(200, 200)),
                    templateDesign(id).colorways.front());
    const renderer::Image image = (*studio)->draw({"front", 1600, 1200}).value();
    const Patch magenta = patchOf(image, [](int r, int g, int b) { return r > g + 90 && b > g + 90; });
    const Patch cyan = patchOf(image, [](int r, int g, int b) { return g > r + 90 && b > r + 90; });
    const Patch yellow =
        patchOf(image, [](int r, int g, int b) { return r > b + 90 && g > b + 90 && g * 10 > r * 9; });
    ASSERT_GT(magenta.pixels, 300);
    ASSERT_GT(cyan.pixels, 300);
    EXPECT_LT(magenta.middle.x, cyan.middle.x - 10) << "mirrored";
    EXPECT_NEAR(magenta.middle.y, cyan.middle.y, 4);
    EXPECT_NEAR(magenta.pixels, cyan.pixels, 0.1 * cyan.pixels);
    if (std::string(id) == "lightweight") continue;  // its cords are as yellow as the picture
    EXPECT_LT(magenta.middle.y, yellow.middle.y - 10) << "upside down";
    EXPECT_NEAR(yellow.pixels, magenta.pixels, 0.1 * magenta.pixels);
  }
}

TEST(Artwork, KeepsItsProportionWithinItsPlace) {
  const Pack pack = figuresOf(programWorkshop(), templateDesign("commuter")).value().pack.value();
  const double side = std::min(pack.artwork.front().width_mm, 2 * pack.artwork.front().height_mm);
  const PackScene scene = sceneWith("commuter", quarters(300, 150));
  const renderer::Node* node = pictureIn(scene);
  ASSERT_NE(node, nullptr);
  const renderer::Mesh& mesh = scene.geometry.meshes[node->mesh];
  const float width = glm::distance(mesh.positions.front(), mesh.positions[mesh.positions.size() - 2]);
  const float height = glm::distance(mesh.positions[0], mesh.positions[1]);
  EXPECT_NEAR(width, side, 0.02 * side);  // a badge stands off the dome that it follows
  EXPECT_NEAR(height, side / 2, 0.02 * side);
  const ShownPicture& picture = scene.pictures.at("branding.artwork");
  EXPECT_NEAR(picture.size_mm.x, side, 1e-3);
  EXPECT_NEAR(picture.size_mm.y, side / 2, 1e-3);
}

TEST(Artwork, WithoutAPictureEverythingIsAsItWas) {
  const Pack pack = figuresOf(programWorkshop(), templateDesign("lightweight")).value().pack.value();
  const PackScene scene = buildScene(pack, programWorkshop().models);
  EXPECT_EQ(pictureIn(scene), nullptr);
  EXPECT_TRUE(scene.pictures.empty());
}

TEST(Artwork, StandsInTheDesignsFile) {
  const Catalog& catalog = programWorkshop().catalog;
  Design design = templateDesign("commuter");
  const std::string without = writeDesign(design);
  EXPECT_EQ(without.find("<artwork"), std::string::npos);
  design = applyEdit(catalog, design, "artwork.branding", "art/logo.svg").value();
  const std::string with = writeDesign(design);
  EXPECT_NE(with.find("<picture part=\"branding.artwork\" file=\"art/logo.svg\"/>"), std::string::npos);
  const Design again = parseDesign(with, "again.ruck", catalog).value();
  EXPECT_EQ(again.artwork, design.artwork);
  EXPECT_EQ(writeDesign(again), with);
  EXPECT_EQ(writeDesign(applyEdit(catalog, again, "artwork.branding", "none").value()), without);
  for (const char* wrong : {"/etc/logo.png", "C:\\logo.png", "https://example.org/logo.png", ""})
    EXPECT_FALSE(applyEdit(catalog, design, "artwork.branding", wrong).has_value()) << wrong;
  const auto misspelt = applyEdit(catalog, design, "artwork.brandin", "logo.svg");
  ASSERT_FALSE(misspelt.has_value());
  EXPECT_NE(misspelt.error().message.find("did you mean \"branding\""), std::string::npos)
      << misspelt.error().message;
}

TEST(Artwork, ThatDoesNotShowIsAFinding) {
  const TestFolder folder;
  Design design = templateDesign("commuter");
  design.folder = folder.path().string();
  design.artwork["branding.artwork"] = "logo.svg";
  const auto rules = [&] {
    std::vector<std::string> names;
    for (const Violation& finding :
         fileFindingsOf(design, figuresOf(programWorkshop(), design).value().pack.value()))
      names.push_back(finding.rule);
    return names;
  };
  EXPECT_EQ(rules(), std::vector<std::string>{"picture-is-missing"});
  writeText(folder.path() / "logo.svg", "whatever");
  EXPECT_EQ(rules(), std::vector<std::string>{});
  design.own_parts["ll20"] = {"lock.stl"};
  EXPECT_EQ(rules(), std::vector<std::string>{"part-is-missing"});
  design.choices.options.at("branding").value = "none";
  EXPECT_EQ(rules(), (std::vector<std::string>{"picture-has-no-place", "part-is-missing"}));
  EXPECT_TRUE(figuresOf(programWorkshop(), design).value().valid);
}

TEST(Artwork, IsMadeInThePicturesSizeUnlessItIsAThingOfItsOwn) {
  PackScene scene;
  scene.pictures["a.artwork"].size_mm = {60, 20};
  scene.pictures["b.artwork"].size_mm = {60, 20};
  bom::ArtworkPlacement print;
  print.id = "a.artwork";
  print.technique = "screen-print";
  print.width_mm = 60;
  print.height_mm = 40;
  print.offset_x_mm = print.offset_y_mm = 10;
  bom::ArtworkPlacement badge = print;
  badge.id = "b.artwork";
  badge.technique = "rubber-badge";
  std::vector<bom::ArtworkPlacement> marks{print, badge};
  fitToPictures(scene, marks);
  EXPECT_EQ(marks[0].width_mm, 60);
  EXPECT_EQ(marks[0].height_mm, 20);
  EXPECT_EQ(marks[0].offset_x_mm, 10);
  EXPECT_EQ(marks[0].offset_y_mm, 20);
  EXPECT_EQ(marks[1].height_mm, 40);
  EXPECT_EQ(marks[1].offset_y_mm, 10);
}

TEST(Artwork, AFileThatCannotBeUsedIsNamed) {
  const TestFolder folder;
  Design design = templateDesign("commuter");
  design.artwork["branding.artwork"] = "logo.svg";
  design.folder = folder.path().string();
  const auto messageOf = [&] { return loadArtwork(design).error().message; };
  EXPECT_EQ(messageOf(),
            "artwork branding.artwork: " + (folder.path() / "logo.svg").string() + ": cannot be opened");
  writeText(folder.path() / "logo.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 1\"><script/></svg>");
  EXPECT_NE(messageOf().find("logo.svg: refused: it holds a script"), std::string::npos);
  writeText(folder.path() / "logo.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 1\"><path d=\"M0 0h2v1H0z\"/></svg>");
  const auto pictures = loadArtwork(design);
  ASSERT_TRUE(pictures.has_value()) << pictures.error().message;
  EXPECT_EQ(pictures->at("branding.artwork")->width, 2 * pictures->at("branding.artwork")->height);
}

TEST(Artwork, ThatIsMissingIsSaidUntilItIsThere) {
  const TestFolder folder;
  Design design = templateDesign("commuter");
  design.artwork["branding.artwork"] = "logo.svg";
  design.folder = folder.path().string();
  ASSERT_TRUE(saveDesign(folder.path() / "a.ruck", design));
  Session session(programWorkshop());
  ASSERT_TRUE(session.open(folder.path() / "a.ruck"));
  const std::string said = session.lastError();
  EXPECT_NE(said.find("logo.svg: cannot be opened"), std::string::npos) << said;
  ASSERT_TRUE(session.apply("brand.season", "SS27"));
  EXPECT_EQ(session.lastError(), said);
  ASSERT_TRUE(session.apply("artwork.branding", "none"));
  EXPECT_EQ(session.lastError(), "");
}

TEST(Artwork, IsNotSavedWithAPathThatCannotBeReadAgain) {
  const TestFolder folder;
  std::filesystem::create_directory(folder.path() / "Client: X");
  Design design = templateDesign("commuter");
  design.artwork["branding.artwork"] = "logo.svg";
  design.folder = (folder.path() / "Client: X").string();
  EXPECT_TRUE(saveDesign(folder.path() / "Client: X" / "a.ruck", design));
  EXPECT_FALSE(saveDesign(folder.path() / "a.ruck", design));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "a.ruck"));
}

TEST(Artwork, IsNamedInTheTechPack) {
  Design design = templateDesign("commuter");
  design.artwork["branding.artwork"] = "art/logo.svg";
  const Figures figures = figuresOf(programWorkshop(), design).value();
  ASSERT_FALSE(figures.product->artwork.empty());
  EXPECT_EQ(figures.product->artwork.front().file, "art/logo.svg");
}

}  // namespace
}  // namespace configurator
