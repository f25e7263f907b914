#include "tests/oracle/oracle_json.h"

namespace {

OracleJson estimateLineJson(const bom::EstimateLine& line) {
  return {{"group", line.group},
          {"name", line.name},
          {"unit", decimalText(line.unit)},
          {"status", bom::figureStatusName(line.status)},
          {"leg", line.leg ? std::string(bom::legName(*line.leg)) : std::string()}};
}

OracleJson linesJson(const std::vector<bom::EstimateLine>& lines) {
  OracleJson json = OracleJson::array();
  for (const bom::EstimateLine& line : lines) json.push_back(estimateLineJson(line));
  return json;
}

OracleJson deliveryJson(const bom::Delivery& delivery) {
  OracleJson legs = OracleJson::array(), freights = OracleJson::array();
  for (const bom::CostLeg& leg : delivery.legs)
    legs.push_back({{"id", leg.id},
                    {"payer", bom::payerName(leg.payer)},
                    {"amount", decimalText(leg.amount)},
                    {"status", bom::figureStatusName(leg.status)},
                    {"is_cost", leg.is_cost}});
  for (const bom::Freight& freight : delivery.freights)
    freights.push_back({{"mode", freight.mode},
                        {"cost", decimalText(freight.cost)},
                        {"status", bom::figureStatusName(freight.status)}});
  return {{"legs", legs},
          {"freights", freights},
          {"tariff_line", delivery.duty.tariff_line},
          {"duty_rate", decimalText(delivery.duty.rate)},
          {"valuation", delivery.duty.valuation},
          {"customs_value", decimalText(delivery.duty.customs_value)},
          {"duty", decimalText(delivery.duty.amount)},
          {"price", decimalText(delivery.price)},
          {"landed", decimalText(delivery.landed)}};
}

OracleJson quantityJson(const bom::EstimateAtQuantity& at) {
  return {{"quantity", at.quantity},
          {"lines", linesJson(at.lines)},
          {"assists", linesJson(at.assists)},
          {"assist", decimalText(at.assist)},
          {"materials", decimalText(at.materials)},
          {"labour", decimalText(at.labour)},
          {"overhead", decimalText(at.overhead)},
          {"tooling", decimalText(at.tooling)},
          {"quality", decimalText(at.quality)},
          {"logistics", decimalText(at.logistics)},
          {"margin", decimalText(at.margin)},
          {"ex_factory", decimalText(at.ex_factory)},
          {"fob", decimalText(at.fob)},
          {"minutes", decimalText(at.minutes)},
          {"order_total", decimalText(at.order_total)},
          {"delivery", at.delivery ? deliveryJson(*at.delivery) : OracleJson()}};
}

}  // namespace

OracleJson billJson(const bom::Bill& bill) {
  OracleJson lines = OracleJson::array();
  for (const bom::BillLine& line : bill.lines) {
    OracleJson json{{"number", line.number},
                    {"level", line.level},
                    {"parent", line.parent},
                    {"assembly", line.assembly},
                    {"is_assembly", line.is_assembly},
                    {"mass", decimalText(line.mass)},
                    {"extended", decimalText(line.extended)}};
    if (!line.is_assembly) {
      OracleJson waste = OracleJson::array();
      for (const bom::Waste& part : line.waste) waste.push_back({part.reason, decimalText(part.amount)});
      json.update({{"item", line.item},
                   {"placement", line.placement},
                   {"zone", line.zone},
                   {"part_ids", line.part_ids},
                   {"net", decimalText(line.net)},
                   {"gross", decimalText(line.gross)},
                   {"waste", waste},
                   {"unit_price", decimalText(line.unit_price)},
                   {"status", bom::figureStatusName(line.status)}});
    }
    lines.push_back(json);
  }
  return {{"lines", lines}, {"mass", decimalText(bill.mass)}, {"materials", decimalText(bill.materials)}};
}

OracleJson estimateJson(const bom::Estimate& estimate) {
  OracleJson breaks = OracleJson::array();
  for (const bom::EstimateAtQuantity& at : estimate.breaks) breaks.push_back(quantityJson(at));
  return {{"breaks", breaks}, {"sourced_share", decimalText(estimate.sourced_share)}};
}

OracleJson minimaJson(const bom::Costing& costing, const bom::EstimateInput& input) {
  OracleJson json = OracleJson::array();
  for (const std::int64_t quantity : input.quantities) {
    const auto prices = bom::priceLines(costing.explosion, quantity, input.currency).value();
    const auto minima = bom::minimumOrders({.product = costing.product,
                                            .explosion = &costing.explosion,
                                            .lots = &costing.lots,
                                            .prices = &prices,
                                            .quantity = quantity,
                                            .currency = input.currency})
                            .value();
    OracleJson lots = OracleJson::array();
    for (const bom::MinimumOrder& minimum : minima)
      lots.push_back({{"item", minimum.lot->item->id},
                      {"color", minimum.lot->srgb},
                      {"made", minimum.lot->made != nullptr},
                      {"need", decimalText(minimum.need)},
                      {"minimum", decimalText(minimum.minimum)},
                      {"surplus", decimalText(minimum.surplus)},
                      {"cost", decimalText(minimum.cost)},
                      {"status", bom::figureStatusName(minimum.status)}});
    json.push_back({{"quantity", quantity},
                    {"pieces", bom::piecesByColorway(*costing.product, quantity)},
                    {"lots", lots}});
  }
  return json;
}
