#include "configurator/session/catalog_check.h"

#include "configurator/catalog/load_catalog.h"
#include "configurator/pack/family.h"
#include "configurator/rules/rule_faults.h"
#include "configurator/session/needed_rows.h"

namespace configurator {

std::vector<std::string> checkCatalogFolder(const std::filesystem::path& folder) {
  const auto catalog = loadCatalog(folder);
  if (!catalog) return {catalog.error().message};
  std::vector<std::string> messages = checkCatalog(*catalog, familySpecs());
  for (const std::string& missing : missingRows(*catalog)) messages.push_back("catalog:0: " + missing);
  Problems faults;
  findLargeRules(*catalog, faults);
  findRuleFaults(*catalog, faults);
  for (const std::string& fault : faults.lines()) messages.push_back(fault);
  return messages;
}

}  // namespace configurator
