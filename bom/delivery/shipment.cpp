#include "bom/delivery/shipment.h"

#include <algorithm>
#include <array>
#include <optional>

#include "bom/delivery/container.h"
#include "bom/exact.h"
#include "bom/number_text.h"
#include "bom/require.h"

namespace bom {
namespace {

struct ContainerKind {
  const char* mode;
  const char* rates;  ///< how the rates of its room begin
  const char* name;
};
constexpr std::array kContainers{ContainerKind{"sea-20", "container-20", "20'"},
                                 ContainerKind{"sea-40", "container-40", "40'"},
                                 ContainerKind{"sea-40hc", "container-40hc", "40' HC"}};

Ratio ofWhole(std::int64_t whole) {
  return Ratio::fromBillionths(scaleRounded(whole, kBillion, 1));
}

Ratio typicalOf(const Rate& rate) {
  return Ratio::fromBillionths(scaleRounded(rate.typical_millionths, 1000, 1));
}

Result<Ratio> figureOf(const PriceBook& book, const std::string& id) {
  const auto rate = findRate(book, id);
  if (!rate) return tl::unexpected(rate.error());
  return typicalOf(*rate);
}

/// A rate of money in US dollars, whatever currency its unit names: freights are added and compared.
Result<Money> dollarRate(const PriceBook& book, const std::string& id) {
  const auto money = moneyRate(book, id);
  if (!money) return money;
  return convertMoney(book, *money, {Ratio::one(), Currency(), 6});
}

bool holds(const std::vector<std::string>& where, const std::string& country) {
  return where.empty() || std::find(where.begin(), where.end(), country) != where.end();
}

const Lane* laneOf(const PriceBook& book, const Route& route, std::string_view mode) {
  for (const Lane& lane : book.lanes)
    if (lane.mode == mode && holds(lane.origins, route.origin) && holds(lane.markets, route.market))
      return &lane;
  return nullptr;
}

std::string volumeText(Ratio m3) {
  return formatRounded(m3.billionths(), 9, 2) + " m3";
}
std::string massText(Ratio kg) {
  return formatRounded(kg.billionths(), 9, 1) + " kg";
}
std::string dollars(Money money) {
  return formatScaled(money.rounded(2).millionths(), 6, 2) + " USD";
}
std::string standInText(const Lane& lane) {
  return lane.stand_in ? "; a stand-in, no figure for this lane" : "";
}

/// A lane's price per unit with its name and how far it can be trusted.
struct LanePrice {
  const Lane* lane;
  Money per_unit;
  std::string name;
  FigureStatus status;
};

Result<std::optional<LanePrice>> priceOf(const PriceBook& book, const Route& route, std::string_view mode) {
  const Lane* lane = laneOf(book, route, mode);
  if (lane == nullptr) return std::optional<LanePrice>();
  const auto rate = findRate(book, lane->rate);
  if (!rate) return tl::unexpected(rate.error());
  const auto money = dollarRate(book, lane->rate);
  if (!money) return tl::unexpected(money.error());
  return std::optional<LanePrice>(
      LanePrice{lane, *money, rate->name.empty() ? rate->id : rate->name,
                lane->stand_in ? FigureStatus::Estimate : rate->provenance.status});
}

Result<std::optional<Freight>> byLcl(const Shipment& shipment, const PriceBook& book, const Route& route) {
  const auto price = priceOf(book, route, "sea-lcl");
  if (!price) return tl::unexpected(price.error());
  if (!*price) return std::optional<Freight>();
  const auto least = dollarRate(book, "lcl-minimum");
  if (!least) return tl::unexpected(least.error());
  const Ratio tonnes = shipment.gross_kg / ofWhole(1000);
  const Ratio charged = std::max({shipment.volume_m3, tonnes, Ratio::one()});
  const Money cost = std::max((*price)->per_unit * charged, *least);
  Freight freight{"sea-lcl", cost, "", (*price)->status};
  if (route.words) {
    freight.basis = (*price)->name + ": greater of " + volumeText(shipment.volume_m3) + ", " +
                    massText(shipment.gross_kg) + " / 1000 and 1, x " + dollars((*price)->per_unit) +
                    ", at least " + dollars(*least) + standInText(*(*price)->lane);
  }
  return std::optional<Freight>(std::move(freight));
}

struct Container {
  LanePrice price;
  std::int64_t cartons;  ///< that it takes
  const char* name;
};

Result<std::vector<Container>> containersFor(const Shipment& shipment, const PriceBook& book,
                                             const Route& route) {
  std::vector<Container> containers;
  for (const ContainerKind& kind : kContainers) {
    const auto price = priceOf(book, route, kind.mode);
    if (!price) return tl::unexpected(price.error());
    if (!*price) continue;
    const auto cartons = cartonsIn(book, kind.rates, shipment.carton);
    if (!cartons) return tl::unexpected(cartons.error());
    if (*cartons > 0) containers.push_back({**price, *cartons, kind.name});
  }
  return containers;
}

/// Counts of each kind, the cheapest that hold the cartons: all but the last kind are counted through, the
/// last fills up.
struct Loading {
  std::vector<std::int64_t> counts;
  std::optional<Money> cost;
};

void tryCounts(const std::vector<Container>& kinds, std::int64_t left, const Loading& now, Loading& best) {
  const Container& kind = kinds[now.counts.size()];
  const std::int64_t enough = left > 0 ? (left + kind.cartons - 1) / kind.cartons : 0;
  const bool is_last = now.counts.size() + 1 == kinds.size();
  for (std::int64_t count = is_last ? enough : 0; count <= enough; ++count) {
    Loading next = now;
    next.counts.push_back(count);
    const Money cost = kind.price.per_unit * count;
    next.cost = next.cost ? *next.cost + cost : cost;
    if (!is_last)
      tryCounts(kinds, left - kind.cartons * count, next, best);
    else if (!best.cost || *next.cost < *best.cost)
      best = std::move(next);
  }
}

Result<std::optional<Freight>> byContainers(const Shipment& shipment, const PriceBook& book,
                                            const Route& route) {
  const auto kinds = containersFor(shipment, book, route);
  if (!kinds) return tl::unexpected(kinds.error());
  if (kinds->empty()) return std::optional<Freight>();
  Loading best;
  tryCounts(*kinds, shipment.cartons, {}, best);
  std::string text;
  FigureStatus status = FigureStatus::Quote;
  bool stand_in = false;
  for (std::size_t i = 0; i < kinds->size(); ++i) {
    if (best.counts[i] == 0) continue;
    const Container& kind = (*kinds)[i];
    if (route.words)
      text += (text.empty() ? "" : " + ") + std::to_string(best.counts[i]) + " x " + kind.name +
              " for up to " + std::to_string(kind.cartons) + " at " + dollars(kind.price.per_unit);
    status = weaker(status, kind.price.status);
    stand_in = stand_in || kind.price.lane->stand_in;
  }
  if (route.words) {
    text = std::to_string(shipment.cartons) + " cartons in " + text +
           (stand_in ? "; a stand-in, no figure for this lane" : "");
  }
  return std::optional<Freight>(Freight{"sea-fcl", *best.cost, std::move(text), status});
}

struct ByWeight {
  const char* mode;
  const char* divisor_rate;    ///< cm3 per kg
  const char* surcharge_rate;  ///< per kg, or null
};

Result<std::optional<Freight>> byWeight(const Shipment& shipment, const PriceBook& book, const Route& route,
                                        const ByWeight& by) {
  const auto price = priceOf(book, route, by.mode);
  if (!price) return tl::unexpected(price.error());
  if (!*price) return std::optional<Freight>();
  const auto divisor = figureOf(book, by.divisor_rate);
  if (!divisor) return tl::unexpected(divisor.error());
  Money per_kg = (*price)->per_unit;
  if (by.surcharge_rate != nullptr) {
    const auto surcharge = dollarRate(book, by.surcharge_rate);
    if (!surcharge) return tl::unexpected(surcharge.error());
    per_kg = per_kg + *surcharge;
  }
  // A cubic metre is a million cm3: through 128 bits, for a Ratio ends at nine thousand million.
  const Ratio by_volume = Ratio::fromBillionths(
      scaleRounded(shipment.volume_m3.billionths(), 1'000'000 * kBillion, divisor->billionths()));
  const Ratio charged = std::max(shipment.gross_kg, by_volume);
  Freight freight{by.mode, per_kg * charged, "", (*price)->status};
  if (route.words) {
    freight.basis = (*price)->name + ": greater of " + massText(shipment.gross_kg) + " and " +
                    volumeText(shipment.volume_m3) + " / " + formatScaled(divisor->billionths(), 9) +
                    " cm3 per kg = " + massText(charged) + " x " + dollars(per_kg) +
                    standInText(*(*price)->lane);
  }
  return std::optional<Freight>(std::move(freight));
}

}  // namespace

Result<Shipment> shipmentOf(const CartonPlan& carton, const PriceBook& book, std::int64_t pieces,
                            Quantity piece_mass) {
  require(carton.pieces_per_carton >= 1 && pieces >= 1, "a shipment has pieces in cartons");
  const auto packing = percentRate(book, "packing-mass");
  if (!packing) return tl::unexpected(packing.error());
  Shipment shipment;
  shipment.pieces = pieces;
  shipment.carton = carton;
  shipment.cartons = (pieces + carton.pieces_per_carton - 1) / carton.pieces_per_carton;
  shipment.volume_m3 =
      Ratio::fromBillionths(scaleRounded(cartonMillilitres(carton), 1000 * shipment.cartons, 1));
  // Grams are millionths of a thousand: the same number of billionths of a kilogram times pieces.
  const Quantity packed = piece_mass * (Ratio::one() + *packing);
  shipment.gross_kg = Ratio::fromBillionths(scaleRounded(packed.millionths(), pieces, 1));
  return shipment;
}

Result<std::vector<Freight>> freightsOf(const Shipment& shipment, const PriceBook& book, const Route& route) {
  std::vector<Freight> freights;
  const auto take = [&](Result<std::optional<Freight>> freight) -> Result<void> {
    if (!freight) return tl::unexpected(freight.error());
    if (*freight) freights.push_back(std::move(**freight));
    return {};
  };
  for (const auto& taken : {take(byLcl(shipment, book, route)), take(byContainers(shipment, book, route))})
    if (!taken) return tl::unexpected(taken.error());
  std::stable_sort(freights.begin(), freights.end(),
                   [](const Freight& a, const Freight& b) { return a.cost < b.cost; });
  for (const auto& taken :
       {take(byWeight(shipment, book, route, {"air", "air-volumetric-divisor", "air-fuel-surcharge"})),
        take(byWeight(shipment, book, route, {"express", "express-volumetric-divisor", nullptr}))})
    if (!taken) return tl::unexpected(taken.error());
  return freights;
}

}  // namespace bom
