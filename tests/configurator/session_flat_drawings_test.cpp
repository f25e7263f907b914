// Technical flats of whole packs: well-formed, to scale, the same every time.
#include "configurator/session/flat_drawings.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "configurator/session/figures.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

double numberAfter(const std::string& text, const std::string& word) {
  const std::size_t at = text.find(word);
  return at == std::string::npos ? -1 : std::strtod(text.c_str() + at + word.size(), nullptr);
}

std::size_t countOf(const std::string& text, const std::string& word) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++count;
  return count;
}

class Flats : public testing::TestWithParam<const char*> {
 protected:
  const Design design_ = templateDesign(GetParam());
  const Figures figures_ = figuresOf(programWorkshop(), design_).value();
  const renderer::Geometry geometry_ = buildScene(*figures_.pack, programWorkshop().models).geometry;
};

TEST_P(Flats, AreAsLargeAsThePackAndItsMarginInMillimetres) {
  const auto files = flatDrawings(*figures_.pack, geometry_);
  ASSERT_EQ(files.size(), 3U);
  const renderer::Bounds bounds = renderer::boundsOf(geometry_);
  const glm::vec3 size = bounds.max - bounds.min + 20.0f;
  EXPECT_EQ(files[0].first, "flat-front.svg");
  EXPECT_EQ(files[1].first, "flat-back.svg");
  EXPECT_EQ(files[2].first, "flat-right.svg");
  const double widths[] = {static_cast<double>(size.x), static_cast<double>(size.x),
                           static_cast<double>(size.z)};
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(numberAfter(files[i].second, "width=\""), widths[i], 2) << files[i].first;
    EXPECT_NEAR(numberAfter(files[i].second, "height=\""), static_cast<double>(size.y), 2) << files[i].first;
  }
}

TEST_P(Flats, HaveOutlinesSeamsAndStitchingAndAreTheSameAgain) {
  const auto files = flatDrawings(*figures_.pack, geometry_);
  std::size_t paths = 0;
  for (const auto& [name, text] : files) {
    for (const char* group : {"outlines", "seams", "stitching"})
      EXPECT_EQ(countOf(text, std::string("<g id=\"") + group + "\""), 1U) << name;
    EXPECT_EQ(countOf(text, "<g "), countOf(text, "</g>")) << name;
    EXPECT_EQ(text.find("nan"), std::string::npos) << name;
    paths += countOf(text, "<path ");
  }
  EXPECT_GT(paths, 150U);
  EXPECT_EQ(files, flatDrawings(*figures_.pack, geometry_));
}

INSTANTIATE_TEST_SUITE_P(Templates, Flats,
                         testing::Values("commuter", "lightweight", "endurance", "security"),
                         [](const auto& of) { return std::string(of.param); });

}  // namespace
}  // namespace configurator
