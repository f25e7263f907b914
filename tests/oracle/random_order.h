// Random products, what markers take of their cloth, and the orders that they are priced for.
#pragma once

#include <vector>

#include "bom/estimate.h"
#include "tests/oracle/dice.h"

bom::Product makeRandomOrder(Dice& dice, const bom::PriceBook& book);

/// Markers of some of the sheet goods, of random length; empty: none was laid.
bom::Consumption makeRandomConsumption(Dice& dice, const bom::PriceBook& book, const bom::Product& product);

/// What is asked: quantities at, above and below breaks and minima, a currency, a term, a day.
std::vector<bom::EstimateInput> makeRandomQuestions(Dice& dice, const bom::PriceBook& book,
                                                    const bom::Product& product);
