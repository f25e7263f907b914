// A catalog and a design small enough to read, with one of everything, for the tests of catalog, rules and
// design.
#pragma once

#include <string>
#include <vector>

#include "configurator/catalog/load_catalog.h"

/// The catalog file's text, one element a line as far as lines matter.
const std::string& smallCatalogText();
/// The text as a catalog; the test ends when it does not load.
const configurator::Catalog& smallCatalog();
/// A design of that catalog.
const std::string& smallDesignText();

/// One mistake: `from`, which stands once in the good text, becomes `to`; then loading says `message`, with
/// "@" standing for the file and the line of `where` (empty: of `to`).
struct WrongFile {
  std::string name;
  std::string from, to;
  std::string where;
  std::string message;
  bool schema_sees_it = true;  ///< false where only the loader knows: ids of other places, sums, formulas
};
std::vector<WrongFile> wrongCatalogs();
std::vector<WrongFile> wrongDesigns();

/// The good text with the mistake in it.
std::string withMistake(const std::string& good, const WrongFile& wrong);
/// The message with every "@" as "file:line".
std::string expectedMessage(const std::string& text, const WrongFile& wrong, const std::string& file);
