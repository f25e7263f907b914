// What both fronts need once: the catalog, the data folders and the component models. Read at start, never
// changed; but it keeps the markers that were laid, price books of designs with lists of their own and the
// compiled rules.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "bom/marker/kept_markers.h"
#include "configurator/catalog/catalog.h"
#include "configurator/catalog/load_catalog.h"
#include "configurator/catalog/result.h"
#include "configurator/pack/pack_scene.h"
#include "configurator/rules/catalog_model.h"
#include "configurator/session/kept_price_books.h"

namespace configurator {

struct Workshop {
  Catalog catalog;
  DataFolders folders;
  ComponentModels models;
  std::filesystem::path executable;  ///< this program's file: it reads models of others in a child of itself
  std::string program;               ///< "Rucksmith 0.1.0": what documents say they were made by
  std::shared_ptr<bom::KeptMarkers> markers = std::make_shared<bom::KeptMarkers>();
  std::shared_ptr<KeptPriceBooks> own_prices = std::make_shared<KeptPriceBooks>();
  std::shared_ptr<KeptCatalogModel> rules = std::make_shared<KeptCatalogModel>();
};

/// Finds the data folders beside `executable` (or $RUCKSMITH_DATA), loads the catalog and every model in
/// models/: component models, and in models/items/ models of others, each named after the item that it is
/// drawn for.
Result<Workshop> openWorkshop(const std::filesystem::path& executable);

}  // namespace configurator
