#include "bom/what_if/drivers.h"

#include <array>
#include <functional>

#include "bom/exact.h"
#include "bom/require.h"

namespace bom {

namespace {

constexpr Ratio kSourcedDoubt = Ratio::fromBillionths(50'000'000);
constexpr Ratio kEstimateDoubt = Ratio::fromBillionths(200'000'000);

/// What the price book calls the driver of such rates; empty for drivers that have none.
std::string rateDriver(Driver driver) {
  if (driver == Driver::Tooling) return "tooling";
  if (driver == Driver::Quality) return "quality";
  return driver == Driver::Freight ? "freight" : "";
}

bool isFabric(const Item& item) {
  return item.break_class.empty() ? item.sheet.has_value() : item.break_class == "fabric";
}

/// A figure of a driver: its value, the bounds that are stated (equal to it where none are), its status.
struct Figure {
  std::int64_t value, low, high;
  FigureStatus status;
};
using Change = std::function<std::int64_t(const Figure&)>;

void changeMoney(Money& money, const Figure& figure, const Change& change) {
  money = Money::fromMillionths(change(figure), money.currency());
}

void changePlain(Money& money, FigureStatus status, const Change& change) {
  changeMoney(money, {money.millionths(), money.millionths(), money.millionths(), status}, change);
}

void changeItems(PriceBook& book, bool fabrics, const Change& change) {
  for (auto& [id, item] : book.items) {
    if (isFabric(item) != fabrics) continue;
    const Figure figure{item.price.millionths(), item.price_low.millionths(), item.price_high.millionths(),
                        item.price_provenance.status};
    // Bounds of a list price say nothing of an offer, nor of bounds that are not stated.
    const bool bounded = figure.low > 0 && figure.high >= figure.value && figure.low <= figure.value;
    changeMoney(item.price,
                bounded ? figure : Figure{figure.value, figure.value, figure.value, figure.status}, change);
    for (PriceStep& step : item.price_steps) changePlain(step.price, item.price_provenance.status, change);
  }
}

void changeMinutes(PriceBook& book, const Change& change) {
  const auto changed = [&](Quantity minutes, FigureStatus status) {
    const std::int64_t value = minutes.millionths();
    return Quantity::fromMillionths(change({value, value, value, status}), minutes.unit());
  };
  for (auto& [id, operation] : book.operations) {
    operation.fixed_minutes = changed(operation.fixed_minutes, operation.provenance.status);
    operation.minutes_per_metre = changed(operation.minutes_per_metre, operation.provenance.status);
  }
  for (QuantityBreak& at : book.breaks) at.setup_minutes = changed(at.setup_minutes, at.provenance.status);
}

Ratio changedRatio(Ratio ratio, FigureStatus status, const Change& change) {
  const std::int64_t value = ratio.billionths();
  return Ratio::fromBillionths(change({value, value, value, status}));
}

void changeDuties(PriceBook& book, const Change& change) {
  for (auto& [id, market] : book.markets) {
    for (TariffLine& line : market.tariff)
      line.duty = changedRatio(line.duty, line.provenance.status, change);
  }
  for (Preference& preference : book.preferences)
    preference.duty = changedRatio(preference.duty, preference.provenance.status, change);
  for (ExtraDuty& extra : book.extra_duties)
    extra.duty = changedRatio(extra.duty, extra.provenance.status, change);
  for (ImportFee& fee : book.import_fees) {
    fee.percent = changedRatio(fee.percent, fee.provenance.status, change);
    changePlain(fee.least, fee.provenance.status, change);
    changePlain(fee.most, fee.provenance.status, change);
  }
}

void changeRates(PriceBook& book, Driver driver, const Change& change) {
  for (auto& [id, rate] : book.rates) {
    if (rate.driver.empty() || rate.driver != rateDriver(driver)) continue;
    rate.typical_millionths =
        change({rate.typical_millionths, rate.low_millionths, rate.high_millionths, rate.provenance.status});
  }
}

/// Of all currencies against the dollar, which is what prices pass through.
void changeExchange(PriceBook& book, const Change& change) {
  for (auto& [code, rate] : book.exchange)
    rate.per_usd = changedRatio(rate.per_usd, rate.provenance.status, change);
}

PriceBook changedBook(const PriceBook& book, Driver driver, const Change& change) {
  PriceBook changed = book;
  switch (driver) {
    case Driver::Fabrics:
      changeItems(changed, true, change);
      break;
    case Driver::Trims:
      changeItems(changed, false, change);
      break;
    case Driver::Minutes:
      changeMinutes(changed, change);
      break;
    case Driver::Duty:
      changeDuties(changed, change);
      break;
    case Driver::ExchangeRate:
      changeExchange(changed, change);
      break;
    case Driver::Wages:
      for (auto& [id, origin] : changed.origins)
        changePlain(origin.direct_labour_per_minute, origin.provenance.status, change);
      break;
    case Driver::FactoryOverhead:
      for (auto& [id, origin] : changed.origins)
        changePlain(origin.overhead_per_minute, origin.provenance.status, change);
      break;
    case Driver::Margin:
      for (QuantityBreak& at : changed.breaks)
        at.margin = changedRatio(at.margin, at.provenance.status, change);
      break;
    case Driver::Tooling:
    case Driver::Quality:
    case Driver::Freight:
      changeRates(changed, driver, change);
      break;
  }
  return changed;
}

}  // namespace

const std::vector<Driver>& allDrivers() {
  static const std::vector<Driver> kDrivers{Driver::Fabrics,         Driver::Trims,       Driver::Wages,
                                            Driver::FactoryOverhead, Driver::Minutes,     Driver::Tooling,
                                            Driver::Quality,         Driver::Freight,     Driver::Duty,
                                            Driver::Margin,          Driver::ExchangeRate};
  return kDrivers;
}

std::string driverName(Driver driver) {
  static const std::array<const char*, 11> kNames{
      "prices of fabrics",    "prices of trims",      "wages",
      "factory overhead",     "sewing minutes",       "tooling and small lots",
      "inspection and tests", "freight and handling", "duties and fees",
      "factory margin",       "exchange rate"};
  return kNames.at(static_cast<std::size_t>(driver));
}

PriceBook scaledBook(const PriceBook& book, Driver driver, Ratio factor) {
  return changedBook(book, driver, [&](const Figure& figure) {
    return scaleRounded(figure.value, factor.billionths(), kBillion);
  });
}

Ratio doubtOf(FigureStatus status) {
  if (status == FigureStatus::Sourced) return kSourcedDoubt;
  return status == FigureStatus::Estimate ? kEstimateDoubt : Ratio();
}

PriceBook boundBook(const PriceBook& book, Driver driver, bool dear) {
  return changedBook(book, driver, [&](const Figure& figure) {
    const Ratio doubt = doubtOf(figure.status);
    if (doubt == Ratio()) return figure.value;
    if (figure.low != figure.high) return dear ? figure.high : figure.low;
    const Ratio factor = dear ? Ratio::one() + doubt : Ratio::one() - doubt;
    return scaleRounded(figure.value, factor.billionths(), kBillion);
  });
}

}  // namespace bom
