#include "configurator/session/own_parts.h"

#include <algorithm>
#include <set>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "configurator/design/design_format.h"
#include "configurator/session/import_model.h"

namespace configurator {
namespace {

/// A quarter turn about y, x to -z, so often.
glm::vec3 turned(glm::vec3 v, int quarters) {
  for (int i = 0; i < quarters; ++i) v = {v.z, v.y, -v.x};
  return v;
}

/// The file's axes as the component models have them: y away from the body.
glm::vec3 upright(glm::vec3 v, const OwnPart& part) {
  if (part.up == "x") v = {-v.y, v.x, v.z};
  if (part.up == "z") v = {v.x, v.z, -v.y};
  return turned(v, part.turn_deg / 90);
}

renderer::Model upright(renderer::Model model, const OwnPart& part) {
  for (renderer::ModelPart& piece : model.parts) {
    for (glm::vec3& p : piece.mesh.positions) p = upright(p, part);
    for (glm::vec3& n : piece.mesh.normals) n = upright(n, part);
  }
  return model;
}

double millimetresOf(const std::string& unit) {
  const auto& units = partUnits();
  const auto found =
      std::find_if(units.begin(), units.end(), [&](const auto& known) { return known.first == unit; });
  return found == units.end() ? 1 : found->second;
}

}  // namespace

Result<void> addItemModels(const std::filesystem::path& program, const std::filesystem::path& folder,
                           const Catalog& catalog, ComponentModels& models) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) return {};
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (renderer::modelFormatOf(entry.path())) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::set<std::string> drawn;
  for (const std::filesystem::path& file : files) {
    const std::string item = file.stem().string();
    if (const auto objection = objectionToId(boughtIds(catalog), item, "item of the catalog"))
      return failure(file.string() + ": " + *objection);
    if (!drawn.insert(item).second)
      return failure(file.string() + ": another file of the folder is the model of " + item + ", too");
    auto model = importModel(program, {file});
    if (!model) return failure(model.error().message);
    models.addOfItem(item, std::move(*model));
  }
  return {};
}

std::shared_ptr<const ComponentModels> modelsOf(const Workshop& workshop) {
  return {std::shared_ptr<void>(), &workshop.models};
}

Result<std::shared_ptr<const ComponentModels>> modelsFor(const Workshop& workshop, const Design& design,
                                                         const std::stop_token& given_up) {
  if (design.own_parts.empty()) return modelsOf(workshop);
  auto models = std::make_shared<ComponentModels>(workshop.models);
  for (const auto& [item, part] : design.own_parts) {
    const ForeignFile file{fileOf(design, part), millimetresOf(part.unit)};
    auto model = importModel(workshop.executable, file, {}, given_up);
    if (!model) return failure(model.error().message);
    models->addOfItem(item, upright(std::move(*model), part));
  }
  return models;
}

bool hasFilesOfOwnParts(const Design& design) {
  std::error_code error;
  return std::all_of(design.own_parts.begin(), design.own_parts.end(), [&](const auto& part) {
    return std::filesystem::exists(fileOf(design, part.second), error);
  });
}

}  // namespace configurator
