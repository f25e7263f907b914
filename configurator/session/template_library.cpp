#include "configurator/session/template_library.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include "configurator/catalog/near_word.h"
#include "configurator/design/design_file.h"

namespace configurator {
namespace {

constexpr std::array<std::string_view, 5> kFirst{"lightweight", "hydration", "commuter", "modular",
                                                 "endurance"};

std::size_t placeOf(const std::string& id) {
  return static_cast<std::size_t>(std::find(kFirst.begin(), kFirst.end(), id) - kFirst.begin());
}

Result<std::vector<std::string>> templateIds(const std::filesystem::path& folder) {
  std::vector<std::string> ids;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".ruck") ids.push_back(entry.path().stem().string());
  }
  if (error) return failure(folder.string() + ": " + error.message());
  std::sort(ids.begin(), ids.end(), [](const std::string& a, const std::string& b) {
    return std::pair(placeOf(a), a) < std::pair(placeOf(b), b);
  });
  return ids;
}

Result<Design> loadTemplate(const Workshop& workshop, const std::string& id) {
  return loadDesign(workshop.folders.templates / (id + ".ruck"), workshop.catalog);
}

}  // namespace

Result<std::vector<TemplateSummary>> listTemplates(const Workshop& workshop) {
  const auto ids = templateIds(workshop.folders.templates);
  if (!ids) return failure(ids.error().message);
  std::vector<TemplateSummary> summaries;
  for (const std::string& id : *ids) {
    const auto design = loadTemplate(workshop, id);
    if (!design) return failure(design.error().message);
    const Option* body = workshop.catalog.chosenOption(design->choices, "body");
    TemplateSummary summary{
        id, design->name, "", design->choices.parameters.at("capacity").value, "", design->brand.description};
    if (body != nullptr) {
      summary.type = body->attribute("pack-type");
      summary.label_means = body->attribute("label-means");
    }
    summaries.push_back(std::move(summary));
  }
  return summaries;
}

std::optional<std::string> objectionToTemplate(const Workshop& workshop, std::string_view template_id) {
  const auto ids = templateIds(workshop.folders.templates);
  if (!ids) return ids.error().message;
  if (std::find(ids->begin(), ids->end(), template_id) != ids->end()) return std::nullopt;
  return "There is no template \"" + std::string(template_id) + "\"" + didYouMean(template_id, *ids) + ".";
}

Result<Design> newDesign(const Workshop& workshop, std::string_view template_id, const std::string& date) {
  if (const auto objection = objectionToTemplate(workshop, template_id)) return failure(*objection);
  auto design = loadTemplate(workshop, std::string(template_id));
  if (!design) return design;
  design->template_id = template_id;
  design->folder.clear();  // it is nowhere yet
  design->order.date = date;
  for (DesignRevision& revision : design->revisions) revision.date = date;
  return design;
}

}  // namespace configurator
