// What can be bought, made and paid: the rows a bill is priced from. Values only; the catalog reads them from
// files.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bom/money.h"
#include "bom/quantity.h"
#include "bom/ratio.h"

namespace bom {

/// How far a figure can be trusted.
enum class FigureStatus { Sourced, Estimate, Quote, User };
std::string_view figureStatusName(FigureStatus status);  ///< "sourced" "estimate" "quote" "user"
std::optional<FigureStatus> parseFigureStatus(std::string_view name);
/// The less reliable of two: estimate, then sourced, then user, then quote.
FigureStatus weaker(FigureStatus a, FigureStatus b);

/// Where a figure comes from: every price, minute, rate, duty and mass has one.
struct Provenance {
  std::string source;
  std::string date;  ///< YYYY-MM-DD or YYYY-MM or YYYY
  FigureStatus status = FigureStatus::Estimate;
};

/// Part of the bill an item belongs to, as factories sort it (bom_columns: section).
enum class BillSection {
  Shell,
  Lining,
  Mesh,
  Foam,
  Frame,
  Zip,
  Hardware,
  Webbing,
  Tape,
  Cord,
  Reflective,
  Thread,
  Label,
  Branding,
  Hydration,
  Electronics,
  Packaging,
  Finish
};
std::string_view billSectionName(BillSection section);  ///< "shell" ... lower case
std::optional<BillSection> parseBillSection(std::string_view name);

/// One fibre or polymer of an item's composition, by mass.
struct Component {
  std::string fibre;  ///< "PA6", "PET", "recycled PET", "EL" ...
  Ratio share;
};

/// Goods sold by the metre off a roll or sheet.
struct SheetGoods {
  double cuttable_width_mm = 0;
  double thickness_mm = 0;
  bool grain_locked = true;  ///< false for foam, board, film
};

/// From how many of the item's unit a supplier asks this price.
struct PriceStep {
  Quantity from;
  Money price;
};

/// 0..5 each: strength, weight (5 = light), uv, drying, abrasion, breathability, water, cost (5 = cheap).
using PropertyVector = std::map<std::string, int>;

struct Item {
  std::string id;        ///< "ny210rs"
  std::string name;      ///< denier + weave + fibre + coating + finish, English
  std::string category;  ///< "main-fabric", "mesh", "lining", "foam", "board", "zip-chain", "zip-slider",
                         ///< "buckle", ...
  BillSection section = BillSection::Shell;
  Unit unit = Unit::Piece;
  Quantity mass;                 ///< grams per unit of the item; for sheet goods grams per square metre
  Quantity mass_low, mass_high;  ///< what makers quote; equal to `mass` where only one figure is known
  Provenance mass_provenance;
  Money price;  ///< per unit at the reference quantity (1000 packs); of a list its lowest step
  Money price_low, price_high;  ///< what makers quote; equal to `price` where only one figure is known
  Provenance price_provenance;
  std::optional<SheetGoods> sheet;  ///< then `unit` is Metre and the price is per running metre
  Ratio cutting_waste;              ///< of the net, for sheet goods; ends and defects for goods by the metre
  std::string break_class;          ///< "fabric" or "trim": which factor of a quantity break applies
  /// A supplier's own ladder, ascending, in place of `price` x the break's factor; empty: none is known.
  std::vector<PriceStep> price_steps;
  Quantity moq;       ///< supplier's minimum in the item's unit, for each stock colour
  Quantity moq_dyed;  ///< and for each colour made for this order
  Provenance moq_provenance{};
  int lead_days = 0;   ///< calendar days that the supplier asks; 0: not stated
  std::string family;  ///< "nylon", "polyester", "rpet", "canvas", "laminate", ... or empty
  std::vector<Component> composition;
  PropertyVector properties;
  std::string supplier;  ///< supplier id or empty
  std::string brand;
  std::string spec;  ///< denier, weave, coating, hardness: what the factory must not change
  std::string hs_code;
  std::vector<std::string> certificates;
  std::string finish;  ///< of a finish item: "dwr-c0", "pu", ...
  /// Rates of what must be made once before the item can be: a mould of the brand's own.
  std::vector<std::string> tooling{};
};

/// A cutting or sewing step: minutes = fixed per occurrence + per metre.
struct Operation {
  std::string id;  ///< "S05"
  std::string stage;
  std::string name;
  std::string machine;
  std::string stitch;          ///< ISO 4915 or empty
  std::string driver;          ///< "m seam", "piece", "tack", "bag" ...
  Quantity fixed_minutes;      ///< Unit::Minute
  Quantity minutes_per_metre;  ///< Unit::Minute
  Provenance provenance;
  std::string also_makes{};  ///< a second stitch that the same machine makes, or empty
  std::string paid_by{};     ///< rate that pays this work instead of labour, or empty: nothing is paid twice
};

struct Origin {
  std::string id;  ///< ISO 3166 alpha-2
  std::string name;
  Money direct_labour_per_minute;
  Money overhead_per_minute;
  Ratio line_efficiency;  ///< typical at the reference quantity
  Ratio material_uplift;  ///< import uplift on materials
  Provenance provenance;
};

/// A duty line of a market for packs.
struct TariffLine {
  std::string code;  ///< "4202 92 91"
  std::string
      surface;  ///< "textile", "textile-man-made", "textile-cotton", "plastic", "bladder-only", "other"
  Ratio duty;
  Provenance provenance;
};

struct Market {
  std::string id;  ///< ISO 3166 alpha-2
  std::string name;
  std::string region;        ///< EU, UK, NA, SA, ME, AF
  std::string customs_area;  ///< "EU" for DE, ES, FR, DK; else the id
  std::string language;      ///< BCP 47
  std::string currency;
  bool imperial_units = false;
  Ratio vat;
  Provenance vat_provenance;
  std::string valuation;  ///< "CIF" or "FOB"
  std::vector<TariffLine> tariff;
  std::string sun, heat, humidity;              ///< "low", "medium", "high"
  std::string other_charges, preferences;       ///< notes as printed
  std::vector<std::string> compliance_regions;  ///< "US-CA" ...
};

/// What one order quantity changes.
struct QuantityBreak {
  std::int64_t quantity = 0;
  Ratio fabric_price_factor, trim_price_factor, line_efficiency, margin;
  Quantity setup_minutes;  ///< Unit::Minute, per style
  Provenance provenance;
};

/// A named figure with its range (tooling prices, inspection days, freight ...): low <= typical <= high.
struct Rate {
  std::string id;  ///< "cutting-die-set"
  std::string name;
  std::string unit;  ///< "USD per style", "% of ex-factory", ...
  std::int64_t low_millionths = 0, typical_millionths = 0, high_millionths = 0;
  Provenance provenance;
  std::vector<std::string> origins{};  ///< where the figure holds; empty: everywhere
  std::string driver{};                ///< prices that move together: "tooling" "quality" "freight"; or empty
};

/// An exchange rate: one US dollar in `currency`.
struct ExchangeRate {
  Currency currency;
  Ratio per_usd;
  Provenance provenance;
};

struct Supplier {
  std::string id, name, country;
  std::vector<std::string> certificates;
  Provenance provenance;
};

/// Thread that a stitch type eats: metres per metre of seam (or per tack).
struct StitchType {
  std::string id;  ///< ISO 4915 code, or BT28, BT42, XBOX
  std::string name;
  Quantity thread_per_metre;  ///< Unit::Metre per metre of seam; zero for tacks
  Quantity thread_per_tack;   ///< Unit::Metre per tack; zero for seams
  Provenance provenance;
};

struct SeamClass {
  std::string id;  ///< ISO 4916, "1.01.01"
  std::string name, use, astm;
};

}  // namespace bom
