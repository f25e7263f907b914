#include "bom/number_text.h"
#include "tests/oracle/oracle_json.h"

namespace {

std::string nameOf(bom::FigureStatus status) {
  return std::string(bom::figureStatusName(status));
}

OracleJson itemJson(const bom::Item& item) {
  OracleJson composition = OracleJson::array();
  for (const bom::Component& part : item.composition)
    composition.push_back({part.fibre, decimalText(part.share)});
  OracleJson steps = OracleJson::array();
  for (const bom::PriceStep& step : item.price_steps)
    steps.push_back({{"from", decimalText(step.from)}, {"price", moneyJson(step.price)}});
  return {{"name", item.name},
          {"section", bom::billSectionName(item.section)},
          {"unit", bom::unitSymbol(item.unit)},
          {"category", item.category},
          {"family", item.family},
          {"finish", item.finish},
          {"mass", decimalText(item.mass)},
          {"mass_status", nameOf(item.mass_provenance.status)},
          {"price", moneyJson(item.price)},
          {"price_steps", steps},
          {"tooling", item.tooling},
          {"price_status", nameOf(item.price_provenance.status)},
          {"is_sheet", item.sheet.has_value()},
          {"cutting_waste", decimalText(item.cutting_waste)},
          {"break_class", item.break_class},
          {"moq_status", nameOf(item.moq_provenance.status)},
          {"moq", decimalText(item.moq)},
          {"moq_dyed", decimalText(item.moq_dyed)},
          {"composition", composition}};
}

OracleJson operationJson(const bom::Operation& operation) {
  return {{"stage", operation.stage},
          {"fixed_minutes", decimalText(operation.fixed_minutes)},
          {"minutes_per_metre", decimalText(operation.minutes_per_metre)},
          {"status", nameOf(operation.provenance.status)},
          {"paid_by", operation.paid_by}};
}

OracleJson originJson(const bom::Origin& origin) {
  return {{"labour", moneyJson(origin.direct_labour_per_minute)},
          {"overhead", moneyJson(origin.overhead_per_minute)},
          {"efficiency", decimalText(origin.line_efficiency)},
          {"uplift", decimalText(origin.material_uplift)},
          {"status", nameOf(origin.provenance.status)}};
}

OracleJson breakJson(const bom::QuantityBreak& at) {
  return {{"quantity", at.quantity},
          {"fabric", decimalText(at.fabric_price_factor)},
          {"trim", decimalText(at.trim_price_factor)},
          {"efficiency", decimalText(at.line_efficiency)},
          {"margin", decimalText(at.margin)},
          {"setup_minutes", decimalText(at.setup_minutes)},
          {"status", nameOf(at.provenance.status)}};
}

OracleJson rateJson(const bom::Rate& rate) {
  return {{"name", rate.name},
          {"unit", rate.unit},
          {"low", bom::formatScaled(rate.low_millionths, 6)},
          {"typical", bom::formatScaled(rate.typical_millionths, 6)},
          {"status", nameOf(rate.provenance.status)},
          {"origins", rate.origins}};
}

}  // namespace

std::string decimalText(bom::Money money) {
  return bom::formatScaled(money.millionths(), 6);
}

std::string decimalText(bom::Quantity quantity) {
  return bom::formatQuantity(quantity);
}

std::string decimalText(bom::Ratio ratio) {
  return bom::formatScaled(ratio.billionths(), 9);
}

std::string decimalText(double value) {
  return bom::formatDouble(value, 6);
}

OracleJson moneyJson(bom::Money money) {
  return {{"amount", decimalText(money)}, {"currency", money.currency().code()}};
}

OracleJson bookJson(const bom::PriceBook& book) {
  OracleJson json = OracleJson::object();
  for (const auto& [id, item] : book.items) json["items"][id] = itemJson(item);
  for (const auto& [id, operation] : book.operations) json["operations"][id] = operationJson(operation);
  for (const auto& [id, origin] : book.origins) json["origins"][id] = originJson(origin);
  for (const bom::QuantityBreak& at : book.breaks) json["breaks"].push_back(breakJson(at));
  for (const auto& [id, rate] : book.rates) json["rates"][id] = rateJson(rate);
  for (const auto& [id, rate] : book.exchange)
    json["exchange"][id] = {{"per_usd", decimalText(rate.per_usd)},
                            {"status", nameOf(rate.provenance.status)}};
  for (const auto& [id, stitch] : book.stitches)
    json["stitches"][id] = {{"per_metre", decimalText(stitch.thread_per_metre)},
                            {"per_tack", decimalText(stitch.thread_per_tack)}};
  return json;
}

OracleJson qualityJson(const bom::PriceBook& book) {
  using bom::SamplingCell;
  OracleJson lots = OracleJson::array(), samples = OracleJson::array();
  OracleJson presets = OracleJson::array(), tests = OracleJson::array();
  for (const bom::LotRange& lot : book.quality.lots)
    lots.push_back({{"from", lot.from}, {"to", lot.to}, {"letters", lot.letters}});
  for (const bom::SampleRow& row : book.quality.samples) {
    OracleJson cells;
    for (const auto& [aql, cell] : row.cells)
      cells[aql] = cell.kind == SamplingCell::Kind::Plan ? "plan"
                   : cell.kind == SamplingCell::Kind::Up ? "up"
                                                         : "down";
    samples.push_back({{"letter", row.letter}, {"size", row.size}, {"cells", cells}});
  }
  for (const bom::AqlPreset& preset : book.quality.presets)
    presets.push_back({{"level", preset.level},
                       {"major", preset.major},
                       {"minor", preset.minor},
                       {"where", preset.where},
                       {"status", nameOf(preset.provenance.status)}});
  for (const bom::TestMethod& test : book.quality.tests) {
    OracleJson sections = OracleJson::array();
    for (const bom::BillSection section : test.sections) sections.push_back(bom::billSectionName(section));
    tests.push_back({{"place", test.place},
                     {"sections", sections},
                     {"families", test.families},
                     {"categories", test.categories},
                     {"finishes", test.finishes},
                     {"where", test.where},
                     {"sun", test.sun}});
  }
  return {{"lots", lots}, {"samples", samples}, {"presets", presets}, {"tests", tests}};
}
