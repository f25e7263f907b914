// Random rules of trade: the payers of the eleven terms are the real ones, all figures are not.
#include <string>

#include "tests/oracle/random_book.h"

namespace {

struct TermRow {
  const char *id, *payers, *instead;
};
// Loading, to the port, clearance, terminal, vessel; carriage, insurance; terminal, on, unloading; import
// clearance, duty and tax. s: seller, b: buyer, n: nobody has to.
const TermRow kTermRows[] = {
    {"EXW", "bbbbbbnbbbbb", ""},    {"FCA", "sssbbbnbbbbb", ""},    {"FAS", "ssssbbnbbbbb", "FCA"},
    {"FOB", "sssssbnbbbbb", "FCA"}, {"CFR", "ssssssnbbbbb", "CPT"}, {"CIF", "sssssssbbbbb", "CIP"},
    {"CPT", "ssssssnssbbb", ""},    {"CIP", "sssssssssbbb", ""},    {"DAP", "ssssssnssbbb", ""},
    {"DPU", "ssssssnsssbb", ""},    {"DDP", "ssssssnssbss", ""}};

void addTerms(bom::PriceBook& book) {
  for (const TermRow& row : kTermRows) {
    bom::Incoterm term;
    term.id = term.name = row.id;
    term.instead = row.instead;
    term.sea_only = *row.instead != '\0';
    for (const char* at = row.payers; *at != '\0'; ++at)
      term.payers.push_back(*at == 's'   ? bom::Payer::Seller
                            : *at == 'b' ? bom::Payer::Buyer
                                         : bom::Payer::None);
    book.incoterms[term.id] = term;
  }
}

void addLanes(Dice& dice, bom::PriceBook& book) {
  const char* modes[] = {"sea-lcl", "sea-20", "sea-40", "sea-40hc", "air", "express"};
  for (const char* mode : modes) {
    const std::string name = mode;
    // A lane of its own for some, and what holds for all; some books lack a kind of container.
    if (dice.chance(50))
      book.lanes.push_back({name,
                            name + "-near",
                            {dice.of(oracleOrigins()), dice.of(oracleOrigins())},
                            {dice.of(oracleMarkets())},
                            dice.chance(20)});
    if (name.starts_with("sea-4") && dice.chance(20)) continue;
    book.lanes.push_back({name, name + "-far", {}, {}, dice.chance(30)});
  }
  for (const char* lane : {"near", "far"}) {
    const std::string end = std::string("-") + lane;
    const auto add = [&](const std::string& id, const char* unit, double low, double high) {
      addRandomRate(dice, book, {id.c_str(), unit, low, high});
    };
    add("sea-lcl" + end, "USD per CBM", 30, 300);
    add("sea-20" + end, "USD per container", 900, 4000);
    add("sea-40" + end, "USD per container", 1200, 6000);
    add("sea-40hc" + end, "USD per container", 1200, 6500);
    add("air" + end, "CNY per kg", 15, 70);
    add("express" + end, "USD per kg", 4, 20);
  }
}

void addTradeRates(Dice& dice, bom::PriceBook& book) {
  for (const RateRange& range :
       std::initializer_list<RateRange>{{"lcl-minimum", "USD per shipment", 20, 150},
                                        {"container-20-practical", "CBM", 26, 30, 1},
                                        {"container-40-practical", "CBM", 55, 60, 1},
                                        {"container-40hc-practical", "CBM", 65, 72, 1},
                                        {"container-20-length", "mm", 5700, 5900, 0},
                                        {"container-20-width", "mm", 2300, 2360, 0},
                                        {"container-20-height", "mm", 2300, 2400, 0},
                                        {"container-40-length", "mm", 11900, 12050, 0},
                                        {"container-40-width", "mm", 2300, 2360, 0},
                                        {"container-40-height", "mm", 2300, 2400, 0},
                                        {"container-40hc-length", "mm", 11900, 12050, 0},
                                        {"container-40hc-width", "mm", 2300, 2360, 0},
                                        {"container-40hc-height", "mm", 2600, 2700, 0},
                                        {"air-fuel-surcharge", "USD per kg", 0, 2},
                                        {"air-volumetric-divisor", "cm3/kg", 5000, 6500, 0},
                                        {"express-volumetric-divisor", "cm3/kg", 4500, 5500, 0},
                                        {"packing-mass", "% of product mass", 3, 20},
                                        {"cargo-insurance", "% of 110 % of CIF", 0.05, 1},
                                        {"insurance-uplift", "x CIF", 1.05, 1.2},
                                        {"lcl-fcl-break-even", "CBM", 10, 20, 1},
                                        {"loading", "USD per CBM", 0, 8},
                                        {"inland-factory-port", "USD per CBM", 5, 40},
                                        {"origin-charges-fob", "USD per shipment", 150, 400},
                                        {"lcl-cfs", "USD per CBM", 5, 20},
                                        {"destination-documents", "EUR per shipment", 40, 120},
                                        {"destination-terminal", "USD per CBM", 15, 60},
                                        {"on-carriage", "USD per CBM", 20, 80},
                                        {"unloading", "USD per CBM", 2, 10},
                                        {"import-clearance", "USD per shipment", 80, 300}})
    addRandomRate(dice, book, range);
  // In one book in some more than the origin charges that they are a part of.
  addRandomRate(dice, book, {"export-clearance", "USD per shipment", 0, dice.chance(90) ? 149.0 : 600.0});
  addRandomRate(dice, book, {"vessel-loading", "USD per shipment", 0, dice.chance(90) ? 90.0 : 400.0});
}

void addMarkets(Dice& dice, bom::PriceBook& book) {
  for (const std::string& id : oracleMarkets()) {
    bom::Market market;
    market.id = id;
    market.name = "Market " + id;
    market.customs_area = dice.word({"EU", "GCC"});
    market.sun = dice.word({"low", "medium", "high"});
    market.vat = dice.chance(15) ? bom::Ratio() : dice.percent(0, 27, 1);
    market.vat_provenance = dice.provenance();
    market.valuation = dice.word({"CIF", "FOB"});
    const std::vector<std::string> surfaces{"textile", "textile-man-made", "textile-cotton",
                                            "plastic", "bladder-only",     "other"};
    const auto lines = static_cast<int>(dice.from(1, 4));
    for (int i = 0; i < lines; ++i)
      market.tariff.push_back(
          {"4202." + std::to_string(i), dice.of(surfaces), dice.percent(0, 35, 1), dice.provenance()});
    book.markets[id] = market;
  }
}

bom::Period randomPeriod(Dice& dice) {
  // Orders are dated 2026-03-01 to 2026-03-03.
  return {dice.word({"", "2025-01-01", "2026-03-01", "2026-03-02", "2027-01-01"}),
          dice.word({"", "", "2026-03-01", "2026-03-02", "2030-12-31"})};
}

std::vector<std::string> someOf(Dice& dice, const std::vector<std::string>& all) {
  std::vector<std::string> some;
  for (const std::string& one : all)
    if (dice.chance(60)) some.push_back(one);
  if (some.empty()) some.push_back(all.front());
  return some;
}

void addDuties(Dice& dice, bom::PriceBook& book) {
  const auto extras = static_cast<int>(dice.from(0, 4));
  for (int i = 0; i < extras; ++i)
    book.extra_duties.push_back({someOf(dice, oracleMarkets()),
                                 dice.chance(40) ? std::vector<std::string>{} : someOf(dice, oracleOrigins()),
                                 "extra " + std::to_string(i), dice.percent(0, 30, 1), randomPeriod(dice),
                                 dice.provenance()});
  const auto preferences = static_cast<int>(dice.from(0, 4));
  for (int i = 0; i < preferences; ++i)
    book.preferences.push_back({someOf(dice, oracleMarkets()), someOf(dice, oracleOrigins()),
                                "agreement " + std::to_string(i), dice.percent(0, 20, 1), randomPeriod(dice),
                                dice.provenance()});
}

bom::Money limitOf(Dice& dice, double low, double high) {
  const std::string code = dice.chance(50) ? "USD" : dice.of(oracleCurrencies());
  const std::int64_t millionths = dice.chance(50) ? 0 : dice.millionths(low, high, 2);
  return bom::Money::fromMillionths(millionths, *bom::Currency::parse(code));
}

void addFeesAndVat(Dice& dice, bom::PriceBook& book) {
  const auto fees = static_cast<int>(dice.from(0, 5));
  for (int i = 0; i < fees; ++i) {
    bom::ImportFee fee;
    fee.market = dice.of(oracleMarkets());
    fee.name = "fee " + std::to_string(i);
    fee.base = dice.word({"cif", "fob", "duty", "freight"});
    fee.percent = dice.chance(50) ? dice.percent(0, 0.4, 4) : dice.percent(0, 12, 4);
    fee.least = limitOf(dice, 5, 400);
    fee.most = limitOf(dice, 400, 4000);
    fee.most = bom::Money::fromMillionths(fee.most.millionths(), fee.least.currency());
    fee.sea_only = dice.chance(30);
    fee.period = randomPeriod(dice);
    fee.provenance = dice.provenance();
    book.import_fees.push_back(fee);
  }
  for (const std::string& market : oracleMarkets())
    if (dice.chance(60))
      book.vat_rules.push_back({market, dice.chance(50) ? dice.percent(0, 15, 1) : bom::Ratio(),
                                dice.chance(40), dice.chance(60), dice.provenance()});
}

}  // namespace

void addRandomTrade(Dice& dice, bom::PriceBook& book) {
  addTerms(book);
  addLanes(dice, book);
  addTradeRates(dice, book);
  addMarkets(dice, book);
  addDuties(dice, book);
  addFeesAndVat(dice, book);
}
