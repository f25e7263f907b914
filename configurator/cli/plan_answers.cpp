#include "configurator/cli/plan_answers.h"

#include "bom/number_text.h"
#include "configurator/cli/text_table.h"
#include "configurator/session/plan.h"

namespace configurator {
namespace {

std::string daysText(int days) {
  return std::to_string(days) + (days == 1 ? " day" : " days");
}

std::string yearsText(std::int64_t millionths) {
  return bom::formatScaled(millionths, 6);
}

std::string rangeText(const bom::DayRange& days) {
  return std::to_string(days.low) + " / " + std::to_string(days.typical) + " / " + std::to_string(days.high) +
         " days (low / typical / high)";
}

Json daysJson(const bom::DayRange& days) {
  return {{"low", days.low}, {"typical", days.typical}, {"high", days.high}};
}

Json routesJson(const bom::OrderPlan& plan) {
  Json routes = Json::array();
  for (const bom::PlanRoute& route : plan.routes)
    routes.push_back({{"id", route.id},
                      {"name", route.name},
                      {"freight", route.freight},
                      {"freight_cost", bom::formatOrderMoney(route.freight_cost.roundedToMinor())},
                      {"freight_currency", route.freight_cost.currency().code()},
                      {"days", daysJson(route.days)},
                      {"ends", route.ends},
                      {"only", route.only}});
  return routes;
}

Json scheduleJson(const bom::OrderPlan& plan) {
  const bom::Schedule& schedule = plan.schedule;
  Json stages = Json::array();
  for (const bom::PlannedStage& stage : schedule.stages)
    stages.push_back({{"id", stage.id},
                      {"name", stage.name},
                      {"starts", stage.starts},
                      {"ends", stage.ends},
                      {"days", stage.days},
                      {"slack", stage.slack},
                      {"critical", stage.critical},
                      {"status", bom::figureStatusName(stage.status)},
                      {"waits_for", stage.waits_for.empty() ? Json() : Json(stage.waits_for)}});
  return {{"stages", std::move(stages)},
          {"starts", schedule.starts},
          {"ends", schedule.ends},
          {"days", daysJson(schedule.days)},
          {"order_to_shipment_days", schedule.order_to_shipment},
          {"contingency_days", schedule.contingency_days},
          {"ends_with_contingency", schedule.ends_with_contingency},
          {"routes", routesJson(plan)},
          {"notes", schedule.notes}};
}

Json paymentsJson(const bom::Payments& payments) {
  Json rows = Json::array();
  for (const bom::CashRow& row : payments.rows)
    rows.push_back({{"date", row.date},
                    {"what", row.what},
                    {"amount", bom::formatOrderMoney(row.amount)},
                    {"due", row.basis},
                    {"of_price", row.of_price},
                    {"recoverable", row.recoverable}});
  return {{"terms", payments.id},
          {"name", payments.name},
          {"method", payments.method},
          {"rows", std::move(rows)},
          {"price", bom::formatOrderMoney(payments.price)},
          {"total", bom::formatOrderMoney(payments.total)},
          {"in_market", payments.in_market},
          {"tied_up", bom::formatOrderMoney(payments.tied_up)}};
}

Json ownershipJson(const bom::Ownership& ownership) {
  Json lines = Json::array();
  for (const bom::OwnershipLine& line : ownership.lines)
    lines.push_back({{"id", line.id},
                     {"low", unitMoney(line.low)},
                     {"typical", unitMoney(line.typical)},
                     {"high", unitMoney(line.high)},
                     {"basis", line.basis},
                     {"status", bom::figureStatusName(line.status)}});
  Json life;  // null: no outer material tells how long it lasts
  if (!ownership.material.empty())
    life = {{"item", ownership.material},
            {"score", ownership.score},
            {"years",
             {{"low", yearsText(ownership.life_low_millionths)},
              {"typical", yearsText(ownership.life_millionths)},
              {"high", yearsText(ownership.life_high_millionths)}}},
            {"landed_per_year", unitMoney(ownership.landed_per_year)},
            {"total_per_year", unitMoney(ownership.total_per_year)}};
  return {{"lines", std::move(lines)},
          {"total",
           {{"low", unitMoney(ownership.low)},
            {"typical", unitMoney(ownership.typical)},
            {"high", unitMoney(ownership.high)}}},
          {"life", std::move(life)}};
}

std::string routesText(const bom::OrderPlan& plan) {
  std::string text;
  for (const bom::PlanRoute& route : plan.routes) {
    text += route.name + " by " + route.freight + ": " + rangeText(route.days) + ", freight " +
            bom::formatOrderMoney(route.freight_cost.roundedToMinor()) + " " +
            std::string(route.freight_cost.currency().code()) + "; only here:";
    for (std::size_t i = 0; i < route.only.size(); ++i) text += (i == 0 ? " " : "; ") + route.only[i];
    text += "\n";
  }
  return text;
}

std::string scheduleText(const bom::OrderPlan& plan, std::int64_t quantity) {
  const bom::Schedule& schedule = plan.schedule;
  TextTable table({Align::Left, Align::Left, Align::Left, Align::Right, Align::Right, Align::Left});
  table.add({"schedule of " + std::to_string(quantity) + " pieces", "starts", "ends", "days", "slack", ""});
  table.addRule();
  for (const bom::PlannedStage& stage : schedule.stages)
    table.add({stage.name, stage.starts, stage.ends, std::to_string(stage.days), std::to_string(stage.slack),
               stage.critical ? "critical" : ""});
  std::string waits;
  for (const bom::PlannedStage& stage : schedule.stages)
    if (!stage.waits_for.empty()) waits += stage.name + " wait longest for " + stage.waits_for + "\n";
  std::string text = table.text() + waits + "shipped " + daysText(schedule.order_to_shipment) +
                     " after the order is placed, in the market on " + schedule.ends + ", after " +
                     rangeText(schedule.days) + "; with " + daysText(schedule.contingency_days) +
                     " of reserve on " + schedule.ends_with_contingency + "\n" + routesText(plan);
  for (const std::string& note : schedule.notes) text += "note: " + note + "\n";
  return text + "\n";
}

std::string paymentsText(const bom::Payments& payments) {
  TextTable table({Align::Left, Align::Left, Align::Right, Align::Left});
  const std::string code(payments.total.currency().code());
  table.add({"payments", "on", code, payments.name + ", " + payments.method});
  table.addRule();
  for (const bom::CashRow& row : payments.rows)
    table.add({row.what, row.date, bom::formatOrderMoney(row.amount),
               row.basis + (row.recoverable ? ", got back later" : "")});
  table.addRule();
  table.add({"all", "", bom::formatOrderMoney(payments.total), ""});
  table.add({"tied up until " + payments.in_market, "", bom::formatOrderMoney(payments.tied_up), ""});
  return table.text() + "\n";
}

std::string lifeText(const bom::Ownership& ownership) {
  if (ownership.material.empty()) return {};
  return "Its outer material " + ownership.material + " lasts " + yearsText(ownership.life_low_millionths) +
         " / " + yearsText(ownership.life_millionths) + " / " + yearsText(ownership.life_high_millionths) +
         " years: " + bom::formatUnitMoney(ownership.landed_per_year) + " a year landed (" +
         bom::formatUnitMoney(ownership.per_year_low) + " to " +
         bom::formatUnitMoney(ownership.per_year_high) + "), " +
         bom::formatUnitMoney(ownership.total_per_year) + " a year in total.\n";
}

std::string ownershipText(const bom::Ownership& ownership) {
  TextTable table({Align::Left, Align::Right, Align::Right, Align::Right, Align::Left});
  table.add({"ownership, per pack", "low", "typical", "high", "reckoned from"});
  table.addRule();
  const auto add = [&](const std::string& name, const auto& row, const std::string& basis) {
    table.add({name, bom::formatUnitMoney(row.low), bom::formatUnitMoney(row.typical),
               bom::formatUnitMoney(row.high), basis});
  };
  for (const bom::OwnershipLine& line : ownership.lines) add(line.name, line, line.basis);
  table.addRule();
  add("total cost of ownership", ownership, "");
  return table.text() + lifeText(ownership) + "\n";
}

}  // namespace

void addPlan(const DesignAnswer& answer, const bom::EstimateAtQuantity& at, Json& json) {
  json["schedule"] = json["payments"] = json["ownership"] = nullptr;
  const auto plan = planOf(answer.design, answer.figures, at);
  if (!plan || !*plan) return;
  json["schedule"] = scheduleJson(**plan);
  json["payments"] = paymentsJson((*plan)->payments);
  json["ownership"] = ownershipJson((*plan)->ownership);
}

std::string planText(const DesignAnswer& answer) {
  if (!answer.figures.estimate) return {};
  const bom::EstimateAtQuantity& at = answer.figures.estimate->breaks.front();
  const auto plan = planOf(answer.design, answer.figures, at);
  if (!plan) return "note: there is no schedule: " + plan.error().message + "\n";
  if (!*plan) return {};
  return scheduleText(**plan, at.quantity) + paymentsText((*plan)->payments) +
         ownershipText((*plan)->ownership);
}

}  // namespace configurator
