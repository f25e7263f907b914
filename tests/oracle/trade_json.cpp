#include "tests/oracle/oracle_json.h"

namespace {

std::string nameOfStatus(const bom::Provenance& provenance) {
  return std::string(bom::figureStatusName(provenance.status));
}

OracleJson periodJson(const bom::Period& period) {
  return {{"from", period.from}, {"until", period.until}};
}

OracleJson marketJson(const bom::Market& market) {
  OracleJson tariff = OracleJson::array();
  for (const bom::TariffLine& line : market.tariff)
    tariff.push_back({{"code", line.code},
                      {"surface", line.surface},
                      {"duty", decimalText(line.duty)},
                      {"status", nameOfStatus(line.provenance)}});
  return {{"customs_area", market.customs_area}, {"sun", market.sun},
          {"vat", decimalText(market.vat)},      {"vat_status", nameOfStatus(market.vat_provenance)},
          {"valuation", market.valuation},       {"tariff", tariff}};
}

template <typename Rule>
OracleJson dutyRuleJson(const Rule& rule) {
  return {{"markets", rule.markets},
          {"origins", rule.origins},
          {"duty", decimalText(rule.duty)},
          {"period", periodJson(rule.period)},
          {"status", nameOfStatus(rule.provenance)}};
}

OracleJson feeJson(const bom::ImportFee& fee) {
  return {{"market", fee.market},
          {"name", fee.name},
          {"base", fee.base},
          {"percent", decimalText(fee.percent)},
          {"least", moneyJson(fee.least)},
          {"most", moneyJson(fee.most)},
          {"sea_only", fee.sea_only},
          {"period", periodJson(fee.period)},
          {"status", nameOfStatus(fee.provenance)}};
}

OracleJson colorsJson(const bom::ColorBook& colors) {
  OracleJson stock = OracleJson::array(), dyed = OracleJson::array();
  for (const bom::StockColor& color : colors.stock)
    stock.push_back({{"name", color.name}, {"srgb", color.srgb}, {"goods", color.goods}});
  for (const bom::DyedGoods& goods : colors.dyed)
    dyed.push_back({{"section", bom::billSectionName(goods.section)},
                    {"goods", goods.goods},
                    {"least_lot", goods.least_lot}});
  return {{"tolerance", decimalText(colors.tolerance)},
          {"status", nameOfStatus(colors.provenance)},
          {"stock", stock},
          {"dyed", dyed}};
}

}  // namespace

OracleJson tradeJson(const bom::PriceBook& book) {
  OracleJson json = OracleJson::object();
  for (const char* list : {"lanes", "fees", "preferences", "extra_duties", "vat_rules"})
    json[list] = OracleJson::array();
  for (const auto& [id, market] : book.markets) json["markets"][id] = marketJson(market);
  for (const auto& [id, term] : book.incoterms) {
    OracleJson payers;
    for (int leg = 0; leg < bom::kLegs; ++leg)
      payers[std::string(bom::legName(static_cast<bom::Leg>(leg)))] =
          bom::payerName(term.payerOf(static_cast<bom::Leg>(leg)));
    json["incoterms"][id] = {{"sea_only", term.sea_only}, {"payers", payers}};
  }
  for (const bom::Lane& lane : book.lanes)
    json["lanes"].push_back({{"mode", lane.mode},
                             {"rate", lane.rate},
                             {"origins", lane.origins},
                             {"markets", lane.markets},
                             {"stand_in", lane.stand_in}});
  for (const bom::ImportFee& fee : book.import_fees) json["fees"].push_back(feeJson(fee));
  for (const bom::Preference& rule : book.preferences) json["preferences"].push_back(dutyRuleJson(rule));
  for (const bom::ExtraDuty& rule : book.extra_duties) json["extra_duties"].push_back(dutyRuleJson(rule));
  for (const bom::VatRule& rule : book.vat_rules)
    json["vat_rules"].push_back({{"market", rule.market},
                                 {"uplift", decimalText(rule.uplift)},
                                 {"inclusive", rule.inclusive},
                                 {"recoverable", rule.recoverable},
                                 {"status", nameOfStatus(rule.provenance)}});
  json["colors"] = colorsJson(book.colors);
  return json;
}
