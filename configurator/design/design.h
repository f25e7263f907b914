// A user's design: choices, colours, brand, order, revisions. The content of a .ruck file, nothing derived.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "configurator/catalog/catalog.h"
#include "configurator/catalog/choices.h"

namespace configurator {

struct ZoneColor {
  std::string srgb = "#808080";
  std::string name;
  std::string pantone;  ///< text the user typed
};
struct DesignColorway {
  std::string code, name;
  std::map<std::string, ZoneColor> colors;  ///< zone id -> colour; every zone of the catalog
};

struct Brand {
  std::string name, style_number, season, designer, description;
};

struct OrderLine {
  std::string colorway, size;  ///< size: S, M or L
  std::int64_t quantity = 0;
};
struct Order {
  std::string date;  ///< YYYY-MM-DD: the day all dated figures are taken at
  std::string origin = "VN", market = "DE", incoterm = "FOB", currency = "USD";
  std::vector<OrderLine> lines;
  std::vector<std::pair<std::string, std::string>> price_lists;  ///< path, SHA-256
};

struct DesignRevision {
  std::string number, date, author, changes;
};

struct Design {
  std::string name;
  std::string template_id;
  std::string use;  ///< "running", "security", "medical" ...: what the template was made for
  Brand brand;
  Choices choices;
  std::vector<DesignColorway> colorways;  ///< not empty
  Order order;
  std::vector<DesignRevision> revisions;  ///< not empty, the last is current
  /// Part id of an artwork -> its picture, a PNG or SVG file; the path is relative to the design file's
  /// folder.
  std::map<std::string, std::string> artwork = {};
};

std::int64_t totalQuantity(const Order& order);
const DesignColorway* findColorway(const Design& design, std::string_view code);

}  // namespace configurator
