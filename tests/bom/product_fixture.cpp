#include "tests/bom/product_fixture.h"

#include <cmath>
#include <stdexcept>

#include "tests/bom/quality_fixture.h"

namespace {

using bom::BillSection;
using bom::FigureStatus;
using bom::Unit;

const bom::Provenance kEstimate{"trade practice", "2026-01", FigureStatus::Estimate};
const bom::Provenance kSourced{"price list", "2026-01", FigureStatus::Sourced};

bom::Item makeItem(const std::string& id, BillSection section, Unit unit, double mass_g, double price) {
  bom::Item item;
  item.id = id;
  item.name = "item " + id;
  item.category = "test";
  item.section = section;
  item.unit = unit;
  item.mass = amount(mass_g, Unit::Gram);
  item.mass_provenance = kSourced;
  item.price = dollars(price);
  item.price_provenance = kEstimate;
  item.break_class = "trim";
  return item;
}

void addFabric(bom::PriceBook& book, bom::Item item, const std::string& family, double waste_percent) {
  item.sheet = bom::SheetGoods{1450, 0.2, true};
  item.cutting_waste = percent(waste_percent);
  item.break_class = "fabric";
  item.family = family;
  item.composition = {{"PA6", percent(95)}, {"EL", percent(5)}};
  item.spec = "210 denier \"ripstop\", PU < 5 g & C0";
  item.certificates = {"OEKO-TEX Standard 100"};
  item.hs_code = "5407.42";
  item.supplier = "mill";
  item.moq = amount(50, Unit::Metre);
  book.items[item.id] = item;
}

void addItems(bom::PriceBook& book) {
  addFabric(book, makeItem("ny210rs", BillSection::Shell, Unit::Metre, 135, 2.2), "nylon", 14);
  addFabric(book, makeItem("lin210", BillSection::Lining, Unit::Metre, 88, 0.65), "polyester", 13);
  book.items["lin210"].price_provenance = kSourced;
  for (const bom::Item& item : {makeItem("web20", BillSection::Webbing, Unit::Metre, 13, 0.13),
                                makeItem("sr20", BillSection::Hardware, Unit::Piece, 5.5, 0.09),
                                makeItem("thr70", BillSection::Thread, Unit::Metre, 0.07, 0.0006),
                                makeItem("lblm", BillSection::Label, Unit::Piece, 0.5, 0.04),
                                makeItem("scrn", BillSection::Branding, Unit::Position, 0, 0.1),
                                makeItem("pbag", BillSection::Packaging, Unit::Piece, 15, 0.05)}) {
    book.items[item.id] = item;
  }
  book.suppliers["mill"] = {"mill", "Mill, Ltd.", "TW", {}, kEstimate};
}

bom::QuantityBreak makeBreak(std::int64_t quantity, const std::array<double, 4>& percents,
                             double setup_minutes) {
  return {quantity,
          percent(percents[0]),
          percent(percents[1]),
          percent(percents[2]),
          percent(percents[3]),
          amount(setup_minutes, Unit::Minute),
          kEstimate};
}

void addRates(bom::PriceBook& book) {
  const auto add = [&](const std::string& id, const std::string& unit, double typical) {
    const auto millionths = std::llround(typical * 1e6);
    book.rates[id] = {id, "rate " + id, unit, millionths, millionths, millionths, kEstimate};
  };
  add("material-overbuy", "% of order", 3);
  add("production-spare-allowance", "% of order", 1);
  add("cutting-die-set", "USD per style", 450);
  add("pattern-cad", "USD per style", 120);
  add("proto-sample-technical-pack", "USD per round", 150);
  add("sample-rounds", "rounds", 3);
  add("print-plate", "USD per design", 40);
  add("logo-mould", "USD", 80);
  add("inspection-man-day-generic", "USD", 250);
  add("lab-test-package-per-material-colour", "USD", 400);
  add("qc-inhouse", "% of ex-factory", 1);
  add("loading", "USD per CBM", 3);
  add("inland-factory-port", "USD per CBM", 15);
  add("origin-charges-fob", "USD per shipment", 270);
  add("lcl-cfs", "USD per CBM", 11);
}

void addWorkTerms(bom::PriceBook& book) {
  const auto operation = [&](const std::string& id, const std::string& stage, double fixed,
                             double per_metre) {
    book.operations[id] = {id,
                           stage,
                           "operation " + id,
                           "1N lockstitch",
                           stage == "cut" ? "" : "301",
                           "piece",
                           amount(fixed, Unit::Minute),
                           amount(per_metre, Unit::Minute),
                           kEstimate};
  };
  operation("C02", "cut", 0.06, 0);
  operation("S01", "sub-assembly", 0.15, 0.3);
  operation("B01", "main body", 0.1, 0);
  book.stitches["301"] = {"301", "Lockstitch", amount(2.8, Unit::Metre), amount(0, Unit::Metre), kEstimate};
  book.stitches["BT42"] = {"BT42", "42-stitch tack", amount(0, Unit::Metre), amount(0.35, Unit::Metre),
                           kEstimate};
  book.seam_classes["1.01.01"] = {"1.01.01", "plain seam", "panel joins", "SSa-1"};
}

bom::PatternPiece makePiece(const std::string& code, const std::string& item, double width_mm,
                            double height_mm) {
  bom::PatternPiece piece;
  piece.code = code;
  piece.name = "Piece " + code;
  piece.item = item;
  piece.layer = "outer";
  const bom::Point corners[] = {{0, 0}, {width_mm, 0}, {width_mm, height_mm}, {0, height_mm}};
  const char* names[] = {"bottom", "right", "top", "left"};
  for (int i = 0; i < 4; ++i) {
    piece.edges.push_back({names[i], {corners[i], corners[(i + 1) % 4]}, 10, i == 2 ? "hemmed" : "raw"});
    piece.cut_line.push_back(
        {corners[i].x + (i == 1 || i == 2 ? 10 : -10), corners[i].y + (i >= 2 ? 10 : -10)});
  }
  piece.area_mm2 = width_mm * height_mm;
  piece.cut_area_mm2 = (width_mm + 20) * (height_mm + 20);
  return piece;
}

void addPieces(bom::Product& product) {
  bom::PatternPiece front = makePiece("F1", "ny210rs", 300, 480);
  front.assembly = "body";
  front.zone = "shell";
  front.part_ids = {"body.front"};
  front.marks = {{"pocket", "placement", {{50, 100}, {250, 100}}},
                 {"", "notch", {{0, 240}}},
                 {"", "notch", {{300, 240}}}};
  bom::PatternPiece pocket = makePiece("P1", "lin210", 200, 150);
  pocket.assembly = "pocket";
  pocket.zone = "lining";
  pocket.part_ids = {"pocket.left", "pocket.right"};
  pocket.mirrored_ids = {"pocket.right"};
  product.pieces = {front, pocket};
}

void addUses(bom::Product& product) {
  product.uses = {
      {"ny210rs",
       "body",
       "front panel",
       "shell",
       {"body.front"},
       amount(0.1, Unit::Metre),
       amount(19.575, Unit::Gram)},
      {"lin210",
       "pocket",
       "pocket bag",
       "lining",
       {"pocket.left"},
       amount(0.02, Unit::Metre),
       amount(2.552, Unit::Gram)},
      {"lin210",
       "pocket",
       "pocket bag",
       "lining",
       {"pocket.right"},
       amount(0.02, Unit::Metre),
       amount(2.552, Unit::Gram)},
      {"web20",
       "body",
       "compression strap",
       "webbing",
       {"body.strap"},
       amount(0.5, Unit::Metre),
       amount(6.5, Unit::Gram)},
      {"sr20", "pocket", "flap", "", {"pocket.buckle"}, amount(2, Unit::Piece), amount(11, Unit::Gram)},
      {"scrn",
       "body",
       "logo on the front",
       "",
       {"body.logo"},
       amount(1, Unit::Position),
       amount(0, Unit::Gram)},
      {"lblm",
       "pack",
       "centre back, inside",
       "",
       {"label.main"},
       amount(1, Unit::Piece),
       amount(0.5, Unit::Gram)},
      {"pbag",
       "pack",
       "around the pack",
       "",
       {"packing.bag"},
       amount(1, Unit::Piece),
       amount(0, Unit::Gram),
       false},
  };
}

void addSewing(bom::Product& product) {
  bom::ConstructionSeam seam;
  seam.id = "seam.pocket";
  seam.name = "pocket to front";
  seam.assembly = "pocket";
  seam.stitch = "301";
  seam.seam_class = "1.01.01";
  seam.finish = "raw";
  seam.thread_item = "thr70";
  seam.operation = "S01";
  seam.runs[0] = {{"pocket.left", "bottom", 0, 200}};
  seam.runs[1] = {{"F1", "pocket", 0, 200}};
  seam.length_mm[0] = 200;
  seam.length_mm[1] = 198.5;  // 1.5 short, where 1 is allowed
  seam.fits = false;
  seam.stitches_per_inch = 8;
  seam.rows = 2;
  seam.allowance_mm = 10;
  seam.notches = {{{100, 99.25}, 2}};
  product.seams = {seam};
  bom::ConstructionStitch hem;
  hem.id = "stitch.hem";
  hem.name = "hem of the front";
  hem.purpose = "hem";
  hem.assembly = "body";
  hem.stitch = "301";
  hem.thread_item = "thr70";
  hem.run = {{"body.front", "top", 0, 300}};
  hem.length_mm = 300;
  product.stitches = {hem};
  product.reinforcements = {
      {"tack.strap", "BT42", "body.front", "body", "end of the strap", {12.5, 20.25}, 90}};
  product.work = {
      {"w1", "C02", "body", 3, amount(0, Unit::Metre), {"body.front", "pocket.left", "pocket.right"}},
      {"w2", "S01", "pocket", 1, amount(0.2, Unit::Metre), {"seam.pocket"}},
      {"w3", "B01", "body", 1, amount(0, Unit::Metre), {"tack.strap"}}};
}

void addStyle(bom::Product& product) {
  bom::Style& style = product.style;
  style.number = "RX-7";
  style.name = "Ridge <7> & co";
  style.brand = "Núria \"Trail\"";
  style.type = "vest";
  style.description = "Two lines,\nthe second with ümläuts and 한글.";
  style.date = "2026-03-01";
  style.status = "draft";
  style.sample_size = "M";
  style.origin = "VN";
  style.market = "DE";
  style.incoterm = "FOB";
  style.target_quantity = 1000;
  style.capacity_l = 5;
  style.load_max_kg = 3.5;
  style.label_means = "carry_l";
  style.care = "Hand wash, drip dry.";
}

void addDetails(bom::Product& product) {
  product.measures = {{"A", "Body height", "centre back, flat", "M", 480, 10, 10, true},
                      {"A", "Body height", "centre back, flat", "L", 500.5, 10, 10, true},
                      {"B", "Width", "", "M", 300, 8, 8, false},
                      {"B", "Width", "", "L", 300, 8, 8, false}};
  product.size_run = {"Chest girth", "round the chest", {{"M", 900, 1020}, {"L", 1000, 1120}}};
  product.artwork = {
      {"logo", "screen", "body.front", "logo.svg", "1", 60, 20, "left", "bottom", 120, 300, 3}};
  product.labels = {{"main", "brand", "Núria", "centre back", "lblm"}};
  product.colorways = {{"BLK", "Black", {{"shell", "ny210rs", "#101214", "black", "19-4205 TCX"}}},
                       {"RED", "Red", {{"shell", "ny210rs", "#C0202A", "", ""}}}};
  product.choices = {{"body", "vest-5"}, {"front-pocket", "stretch"}};
  product.carton = {"flat, straps inside", 50, 600, 450, 400};
  product.revisions = {{"A", "2026-03-01", "N. Vidal", "First issue."}};
  product.tooling = {"print-plate", "logo-mould"};
}

template <typename T>
T valueOf(bom::Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return std::move(*result);
}

}  // namespace

