// Every template's picture against the one that a person looked at and accepted. A picture that differs is
// left in the build folder; RUCKSMITH_ACCEPT=1 makes it the new baseline.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

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

std::string nameOf(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  for (char& letter : name) {
    if (letter == '-') letter = '_';
  }
  return name;
}

/// The shipped templates by their files, not by the program's list, so that none can be left out.
std::vector<std::string> templateFiles() {
  std::vector<std::string> ids;
  for (const auto& entry : fs::directory_iterator(fs::path(RUCKSMITH_SOURCE_DIR) / "templates")) {
    if (entry.path().extension() == ".ruck") ids.push_back(entry.path().stem().string());
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

Result<renderer::Image> pictureOf(PictureStudio& studio, const std::string& template_id) {
  const auto design = newDesign(workshop(), template_id, "2026-03-02");
  if (!design) return failure(design.error().message);
  const auto figures = figuresOf(workshop(), *design);
  if (!figures) return failure(figures.error().message);
  if (!figures->pack) return failure(template_id + " breaks a rule");
  studio.show(workshop(), buildScene(*figures->pack, workshop().models), design->colorways.front());
  PictureRequest request;
  request.width = 480;
  request.height = 360;
  return studio.draw(request);
}

class TemplatePicture : public testing::TestWithParam<std::string> {};

TEST_P(TemplatePicture, LooksAsAccepted) {
  auto studio = PictureStudio::make();
  if (!studio) GTEST_SKIP() << studio.error().message;
  const auto picture = pictureOf(**studio, GetParam());
  ASSERT_TRUE(picture) << picture.error().message;
  expectAccepted(*picture, "baselines/" + GetParam(), nameOf({GetParam(), 0}));
}

INSTANTIATE_TEST_SUITE_P(Templates, TemplatePicture, testing::ValuesIn(templateFiles()), nameOf);

TEST(TemplateBaselines, EveryBaselineBelongsToATemplate) {
  std::vector<std::string> baselines;
  for (const auto& entry :
       fs::directory_iterator(fs::path(RUCKSMITH_SOURCE_DIR) / "tests/pictures/baselines"))
    baselines.push_back(entry.path().stem().string());
  std::sort(baselines.begin(), baselines.end());
  EXPECT_EQ(baselines, templateFiles());
}

}  // namespace
}  // namespace configurator
