// Models of components that a brand brings along, drawn in place of the program's own.
#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>

#include "configurator/design/design.h"
#include "configurator/session/workshop.h"

namespace configurator {

/// Reads the models of a folder, ITEM.glb, .obj or .stl (millimetres), in children of `program`. Fails on
/// files named after nothing in the catalog and on what importModel refuses; a folder that is missing is
/// empty.
Result<void> addItemModels(const std::filesystem::path& program, const std::filesystem::path& folder,
                           const Catalog& catalog, ComponentModels& models);

/// The workshop's own, which must outlive them.
std::shared_ptr<const ComponentModels> modelsOf(const Workshop& workshop);

/// The workshop's models with the design's own parts among them; where it has none, the workshop's, which
/// must outlive them. Fails soon when asked to stop.
Result<std::shared_ptr<const ComponentModels>> modelsFor(const Workshop& workshop, const Design& design,
                                                         const std::stop_token& given_up = {});

/// Whether the files of the design's own parts are there, whatever is in them.
bool hasFilesOfOwnParts(const Design& design);

}  // namespace configurator