bom::Quantity amount(double value, bom::Unit unit) {
  return bom::Quantity::fromDouble(value, unit);
}

bom::Money dollars(double value) {
  return bom::Money::fromMillionths(std::llround(value * 1e6), bom::Currency());
}

bom::Ratio percent(double value) {
  return bom::Ratio::fromPercentMillionths(std::llround(value * 1e6));
}

bom::PriceBook makePriceBook() {
  bom::PriceBook book;
  addItems(book);
  addRates(book);
  addWorkTerms(book);
  addQuality(book);
  book.breaks = {makeBreak(100, {130, 135, 40, 15}, 1200), makeBreak(1000, {100, 100, 58, 10}, 800)};
  book.origins["VN"] = {"VN", "Vietnam", dollars(0.0346), dollars(0.04), percent(60), percent(3), kEstimate};
  book.exchange["EUR"] = {*bom::Currency::parse("EUR"), bom::Ratio::fromBillionths(860'000'000), kEstimate};
  return book;
}

void addRate(bom::PriceBook& book, const std::string& id, const std::string& unit, std::int64_t thousandths) {
  bom::Rate& rate = book.rates[id];
  rate.id = id;
  rate.unit = unit;
  rate.low_millionths = rate.typical_millionths = rate.high_millionths = thousandths * 1000;
}

