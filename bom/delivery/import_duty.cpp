#include "bom/delivery/import_duty.h"

#include <algorithm>

#include "bom/exact.h"
#include "bom/number_text.h"
#include "bom/printed_money.h"

namespace bom {
namespace {

bool isAmong(const std::vector<std::string>& countries, const std::string& country) {
  return std::find(countries.begin(), countries.end(), country) != countries.end();
}

std::string unitText(Money money) {
  return formatUnitMoney(money) + " " + std::string(money.currency().code());
}

std::string percentWith(Ratio share) {
  return formatPercent(share) + " %";
}

/// The lowest duty that a proof of origin gives, or null where none is below the line's.
const Preference* preferenceFor(const DeliveryInput& input, const Market& market, Ratio full) {
  const Preference* best = nullptr;
  for (const Preference& preference : input.book->preferences) {
    if (!isAmong(preference.markets, market.id) || !isAmong(preference.origins, input.origin)) continue;
    if (!preference.period.holdsOn(input.as_of) || preference.duty >= full) continue;
    if (best == nullptr || preference.duty < best->duty) best = &preference;
  }
  return best;
}

/// The line's duty, or that of a preference which the order can prove, with its words.
struct LineDuty {
  Ratio rate;
  std::string text;
};

LineDuty lineDutyOf(const DeliveryInput& input, const Market& market, const TariffLine& line) {
  const Preference* preference = input.proof_of_origin ? preferenceFor(input, market, line.duty) : nullptr;
  if (preference == nullptr)
    return {line.duty, input.words ? percentWith(line.duty) + " of line " + line.code : ""};
  return {preference->duty, input.words
                                ? percentWith(preference->duty) + " " + preference->name + " instead of " +
                                      percentWith(line.duty) + " of line " + line.code
                                : ""};
}

DutyFigure dutyOf(const DeliveryInput& input, const Market& market, const ImportValues& values) {
  const TariffLine& line = tariffLineFor(market, *input.surface);
  DutyFigure duty;
  duty.tariff_line = line.code;
  duty.valuation = market.valuation;
  const Money value = market.valuation == "FOB" ? values.fob : values.cif;
  duty.customs_value = input.assist.millionths() > 0 ? value + input.assist : value;
  auto [rate, rates] = lineDutyOf(input, market, line);
  for (const ExtraDuty& extra : input.book->extra_duties) {
    if (!isAmong(extra.markets, market.id) || !extra.period.holdsOn(input.as_of)) continue;
    if (!extra.origins.empty() && !isAmong(extra.origins, input.origin)) continue;
    rate = rate + extra.duty;
    if (input.words) rates += " + " + percentWith(extra.duty) + " " + extra.name;
  }
  duty.rate = rate;
  duty.amount = printedShare(duty.customs_value, rate);
  if (!input.words) return duty;
  duty.basis = "(" + rates + ") x customs value " + market.valuation + " " + unitText(duty.customs_value) +
               (input.assist.millionths() > 0 ? " with " + unitText(input.assist) + " of tooling" : "") +
               "; " + input.surface->basis;
  return duty;
}

/// What a proof of origin would save, where the order does not say that there is one.
void addPreferenceNote(const DeliveryInput& input, const Market& market, const DutyFigure& duty,
                       std::vector<std::string>& notes) {
  const Ratio full = tariffLineFor(market, *input.surface).duty;
  const Preference* preference = preferenceFor(input, market, full);
  if (!input.words || preference == nullptr || input.proof_of_origin) return;
  const Money saved = printedShare(duty.customs_value, full - preference->duty);
  notes.push_back("with a proof of origin (" + preference->name + ") the duty of the line is " +
                  percentWith(preference->duty) + " instead of " + percentWith(full) + ": " +
                  unitText(saved) + " less per piece");
}

/// Why the bag is none that holds a bladder and nothing else.
std::string notBladderOnly(const DeliveryInput& input) {
  const BeverageBag& bag = input.surface->bag;
  std::string why;
  const auto add = [&](const std::string& reason) { why += (why.empty() ? "" : " and ") + reason; };
  if (input.surface->kind == "plastic") add("is no textile outside");
  if (!bag.is_insulated) add("is not insulated");
  if (!bag.holds_nothing_else) add("has room for more than that");
  return why;
}

void addBladderNote(const DeliveryInput& input, const Market& market, std::vector<std::string>& notes) {
  if (!input.words || !input.surface->bag.has_bladder) return;
  const TariffLine& taken = tariffLineFor(market, *input.surface);
  for (const TariffLine& line : market.tariff) {
    if (line.surface != "bladder-only") continue;
    const std::string rate = "line " + line.code + " at " + percentWith(line.duty);
    notes.push_back(taken.surface == line.surface
                        ? "an insulated bag around a drinking bladder and nothing else is reckoned under " +
                              rate + "; a binding ruling of the customs should be asked for"
                        : "an insulated bag that holds a drinking bladder and nothing else falls under " +
                              rate + "; this one " + notBladderOnly(input));
  }
}

/// A limit per shipment, per piece in the estimate's currency; zero where there is none.
Result<Money> limitPerPiece(const DeliveryInput& input, Money limit) {
  const Currency currency = input.ex_factory.currency();
  if (limit.millionths() == 0) return Money::fromMillionths(0, currency);
  return printedSpread(*input.book, limit, {Ratio::one(), input.quantity, currency});
}

Result<CostLeg> feeLeg(const DeliveryInput& input, const ImportFee& fee, Money base) {
  Money amount = printedShare(base, fee.percent);
  std::string text = input.words ? percentWith(fee.percent) + " of " + fee.base + " " + unitText(base) : "";
  const auto least = limitPerPiece(input, fee.least), most = limitPerPiece(input, fee.most);
  if (!least) return tl::unexpected(least.error());
  if (!most) return tl::unexpected(most.error());
  const auto limitText = [](Money limit) {
    return formatScaled(limit.millionths(), 6, 2) + " " + std::string(limit.currency().code()) +
           " per shipment";
  };
  if (amount < *least) {
    amount = *least;
    if (input.words) text += ", at least " + limitText(fee.least);
  } else if (fee.most.millionths() > 0 && *most < amount) {
    amount = *most;
    if (input.words) text += ", at most " + limitText(fee.most);
  }
  return CostLeg{"fee: " + fee.name, Payer::Buyer, amount, text, fee.provenance.status};
}

Result<std::vector<CostLeg>> feeLegs(const DeliveryInput& input, const Market& market,
                                     const ImportValues& values, Money duty) {
  std::vector<CostLeg> legs;
  for (const ImportFee& fee : input.book->import_fees) {
    if (fee.market != market.id || !fee.period.holdsOn(input.as_of)) continue;
    if (fee.sea_only && !values.by_sea) continue;
    const Money base = fee.base == "fob"       ? values.fob
                       : fee.base == "duty"    ? duty
                       : fee.base == "freight" ? values.freight
                                               : values.cif;
    auto leg = feeLeg(input, fee, base);
    if (!leg) return tl::unexpected(leg.error());
    legs.push_back(std::move(*leg));
  }
  return legs;
}

VatRule vatRuleOf(const PriceBook& book, const Market& market) {
  for (const VatRule& rule : book.vat_rules)
    if (rule.market == market.id) return rule;
  VatRule usual;
  usual.market = market.id;
  return usual;
}

std::string vatText(const Market& market, const VatRule& rule, Money base) {
  std::string text = percentWith(market.vat) + " of customs value" +
                     (rule.uplift > Ratio() ? " + " + percentWith(rule.uplift) : "") + ", duty and fees " +
                     unitText(base.rounded(4));
  if (rule.inclusive) text += " / (100 % - " + percentWith(market.vat) + "), for the tax is part of its base";
  if (rule.recoverable) text += "; a registered importer gets it back";
  return text;
}

CostLeg vatLeg(const DeliveryInput& input, const Market& market, const ImportCharges& charges) {
  const VatRule rule = vatRuleOf(*input.book, market);
  Money base = charges.duty.customs_value + charges.duty.amount;
  for (const CostLeg& leg : charges.legs)
    if (leg.id != "duty") base = base + leg.amount;
  if (rule.uplift > Ratio()) base = base + charges.duty.customs_value * rule.uplift;
  const bool inclusive = rule.inclusive && market.vat < Ratio::one();
  const Ratio rest = inclusive ? Ratio::one() - market.vat : Ratio::one();
  return CostLeg{"vat",
                 Payer::Buyer,
                 printedShare(base, market.vat, rest),
                 input.words ? vatText(market, rule, base) : "",
                 market.vat_provenance.status,
                 !rule.recoverable};
}

FigureStatus dutyStatus(const DeliveryInput& input, const Market& market) {
  return tariffLineFor(market, *input.surface).provenance.status;
}

}  // namespace

Result<ImportCharges> importChargesOf(const DeliveryInput& input, const Market& market,
                                      const ImportValues& values) {
  ImportCharges charges;
  charges.duty = dutyOf(input, market, values);
  charges.legs.push_back(
      {"duty", Payer::Buyer, charges.duty.amount, charges.duty.basis, dutyStatus(input, market)});
  auto fees = feeLegs(input, market, values, charges.duty.amount);
  if (!fees) return tl::unexpected(fees.error());
  for (CostLeg& fee : *fees) charges.legs.push_back(std::move(fee));
  if (market.vat > Ratio()) charges.legs.push_back(vatLeg(input, market, charges));
  addPreferenceNote(input, market, charges.duty, charges.notes);
  addBladderNote(input, market, charges.notes);
  return charges;
}

}  // namespace bom
