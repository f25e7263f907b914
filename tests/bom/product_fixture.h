// A small but whole product for tests: a front panel with a detachable pocket, two fabrics, webbing, a
// buckle, thread, tacks, work, measures in two sizes, packing; and the price book that prices it. Numbers are
// round, so that the arithmetic of a test can be followed by hand.
#pragma once

#include "bom/price_book.h"
#include "bom/product.h"
#include "bom/tech_pack.h"

bom::Quantity amount(double value, bom::Unit unit);
bom::Money dollars(double value);
bom::Ratio percent(double value);

bom::PriceBook makePriceBook();
/// What every freight takes but for its lanes' prices: containers of ISO 1496-1, packaging 8 %, minimum, box
/// and courier prices, weights by volume.
/// A rate without spread, in thousandths of its unit.
void addRate(bom::PriceBook& book, const std::string& id, const std::string& unit, std::int64_t thousandths);
void addFreightRates(bom::PriceBook& book);
bom::Product makeProduct();
/// Bill at 1000 pieces, estimate at 100 and 1000, in US dollars.
bom::TechPack makeTechPack(bom::Edition edition);
