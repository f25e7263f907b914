#include "configurator/cli/report_answers.h"

#include <algorithm>

#include "bom/bill_reports.h"
#include "bom/number_text.h"
#include "configurator/cli/json_numbers.h"
#include "configurator/cli/text_table.h"
#include "configurator/session/outlook.h"

namespace configurator {
namespace {

struct Report {
  Json rows;
  std::string text;
};

std::string roundText(bom::Quantity quantity) {
  return bom::formatRounded(quantity.millionths(), 6, 2);
}

Result<Report> colorReportOf(const DesignAnswer& answer) {
  const bom::Product& product = *answer.figures.product;
  const auto report = bom::colorReport(sizedProductsOf(answer.figures), *answer.figures.prices,
                                       answer.figures.estimate->breaks.front().quantity);
  if (!report) return failure(report.error().message);
  std::vector<Align> columns{Align::Left, Align::Left, Align::Left, Align::Right};
  std::vector<std::string> head{"item", "zone", "unit",
                                "a " + std::string(packSizeName(answer.figures.pack->size))};
  for (const bom::Colorway& colorway : product.colorways) {
    columns.insert(columns.end(), {Align::Left, Align::Right});
    head.insert(head.end(), {colorway.code, "ordered"});
  }
  TextTable table(columns);
  table.add(head);
  table.addRule();
  Json rows = Json::array();
  for (const bom::ColorReportRow& row : *report) {
    std::vector<std::string> cells{answer.figures.prices->items.at(row.item).name, row.zone,
                                   std::string(bom::unitSymbol(row.gross.unit())),
                                   bom::formatQuantity(row.gross)};
    Json colors = Json::array();
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      cells.insert(cells.end(), {row.cells[i].color, roundText(row.cells[i].ordered)});
      colors.push_back({{"colorway", product.colorways[i].code},
                        {"color", row.cells[i].color.empty() ? Json() : Json(row.cells[i].color)},
                        {"srgb", row.cells[i].srgb.empty() ? Json() : Json(row.cells[i].srgb)},
                        {"ordered", amount(row.cells[i].ordered)}});
    }
    table.add(std::move(cells));
    rows.push_back({{"item", row.item},
                    {"zone", row.zone.empty() ? Json() : Json(row.zone)},
                    {"unit", bom::unitSymbol(row.gross.unit())},
                    {"gross", amount(row.gross)},
                    {"colorways", std::move(colors)}});
  }
  return Report{std::move(rows), table.text()};
}

Result<Report> sizeReportOf(const DesignAnswer& answer) {
  std::vector<bom::SizedProduct> sized = sizedProductsOf(answer.figures);
  std::stable_sort(sized.begin(), sized.end(), [](const bom::SizedProduct& a, const bom::SizedProduct& b) {
    return parsePackSize(a.size) < parsePackSize(b.size);
  });
  const auto report =
      bom::sizeReport(sized, *answer.figures.prices, answer.figures.estimate->breaks.front().quantity);
  if (!report) return failure(report.error().message);
  std::vector<Align> columns{Align::Left, Align::Left};
  std::vector<std::string> head{"item", "unit"};
  for (std::size_t i = 0; i < report->sizes.size(); ++i) {
    columns.insert(columns.end(), {Align::Right, Align::Right});
    head.insert(head.end(),
                {"a " + report->sizes[i], std::to_string(report->pieces[i]) + " " + report->sizes[i]});
  }
  columns.push_back(Align::Right);
  head.push_back("in all");
  TextTable table(columns);
  table.add(head);
  table.addRule();
  Json rows = Json::array();
  for (const bom::SizeReportRow& row : report->rows) {
    std::vector<std::string> cells{answer.figures.prices->items.at(row.item).name,
                                   std::string(bom::unitSymbol(row.total.unit()))};
    Json sizes = Json::array();
    for (std::size_t i = 0; i < report->sizes.size(); ++i) {
      cells.insert(cells.end(), {bom::formatQuantity(row.gross[i]), roundText(row.ordered[i])});
      sizes.push_back({{"size", report->sizes[i]},
                       {"pieces", report->pieces[i]},
                       {"gross", amount(row.gross[i])},
                       {"ordered", amount(row.ordered[i])}});
    }
    cells.push_back(roundText(row.total));
    table.add(std::move(cells));
    rows.push_back({{"item", row.item},
                    {"unit", bom::unitSymbol(row.total.unit())},
                    {"sizes", std::move(sizes)},
                    {"total", amount(row.total)}});
  }
  return Report{std::move(rows), table.text()};
}

Report whereUsedOf(const DesignAnswer& answer) {
  TextTable table(
      {Align::Left, Align::Left, Align::Left, Align::Left, Align::Right, Align::Right, Align::Left});
  table.add({"item", "line", "in", "placement", "parts", "gross", "unit"});
  table.addRule();
  Json rows = Json::array();
  for (const bom::WhereUsedRow& row : bom::whereUsed(answer.figures.estimate->breaks.front().bill)) {
    const std::string unit(bom::unitSymbol(row.gross.unit()));
    table.add({answer.figures.prices->items.at(row.item).name, "", "", "", "", bom::formatQuantity(row.gross),
               unit});
    Json places = Json::array();
    for (const bom::WhereUsedRow::Place& place : row.places) {
      table.add({"", place.line, place.assembly, place.placement, std::to_string(place.parts),
                 bom::formatQuantity(place.gross), unit});
      places.push_back({{"line", place.line},
                        {"assembly", place.assembly},
                        {"placement", place.placement},
                        {"zone", place.zone.empty() ? Json() : Json(place.zone)},
                        {"parts", place.parts},
                        {"gross", amount(place.gross)}});
    }
    rows.push_back(
        {{"item", row.item}, {"unit", unit}, {"gross", amount(row.gross)}, {"places", std::move(places)}});
  }
  return {std::move(rows), table.text()};
}

}  // namespace

