// The views in a light of their own (night, x-ray, section) against accepted pictures, and the reflective
// area that night pictures show against the pack's own projection.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>

#include "configurator/session/figures.h"
#include "configurator/session/pictures.h"
#include "configurator/session/template_library.h"
#include "configurator/session/workshop.h"
#include "tests/pictures/accepted_picture.h"

namespace configurator {
namespace {

namespace fs = std::filesystem;

const Workshop& workshop() {
  static const auto kOpened = openWorkshop(fs::path(RUCKSMITH_BINARY_DIR) / "rucksmith");
  if (!kOpened) throw std::runtime_error(kOpened.error().message);
  return *kOpened;
}

/// A template shown in a studio.
Result<Figures> showTemplate(PictureStudio& studio, const std::string& id) {
  const auto design = newDesign(workshop(), id, "2026-03-02");
  if (!design) return failure(design.error().message);
  auto figures = figuresOf(workshop(), *design);
  if (!figures) return failure(figures.error().message);
  if (!figures->pack) return failure(id + " breaks a rule");
  studio.show(workshop(), buildScene(*figures->pack, workshop().models), design->colorways.front());
  return std::move(*figures);
}

using LightOfTemplate = std::pair<std::string, std::string>;  ///< template, view

std::string nameOf(const testing::TestParamInfo<LightOfTemplate>& of) {
  std::string name = of.param.first + "_" + of.param.second;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

class LightPicture : public testing::TestWithParam<LightOfTemplate> {};

TEST_P(LightPicture, LooksAsAccepted) {
  auto studio = PictureStudio::make();
  if (!studio) GTEST_SKIP() << studio.error().message;
  const auto& [id, view] = GetParam();
  ASSERT_TRUE(showTemplate(**studio, id));
  PictureRequest request;
  request.view = view;
  request.width = 640;
  request.height = 480;
  const auto picture = (*studio)->draw(request);
  ASSERT_TRUE(picture) << picture.error().message;
  expectAccepted(*picture, "views/" + view + "-" + id, nameOf({GetParam(), 0}));
}

INSTANTIATE_TEST_SUITE_P(
    Lights, LightPicture,
    testing::Values(LightOfTemplate{"commuter", "night"}, LightOfTemplate{"hydration", "night"},
                    LightOfTemplate{"commuter", "x-ray"}, LightOfTemplate{"medical", "x-ray"},
                    LightOfTemplate{"commuter", "section"}, LightOfTemplate{"hydration", "section"},
                    LightOfTemplate{"endurance", "section"}),
    nameOf);

TEST(LightPictures, AViewLeavesTheStudioAsItWas) {
  auto studio = PictureStudio::make();
  if (!studio) GTEST_SKIP() << studio.error().message;
  ASSERT_TRUE(showTemplate(**studio, "commuter"));
  PictureRequest request;
  request.width = 160;
  request.height = 120;
  const auto before = (*studio)->draw(request);
  ASSERT_TRUE(before);
  for (const char* view : {"night", "x-ray", "section", "worn"}) {
    PictureRequest other = request;
    other.view = view;
    const auto drawn = (*studio)->draw(other);
    ASSERT_TRUE(drawn);
    EXPECT_NE(drawn->rgba, before->rgba) << view;
    const auto after = (*studio)->draw(request);
    ASSERT_TRUE(after);
    EXPECT_EQ(after->rgba, before->rgba) << view;
  }
}

/// Within 10 %, and where only a rim shows, which the projection's hull of the body rounds off, within 5 % of
/// what shows from the best side.
class ReflectiveTemplate : public testing::TestWithParam<std::string> {};

TEST_P(ReflectiveTemplate, ShowsInPicturesWhatItsProjectionSays) {
  constexpr double kShare = 0.10, kRim = 0.05;
  auto studio = PictureStudio::make();
  if (!studio) GTEST_SKIP() << studio.error().message;
  const auto figures = showTemplate(**studio, GetParam());
  ASSERT_TRUE(figures) << figures.error().message;
  const auto counted = (*studio)->reflectiveViews();
  const auto& projected = figures->carry->reflective;
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

std::string plainName(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

/// By their files, so that none can be left out.
std::vector<std::string> templateFiles() {
  std::vector<std::string> ids;
  for (const auto& entry : fs::directory_iterator(fs::path(RUCKSMITH_SOURCE_DIR) / "templates")) {
    if (entry.path().extension() == ".ruck") ids.push_back(entry.path().stem().string());
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

INSTANTIATE_TEST_SUITE_P(Templates, ReflectiveTemplate, testing::ValuesIn(templateFiles()), plainName);

}  // namespace
}  // namespace configurator
