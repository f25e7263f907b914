// Where the program's data lies: beside an installed program, in the source tree, or where the user says.
#include <cstdlib>

#include "configurator/catalog/load_catalog.h"

namespace configurator {

namespace {

/// An installed tree holds the folders directly; the source tree keeps all but templates in assets/.
std::optional<DataFolders> foldersIn(const std::filesystem::path& root) {
  std::error_code error;
  for (const auto& assets : {root / "assets", root}) {
    if (!std::filesystem::is_directory(assets / "catalog", error)) continue;
    return DataFolders{assets / "catalog", assets / "schemas", assets / "models", root / "templates"};
  }
  return std::nullopt;
}

}  // namespace

Result<DataFolders> findDataFolders(const std::filesystem::path& executable) {
  if (const char* named = std::getenv("RUCKSMITH_DATA"); named != nullptr && *named != '\0') {
    if (const auto folders = foldersIn(named)) return *folders;
    return failure("RUCKSMITH_DATA names " + std::string(named) + ", which holds no catalog folder");
  }
  const auto installed = executable.parent_path() / ".." / "share" / "rucksmith";
  if (const auto folders = foldersIn(installed.lexically_normal())) return *folders;
  if (const auto folders = foldersIn(RUCKSMITH_SOURCE_TREE)) return *folders;
  return failure("the program's data is neither in " + installed.lexically_normal().string() + " nor in " +
                 std::string(RUCKSMITH_SOURCE_TREE) +
                 "; set RUCKSMITH_DATA to the folder that holds catalog/");
}

}  // namespace configurator