const std::vector<std::string>& reportNames() {
  static const std::vector<std::string> kNames{"color", "size", "where-used"};
  return kNames;
}

Result<std::string> reportAnswer(const DesignAnswer& answer, const std::string& report, bool json) {
  auto made = report == "color"  ? colorReportOf(answer)
              : report == "size" ? sizeReportOf(answer)
                                 : Result<Report>(whereUsedOf(answer));
  if (!made) return tl::unexpected(made.error());
  const std::int64_t quantity = answer.figures.estimate->breaks.front().quantity;
  if (!json) {
    return answer.design.name + ", " + report + " report for " + std::to_string(quantity) + " pieces\n\n" +
           made->text;
  }
  Json object = jsonObject();
  object["valid"] = answer.figures.valid;
  object["report"] = report;
  object["quantity"] = quantity;
  object["rows"] = std::move(made->rows);
  return jsonText(object);
}

std::string comparisonJson(const Workshop& workshop, const std::vector<Design>& designs,
                           const Comparison& comparison, const FigureRequest& request) {
  Json json = jsonObject();
  json["designs"] = Json::array();
  for (std::size_t i = 0; i < designs.size(); ++i)
    json["designs"].push_back(
        Json::parse(showJson({workshop, designs[i], request, comparison.figures[i], false, {}})));
  json["differences"] = Json::array();
  for (const CostDifference& one : comparison.differences)
    json["differences"].push_back(
        {{"line", one.line}, {"cause", one.cause}, {"delta", unitMoney(one.delta)}, {"design", one.design}});
  json["totals"] = Json::array();
  for (const bom::Money& total : comparison.totals) json["totals"].push_back(unitMoney(total));
  return jsonText(json);
}

namespace {

/// Each change on a line of its own with what it moves in all, then the lines that it moves.
std::string differencesText(const Comparison& comparison, std::size_t design) {
  std::string text;
  std::vector<CostDifference> of_cause;
  const auto finish = [&] {
    if (of_cause.empty()) return;
    bom::Money sum = of_cause.front().delta;
    TextTable table({Align::Left, Align::Right});
    for (std::size_t i = 0; i < of_cause.size(); ++i) {
      if (i > 0) sum = sum + of_cause[i].delta;
      table.add({of_cause[i].line, bom::formatUnitMoney(of_cause[i].delta)});
    }
    text += "  " + bom::formatUnitMoney(sum) + "  " + of_cause.front().cause + "\n" + table.text("      ");
    of_cause.clear();
  };
  for (const CostDifference& one : comparison.differences) {
    if (one.design != design) continue;
    if (!of_cause.empty() && of_cause.front().cause != one.cause) finish();
    of_cause.push_back(one);
  }
  finish();
  return text + "  " + bom::formatUnitMoney(comparison.totals[design]) + "  in all\n";
}

}  // namespace

std::string comparisonText(const std::vector<Design>& designs, const Comparison& comparison) {
  const bom::Estimate& first = *comparison.figures.front().estimate;
  const std::string code(first.input.currency.code());
  std::string text = "Compared at " + std::to_string(first.breaks.front().quantity) + " pieces, made in " +
                     first.input.origin + " for " + first.input.market + ", " + first.input.incoterm + ", " +
                     first.input.as_of + "; per pack in " + code + ".\n\n";
  TextTable heads({Align::Left, Align::Right, Align::Right, Align::Right, Align::Right, Align::Right});
  heads.add({"", "mass g", "litres", "ex-factory",
             comparison.figures.front().estimate->breaks.front().delivery ? "landed" : "FOB", "against A"});
  heads.addRule();
  for (std::size_t i = 0; i < designs.size(); ++i) {
    const bom::EstimateAtQuantity& at = comparison.figures[i].estimate->breaks.front();
    heads.add({std::string(1, static_cast<char>('A' + i)) + "  " + designs[i].name,
               bom::formatRounded(at.bill.mass.millionths(), 6, 1),
               bom::formatDouble(comparison.figures[i].pack->carry_l, 1), bom::formatUnitMoney(at.ex_factory),
               bom::formatUnitMoney(bom::decidingPrice(at)), bom::formatUnitMoney(comparison.totals[i])});
  }
  text += heads.text();
  for (std::size_t i = 1; i < designs.size(); ++i)
    text += "\nFrom A to " + std::string(1, static_cast<char>('A' + i)) + ", one change after the other:\n" +
            differencesText(comparison, i);
  return text;
}

}  // namespace configurator
