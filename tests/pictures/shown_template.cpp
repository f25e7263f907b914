#include "tests/pictures/shown_template.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <utility>

#include "configurator/session/template_library.h"
#include "configurator/session/workshop.h"

namespace configurator {

namespace fs = std::filesystem;

const Workshop& pictureWorkshop() {
  static const auto kOpened = openWorkshop(fs::path(RUCKSMITH_BINARY_DIR) / "rucksmith");
  if (!kOpened) throw std::runtime_error(kOpened.error().message);
  return *kOpened;
}

std::vector<std::string> templateFiles() {
  std::vector<std::string> ids;
  for (const auto& entry : fs::directory_iterator(fs::path(RUCKSMITH_SOURCE_DIR) / "templates")) {
    if (entry.path().extension() == ".ruck") ids.push_back(entry.path().stem().string());
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::string testName(std::string words) {
  std::replace(words.begin(), words.end(), '-', '_');
  return words;
}

Result<ShownTemplate> showTemplate(PictureStudio& studio, const std::string& id) {
  auto design = newDesign(pictureWorkshop(), id, "2026-03-02");
  if (!design) return failure(design.error().message);
  auto figures = figuresOf(pictureWorkshop(), *design);
  if (!figures) return failure(figures.error().message);
  if (!figures->pack) return failure(id + " breaks a rule");
  studio.show(pictureWorkshop(), buildScene(*figures->pack, pictureWorkshop().models),
              design->colorways.front());
  return ShownTemplate{std::move(*design), std::move(*figures)};
}

}  // namespace configurator
