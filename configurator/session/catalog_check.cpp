#include "configurator/session/catalog_check.h"

#include "configurator/catalog/load_catalog.h"
#include "configurator/pack/family.h"

namespace configurator {

std::vector<std::string> checkCatalogFolder(const std::filesystem::path& folder) {
  const auto catalog = loadCatalog(folder);
  if (!catalog) return {catalog.error().message};
  return checkCatalog(*catalog, familySpecs());
}

}  // namespace configurator
