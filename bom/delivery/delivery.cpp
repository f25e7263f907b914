#include "bom/delivery/delivery.h"

#include <algorithm>

#include "bom/delivery/import_duty.h"
#include "bom/exact.h"
#include "bom/number_text.h"
#include "bom/printed_money.h"
#include "bom/require.h"

namespace bom {
namespace {

std::string dollarsText(Money money) {
  return formatScaled(money.millionths(), 6, 2) + " " + std::string(money.currency().code());
}

std::string piecesText(std::int64_t pieces) {
  return std::to_string(pieces) + (pieces == 1 ? " piece" : " pieces");
}

/// A charge per shipment or per m3 at the far end, by its rate.
struct FarCharge {
  Leg leg;
  const char* per_shipment;  ///< rate id or null
  const char* per_m3;        ///< rate id or null
};
constexpr FarCharge kDestinationTerminal{Leg::DestinationTerminal, "destination-documents",
                                         "destination-terminal"};
constexpr FarCharge kOnCarriage{Leg::OnCarriage, nullptr, "on-carriage"};
constexpr FarCharge kUnloading{Leg::Unloading, nullptr, "unloading"};
constexpr FarCharge kImportClearance{Leg::ImportClearance, "import-clearance", nullptr};

class Journey {
 public:
  Journey(const DeliveryInput& input, const Market& market, const Incoterm& term)
      : input_(input), market_(market), term_(term), currency_(input.ex_factory.currency()) {}

  Result<Delivery> run() {
    for (const auto step : {&Journey::start, &Journey::carry, &Journey::arrive, &Journey::import}) {
      const auto done = (this->*step)();
      if (!done) return tl::unexpected(done.error());
    }
    addUp();
    if (input_.words) addTermNotes();
    return std::move(out_);
  }

 private:
  void add(Leg leg, Money amount, std::string basis, FigureStatus status) {
    out_.legs.push_back({std::string(legName(leg)), term_.payerOf(leg), amount, std::move(basis), status});
  }

  /// The text, where words are asked for.
  template <typename Text>
  std::string say(const Text& text) const {
    return input_.words ? std::string(text()) : std::string();
  }

  /// Goods, then what the factory's lines to on board say.
  Result<void> start() {
    out_.incoterm = term_.id;
    out_.legs.push_back(
        {"goods", Payer::Seller, input_.ex_factory, say([] { return "ex factory, packed for export"; })});
    fob_ = input_.ex_factory;
    for (const DeliveryInput::Exported& line : input_.exported) {
      add(line.leg, line.amount, line.basis, line.status);
      fob_ = fob_ + line.amount;
    }
    auto shipment = shipmentOf(input_.product->carton, *input_.book, input_.quantity, input_.piece_mass);
    if (!shipment) return tl::unexpected(shipment.error());
    shipment_ = *shipment;
    return {};
  }

  /// Over sea, and insured for 110 % of CIF.
  Result<void> carry() {
    out_.freights = input_.freights;
    const Freight& freight = out_.freights.front();
    const auto cost = perPiece(freight.cost);
    if (!cost) return tl::unexpected(cost.error());
    freight_ = *cost;
    add(Leg::MainCarriage, freight_,
        say([&] { return freight.mode + ", " + freight.basis + ", over " + piecesText(input_.quantity); }),
        freight.status);
    const auto premium = percentRate(*input_.book, "cargo-insurance");
    if (!premium) return tl::unexpected(premium.error());
    const auto uplift = findRate(*input_.book, "insurance-uplift");
    if (!uplift) return tl::unexpected(uplift.error());
    const Ratio insured = Ratio::fromBillionths(scaleRounded(uplift->typical_millionths, 1000, 1));
    const Ratio rest = Ratio::one() - insured * *premium;
    require(rest > Ratio(), "a premium is less than the goods");
    const Money cfr = fob_ + freight_;
    insurance_ = printedShare(cfr, insured * *premium, rest);  // CFR / rest - CFR
    const bool nobody = term_.payerOf(Leg::Insurance) == Payer::None;
    add(Leg::Insurance, insurance_, say([&] {
          return "CIF = CFR " + formatUnitMoney(cfr) + " / (1 - " + formatScaled(insured.billionths(), 9) +
                 " x " + formatPercent(*premium) + " %)" +
                 (nobody ? "; nobody is obliged to, whoever bears the risk will" : "");
        }),
        input_.book->rates.at("cargo-insurance").provenance.status);
    return {};
  }

