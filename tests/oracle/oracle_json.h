// What was asked and what bom answered, as JSON: exact figures as decimal strings, so that a reader needs no
// floating point.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "bom/estimate.h"

using OracleJson = nlohmann::ordered_json;

std::string decimalText(bom::Money money);
std::string decimalText(bom::Quantity quantity);
std::string decimalText(bom::Ratio ratio);
/// A length or area as it was drawn, of at most 6 decimals.
std::string decimalText(double value);
OracleJson moneyJson(bom::Money money);  ///< {"amount", "currency"}

OracleJson bookJson(const bom::PriceBook& book);
OracleJson tradeJson(const bom::PriceBook& book);
OracleJson qualityJson(const bom::PriceBook& book);
OracleJson productJson(const bom::Product& product);
OracleJson consumptionJson(const bom::Consumption& consumption);
OracleJson questionJson(const bom::EstimateInput& input);

OracleJson billJson(const bom::Bill& bill);
OracleJson estimateJson(const bom::Estimate& estimate);
/// Every lot beside its minimum, with the pieces of each colorway.
OracleJson minimaJson(const bom::Costing& costing, const bom::EstimateInput& input);
