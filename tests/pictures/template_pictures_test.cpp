// Every template's picture against the one that a person looked at and accepted. A picture that differs is
// left in the build folder; RUCKSMITH_ACCEPT=1 makes it the new baseline.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/pictures/accepted_picture.h"
#include "tests/pictures/shown_template.h"

namespace configurator {
namespace {

std::string nameOf(const testing::TestParamInfo<std::string>& info) {
  return testName(info.param);
}

class TemplatePicture : public testing::TestWithParam<std::string> {};

TEST_P(TemplatePicture, LooksAsAccepted) {
  auto studio = PictureStudio::make();
  if (!studio) GTEST_SKIP() << studio.error().message;
  const auto shown = showTemplate(**studio, GetParam());
  ASSERT_TRUE(shown) << shown.error().message;
  PictureRequest request;
  request.width = 480;
  request.height = 360;
  const auto picture = (*studio)->draw(request);
  ASSERT_TRUE(picture) << picture.error().message;
  expectAccepted(*picture, "baselines/" + GetParam(), nameOf({GetParam(), 0}));
}

INSTANTIATE_TEST_SUITE_P(Templates, TemplatePicture, testing::ValuesIn(templateFiles()), nameOf);

TEST(TemplateBaselines, EveryBaselineBelongsToATemplate) {
  std::vector<std::string> baselines;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(RUCKSMITH_SOURCE_DIR) /
                                                               "tests/pictures/baselines"))
    baselines.push_back(entry.path().stem().string());
  std::sort(baselines.begin(), baselines.end());
  EXPECT_EQ(baselines, templateFiles());
}

}  // namespace
}  // namespace configurator
