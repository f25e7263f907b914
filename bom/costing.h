// What all estimates of one product have in common, whatever the quantity, origin, market or term: made once,
// so that a table of what-ifs or a price at every click reckons numbers only.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "bom/delivery/tariff.h"
#include "bom/explosion.h"
#include "bom/minimum_order.h"

namespace bom {

/// Standard minutes that labour pays for one product, by stage of work in the order of the steps: work that a
/// rate pays is left out.
struct StageMinutes {
  std::string stage;
  Quantity minutes;
  FigureStatus status = FigureStatus::Estimate;
};

/// The lines of a bill section.
struct SectionLines {
  BillSection section = BillSection::Shell;
  std::vector<std::size_t> lines;  ///< of the explosion
  FigureStatus status = FigureStatus::Quote;
};

/// Product, book and consumption outlive it.
struct Costing {
  const Product* product = nullptr;
  const PriceBook* book = nullptr;
  Explosion explosion;
  std::vector<SectionLines> sections;  ///< in the order of sections
  std::vector<ColorLot> lots;
  std::vector<StageMinutes> stages;
  Quantity minutes;                           ///< of all work, paid by a rate or not
  std::map<std::string, std::int64_t> tools;  ///< rate id -> how many the product and its items need
  OuterSurface surface;
  Ratio volume_m3;  ///< of carton per piece; zero without a carton plan
};

/// `consumption` may be null. Fails on what the book lacks; the message names it.
Result<Costing> prepareCosting(const Product& product, const PriceBook& book, const Consumption* consumption);

/// What a market adds to a costing.
struct MarketCosting {
  const Market* market = nullptr;       ///< null where the book does not know it
  std::int64_t laboratory_samples = 0;  ///< pairs of material and colour that its test plan has
  /// Of them those that a laboratory is paid for: what is made for the order, and the main cloth: the cloth
  /// of the shell with the largest area, in one colour where none of its colours is made for the order. Goods
  /// off the shelf come with their maker's report. All of them where the book does not say what is kept in
  /// stock.
  std::int64_t paid_samples = 0;
};
MarketCosting prepareMarket(const Costing& costing, const std::string& market);

/// Standard minutes of a step for one product: fixed per occurrence + per metre of its metres, over its
/// packs, to a millionth.
Quantity standardMinutes(const Operation& operation, const WorkStep& step);

/// Cubic metres of carton per product, or nothing without a carton plan: the carton's to a cm3, over its
/// pieces.
Ratio volumePerPiece(const CartonPlan& carton);

}  // namespace bom
