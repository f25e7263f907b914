// Reads the files of a catalog folder into one catalog.
#include "configurator/catalog/load_catalog.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "configurator/catalog/catalog_format.h"
#include "configurator/catalog/check_references.h"
#include "configurator/catalog/read_catalog.h"
#include "configurator/catalog/read_file.h"
#include "configurator/catalog/resolve_rules.h"

namespace configurator {

namespace {

constexpr int kEntryDepth = 2;  // catalog / section / entry: what an error silences

constexpr const char* kTables = "tables";  // folder of what rules allow by table

Result<std::vector<std::filesystem::path>> filesIn(const std::filesystem::path& folder,
                                                   const char* extension) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  std::filesystem::directory_iterator entry(folder, error);
  if (error) return failure(folder.string() + ": the catalog folder cannot be read: " + error.message());
  for (; entry != std::filesystem::directory_iterator(); entry.increment(error)) {
    if (error) return failure(folder.string() + ": " + error.message());
    if (entry->path().extension() == extension) files.push_back(entry->path());
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) {
    return a.filename().string() < b.filename().string();  // bytes, not the locale's order
  });
  return files;
}

bool isTable(const std::string& name) {
  return name.ends_with(".csv");
}

}  // namespace

Result<Catalog> parseCatalog(const std::vector<CatalogFile>& files) {
  Catalog catalog;
  Problems problems;
  std::map<std::string, std::string> tables;
  for (const CatalogFile& file : files) {
    if (isTable(file.name)) {
      tables[file.name] = file.bytes;
      continue;
    }
    const auto root = parseXml(file.bytes, file.name);
    if (!root) return tl::unexpected(root.error());
    if (root->name != "catalog") {
      problems.add({file.name, root->line}, "the root element is <" + root->name + ">, not <catalog>");
      continue;
    }
    catalogFormat().check(*root, "catalog", file.name, kEntryDepth, problems);
    readCatalogFile(*root, {file.name, catalog, problems});
  }
  std::sort(catalog.prices.breaks.begin(), catalog.prices.breaks.end(),
            [](const auto& a, const auto& b) { return a.quantity < b.quantity; });
  resolveRules(catalog, tables, problems);
  checkReferences(catalog, problems);
  if (!problems.empty()) return failure(problems.text());
  return catalog;
}

Result<Catalog> loadCatalog(const std::filesystem::path& folder) {
  auto paths = filesIn(folder, ".xml");
  if (!paths) return tl::unexpected(paths.error());
  if (paths->empty()) return failure(folder.string() + ": the catalog folder has no .xml file");
  if (std::filesystem::is_directory(folder / kTables)) {
    const auto tables = filesIn(folder / kTables, ".csv");
    if (!tables) return tl::unexpected(tables.error());
    paths->insert(paths->end(), tables->begin(), tables->end());
  }
  std::vector<CatalogFile> files;
  for (const auto& path : *paths) {
    auto bytes = readFile(path);
    if (!bytes) return tl::unexpected(bytes.error());
    files.push_back({path.lexically_relative(folder).generic_string(), std::move(*bytes)});
  }
  return parseCatalog(files);
}

}  // namespace configurator
