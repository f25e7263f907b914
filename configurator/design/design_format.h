// The .ruck file format as data: the same elements, order, counts and values as assets/schemas/ruck.xsd. Also
// the words and bounds that the file and the command line's edits share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "configurator/catalog/catalog.h"
#include "configurator/catalog/xml_shape.h"
#include "configurator/design/design.h"

namespace configurator {

inline constexpr const char* kDesignNamespace = "urn:rucksmith:design:1";

const XmlFormat& designFormat();

const std::vector<std::string>& incoterms();     ///< the 11 of Incoterms 2020
const std::vector<std::string>& freightModes();  ///< "sea" "air" "express"
const std::vector<std::string>& orderSizes();    ///< "S" "M" "L"
std::vector<std::string> partUnitNames();        ///< "mm" "cm" "m" "in"
const std::vector<std::string>& partAxes();      ///< "x" "y" "z"
const std::vector<std::string>& partTurns();     ///< "0" "90" "180" "270"

/// A path below or beside a folder that is not named: "art/logo.svg".
bool isRelativePath(std::string_view text);

/// Pieces of an order line: whole, from 0 to the most that an order can have. Nothing for other text.
std::optional<std::int64_t> parsePieces(std::string_view text);
/// "a whole number from 0 to ...", for messages.
std::string piecesWanted();
/// Why an order is too large, lines taken together; nothing when it is not.
std::optional<std::string> objectionToTotal(const Order& order);
/// "#RRGGBB" in small letters. Nothing for other text.
std::optional<std::string> parseColor(std::string_view text);

/// Why a parameter cannot take this value: outside min..max or no step; nothing when it can.
std::optional<std::string> objectionToValue(const Parameter& parameter, double value);

/// Ids of a kind, for messages.
std::vector<std::string> optionIds(const Catalog& catalog, std::string_view slot);
std::vector<std::string> originIds(const Catalog& catalog);
std::vector<std::string> boughtIds(const Catalog& catalog);  ///< items and series
std::vector<std::string> marketIds(const Catalog& catalog);
std::vector<std::string> paymentIds(const Catalog& catalog);     ///< of payment terms
std::vector<std::string> currencyCodes(const Catalog& catalog);  ///< USD and all with an exchange rate

/// `"sleve" is no option of "hydration" (did you mean "sleeve"?)`; nothing when `id` is known.
std::optional<std::string> objectionToId(const std::vector<std::string>& known, const std::string& id,
                                         const std::string& what);

}  // namespace configurator
