// Cloths look as their names say.
#include "configurator/pack/pack_scene_looks.h"

#include <gtest/gtest.h>

#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

TEST(Looks, OfShippedClothsAreWhatTheirNamesSay) {
  const auto shown = [](const char* item) { return lookOf(programWorkshop().catalog, {"", item, ""}); };
  EXPECT_EQ(shown("ny210rs").weave, renderer::Weave::Ripstop);
  EXPECT_EQ(shown("ny210rs").weave_scale_mm, 5.0f);
  EXPECT_EQ(shown("pes600").weave, renderer::Weave::Oxford);
  EXPECT_EQ(shown("pes300").weave, renderer::Weave::Plain);
  EXPECT_EQ(shown("vx21").weave, renderer::Weave::XPly);
  EXPECT_EQ(shown("ultra400").weave, renderer::Weave::Film);
  EXPECT_TRUE(shown("reffab").retroreflective);
}

}  // namespace
}  // namespace configurator
