// The complete output of a design in a folder: tech pack, bill, model, pictures and their manifest.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "bom/tech_pack.h"
#include "configurator/design/design.h"
#include "configurator/pack/pack_scene.h"
#include "configurator/session/figures.h"
#include "configurator/session/workshop.h"

namespace configurator {

struct ExportRequest {
  std::filesystem::path folder;
  std::vector<std::string> only;  ///< of exportKinds(); empty = all
  bom::Edition edition = bom::Edition::Factory;
  std::string issued;            ///< empty: the date of the current revision
  bool draft = false;            ///< export a design that breaks findings of `check`
  ArtworkPictures artwork = {};  ///< the design's own, as loadArtwork reads them
  FigureRequest figures;  ///< size, and which order the documents are for; without a quantity or with one,
                          ///< the cost sheet has the catalog's breaks too
};

/// Why an export did not happen.
struct ExportFailure {
  enum class Cause { DesignInvalid, WrongData, NotReachable };  ///< the last: no OpenGL, an unwritable folder
  Cause cause = Cause::NotReachable;
  std::string message;
};

struct Exported {
  std::vector<std::string> files;  ///< names, sorted
  bool valid = true;               ///< false for a draft of a design that breaks its rules
};

/// "xml" "csv" "glb" "png": what this version writes.
const std::vector<std::string>& exportKinds();

bool isExportKind(std::string_view kind);

/// Writes the files; SHA256SUMS, written last, covers the others.
tl::expected<Exported, ExportFailure> exportDesign(const Workshop& workshop, const Design& design,
                                                   const ExportRequest& request);

}  // namespace configurator
