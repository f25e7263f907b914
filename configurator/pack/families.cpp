// The list of all families, joined once from the files that make them.
#include <algorithm>

#include "configurator/catalog/require.h"
#include "configurator/pack/family.h"

namespace configurator {

double ModuleCall::number(const std::string& name, double fallback) const {
  const auto found = numbers.find(name);
  return found == numbers.end() ? fallback : found->second;
}

std::string ModuleCall::word(const std::string& name, const std::string& fallback) const {
  const auto found = words.find(name);
  return found == words.end() ? fallback : found->second;
}

const std::vector<Family>& families() {
  static const std::vector<Family> kFamilies = [] {
    std::vector<Family> all;
    for (const auto& list : {bodyFamilies(), panelFamilies(), carryFamilies(), fittingFamilies()}) {
      all.insert(all.end(), list.begin(), list.end());
    }
    std::sort(all.begin(), all.end(),
              [](const Family& a, const Family& b) { return a.spec.name < b.spec.name; });
    return all;
  }();
  return kFamilies;
}

const Family* findFamily(const std::string& name) {
  const auto& all = families();
  const auto found = std::lower_bound(all.begin(), all.end(), name,
                                      [](const Family& f, const std::string& n) { return f.spec.name < n; });
  return found != all.end() && found->spec.name == name ? &*found : nullptr;
}

std::vector<FamilySpec> familySpecs() {
  std::vector<FamilySpec> specs;
  for (const Family& family : families()) specs.push_back(family.spec);
  return specs;
}

}  // namespace configurator
