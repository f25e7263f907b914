#include "configurator/session/workshop.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "configurator/rules/rule_faults.h"
#include "configurator/session/needed_rows.h"
#include "configurator/session/own_parts.h"
#include "renderer/model.h"

namespace configurator {
namespace {

Result<ComponentModels> loadModels(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".glb") files.push_back(entry.path());
  }
  if (error) return failure(folder.string() + ": " + error.message());
  std::sort(files.begin(), files.end());
  ComponentModels models;
  for (const std::filesystem::path& file : files) {
    auto model = renderer::loadModel(file);
    if (!model) return failure(model.error().message);
    models.add(file.stem().string(), std::move(*model));
  }
  return models;
}

}  // namespace

Result<Workshop> openWorkshop(const std::filesystem::path& executable) {
  auto folders = findDataFolders(executable);
  if (!folders) return failure(folders.error().message);
  auto catalog = loadCatalog(folders->catalog);
  if (!catalog) return failure(catalog.error().message);
  if (const auto missing = missingRows(*catalog); !missing.empty())
    return failure(folders->catalog.string() + ": " + missing.front() + ". See: rucksmith catalog check");
  Problems too_large;
  findLargeRules(*catalog, too_large);
  if (!too_large.empty()) return failure(folders->catalog.string() + "/" + too_large.lines().front());
  auto models = loadModels(folders->models);
  if (!models) return failure(models.error().message);
  const auto of_items = addItemModels(executable, folders->models / "items", *catalog, *models);
  if (!of_items) return failure(of_items.error().message);
  return Workshop{std::move(*catalog), std::move(*folders), std::move(*models), executable,
                  "Rucksmith " RUCKSMITH_VERSION};
}

}  // namespace configurator
