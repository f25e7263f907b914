// Configuration models of others as domain models: DIMACS, UVL and XCSP 2.1, plain or gzipped. For tests.
#pragma once

#include <filesystem>
#include <string>

#include "configurator/rules/domain_model.h"

namespace models {

struct ForeignModel {
  configurator::engine::DomainModel model;
  /// The first so many variables are features; the value 0 of each says that it is absent. XCSP models have
  /// none.
  int features = 0;
};

/// By the name's ending, .gz aside. Throws std::runtime_error with file, line and what is wrong.
ForeignModel readModel(const std::filesystem::path& file);

/// The same from text already read; `name` is for messages and says the format by its ending.
ForeignModel parseModel(const std::string& text, const std::string& name);

/// A file's text, unpacked where it is gzipped.
std::string readText(const std::filesystem::path& file);

ForeignModel parseDimacs(const std::string& text, const std::string& name);
ForeignModel parseUvl(const std::string& text, const std::string& name);
ForeignModel parseXcsp(const std::string& text, const std::string& name);

}  // namespace models
