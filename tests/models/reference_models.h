// The given models beside the repository and what is known of them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace models {

/// $RUCKSMITH_REFERENCE/feature-models, else ../shared/feature-models beside the repository; it need not
/// exist.
std::filesystem::path referenceFolder();

/// A row of reference-numbers.csv; what it leaves open is empty.
struct ReferenceNumbers {
  std::string file;  ///< inside the folder
  std::optional<int> variables, core, dead, impossible;
  std::string count;         ///< exact
  std::string count_digits;  ///< published, where no exact one is known
};

/// Empty where the folder is absent. `attributes/uvl-z3/` of the published list is `uvl/` here.
std::vector<ReferenceNumbers> referenceNumbers();

}  // namespace models
