// Changes of a design by key and value text: the same words on the command line and in the app.
#pragma once

#include <string>
#include <string_view>

#include "configurator/catalog/result.h"
#include "configurator/design/design.h"

namespace configurator {

/// KEY=VALUE of contract.md `set`: SLOT=OPTION|auto, PARAM=NUMBER|auto, ZONE=ITEM|auto, pin.ID=yes|no,
/// color.COLORWAY.ZONE=#rrggbb, order.origin|market|incoterm|currency|date=…, order.quantity.COLORWAY.SIZE=N,
/// brand.name|style|season=…, artwork.MODULE=FILE|none (the artwork MODULE.artwork), part.ITEM=FILE|none,
/// part.ITEM.unit|up|turn=…. `auto` takes the catalog's default, by = solved. Unknown keys and ids name the
/// nearest known one. Rules are not checked here.
Result<Design> applyEdit(const Catalog& catalog, Design design, std::string_view key, std::string_view value);

}  // namespace configurator
