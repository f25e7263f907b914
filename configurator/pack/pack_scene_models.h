// The models that fittings are drawn with: the program's components and what stands in for them.
#pragma once

#include <iterator>
#include <map>
#include <memory>
#include <string>

#include "renderer/model.h"

namespace configurator {

/// How far a drawn model may be from its file, from the finest to the coarsest.
inline constexpr double kModelTolerances[] = {0.15, 0.3, 0.6, 1.2, 2.4};  ///< mm

/// A model is made coarser when a scene first asks for it so: most scenes want few of them. Copies share what
/// was made.
class ComponentModels {
 public:
  /// A model by its file's stem, in place of one of that name.
  void add(const std::string& name, renderer::Model model);
  /// The model that every fitting of an item is drawn with in place of its component model, in its own size:
  /// centred where that is, its underside where that has it.
  void addOfItem(const std::string& item, renderer::Model model);

  /// Within kModelTolerances[level]; null where there is none of that name. Any thread may ask.
  const renderer::Model* find(const std::string& name, std::size_t level) const;
  const renderer::Model* findOfItem(const std::string& item, std::size_t level) const;

 private:
  struct Entry;
  std::map<std::string, std::shared_ptr<Entry>> entries_;
};

}  // namespace configurator
