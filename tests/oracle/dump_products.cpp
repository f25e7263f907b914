// Prints random products with their price books and what bom answers, one JSON document a line, for
// costing_oracle.py to reckon again:  oracle_products FIRST_SEED COUNT
#include <cstdio>
#include <cstdlib>
#include <string>

#include "bom/marker/consumption.h"
#include "tests/oracle/oracle_json.h"
#include "tests/oracle/random_book.h"
#include "tests/oracle/random_order.h"

namespace {

OracleJson answerJson(const bom::Costing& costing, const bom::EstimateInput& input) {
  const bom::Product& product = *costing.product;
  const bom::PriceBook& book = *costing.book;
  const auto estimate = bom::makeEstimate(product, book, input);
  OracleJson json{{"question", questionJson(input)}};
  if (!estimate) {
    json["error"] = estimate.error().message;
    return json;
  }
  json["estimate"] = estimateJson(*estimate);
  json["minima"] = minimaJson(costing, input);
  json["bills"] = OracleJson::array();
  for (const std::int64_t quantity : input.quantities)
    json["bills"].push_back(
        billJson(bom::makeBill(product, book, {quantity, input.currency, input.consumption}).value()));
  return json;
}

OracleJson documentOf(std::uint64_t seed) {
  Dice dice(seed);
  const bom::PriceBook book = makeRandomBook(dice);
  const bom::Product product = makeRandomOrder(dice, book);
  const bom::Consumption consumption = makeRandomConsumption(dice, book, product);
  OracleJson json{{"seed", seed},
                  {"book", bookJson(book)},
                  {"trade", tradeJson(book)},
                  {"quality", qualityJson(book)},
                  {"product", productJson(product)},
                  {"consumption", consumptionJson(consumption)},
                  {"orders", OracleJson::array()}};
  const bom::Costing costing = bom::prepareCosting(product, book, &consumption).value();
  for (bom::EstimateInput& input : makeRandomQuestions(dice, book, product)) {
    input.consumption = &consumption;
    json["orders"].push_back(answerJson(costing, input));
  }
  return json;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("oracle_products FIRST_SEED COUNT\n", stderr);
    return 2;
  }
  const std::uint64_t first = std::strtoull(arguments[1], nullptr, 10);
  const std::uint64_t many = std::strtoull(arguments[2], nullptr, 10);
  for (std::uint64_t seed = first; seed < first + many; ++seed) {
    const std::string text = documentOf(seed).dump();
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fputc('\n', stdout);
  }
  return 0;
}
