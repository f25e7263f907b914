// show, bom and cost as tables.
#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include "bom/number_text.h"
#include "bom/plan/lead_times.h"
#include "configurator/catalog/number_text.h"
#include "configurator/cli/cloth_answers.h"
#include "configurator/cli/delivery_answers.h"
#include "configurator/cli/outlook_answers.h"
#include "configurator/cli/plan_answers.h"
#include "configurator/cli/price_answers.h"
#include "configurator/cli/text_answers.h"
#include "configurator/cli/text_carry.h"
#include "configurator/cli/text_table.h"
#include "configurator/rules/rule_text.h"
#include "configurator/session/choice_state.h"

namespace configurator {
namespace {

/// With exactly `decimals` decimals, so that columns align.
std::string fixed(double value, int decimals) {
  const bom::Quantity quantity = bom::Quantity::fromDouble(value, bom::Unit::Piece);
  return bom::formatRounded(quantity.millionths(), 6, decimals);
}

std::string litresText(double litres) {
  return fixed(litres, 1) + " l";
}
std::string gramsText(bom::Quantity mass) {
  return bom::formatRounded(mass.millionths(), 6, 1);
}
std::string amountText(bom::Quantity amount) {
  return bom::formatRounded(amount.millionths(), 6, 4);
}

std::string moneyText(bom::Money money) {
  return bom::formatUnitMoney(money) + " " + std::string(money.currency().code());
}

std::string headlineOf(const Design& design) {
  std::string text = design.name;
  if (!design.brand.style_number.empty()) text += " (" + design.brand.style_number + ")";
  return text + ", from template " + design.template_id + "\n";
}

std::string invalidText(const Figures& figures) {
  if (figures.valid) return "";
  const std::string what = figures.pack ? "" : " Its figures cannot be reckoned.";
  return "The design breaks its rules." + what + "\n" + refusalText(figures.violations) + "\n";
}

std::string costOf(const DesignAnswer& answer, const bom::EstimateAtQuantity& at) {
  const std::string& asked = incotermOf(answer);
  const auto cost = unitCost(at, asked);
  const std::string pieces = " at " + std::to_string(at.quantity) + " pieces";
  if (cost) return moneyText(*cost) + " " + asked + pieces;
  return moneyText(at.fob) + " FOB" + pieces + " (" + asked + " is not reckoned)";
}

/// How large the filled body is, and what is not counted.
std::string sizeText(const Pack& pack) {
  std::string text;
  for (const double mm : {pack.dimensions_mm.y, pack.dimensions_mm.x, pack.dimensions_mm.z})
    text += (text.empty() ? "" : " x ") + bom::formatDouble(mm, 0);
  text += " mm (height, width, depth), size " + std::string(packSizeName(pack.size));
  if (pack.construction == "vest") return text + "; of the filled back off the wearer, without wings";
  return text + "; of the filled body, without pockets and straps" +
         (pack.construction == "roll-top" ? " and the ends of its roll" : "");
}

std::string keyFigures(const DesignAnswer& answer) {
  const Pack& pack = *answer.figures.pack;
  TextTable table({Align::Left, Align::Left});
  const bool carry = pack.label_means == "carry_l";
  table.add({"capacity", litresText(pack.capacity_l) + " enclosed" + (carry ? "" : " (the label's litres)")});
  for (const VolumeMeasure& volume : pack.volumes) {
    if (volume.id == "ZX")
      table.add(
          {"expanded", litresText(volume.value_l) + " with the expansion zip open; capacity is closed"});
  }
  table.add(
      {"carry", litresText(pack.carry_l) + " with open pockets" + (carry ? " (the label's litres)" : "")});
  for (const Compartment& one : pack.compartments) {
    table.add({"", litresText(one.capacity_l) + " " + (one.name.empty() ? one.id : one.name)});
  }
  table.add({"size", sizeText(pack)});
  if (answer.figures.estimate) {
    const bom::EstimateAtQuantity& at = answer.figures.estimate->breaks.front();
    table.add({"mass", gramsText(at.bill.mass) + " g"});
    table.add({"unit cost", costOf(answer, at)});
  }
  if (answer.figures.carry) addCarryRows(*answer.figures.carry, table);
  return table.text() + "\n";
}

std::string choicesText(const DesignAnswer& answer) {
  const Catalog& catalog = answer.workshop.catalog;
  const Choices& choices = answer.design.choices;
  TextTable table({Align::Left, Align::Left, Align::Left});
  table.add({"slot", "option", "set by"});
  table.addRule();
  for (const Slot& slot : catalog.slots) {
    const auto& chosen = choices.options.at(slot.id);
    table.add({slot.id, chosen.value, std::string(byName(chosen.by)) + (chosen.pinned ? ", pinned" : "")});
  }
  table.addRule();
  const Pack* pack = answer.figures.pack ? &*answer.figures.pack : nullptr;
  for (const Parameter& parameter : catalog.parameters) {
    const auto now = presentValue(choices.parameters.at(parameter.id), parameter.id, pack);
    table.add({parameter.id, bom::formatDouble(now.value, 1) + " " + parameter.unit,
               std::string(byName(now.by)) + (now.pinned ? ", pinned" : "")});
  }
  table.addRule();
  const std::set<std::string> used = pack == nullptr ? std::set<std::string>{} : zonesOf(*pack);
  for (const Zone& zone : catalog.zones) {
    const auto& chosen = choices.zones.at(zone.id);
    const bool unused = pack != nullptr && used.count(zone.id) == 0;
    table.add({zone.id, chosen.value,
               std::string(byName(chosen.by)) + (chosen.pinned ? ", pinned" : "") +
                   (unused ? ", not in this pack" : "")});
  }
  return table.text() + "\n";
}

/// "S 800-920" and so on: whom each size is for.
std::string wearersText(const SizeRun& run) {
  std::string text;
  for (const SizeRun::Size& size : run.sizes) {
    text += (text.empty() ? "" : ", ") + size.id + " " + formatNumber(size.from_mm) + "-" +
            formatNumber(size.to_mm);
  }
  return run.name.text() + " of the wearer in mm: " + text + "\n";
}

/// A figure of the size table in its own unit; a table is of millimetres where it says nothing.
std::string pointText(const SizePoint& point) {
  return fixed(point.value, 1) + (point.unit == "mm" ? "" : " " + point.unit);
}

/// In the point's own unit; litres' in percent.
std::string toleranceText(const SizePoint& point) {
  if (point.unit == "l") {
    const double percent = 100 / point.value;
    return "+" + fixed(percent * point.tol_plus, 0) + " -" + fixed(percent * point.tol_minus, 0) + " %";
  }
  return "+" + bom::formatDouble(point.tol_plus, 1) + " -" + bom::formatDouble(point.tol_minus, 1) +
         (point.unit == "mm" ? "" : " " + point.unit);
}

/// One row for each point of measure, one column for each size.
std::string measuresText(const SizeTable& sizes) {
  const std::vector<SizeColumn>& columns = sizes.columns;
  std::vector<Align> aligned{Align::Left, Align::Left};
  std::vector<std::string> head{"measure", "mm"};
  for (const SizeColumn& column : columns) {
    aligned.push_back(Align::Right);
    head.emplace_back(packSizeName(column.size));
  }
  aligned.push_back(Align::Left);
  head.emplace_back("tolerance");
  TextTable table(std::move(aligned));
  table.add(std::move(head));
  table.addRule();
  for (std::size_t i = 0; i < columns.front().points.size(); ++i) {
    const SizePoint& first = columns.front().points[i];
    std::vector<std::string> row{first.id, first.name};
    for (const SizeColumn& column : columns) row.push_back(pointText(column.points[i]));
    // A weight's grows with it: the widest holds for all sizes.
    const auto widest =
        std::max_element(columns.begin(), columns.end(), [i](const SizeColumn& a, const SizeColumn& b) {
          return a.points[i].tol_plus < b.points[i].tol_plus;
        });
    row.push_back(toleranceText(widest->points[i]));
    table.add(std::move(row));
  }
  return table.text() + wearersText(*sizes.run);
}

std::string wasteText(const bom::BillLine& line) {
  std::string text;
  for (const bom::Waste& part : line.waste) {
    text += (text.empty() ? "" : ", ") + part.reason + " " + amountText(part.amount);
  }
  return text;
}

std::string assemblyName(const bom::Product& product, const std::string& id) {
  for (const bom::Assembly& assembly : product.assemblies) {
    if (assembly.id == id && !assembly.name.empty()) return assembly.name;
  }
  return id;
}

/// "25 quote" days.
std::string leadText(const bom::LineLead& lead) {
  if (lead.days.high == 0) return "";
  return std::to_string(lead.days.typical) + " " + std::string(bom::figureStatusName(lead.status));
}

void addBillLine(const DesignAnswer& answer, const bom::BillLine& line, const bom::LineLead& lead,
                 TextTable& table) {
  const std::string indent(static_cast<std::size_t>(line.level) * 2, ' ');
  const std::string mass = gramsText(line.mass);
  const std::string extended = bom::formatUnitMoney(line.extended);
  if (line.is_assembly) {
    const std::string name = assemblyName(*answer.figures.product, line.assembly);
    table.add({line.number, indent + name, "", "", "", "", "", mass, "", extended, "", ""});
    return;
  }
  const bom::Item& item = answer.figures.prices->items.at(line.item);
  const bool own = item.price_provenance.status == bom::FigureStatus::User;
  table.add({line.number, indent + item.name, line.placement, amountText(line.net), wasteText(line),
             amountText(line.gross), std::string(bom::unitSymbol(item.unit)), mass,
             bom::formatUnitMoney(line.unit_price), extended,
             std::string(bom::figureStatusName(line.status)) + (own ? ", your price" : ""), leadText(lead)});
}

struct CostRow {
  const char* name;
  bom::Money bom::EstimateAtQuantity::*money;
};
constexpr CostRow kGroups[] = {
    {"materials", &bom::EstimateAtQuantity::materials}, {"labour", &bom::EstimateAtQuantity::labour},
    {"overhead", &bom::EstimateAtQuantity::overhead},   {"tooling", &bom::EstimateAtQuantity::tooling},
    {"quality", &bom::EstimateAtQuantity::quality},     {"margin", &bom::EstimateAtQuantity::margin}};

using CellOf = std::function<std::string(const bom::EstimateAtQuantity& at)>;

void addCostRow(const bom::Estimate& estimate, const std::string& name, const CellOf& cell,
                TextTable& table) {
  std::vector<std::string> row{name};
  for (const bom::EstimateAtQuantity& at : estimate.breaks) row.push_back(cell(at));
  table.add(std::move(row));
}

void addMoneyRow(const bom::Estimate& estimate, const CostRow& group, TextTable& table) {
  std::vector<std::string> row{group.name};
  for (const bom::EstimateAtQuantity& at : estimate.breaks)
    row.push_back(bom::formatUnitMoney(at.*group.money));
  table.add(std::move(row));
}

std::string totalText(const bom::EstimateAtQuantity& at, const std::string& incoterm) {
  const auto total = orderTotal(at, incoterm);
  return total ? bom::formatOrderMoney(*total) : "not reckoned";
}

std::string estimateTable(const bom::Estimate& estimate) {
  const std::string& incoterm = estimate.input.incoterm;
  std::vector<Align> columns(estimate.breaks.size() + 1, Align::Right);
  columns.front() = Align::Left;
  TextTable table(std::move(columns));
  addCostRow(
      estimate, "pieces", [](const bom::EstimateAtQuantity& at) { return std::to_string(at.quantity); },
      table);
  table.addRule();
  for (const CostRow& group : kGroups) addMoneyRow(estimate, group, table);
  table.addRule();
  addMoneyRow(estimate, {"ex-factory", &bom::EstimateAtQuantity::ex_factory}, table);
  addMoneyRow(estimate, {"logistics", &bom::EstimateAtQuantity::logistics}, table);
  addMoneyRow(estimate, {"FOB", &bom::EstimateAtQuantity::fob}, table);
  table.addRule();
  addCostRow(
      estimate, "order total " + incoterm,
      [&](const bom::EstimateAtQuantity& at) { return totalText(at, incoterm); }, table);
  addCostRow(
      estimate, "minutes", [](const bom::EstimateAtQuantity& at) { return fixed(at.minutes.toDouble(), 2); },
      table);
  return table.text();
}

/// Every line of the cost at each quantity: its share and how it is reckoned.
std::string explanation(const bom::Estimate& estimate) {
  std::string text;
  for (const bom::EstimateAtQuantity& at : estimate.breaks) {
    TextTable table({Align::Left, Align::Left, Align::Right, Align::Left, Align::Left});
    table.add({"group", "line", std::string(estimate.input.currency.code()), "status", "reckoned from"});
    table.addRule();
    for (const bom::EstimateLine& line : at.lines) {
      table.add({line.group, line.name, bom::formatUnitMoney(line.unit),
                 std::string(bom::figureStatusName(line.status)), line.basis});
    }
    text += "At " + std::to_string(at.quantity) + " pieces:\n" + table.text("  ") + "\n";
  }
  return text;
}

}  // namespace

std::string showText(const DesignAnswer& answer) {
  std::string text = headlineOf(answer.design) + "\n" + invalidText(answer.figures);
  if (answer.figures.pack) text += keyFigures(answer) + ownPricesText(answer);
  text += choicesText(answer);
  if (answer.sizes) text += measuresText(*answer.sizes);
  return text;
}

std::string bomText(const DesignAnswer& answer) {
  std::string text = headlineOf(answer.design) + "\n" + invalidText(answer.figures);
  if (!answer.figures.estimate) return text;
  const bom::Bill& bill = answer.figures.estimate->breaks.front().bill;
  const std::string code(bill.currency.code());
  TextTable table({Align::Left, Align::Left, Align::Left, Align::Right, Align::Left, Align::Right,
                   Align::Left, Align::Right, Align::Right, Align::Right, Align::Left, Align::Left});
  table.add({"line", "item", "placement", "net", "waste", "gross", "unit", "mass g", code + "/unit", code,
             "status", "lead days"});
  table.addRule();
  const auto leads = bom::leadTimesOf(*answer.figures.product, bill.lines, *answer.figures.prices);
  for (std::size_t i = 0; i < bill.lines.size(); ++i) addBillLine(answer, bill.lines[i], leads[i], table);
  return text + "One pack, priced for " + std::to_string(bill.quantity) + " pieces.\n\n" + table.text() +
         "\n" + "materials " + moneyText(bill.materials) + ", mass " + gramsText(bill.mass) + " g\n" +
         ownPricesText(answer) + clothText(answer) + minimumsText(answer);
}

std::string costText(const DesignAnswer& answer) {
  std::string text = headlineOf(answer.design) + "\n" + invalidText(answer.figures);
  if (!answer.figures.estimate) return text;
  const bom::Estimate& estimate = *answer.figures.estimate;
  const bom::EstimateInput& input = estimate.input;
  text += "Per pack in " + std::string(input.currency.code()) + ", made in " + input.origin + " for " +
          input.market + ", figures of " + input.as_of + ".\n\n" + estimateTable(estimate) + "\n" +
          deliveryText(estimate, answer.explain);
  text += outlookText(answer) + planText(answer);
  if (answer.explain) text += explanation(estimate);
  for (const std::string& warning : estimate.warnings) text += "note: " + warning + "\n";
  text += ownPricesText(answer);
  return text + "This is an estimate; " + bom::formatRounded(estimate.sourced_share.billionths(), 7, 1) +
         " % of the ex-factory cost rests on sourced, quoted or your own figures.\n";
}

}  // namespace configurator
