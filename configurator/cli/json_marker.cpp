#include "configurator/cli/json_marker.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <utility>

#include "bom/marker/overlap.h"
#include "configurator/cli/json_numbers.h"

namespace configurator {
namespace {

constexpr std::size_t kMostPieces = 5000;   // of all items together
constexpr std::size_t kMostCorners = 2000;  // of one outline
constexpr double kLongest_mm = 1e6;

/// Reads one file and gathers what is wrong with it.
class Reading {
 public:
  explicit Reading(std::string path) : path_(std::move(path)) {}

  void wrong(const std::string& where, const std::string& what) {
    messages_ += (messages_.empty() ? "" : "\n") + path_ + ": " + where + " " + what + ".";
  }
  const std::string& messages() const { return messages_; }

 private:
  std::string path_, messages_;
};

const Json* find(const Json& object, const char* key) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(key);
  return found == object.end() ? nullptr : &*found;
}

bool isLength(const Json& json) {
  return json.is_number() && std::abs(json.get<double>()) <= kLongest_mm;
}

std::vector<bom::Point> outlineOf(const Json& item, const std::string& where, Reading& reading) {
  const Json* shape = find(item, "shape");
  const Json* data = shape == nullptr ? nullptr : find(*shape, "data");
  const Json* type = shape == nullptr ? nullptr : find(*shape, "type");
  std::vector<bom::Point> outline;
  if (type != nullptr && *type != "simple_polygon") {
    reading.wrong(where + ".shape.type", "is not \"simple_polygon\"");
  } else if (data == nullptr || !data->is_array() || data->size() < 3 || data->size() > kMostCorners) {
    reading.wrong(where + ".shape.data",
                  "is not a list of 3 to " + std::to_string(kMostCorners) + " corners");
  } else {
    for (const Json& point : *data) {
      if (!point.is_array() || point.size() != 2 || !isLength(point[0]) || !isLength(point[1])) {
        reading.wrong(where + ".shape.data", "has a corner that is not two numbers [x, y] within 1 km");
        return {};
      }
      outline.push_back({point[0].get<double>(), point[1].get<double>()});
    }
    if (bom::crossesItself(outline))
      reading.wrong(where + ".shape.data", "is an outline that crosses itself");
  }
  return outline;
}

/// A whole number from `least` to `most`; `least` where it is none.
int wholeOf(const Json* json, int least, int most, const std::string& where, Reading& reading) {
  const bool whole = json != nullptr && json->is_number_integer();
  if (whole && json->get<std::int64_t>() >= least && json->get<std::int64_t>() <= most)
    return json->get<int>();
  reading.wrong(where, "is not a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return least;
}

std::vector<double> rotationsOf(const Json& item, const std::string& where, Reading& reading) {
  const Json* json = find(item, "allowed_orientations");
  std::vector<double> rotations;
  const bool listed = json != nullptr && json->is_array() && !json->empty() && json->size() <= 360;
  if (listed && std::all_of(json->begin(), json->end(), isLength))
    rotations = json->get<std::vector<double>>();
  else
    reading.wrong(where + ".allowed_orientations", "is not a list of degrees, as [0, 180]");
  return rotations;
}

void addItem(const Json& item, const std::string& where, Reading& reading, StripInstance& strip) {
  const Json* id = find(item, "id");
  const bool number = id != nullptr && id->is_number_integer();
  bom::MarkerPiece piece;
  if (number || (id != nullptr && id->is_string()))
    piece.name = number ? id->dump() : id->get<std::string>();
  else
    reading.wrong(where + ".id", "is neither a whole number nor a text");
  piece.outline = outlineOf(item, where, reading);
  piece.demand = wholeOf(find(item, "demand"), 1, static_cast<int>(kMostPieces), where + ".demand", reading);
  const Json* mirrored = find(item, "mirrored");
  if (mirrored != nullptr) piece.mirrored = wholeOf(mirrored, 0, piece.demand, where + ".mirrored", reading);
  piece.rotations_deg = rotationsOf(item, where, reading);
  strip.pieces.push_back(std::move(piece));
  strip.numbered.push_back(number);
}

void addItems(const Json& json, Reading& reading, StripInstance& strip) {
  const Json* items = find(json, "items");
  if (items == nullptr || !items->is_array() || items->empty() || items->size() > kMostPieces) {
    reading.wrong("items", "is not a list of 1 to " + std::to_string(kMostPieces) + " pieces");
    return;
  }
  std::set<std::pair<std::string, bool>> ids;
  std::size_t count = 0;
  for (std::size_t i = 0; i < items->size(); ++i) {
    const std::string where = "items[" + std::to_string(i) + "]";
    addItem((*items)[i], where, reading, strip);
    count += static_cast<std::size_t>(strip.pieces.back().demand);
    if (!ids.insert({strip.pieces.back().name, strip.numbered.back()}).second)
      reading.wrong(where + ".id", "is there twice");
  }
  if (count > kMostPieces) reading.wrong("items", "are more than " + std::to_string(kMostPieces) + " pieces");
}

std::string syntaxError(const std::string& bytes, std::size_t at, const std::string& path) {
  const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(std::min(at, bytes.size()));
  return path + ":" + std::to_string(1 + std::count(bytes.begin(), end, '\n')) + ": this is not JSON.";
}

}  // namespace

Result<StripInstance> parseStrip(const std::string& bytes, const std::string& path) {
  Json json;
  try {
    json = Json::parse(bytes);
  } catch (const Json::parse_error& error) {
    return failure(syntaxError(bytes, error.byte, path));
  } catch (const Json::exception&) {
    return failure(path + ": this JSON has a number that is too large.");
  }
  Reading reading(path);
  StripInstance strip;
  const Json* width = find(json, "strip_height");
  if (width != nullptr && isLength(*width) && width->get<double>() > 0)
    strip.cloth.cuttable_width_mm = width->get<double>();
  else
    reading.wrong("strip_height", "is not a width in mm above 0");
  addItems(json, reading, strip);
  if (!reading.messages().empty()) return failure(reading.messages());
  return strip;
}

std::string markerJson(const StripInstance& strip, const bom::Marker& marker, double seconds) {
  Json json = jsonObject();
  json["length"] = marker.length_mm;
  json["density"] = bom::markerEfficiency(marker, strip.cloth);
  json["seconds"] = std::round(seconds * 1000) / 1000;
  json["iterations"] = marker.iterations;
  json["placements"] = Json::array();
  for (const bom::Placement& placement : marker.placements) {
    const std::string& id = strip.pieces[placement.piece].name;
    json["placements"].push_back({{"item", strip.numbered[placement.piece] ? Json::parse(id) : Json(id)},
                                  {"x", placement.x},
                                  {"y", placement.y},
                                  {"rotation", placement.rotation_deg},
                                  {"mirrored", placement.mirrored}});
  }
  return jsonText(json);
}

}  // namespace configurator
