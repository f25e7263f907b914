// The catalog's file format as data: the same elements, order, counts and values as
// assets/schemas/catalog.xsd.
#pragma once

#include <vector>

#include "configurator/catalog/xml_shape.h"

namespace configurator {

inline constexpr const char* kCatalogNamespace = "urn:rucksmith:catalog:1";

const XmlFormat& catalogFormat();

/// Value types that catalog and design files share: id, key, text, yes-no, number, whole, color, date …
std::vector<ValueType> sharedValueTypes();

/// Shapes that every catalog file's elements have; the root is "catalog".
std::vector<ElementShape> catalogShapes();
/// Those of them about delivery and import.
std::vector<ElementShape> deliveryShapes();
/// Those of them about an order in time.
std::vector<ElementShape> planShapes();
/// Those of them about quality.
std::vector<ElementShape> qualityShapes();
std::vector<ElementShape> colorLotShapes();

/// The attributes of every row with a figure: where it is from, of when, how sure.
inline const std::string kRowSource = " source:text date:date status:status";

}  // namespace configurator
