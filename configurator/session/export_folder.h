// The complete output of a design in a folder: tech pack, bill, model, pictures and their manifest.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "bom/tech_pack.h"
#include "configurator/design/design.h"
#include "configurator/pack/pack.h"
#include "configurator/session/workshop.h"

namespace configurator {

struct ExportRequest {
  std::filesystem::path folder;
  std::vector<std::string> only;  ///< of exportKinds(); empty = all
  bom::Edition edition = bom::Edition::Factory;
  std::string issued;  ///< empty: the date of the current revision
  bool draft = false;  ///< export a design that breaks findings of `check`
  PackSize size = PackSize::M;
};

/// Why an export did not happen: the design is invalid, or something outside is wrong.
struct ExportFailure {
  bool design_invalid = false;
  std::string message;
};

/// "xml" "csv" "glb" "png": what this version writes.
const std::vector<std::string>& exportKinds();

/// Names of the files written, sorted; SHA256SUMS, written last, covers the others.
tl::expected<std::vector<std::string>, ExportFailure> exportDesign(const Workshop& workshop, const Design& design,
                                                                   const ExportRequest& request);

}  // namespace configurator