  Result<void> arrive() {
    for (const FarCharge& charge : {kDestinationTerminal, kOnCarriage, kUnloading, kImportClearance}) {
      const auto done = addFar(charge);
      if (!done) return done;
    }
    return {};
  }

  Result<void> addFar(const FarCharge& charge) {
    Money amount = Money::fromMillionths(0, currency_);
    std::string basis;
    FigureStatus status = FigureStatus::Quote;
    for (const bool by_volume : {false, true}) {
      const char* id = by_volume ? charge.per_m3 : charge.per_shipment;
      if (id == nullptr) continue;
      const auto rate = moneyRate(*input_.book, id);
      if (!rate) return tl::unexpected(rate.error());
      const auto part = perPiece(*rate, by_volume ? shipment_.volume_m3 : Ratio::one());
      if (!part) return tl::unexpected(part.error());
      amount = amount + *part;
      basis += say([&] {
        return (basis.empty() ? "" : " + ") + dollarsText(*rate) +
               (by_volume ? " x " + formatRounded(shipment_.volume_m3.billionths(), 9, 2) + " m3"
                          : " per shipment");
      });
      status = weaker(status, input_.book->rates.at(id).provenance.status);
    }
    add(charge.leg, amount, say([&] { return basis + ", over " + piecesText(input_.quantity); }), status);
    return {};
  }

  Result<void> import() {
    const bool by_sea = out_.freights.front().mode.starts_with("sea");
    auto charges = importChargesOf(input_, market_, {fob_, freight_, fob_ + freight_ + insurance_, by_sea});
    if (!charges) return tl::unexpected(charges.error());
    for (CostLeg& leg : charges->legs) {
      leg.payer = term_.payerOf(Leg::DutyAndTax);
      out_.legs.push_back(std::move(leg));
    }
    if (input_.assist.millionths() > 0) {
      out_.legs.push_back({"assist", Payer::Buyer, input_.assist,
                           say([] { return "tooling that the buyer pays; part of the customs value"; })});
    }
    out_.duty = std::move(charges->duty);
    out_.notes = std::move(charges->notes);
    return {};
  }

  void addUp() {
    out_.price = out_.landed = Money::fromMillionths(0, currency_);
    for (const CostLeg& leg : out_.legs) {
      if (!leg.is_cost) continue;
      out_.landed = out_.landed + leg.amount;
      if (leg.payer == Payer::Seller) out_.price = out_.price + leg.amount;
    }
  }

  void addTermNotes() {
    std::vector<std::string> notes;
    if (!term_.instead.empty())
      notes.push_back(term_.id + " is for goods put on board a ship; packs travel in containers, for which " +
                      term_.instead + " fits: the risk then passes where the seller hands them over");
    if (term_.id == "DDP")
      notes.push_back("under DDP the seller is the importer of record in " + market_.name +
                      " and needs a tax registration there");
    out_.notes.insert(out_.notes.begin(), notes.begin(), notes.end());
  }

  Result<Money> perPiece(Money of_shipment, Ratio factor = Ratio::one()) const {
    return printedSpread(*input_.book, of_shipment, {factor, input_.quantity, currency_});
  }

  const DeliveryInput& input_;
  const Market& market_;
  const Incoterm& term_;
  const Currency currency_;
  Shipment shipment_;
  Money fob_, freight_, insurance_;
  Delivery out_;
};

}  // namespace

Result<Delivery> deliver(const DeliveryInput& input) {
  const auto market = input.book->markets.find(input.market);
  if (market == input.book->markets.end())
    return failure("no market '" + input.market + "' in the price book");
  if (market->second.tariff.empty()) return failure("market '" + input.market + "' has no tariff line");
  const auto term = input.book->incoterms.find(input.incoterm);
  if (term == input.book->incoterms.end())
    return failure("no Incoterm '" + input.incoterm + "' in the price book");
  if (input.freights.empty())
    return failure("no freight from '" + input.origin + "' to '" + input.market + "' in the price book");
  return Journey(input, market->second, term->second).run();
}

}  // namespace bom
