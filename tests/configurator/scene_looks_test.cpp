// Looks of materials are rows of the catalog: a new one is a change of data.
#include "configurator/pack/pack_scene_looks.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

renderer::Material shown(const Catalog& catalog, const char* item) {
  return lookOf(catalog, {"", item, ""});
}

TEST(Looks, OfTheCatalogAreDrawnAndEveryWordIsAWeaveOfItsOwn) {
  Catalog catalog = programWorkshop().catalog;
  catalog.looks.push_back({"probe", "", 3.5, 0.25, 0.125, 0.75, 0.5, {}});
  catalog.look_of_item["vx21"] = "probe";
  std::set<renderer::Weave> weaves;
  for (const std::string& word : weaveWords()) {
    catalog.looks.back().weave = word;
    const renderer::Material material = shown(catalog, "vx21");
    weaves.insert(material.weave);
    EXPECT_EQ(material.weave_scale_mm, 3.5f);
    EXPECT_EQ(material.roughness, 0.25f);
    EXPECT_EQ(material.sheen, 0.125f);
    EXPECT_EQ(material.opacity, 0.75f);
    EXPECT_EQ(material.metallic, 0.5f);
  }
  EXPECT_EQ(weaves.size(), weaveWords().size());
}

TEST(Looks, OfShippedClothsAreWhatTheirNamesSay) {
  const Catalog& catalog = programWorkshop().catalog;
  EXPECT_EQ(shown(catalog, "ny210rs").weave, renderer::Weave::Ripstop);
  EXPECT_EQ(shown(catalog, "ny210rs").weave_scale_mm, 5.0f);
  EXPECT_EQ(shown(catalog, "pes600").weave, renderer::Weave::Oxford);
  EXPECT_EQ(shown(catalog, "pes300").weave, renderer::Weave::Plain);
  EXPECT_EQ(shown(catalog, "vx21").weave, renderer::Weave::XPly);
  EXPECT_EQ(shown(catalog, "ultra400").weave, renderer::Weave::Film);
  EXPECT_TRUE(shown(catalog, "reffab").retroreflective);
}

}  // namespace
}  // namespace configurator
