#include "configurator/pack/pack_scene_models.h"

#include <array>
#include <mutex>
#include <utility>

#include "renderer/simplify_model.h"

namespace configurator {
namespace {

/// Item models stand beside component models, under names that no file has.
std::string nameOfItem(const std::string& item) {
  return "item/" + item;
}

}  // namespace

struct ComponentModels::Entry {
  renderer::Model model;
  std::array<std::once_flag, std::size(kModelTolerances)> asked;
  std::array<renderer::Model, std::size(kModelTolerances)> within;
};

void ComponentModels::add(const std::string& name, renderer::Model model) {
  auto entry = std::make_shared<Entry>();
  entry->model = std::move(model);
  entries_.insert_or_assign(name, std::move(entry));
}

void ComponentModels::addOfItem(const std::string& item, renderer::Model model) {
  add(nameOfItem(item), std::move(model));
}

const renderer::Model* ComponentModels::find(const std::string& name, std::size_t level) const {
  const auto found = entries_.find(name);
  if (found == entries_.end()) return nullptr;
  Entry& entry = *found->second;
  std::call_once(entry.asked.at(level), [&] {
    entry.within[level] = renderer::simplifyModel(entry.model, static_cast<float>(kModelTolerances[level]));
  });
  return &entry.within[level];
}

const renderer::Model* ComponentModels::findOfItem(const std::string& item, std::size_t level) const {
  return find(nameOfItem(item), level);
}

}  // namespace configurator
