// The views with words and lines, of a box and of a vest, against accepted pictures.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>

#include "configurator/session/product_views.h"
#include "configurator/session/template_library.h"
#include "configurator/session/workshop.h"
#include "tests/pictures/accepted_picture.h"

namespace configurator {
namespace {

const Workshop& workshop() {
  static const auto kOpened = openWorkshop(std::filesystem::path(RUCKSMITH_BINARY_DIR) / "rucksmith");
  if (!kOpened) throw std::runtime_error(kOpened.error().message);
  return *kOpened;
}

using ViewOfTemplate = std::pair<std::string, std::string>;  ///< template, view

std::string nameOf(const testing::TestParamInfo<ViewOfTemplate>& of) {
  return of.param.first + "_" + of.param.second;
}

Result<renderer::Image> pictureOf(PictureStudio& studio, const ViewOfTemplate& asked) {
  const auto design = newDesign(workshop(), asked.first, "2026-03-02");
  if (!design) return failure(design.error().message);
  const auto figures = figuresOf(workshop(), *design);
  if (!figures) return failure(figures.error().message);
  if (!figures->pack) return failure(asked.first + " breaks a rule");
  const DesignColorway& colorway = design->colorways.front();
  studio.show(workshop(), buildScene(*figures->pack, workshop().models), colorway);
  PictureRequest request;
  request.view = asked.second;
  request.width = 800;
  request.height = 600;
  request.background = renderer::Background::Dark;  // plain: a small file
  return drawView(studio, {workshop(), *design, *figures, colorway}, request);
}

class ViewPicture : public testing::TestWithParam<ViewOfTemplate> {};

TEST_P(ViewPicture, LooksAsAccepted) {
  auto studio = PictureStudio::make();
  if (!studio) GTEST_SKIP() << studio.error().message;
  const auto picture = pictureOf(**studio, GetParam());
  ASSERT_TRUE(picture) << picture.error().message;
  expectAccepted(*picture, "views/" + GetParam().second + "-" + GetParam().first, nameOf({GetParam(), 0}));
}

INSTANTIATE_TEST_SUITE_P(
    Views, ViewPicture,
    testing::Values(ViewOfTemplate{"endurance", "exploded"}, ViewOfTemplate{"lightweight", "exploded"},
                    ViewOfTemplate{"modular", "exploded"}, ViewOfTemplate{"endurance", "dimensions"},
                    ViewOfTemplate{"lightweight", "dimensions"}, ViewOfTemplate{"commuter", "pattern"},
                    ViewOfTemplate{"lightweight", "pattern"}),
    nameOf);

TEST(ViewPictures, AWordedViewLeavesTheStudioAsItWas) {
  auto studio = PictureStudio::make();
  if (!studio) GTEST_SKIP() << studio.error().message;
  ASSERT_TRUE(pictureOf(**studio, {"lightweight", "exploded"}));
  PictureRequest request;
  request.width = 160;
  request.height = 120;
  const auto before = (*studio)->draw(request);
  ASSERT_TRUE(before);
  for (const char* view : {"exploded", "dimensions", "pattern"}) {
    const auto design = newDesign(workshop(), "lightweight", "2026-03-02");
    const auto figures = figuresOf(workshop(), design.value());
    PictureRequest other = request;
    other.view = view;
    ASSERT_TRUE(drawView(**studio, {workshop(), *design, figures.value(), design->colorways.front()}, other));
    const auto after = (*studio)->draw(request);
    ASSERT_TRUE(after);
    EXPECT_EQ(after->rgba, before->rgba) << view;
  }
}

}  // namespace
}  // namespace configurator
