// Reads all *.xml of a folder, in name order, as one catalog. Says every content error at once, with file and
// line.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "configurator/catalog/catalog.h"
#include "configurator/catalog/result.h"

namespace configurator {

Result<Catalog> loadCatalog(const std::filesystem::path& folder);

/// The same from bytes, in the order given. Of several files the first syntax error is said, or else all
/// content errors of all of them.
struct CatalogFile {
  std::string name, bytes;
};
Result<Catalog> parseCatalog(const std::vector<CatalogFile>& files);

/// What a C++ family accepts, so that a catalog can be checked without building anything.
struct FamilySpec {
  struct Parameter {
    std::string name;
    bool is_word = false;
    std::vector<std::string> words;  ///< allowed words; empty = any
    Dimension dimension = Dimension::Length;
    bool required = false;
  };
  std::string name;
  std::vector<Parameter> parameters;
  std::vector<std::string> variables;           ///< further names its expressions may use ("host.width")
  std::map<std::string, Dimension> dimensions;  ///< of those variables that are no lengths
};

/// Everything `rucksmith catalog check` says: unknown families, parameters, names, units, cycles, dangling
/// ids, options that no slot holds, zones with no material, figures without source. Empty = fine.
std::vector<std::string> checkCatalog(const Catalog& catalog, const std::vector<FamilySpec>& families);

/// The folder that holds catalog/, schemas/, models/ and templates/: $RUCKSMITH_DATA, then
/// <executable>/../share/rucksmith, then the source tree.
struct DataFolders {
  std::filesystem::path catalog, schemas, models, templates;
};
Result<DataFolders> findDataFolders(const std::filesystem::path& executable);

}  // namespace configurator
