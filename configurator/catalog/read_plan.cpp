// Reads what the price book knows about an order in time: stages, lead times, closures, payment terms, lives.
#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "bom/number_text.h"
#include "configurator/catalog/number_text.h"
#include "configurator/catalog/plan_words.h"
#include "configurator/catalog/read_catalog.h"
#include "configurator/catalog/xml_shape.h"

namespace configurator {
namespace {

int smallWholeOf(const XmlElement& element, std::string_view attribute) {
  return static_cast<int>(parseWhole(element.attribute(attribute)).value_or(0));
}

std::int64_t yearsOf(const XmlElement& element, std::string_view attribute) {
  return bom::parseScaled(element.attribute(attribute), 6).value_or(0);
}

void sayNotAscending(const XmlElement& element, CatalogReading& reading) {
  reading.wrong(element, "<" + element.name + ">: low, typical and high must ascend");
}

void readStage(const XmlElement& element, CatalogReading& reading) {
  bom::ScheduleStage stage;
  stage.id = element.attribute("id");
  stage.name = childText(element, "name");
  stage.low = smallWholeOf(element, "low");
  stage.typical = smallWholeOf(element, "typical");
  stage.high = smallWholeOf(element, "high");
  if (stage.low > stage.typical || stage.typical > stage.high) sayNotAscending(element, reading);
  stage.after = wordsOf(element.attribute("after"));
  stage.when = element.attribute("when");
  stage.markets = wordsOf(element.attribute("markets"));
  stage.place = element.attribute("place");
  stage.working_days = element.attribute("days") == "working";
  stage.sewing = element.attribute("sewing") == "yes";
  stage.materials = element.attribute("materials");
  stage.times = element.attribute("times");
  stage.events = wordsOf(element.attribute("events"));
  stage.provenance = provenanceOf(element);
  reading.claim("stage", stage.id, element);
  reading.catalog.prices.plan.stages.push_back(std::move(stage));
}

void readLeadTime(const XmlElement& element, CatalogReading& reading) {
  bom::LeadTime row{
      element.attribute("id"),
      childText(element, "name"),
      wordsOf(element.attribute("categories")),
      wordsOf(element.attribute("families")),
      element.attribute("only"),
      {smallWholeOf(element, "low"), smallWholeOf(element, "typical"), smallWholeOf(element, "high")},
      provenanceOf(element)};
  if (row.days.low > row.days.typical || row.days.typical > row.days.high) sayNotAscending(element, reading);
  reading.claim("lead-time", row.id, element);
  reading.catalog.prices.plan.lead_times.push_back(std::move(row));
}

void readClosure(const XmlElement& element, CatalogReading& reading) {
  bom::Closure closure{wordsOf(element.attribute("countries")), childText(element, "name"),
                       element.attribute("from"), element.attribute("until"), provenanceOf(element)};
  if (closure.until < closure.from) reading.wrong(element, "<closure>: until lies before from");
  reading.claim("closure", closureKey(closure), element);
  reading.catalog.prices.plan.closures.push_back(std::move(closure));
}

void readRestDay(const XmlElement& element, CatalogReading& reading) {
  const auto& days = weekdays();
  const auto day = std::find(days.begin(), days.end(), element.attribute("day"));
  reading.catalog.prices.plan.rest_days.push_back(
      {wordsOf(element.attribute("countries")), static_cast<int>(day - days.begin()), provenanceOf(element)});
}

void readPaymentTerms(const XmlElement& element, CatalogReading& reading) {
  bom::PaymentTerms terms{element.attribute("id"),
                          childText(element, "name"),
                          element.attribute("method"),
                          {},
                          provenanceOf(element)};
  bom::Ratio all;
  for (const XmlElement* share : element.childrenNamed("share")) {
    terms.shares.push_back(
        {percentOf(*share, "percent"), share->attribute("event"), smallWholeOf(*share, "after-days")});
    all = all + terms.shares.back().share;
  }
  if (all != bom::Ratio::one())
    reading.wrong(element, "the shares of payment terms \"" + terms.id + "\" add up to " +
                               bom::formatPercent(all) + " %, not 100 %");
  reading.claim("terms", terms.id, element);
  reading.catalog.prices.plan.payment_terms.push_back(std::move(terms));
}

void readLife(const XmlElement& element, CatalogReading& reading) {
  bom::LifeRow life{smallWholeOf(element, "score"), yearsOf(element, "low"), yearsOf(element, "typical"),
                    yearsOf(element, "high"), provenanceOf(element)};
  if (life.low_millionths > life.typical_millionths || life.typical_millionths > life.high_millionths)
    sayNotAscending(element, reading);
  reading.claim("life", std::to_string(life.score), element);
  reading.catalog.prices.plan.lives.push_back(std::move(life));
}

/// Sections of several files widen the days that are known.
void readClosureDays(const XmlElement& section, CatalogReading& reading) {
  bom::PlanBook& plan = reading.catalog.prices.plan;
  const std::string &from = section.attribute("from"), &until = section.attribute("until");
  if (from.empty() || until.empty()) return;  // the format has said so
  if (until < from) reading.wrong(section, "<closures>: until lies before from");
  if (plan.closures_from.empty() || from < plan.closures_from) plan.closures_from = from;
  if (plan.closures_until < until) plan.closures_until = until;
}

}  // namespace

void readPlanSection(const XmlElement& section, CatalogReading& reading) {
  using Reader = void (*)(const XmlElement&, CatalogReading&);
  static const std::map<std::string, Reader> kReaders{
      {"stages", readStage},      {"lead-times", readLeadTime},        {"closures", readClosure},
      {"rest-days", readRestDay}, {"payment-terms", readPaymentTerms}, {"lives", readLife}};
  const auto reader = kReaders.find(section.name);
  if (reader == kReaders.end()) return;
  if (section.name == "closures") readClosureDays(section, reading);
  for (const XmlElement& element : section.children) reader->second(element, reading);
}

}  // namespace configurator
