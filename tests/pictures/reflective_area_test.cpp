// The reflective area that night pictures show against the pack's own projection.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/pictures/shown_template.h"

namespace configurator {
namespace {

/// Within 10 %, and where only a rim shows, which the projection's hull of the body rounds off, within 5 % of
/// what shows from the best side.
class ReflectiveTemplate : public testing::TestWithParam<std::string> {};

TEST_P(ReflectiveTemplate, ShowsInPicturesWhatItsProjectionSays) {
  constexpr double kShare = 0.10, kRim = 0.05;
  auto studio = PictureStudio::make();
  if (!studio) GTEST_SKIP() << studio.error().message;
  const auto shown = showTemplate(**studio, GetParam());
  ASSERT_TRUE(shown) << shown.error().message;
  const auto counted = (*studio)->reflectiveViews();
  const auto& projected = shown->figures.carry->reflective;
  double best = 0, all_counted = 0, all_projected = 0;
  for (const ReflectiveView& view : counted) best = std::max(best, view.area_cm2);
  for (std::size_t i = 0; i < counted.size(); ++i) {
    EXPECT_EQ(counted[i].azimuth_deg, projected[i].azimuth_deg);
    EXPECT_NEAR(counted[i].area_cm2, projected[i].area_cm2,
                std::max(kShare * counted[i].area_cm2, kRim * best))
        << counted[i].azimuth_deg;
    all_counted += counted[i].area_cm2;
    all_projected += projected[i].area_cm2;
  }
  EXPECT_NEAR(all_counted, all_projected, kShare * all_counted);
}

INSTANTIATE_TEST_SUITE_P(Templates, ReflectiveTemplate, testing::ValuesIn(templateFiles()),
                         [](const auto& of) { return testName(of.param); });

}  // namespace
}  // namespace configurator
