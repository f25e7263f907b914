// Quality data for the fixture's price book: the public sampling tables, a few points and tests, two
// materials.
#pragma once

#include "bom/price_book.h"

/// ISO 2859-1 tables 1 and 2-A for the AQLs 1.0, 2.5 and 4.0, copied by hand from MIL-STD-105E, a public
/// document that they equal.
void addSamplingTables(bom::QualityBook& book);

/// Those tables, the usual preset, one point for each stage, a laboratory test of cloth, one by the supplier
/// of webbing and one of the finished product, a rule of Germany, a claim, and the words of the compositions.
void addQuality(bom::PriceBook& book);