void addFreightRates(bom::PriceBook& book) {
  addRate(book, "packing-mass", "% of product mass", 8'000);
  addRate(book, "lcl-minimum", "USD per shipment", 60'000);
  addRate(book, "box-20", "USD per container", 2'000'000);
  addRate(book, "box-40", "USD per container", 3'000'000);
  addRate(book, "box-40hc", "USD per container", 3'200'000);
  for (const char* box : {"container-20", "container-40", "container-40hc"}) {
    const std::string name = box;
    const bool is_long = name != "container-20", is_high = name == "container-40hc";
    addRate(book, name + "-length", "mm", is_long ? 11998'000 : 5867'000);
    addRate(book, name + "-width", "mm", 2330'000);
    addRate(book, name + "-height", "mm", is_high ? 2655'000 : 2350'000);
  }
  addRate(book, "container-20-practical", "CBM", 28'000);
  addRate(book, "container-40-practical", "CBM", 58'000);
  addRate(book, "container-40hc-practical", "CBM", 68'000);
  addRate(book, "air-fuel-surcharge", "USD per kg", 1'000);
  addRate(book, "air-volumetric-divisor", "cm3/kg", 6'000'000);
  addRate(book, "courier", "USD per kg", 9'000);
  addRate(book, "express-volumetric-divisor", "cm3/kg", 5'000'000);
}

bom::Product makeProduct() {
  bom::Product product;
  product.assemblies = {{"pack", "Whole pack", "", false},
                        {"body", "Body", "pack", false},
                        {"pocket", "Front pocket", "body", true}};
  addStyle(product);
  addPieces(product);
  addUses(product);
  addSewing(product);
  addDetails(product);
  return product;
}

bom::TechPack makeTechPack(bom::Edition edition) {
  bom::TechPack pack;
  pack.edition = edition;
  pack.issued = "2026-03-02";
  pack.program = "Rucksmith 0.1.0";
  pack.product = makeProduct();
  pack.book = makePriceBook();
  pack.bill = valueOf(bom::makeBill(pack.product, pack.book, {1000, bom::Currency()}));
  bom::EstimateInput input;
  input.quantities = {100, 1000};
  input.as_of = "2026-03-01";
  pack.estimate = valueOf(bom::makeEstimate(pack.product, pack.book, input));
  bom::Market market;
  market.id = "DE";
  pack.quality = valueOf(bom::qualityPlan(pack.product, pack.bill, pack.book, {&market, "2026-03-01"}));
  pack.drawings = {
      {"front", "Front view", "view-front.png", {{"body.front", 0.5, 0.25}, {"wearer", 0.1, 0.1}}}};
  pack.assets = {{"pack.glb", "model", ""}, {"view-front-BLK.png", "rendering", "BLK"}};
  return pack;
}
