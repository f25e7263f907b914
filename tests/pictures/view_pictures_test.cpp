// The views beyond the plain ones (with words and lines, or in a light of their own) against accepted
// pictures.
#include <gtest/gtest.h>

#include <string>

#include "tests/pictures/accepted_picture.h"
#include "tests/pictures/shown_template.h"

namespace configurator {
namespace {

struct ViewOfTemplate {
  std::string id, view;
};

std::string nameOf(const testing::TestParamInfo<ViewOfTemplate>& of) {
  return testName(of.param.id + "_" + of.param.view);
}

class ViewPicture : public testing::TestWithParam<ViewOfTemplate> {};

TEST_P(ViewPicture, LooksAsAccepted) {
  auto studio = PictureStudio::make();
  if (!studio) GTEST_SKIP() << studio.error().message;
  const auto& [id, view] = GetParam();
  const auto shown = showTemplate(**studio, id);
  ASSERT_TRUE(shown) << shown.error().message;
  PictureRequest request;
  request.view = view;
  request.width = drawsWords(view) ? 800 : 640;
  request.height = drawsWords(view) ? 600 : 480;
  if (drawsWords(view)) request.background = renderer::Background::Dark;  // plain: a small file
  const auto picture = drawView(**studio, shown->subject(), request);
  ASSERT_TRUE(picture) << picture.error().message;
  expectAccepted(*picture, "views/" + view + "-" + id, nameOf({GetParam(), 0}));
}

INSTANTIATE_TEST_SUITE_P(
    Views, ViewPicture,
    testing::Values(ViewOfTemplate{"endurance", "exploded"}, ViewOfTemplate{"lightweight", "exploded"},
                    ViewOfTemplate{"modular", "exploded"}, ViewOfTemplate{"endurance", "dimensions"},
                    ViewOfTemplate{"lightweight", "dimensions"}, ViewOfTemplate{"commuter", "pattern"},
                    ViewOfTemplate{"lightweight", "pattern"}, ViewOfTemplate{"commuter", "night"},
                    ViewOfTemplate{"hydration", "night"}, ViewOfTemplate{"commuter", "x-ray"},
                    ViewOfTemplate{"medical", "x-ray"}, ViewOfTemplate{"commuter", "section"},
                    ViewOfTemplate{"hydration", "section"}, ViewOfTemplate{"endurance", "section"}),
    nameOf);

TEST(ViewPictures, EveryViewLeavesTheStudioAsItWas) {
  auto studio = PictureStudio::make();
  if (!studio) GTEST_SKIP() << studio.error().message;
  const auto shown = showTemplate(**studio, "commuter");
  ASSERT_TRUE(shown) << shown.error().message;
  PictureRequest request;
  request.width = 160;
  request.height = 120;
  const auto before = (*studio)->draw(request);
  ASSERT_TRUE(before);
  for (const std::string& view : drawnViews()) {
    PictureRequest other = request;
    other.view = view;
    const auto drawn = drawView(**studio, shown->subject(), other);
    ASSERT_TRUE(drawn);
    EXPECT_EQ(drawn->rgba == before->rgba, view == request.view) << view;
    const auto after = (*studio)->draw(request);
    ASSERT_TRUE(after);
    EXPECT_EQ(after->rgba, before->rgba) << view;
  }
}

}  // namespace
}  // namespace configurator
