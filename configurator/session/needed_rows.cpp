#include "configurator/session/needed_rows.h"

#include <array>
#include <string_view>

namespace configurator {
namespace {

using Ids = std::vector<std::string_view>;

// What families cut, sew and print by themselves, what estimates charge and what carrying is reckoned with.
// A test holds these lists against the sources.
const Ids kRates{"material-overbuy",
                 "production-spare-allowance",
                 "lay-end",
                 "lay-selvedge",
                 "lay-remnant",
                 "lay-splice-and-defects",
                 "phone-width",
                 "phone-length",
                 "phone-thickness",
                 "cutting-die-set",
                 "proto-sample-technical-pack",
                 "sample-rounds",
                 "pattern-cad",
                 "inspection-man-day-generic",
                 "inspection-pieces-per-day",
                 "lab-test-package-per-material-colour",
                 "qc-inhouse",
                 "loading",
                 "inland-factory-port",
                 "origin-charges-fob",
                 "lcl-cfs",
                 "lcl-minimum",
                 "export-clearance",
                 "vessel-loading",
                 "packing-mass",
                 "container-20-practical",
                 "container-20-length",
                 "container-20-width",
                 "container-20-height",
                 "container-40-practical",
                 "container-40-length",
                 "container-40-width",
                 "container-40-height",
                 "container-40hc-practical",
                 "container-40hc-length",
                 "container-40hc-width",
                 "container-40hc-height",
                 "air-volumetric-divisor",
                 "air-fuel-surcharge",
                 "express-volumetric-divisor",
                 "cargo-insurance",
                 "insurance-uplift",
                 "destination-documents",
                 "destination-terminal",
                 "on-carriage",
                 "unloading",
                 "import-clearance",
                 "below-moq-surcharge-dye",
                 "factory-moq-style",
                 "factory-moq-color",
                 "factory-moq-sku",
                 "small-order-surcharge",
                 "brand-margin",
                 "retailer-margin",
                 "after-sales",
                 "warehousing",
                 "defects-sold",
                 "finance-rate",
                 "lead-time-contingency",
                 "line-minutes-per-day",
                 "line-operators",
                 "pieces-per-line",
                 "carry-stride-acceleration",
                 "carry-lever-reference",
                 "carry-travel",
                 "carry-strap-pressure",
                 "carry-bearing-length",
                 "carry-tack-bartack-28",
                 "carry-tack-bartack-42",
                 "carry-tack-x-box",
                 "carry-safety-factor",
                 "carry-load-density",
                 "carton-max-gross",
                 "notch-least-seam",
                 "notch-quarters-from",
                 "notch-spacing",
                 "notch-curve",
                 "notch-apart",
                 "notch-strap-reach",
                 "notch-double-gap"};
const Ids kOperations{"C01", "C02", "C03", "C04", "C05", "C06", "P01", "P02", "P03", "P04", "S01",
                      "S02", "S03", "S04", "S05", "S06", "S07", "S08", "S09", "S10", "S11", "S12",
                      "S13", "S14", "S15", "S16", "S17", "S19", "S20", "B01", "B02", "B03", "B04",
                      "B05", "B06", "B07", "B08", "F01", "F02", "F03", "F04", "F05"};
const Ids kItems{"refht",   "hook",     "keyclip",   "cl",       "cl2",     "magc",    "stern",
                 "strail",  "stslide",  "stslide15", "stslidew", "whistle", "refpipe", "leds",
                 "ledclip", "ledcable", "lblc",      "tag",      "patch",   "lblw",    "scrn",
                 "htr",     "emb",      "subl",      "stape20",  "sglue",   "hook50",  "loop50"};
const Ids kSeries{"export-carton"};
const Ids kStitches{"301", "301x2", "406", "514", "BT28", "BT42", "XBOX"};
const Ids kSeamClasses{"1.01.01", "1.01.02", "1.06.01", "2.01.01", "2.02.03", "3.03.01",
                       "3.05.01", "5.04.01", "6.02.01", "6.03.01", "7.26.01"};
const Ids kMeasures{"A", "B",  "BS", "C", "D",  "E",  "F",  "G", "H",  "I", "J",  "K", "KX",
                    "L", "M",  "MX", "N", "O",  "OW", "P",  "Q", "QX", "R", "RW", "S", "SA",
                    "T", "TD", "TW", "U", "UC", "V",  "VF", "W", "WY", "X", "Y",  "Z", "ZX"};
const Ids kParameters{"capacity", "back-length", "width", "depth", "strap-width", "load"};
const Ids kSlots{"body", "main-closure", "packaging"};
const Ids kZones{"shell",
                 "front-panel",
                 "bottom",
                 "back-face",
                 "wing-face",
                 "strap-shell",
                 "strap-face",
                 "pocket-mesh",
                 "pocket-shell",
                 "lining",
                 "divider-1",
                 "divider-2",
                 "divider-3",
                 "foam-back",
                 "foam-strap",
                 "foam-pad",
                 "board",
                 "rod",
                 "zip",
                 "slider",
                 "puller",
                 "buckle",
                 "ladder-lock",
                 "tri-glide",
                 "webbing",
                 "elastic",
                 "binding",
                 "edge-binding",
                 "cord",
                 "drawcord",
                 "hook-loop",
                 "hardware",
                 "thread",
                 "label",
                 "logo",
                 "reflective-tape",
                 "reflective-fabric",
                 "cover",
                 "vessel",
                 "seam-tape"};

template <typename Known>
void addMissing(const char* kind, const Ids& ids, Known known, std::vector<std::string>& missing) {
  for (const std::string_view id : ids) {
    if (!known(std::string(id)))
      missing.push_back("no file has the " + std::string(kind) + " \"" + std::string(id) +
                        "\", which the program needs");
  }
}

/// Known among the rows of a map by id.
template <typename Map>
auto among(const Map& rows) {
  return [&rows](const std::string& id) { return rows.count(id) == 1; };
}

}  // namespace

std::vector<std::string> missingRows(const Catalog& catalog) {
  const bom::PriceBook& prices = catalog.prices;
  std::vector<std::string> missing;
  addMissing("rate", kRates, among(prices.rates), missing);
  addMissing("operation", kOperations, among(prices.operations), missing);
  addMissing("item", kItems, among(prices.items), missing);
  addMissing("stitch", kStitches, among(prices.stitches), missing);
  addMissing("seam class", kSeamClasses, among(prices.seam_classes), missing);
  addMissing(
      "series", kSeries, [&](const auto& id) { return catalog.findSeries(id) != nullptr; }, missing);
  addMissing(
      "measure", kMeasures, [&](const auto& id) { return catalog.findMeasure(id) != nullptr; }, missing);
  addMissing(
      "parameter", kParameters, [&](const auto& id) { return catalog.findParameter(id) != nullptr; },
      missing);
  addMissing(
      "slot", kSlots, [&](const auto& id) { return catalog.findSlot(id) != nullptr; }, missing);
  addMissing(
      "zone", kZones, [&](const auto& id) { return catalog.findZone(id) != nullptr; }, missing);
  if (prices.origins.empty()) missing.emplace_back("no file has an <origin>");
  if (prices.markets.empty()) missing.emplace_back("no file has a <market>");
  if (prices.quality.lots.empty()) missing.emplace_back("no file has a <lot> in <sampling>");
  if (prices.quality.presets.empty()) missing.emplace_back("no file has a <preset> in <sampling>");
  if (prices.quality.tests.empty()) missing.emplace_back("no file has a <test> in <tests>");
  return missing;
}

}  // namespace configurator
