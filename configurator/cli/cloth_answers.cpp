#include "configurator/cli/cloth_answers.h"

#include <cmath>

#include "bom/marker/cloth_use.h"
#include "bom/number_text.h"
#include "configurator/cli/text_table.h"

namespace configurator {
namespace {

std::int64_t orderedIn(const DesignAnswer& answer) {
  return answer.figures.estimate->breaks.front().quantity;
}

std::string percentText(double share) {
  return bom::formatDouble(100 * share, 1) + " %";
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

/// "(1234 mm + 2 x 20 mm) / 4 packs x 1.01 x 1.015 = 0.3264 m"
std::string formulaOf(const bom::LaidPacks& laid, const bom::LayLosses& losses) {
  const auto plus = [](bom::Ratio share) {
    return bom::formatScaled((bom::Ratio::one() + share).billionths(), 9);
  };
  return "(" + bom::formatDouble(bom::laidLength(laid.length_mm), 0) + " mm + 2 x " +
         bom::formatDouble(losses.end_mm, 0) + " mm) / " + std::to_string(laid.packs) + " x " +
         plus(losses.remnant) + " x " + plus(losses.splice_and_defects) + " = " +
         bom::formatQuantity(laid.gross) + " m";
}

std::string explanationOf(const DesignAnswer& answer) {
  const auto losses = bom::layLossesOf(answer.workshop.catalog.prices);
  if (!losses) return {};
  std::string text = "\nGross per pack = (marker + both ends) / packs x remnants x splices and defects:\n";
  for (const bom::ClothUse& use : answer.figures.consumption)
    text += "  " + use.lot.item + " (" + joined(use.lot.zones) +
            "): " + formulaOf(bom::laidFor(use, orderedIn(answer)), *losses) + "\n";
  return text;
}

}  // namespace

std::string clothText(const DesignAnswer& answer) {
  if (answer.figures.consumption.empty()) return {};
  TextTable table(
      {Align::Left, Align::Left, Align::Right, Align::Right, Align::Right, Align::Right, Align::Right});
  table.add(
      {"cloth", "zones of one colour", "packs", "length mm", "efficiency", "utilisation", "m per pack"});
  table.addRule();
  for (const bom::ClothUse& use : answer.figures.consumption) {
    const bom::LaidPacks& laid = bom::laidFor(use, orderedIn(answer));
    table.add({answer.workshop.catalog.prices.items.at(use.lot.item).name, joined(use.lot.zones),
               std::to_string(laid.packs), bom::formatDouble(bom::laidLength(laid.length_mm), 0),
               percentText(laid.efficiency), percentText(laid.utilisation),
               bom::formatRounded(laid.gross.millionths(), 6, 4)});
  }
  return "\nCloth, by the marker that the order is cut by (efficiency: of the cuttable width; utilisation: "
         "of "
         "what is bought):\n\n" +
         table.text() + (answer.explain ? explanationOf(answer) : "");
}

Json clothJson(const DesignAnswer& answer) {
  Json markers = Json::array();
  for (const bom::ClothUse& use : answer.figures.consumption) {
    const bom::LaidPacks& laid = bom::laidFor(use, orderedIn(answer));
    const auto share = [](double value) { return std::round(value * 1e4) / 1e4; };
    markers.push_back({{"item", use.lot.item},
                       {"zones", use.lot.zones},
                       {"packs", laid.packs},
                       {"length_mm", millimetres(laid.length_mm)},
                       {"efficiency", share(laid.efficiency)},
                       {"utilisation", share(laid.utilisation)},
                       {"gross", amount(laid.gross)}});
  }
  return markers;
}

}  // namespace configurator
