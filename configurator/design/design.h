// A user's design: choices, colours, brand, order, revisions. The content of a .ruck file, nothing derived.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "configurator/catalog/catalog.h"
#include "configurator/catalog/choices.h"

namespace configurator {

struct ZoneColor {
  std::string srgb = "#808080";
  std::string name;
  std::string pantone;  ///< text the user typed
  friend bool operator==(const ZoneColor&, const ZoneColor&) = default;
};
struct DesignColorway {
  std::string code, name;
  std::map<std::string, ZoneColor> colors;  ///< zone id -> colour; every zone of the catalog
  friend bool operator==(const DesignColorway&, const DesignColorway&) = default;
};

struct Brand {
  std::string name, style_number, season, designer, description;
};

struct OrderLine {
  std::string colorway, size;  ///< size: S, M or L
  std::int64_t quantity = 0;
  friend bool operator==(const OrderLine&, const OrderLine&) = default;
};
struct Order {
  std::string date;  ///< YYYY-MM-DD: the day all dated figures are taken at
  std::string origin = "VN", market = "DE", incoterm = "FOB", currency = "USD";
  std::string freight;              ///< "sea", "air" or "express"; empty: the cheaper way by sea
  bool proof_of_origin = false;     ///< the seller proves it: a lower duty may hold
  bool buyer_pays_tooling = false;  ///< else the factory does, in its price
  std::int64_t tooling_over = 0;    ///< pieces that tooling is spread over; 0: the order's
  std::string payment;              ///< id of payment terms; empty: the catalog's first
  std::vector<OrderLine> lines;
  std::vector<std::pair<std::string, std::string>> price_lists;  ///< path, SHA-256
  friend bool operator==(const Order&, const Order&) = default;
};

struct DesignRevision {
  std::string number, date, author, changes;
};

/// A model file of a component that the brand brings along: drawn for every fitting of an item in place of
/// the program's own model. Only for the eye: the bill has the item.
struct OwnPart {
  std::string file;         ///< .glb, .obj or .stl; relative paths are from the design's folder
  std::string unit = "mm";  ///< of OBJ and STL files: one of partUnits()
  std::string up = "y";     ///< x, y or z: the file's axis that points away from the body
  int turn_deg = 0;         ///< then turned about that axis: 0, 90, 180 or 270
  friend bool operator==(const OwnPart&, const OwnPart&) = default;
};

struct Design {
  std::string name;
  std::string template_id;
  std::string use;  ///< "running", "security", "medical" ...: what the template was made for
  Brand brand;
  Choices choices;
  std::vector<DesignColorway> colorways;  ///< not empty
  Order order;
  std::vector<DesignRevision> revisions;     ///< not empty, the last is current
  std::map<std::string, OwnPart> own_parts;  ///< item id -> its part
  std::string folder;                        ///< where its file lies, not written; empty: the working folder
  /// Part id of an artwork -> its picture, a PNG or SVG file; the path is relative to the design file's
  /// folder.
  std::map<std::string, std::string> artwork = {};
};

/// "mm", "cm", "m", "in" and how many millimetres each is.
const std::vector<std::pair<std::string, double>>& partUnits();
std::filesystem::path fileOf(const Design& design, const OwnPart& part);
/// Where a price list of its order lies: relative paths are from the design's folder.
std::filesystem::path priceListFileOf(const Design& design, const std::string& path);
/// Where one of its `artwork` files lies.
std::filesystem::path pictureFileOf(const Design& design, const std::string& file);
/// The design as it stands in another folder: relative paths of its own parts and of price lists become
/// absolute ones, its pictures are found from there.
Design movedTo(Design design, const std::filesystem::path& folder);

std::int64_t totalQuantity(const Order& order);
const DesignColorway* findColorway(const Design& design, std::string_view code);

}  // namespace configurator
