// The rows of a price book, besides items, that stand behind a quote, each as one line of text.
#include <algorithm>
#include <set>

#include "bom/number_text.h"
#include "configurator/session/quote.h"

namespace configurator {
namespace {

std::string percentText(bom::Ratio ratio) {
  return bom::formatPercent(ratio) + " %";
}

std::string moneyText(bom::Money money) {
  return bom::formatScaled(money.millionths(), 6) + " " + std::string(money.currency().code());
}

std::string minutesText(bom::Quantity minutes) {
  return bom::formatQuantity(minutes) + " min";
}

std::string periodText(const bom::Period& period) {
  return (period.from.empty() ? "" : " from " + period.from) +
         (period.until.empty() ? "" : " until " + period.until);
}

bool holdsFor(const std::vector<std::string>& places, const std::string& place) {
  return places.empty() || std::find(places.begin(), places.end(), place) != places.end();
}

/// Collects the rows that hold for one estimate.
class FigureWriter {
 public:
  explicit FigureWriter(const Figures& figures)
      : figures_(figures), book_(*figures.prices), input_(figures.estimate->input) {}

  std::vector<QuotedFigure> write() {
    writeRates();
    writeWork();
    writePlaces();
    writeTrade();
    writeColors();
    return std::move(rows_);
  }

 private:
  void add(const std::string& kind, const std::string& id, const std::string& name, const std::string& value,
           const bom::Provenance& provenance) {
    rows_.push_back({kind, id, name, value, provenance});
  }

  void writeRates() {
    for (const auto& [id, rate] : book_.rates) {
      std::string origins;
      for (const std::string& origin : rate.origins) origins += " " + origin;
      add("rate", id, rate.name,
          bom::formatScaled(rate.typical_millionths, 6) + " " + rate.unit + ", " +
              bom::formatScaled(rate.low_millionths, 6) + " to " +
              bom::formatScaled(rate.high_millionths, 6) + (origins.empty() ? "" : ", in" + origins),
          rate.provenance);
    }
    for (const auto& [code, rate] : book_.exchange)
      add("exchange", code, "per US dollar", bom::formatScaled(rate.per_usd.billionths(), 9),
          rate.provenance);
    for (const bom::QuantityBreak& at : book_.breaks) {
      add("break", std::to_string(at.quantity), "",
          "fabric " + percentText(at.fabric_price_factor) + ", trim " + percentText(at.trim_price_factor) +
              ", efficiency " + percentText(at.line_efficiency) + ", margin " + percentText(at.margin) +
              ", set-up " + minutesText(at.setup_minutes),
          at.provenance);
    }
  }

  void writeWork() {
    std::set<std::string> operations, stitches;
    for (const bom::WorkStep& step : figures_.product->work) operations.insert(step.operation);
    for (const bom::ConstructionSeam& seam : figures_.product->seams) stitches.insert(seam.stitch);
    for (const bom::ConstructionStitch& line : figures_.product->stitches) stitches.insert(line.stitch);
    for (const bom::Reinforcement& tack : figures_.product->reinforcements) stitches.insert(tack.type);
    for (const auto& [id, operation] : book_.operations) {
      if (!operations.contains(id)) continue;
      add("operation", id, operation.name,
          minutesText(operation.fixed_minutes) + " + " + minutesText(operation.minutes_per_metre) + "/m" +
              (operation.paid_by.empty() ? "" : ", paid by " + operation.paid_by),
          operation.provenance);
    }
    for (const auto& [id, stitch] : book_.stitches) {
      if (!stitches.contains(id)) continue;
      add("stitch", id, stitch.name,
          bom::formatQuantity(stitch.thread_per_metre) + " m/m, " +
              bom::formatQuantity(stitch.thread_per_tack) + " m each",
          stitch.provenance);
    }
  }

  void writePlaces() {
    if (const auto origin = book_.origins.find(input_.origin); origin != book_.origins.end()) {
      const bom::Origin& at = origin->second;
      add("origin", at.id, at.name,
          "labour " + moneyText(at.direct_labour_per_minute) + "/min, overhead " +
              moneyText(at.overhead_per_minute) + "/min, efficiency " + percentText(at.line_efficiency) +
              ", uplift " + percentText(at.material_uplift),
          at.provenance);
    }
    const auto market = book_.markets.find(input_.market);
    if (market == book_.markets.end()) return;
    const bom::Market& at = market->second;
    add("market", at.id, at.name, "VAT " + percentText(at.vat) + ", duty on " + at.valuation,
        at.vat_provenance);
    for (const bom::TariffLine& line : at.tariff)
      add("tariff", line.code, line.surface, percentText(line.duty), line.provenance);
  }

  void writeTrade() {
    if (const auto term = book_.incoterms.find(input_.incoterm); term != book_.incoterms.end()) {
      std::string payers;
      for (const bom::Payer payer : term->second.payers)
        payers += (payers.empty() ? "" : " ") + std::string(bom::payerName(payer));
      add("incoterm", input_.incoterm, term->second.name, payers, term->second.provenance);
    }
    for (const bom::Lane& lane : book_.lanes) {
      if (holdsFor(lane.origins, input_.origin) && holdsFor(lane.markets, input_.market))
        add("lane", lane.mode, "", lane.rate + (lane.stand_in ? ", a stand-in" : ""), {});
    }
    for (const bom::ImportFee& fee : book_.import_fees) {
      if (fee.market != input_.market) continue;
      add("import-fee", fee.market, fee.name,
          percentText(fee.percent) + " of " + fee.base + ", at least " + moneyText(fee.least) + ", at most " +
              moneyText(fee.most) + periodText(fee.period),
          fee.provenance);
    }
    for (const bom::Preference& preference : book_.preferences) {
      if (holdsFor(preference.markets, input_.market) && holdsFor(preference.origins, input_.origin))
        add("preference", input_.origin, preference.name,
            percentText(preference.duty) + periodText(preference.period), preference.provenance);
    }
    for (const bom::ExtraDuty& extra : book_.extra_duties) {
      if (holdsFor(extra.markets, input_.market) && holdsFor(extra.origins, input_.origin))
        add("extra-duty", input_.market, extra.name, percentText(extra.duty) + periodText(extra.period),
            extra.provenance);
    }
    for (const bom::VatRule& rule : book_.vat_rules) {
      if (rule.market != input_.market) continue;
      add("vat-rule", rule.market, "",
          "uplift " + percentText(rule.uplift) + (rule.inclusive ? ", part of its base" : "") +
              (rule.recoverable ? "" : ", not recoverable"),
          rule.provenance);
    }
  }

  /// What is made in a colour of the order, and the shade card that spares it that.
  void writeColors() {
    const bom::ColorBook& colors = book_.colors;
    if (colors.dyed.empty()) return;
    add("color-tolerance", "CIE 1976", "", bom::formatDouble(colors.tolerance, 3), colors.provenance);
    for (const bom::DyedGoods& goods : colors.dyed)
      add("dyed-goods", std::string(bom::billSectionName(goods.section)), "",
          goods.goods + ", at least " + goods.least_lot, colors.provenance);
    for (const bom::StockColor& color : colors.stock) {
      std::string goods;
      for (const std::string& one : color.goods) goods += " " + one;
      add("stock-color", color.name, "", color.srgb + ":" + goods, colors.provenance);
    }
  }

  const Figures& figures_;
  const bom::PriceBook& book_;
  const bom::EstimateInput& input_;
  std::vector<QuotedFigure> rows_;
};

}  // namespace

std::vector<QuotedFigure> quotedFigures(const Figures& figures) {
  return FigureWriter(figures).write();
}

}  // namespace configurator
