#include "tests/oracle/random_book.h"

namespace {

using bom::BillSection;
using bom::Unit;

bom::Money randomMoney(Dice& dice, double low, double high, int decimals) {
  // One price in four is not in dollars.
  const bool other = dice.chance(25);
  const std::string code = other ? dice.of(oracleCurrencies()) : "USD";
  return bom::Money::fromMillionths(dice.millionths(low, high, decimals), *bom::Currency::parse(code));
}

void addExchange(Dice& dice, bom::PriceBook& book) {
  const auto add = [&](const char* code, double low, double high) {
    const std::int64_t billionths = dice.millionths(low, high, 4) * 1000;
    book.exchange[code] = {*bom::Currency::parse(code), bom::Ratio::fromBillionths(billionths),
                           dice.provenance()};
  };
  add("CNY", 6.5, 7.5);
  add("EUR", 0.8, 1.1);
  add("JPY", 100, 160);
  add("TND", 2.9, 3.3);
  add("VND", 20'000, 28'000);
}

void makeSheet(Dice& dice, bom::Item& item) {
  item.unit = Unit::Metre;
  item.sheet = bom::SheetGoods{dice.mm(1000, 1600, 0), 0.3, dice.chance(70)};
  item.cutting_waste = dice.percent(0, 30);
  if (dice.chance(20)) item.unit = Unit::SquareMetre, item.sheet.reset();
}

/// A supplier's ladder: up to three prices, each from some amount of the whole order.
void addLadder(Dice& dice, bom::Item& item) {
  std::int64_t from = dice.chance(50) ? 0 : dice.millionths(1, 300, 1);
  for (std::int64_t step = dice.from(1, 3); step > 0; --step) {
    item.price_steps.push_back(
        {bom::Quantity::fromMillionths(from, item.unit),
         bom::Money::fromMillionths(dice.millionths(0.001, 5, 4), item.price.currency())});
    from += dice.millionths(1, 2000, 1);
  }
}

bom::Item randomItem(Dice& dice, int index) {
  bom::Item item;
  item.id = dice.word({"cloth", "tape", "zip", "button", "label", "foam"}) + std::to_string(index);
  item.name = "item " + item.id;
  item.section = static_cast<BillSection>(dice.from(0, static_cast<int>(BillSection::Finish)));
  item.category =
      dice.word({"main-fabric", "mesh", "lining", "buckle", "zip-chain", "bladder", "insulation"});
  item.family = dice.word({"", "nylon", "polyester", "tpu", "canvas"});
  item.finish = dice.word({"", "", "dwr-c0"});
  item.unit = dice.of(
      std::vector{Unit::Metre, Unit::Piece, Unit::Set, Unit::Gram, Unit::ThousandStitches, Unit::Position});
  if (dice.chance(40)) makeSheet(dice, item);
  item.mass = dice.quantity(0, 200, Unit::Gram, 3);
  item.mass_low = item.mass_high = item.mass;
  item.mass_provenance = dice.provenance();
  item.price = randomMoney(dice, 0.0004, dice.chance(70) ? 3 : 90, static_cast<int>(dice.from(2, 6)));
  item.price_low = item.price_high = item.price;
  item.price_provenance = dice.provenance();
  item.break_class = dice.word({"fabric", "trim", ""});
  item.moq_provenance = dice.provenance();
  if (dice.chance(60)) item.moq = dice.quantity(1, 900, item.unit, 0);
  if (dice.chance(10)) item.price = bom::Money::fromMillionths(0, item.price.currency());
  if (dice.chance(40)) item.moq_dyed = dice.quantity(50, 2500, item.unit, 1);
  if (dice.chance(25)) addLadder(dice, item);
  if (dice.chance(10)) item.tooling = {dice.word({"logo-mould", "buckle-mould"})};
  const std::int64_t share = dice.from(30, 100);
  item.composition = {
      {dice.word({"PA6", "PET", "CO", "PU", "PP"}), bom::Ratio::fromPercentMillionths(share * 1'000'000)}};
  if (share < 100)
    item.composition.push_back(
        {dice.word({"CO", "EL", "PU", "PET"}), bom::Ratio::fromPercentMillionths((100 - share) * 1'000'000)});
  if (dice.chance(10)) item.composition.clear();
  return item;
}

void addItems(Dice& dice, bom::PriceBook& book) {
  const auto count = static_cast<int>(dice.from(6, 16));
  for (int i = 0; i < count; ++i) {
    bom::Item item = randomItem(dice, i);
    book.items[item.id] = item;
  }
  for (const char* id : {"thread-a", "thread-b", "thread-c"}) {
    bom::Item item = randomItem(dice, 0);
    item.id = id;
    item.section = BillSection::Thread;
    item.unit = Unit::Metre;
    item.sheet.reset();
    item.mass = dice.quantity(0.01, 0.2, Unit::Gram, 4);
    item.price = randomMoney(dice, 0.0002, 0.01, 5);
    item.moq = item.moq_dyed = bom::Quantity::fromMillionths(0, Unit::Metre);
    book.items[id] = item;
  }
}

void addBreaks(Dice& dice, bom::PriceBook& book) {
  std::int64_t quantity = dice.from(1, 300);
  const auto count = static_cast<int>(dice.from(1, 6));
  for (int i = 0; i < count; ++i) {
    const auto decimals = static_cast<int>(dice.from(0, 4));
    book.breaks.push_back({quantity, dice.percent(70, 160, decimals), dice.percent(70, 160, decimals),
                           dice.percent(30, 80, decimals), dice.percent(2, 25, decimals),
                           dice.quantity(0, 1500, Unit::Minute, 1), dice.provenance()});
    quantity += dice.from(1, quantity * 3);
  }
}

void addWork(Dice& dice, bom::PriceBook& book) {
  const std::vector<std::string> stages{"cut", "sub-assembly", "main body", "finishing"};
  for (int i = 0; i < 8; ++i) {
    bom::Operation operation;
    operation.id = "S" + std::to_string(i);
    operation.stage = dice.of(stages);
    operation.name = "operation " + operation.id;
    operation.fixed_minutes = dice.quantity(0, 1.5, Unit::Minute, 3);
    operation.minutes_per_metre = dice.quantity(0, 1.2, Unit::Minute, 3);
    operation.provenance = dice.provenance();
    if (dice.chance(12)) operation.paid_by = "qc-inhouse";
    book.operations[operation.id] = operation;
  }
  for (const char* id : {"301", "401", "504"})
    book.stitches[id] = {id, id, dice.quantity(1, 15, Unit::Metre, 2),
                         bom::Quantity::fromMillionths(0, Unit::Metre), dice.provenance()};
  for (const char* id : {"BT28", "BT42", "XBOX"})
    book.stitches[id] = {id, id, bom::Quantity::fromMillionths(0, Unit::Metre),
                         dice.quantity(0.1, 4, Unit::Metre, 3), dice.provenance()};
  for (const std::string& id : oracleOrigins())
    book.origins[id] = {id,
                        "Origin " + id,
                        randomMoney(dice, 0.01, 0.9, 4),
                        randomMoney(dice, 0.01, 0.9, 4),
                        dice.percent(35, 95),
                        dice.chance(20) ? bom::Ratio() : dice.percent(0, 15),
                        dice.provenance()};
}

void addFactoryRates(Dice& dice, bom::PriceBook& book) {
  for (const RateRange& range :
       std::initializer_list<RateRange>{{"material-overbuy", "% of order", 0, 6},
                                        {"production-spare-allowance", "% of order", 0, 3},
                                        {"cutting-die-set", "USD per style", 100, 900},
                                        {"pattern-cad", "USD per style", 60, 250},
                                        {"proto-sample-technical-pack", "CNY per round", 500, 2000},
                                        {"sample-rounds", "rounds", 1, 6, 0},
                                        {"print-plate", "USD per design", 20, 80},
                                        {"logo-mould", "USD", 40, 300},
                                        {"buckle-mould", "EUR", 400, 3000},
                                        {"inspection-man-day-generic", "USD", 170, 300},
                                        {"inspection-pieces-per-day", "pieces", 20, 200, 0},
                                        {"lab-test-package-per-material-colour", "USD", 50, 900},
                                        {"qc-inhouse", "% of ex-factory", 0, 3},
                                        {"below-moq-surcharge-dye", "USD per colour lot", 50, 500},
                                        {"least-lot-cloth", "m", 20, 300, 0},
                                        {"least-lot-tape", "m", 50, 500, 0},
                                        {"least-lot-hardware", "pc", 50, 1000, 0},
                                        {"lay-end", "mm", 0, 40, 1},
                                        {"lay-selvedge", "mm", 0, 20, 1},
                                        {"lay-remnant", "% of fabric", 0, 3},
                                        {"lay-splice-and-defects", "% of fabric", 0, 4}})
    addRandomRate(dice, book, range);
  if (dice.chance(70)) {
    addRandomRate(dice, book, {"factory-moq-style", "pieces per style", 50, 900, 0});
    addRandomRate(dice, book, {"small-order-surcharge", "% of cost", 5, 50});
  }
}

}  // namespace

const std::vector<std::string>& oracleOrigins() {
  static const std::vector<std::string> origins{"CN", "PT", "VN"};
  return origins;
}

const std::vector<std::string>& oracleMarkets() {
  static const std::vector<std::string> markets{"AA", "BB", "CC"};
  return markets;
}

const std::vector<std::string>& oracleCurrencies() {
  static const std::vector<std::string> currencies{"CNY", "EUR", "JPY", "TND", "VND"};
  return currencies;
}

void addRandomRate(Dice& dice, bom::PriceBook& book, const RateRange& range) {
  const std::int64_t typical = dice.millionths(range.low, range.high, range.decimals);
  bom::Rate rate{
      range.id,         std::string("rate ") + range.id, range.unit, typical / 2, typical, typical * 2,
      dice.provenance()};
  if (dice.chance(15)) rate.origins = {dice.of(oracleOrigins())};
  book.rates[range.id] = rate;
}

bom::PriceBook makeRandomBook(Dice& dice) {
  bom::PriceBook book;
  addExchange(dice, book);
  addItems(dice, book);
  addBreaks(dice, book);
  addWork(dice, book);
  addFactoryRates(dice, book);
  addRandomTrade(dice, book);
  addRandomQuality(dice, book);
  return book;
}
