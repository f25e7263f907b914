// The table of the catalog's elements. A change here is a change of assets/schemas/catalog.xsd, and the other
// way.
#include "configurator/catalog/catalog_format.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "configurator/catalog/catalog.h"
#include "configurator/catalog/plan_words.h"

namespace configurator {

namespace {

const std::vector<std::string> kSections{
    "shell", "lining",     "mesh",   "foam",  "frame",    "zip",       "hardware",    "webbing",   "tape",
    "cord",  "reflective", "thread", "label", "branding", "hydration", "electronics", "packaging", "finish"};
const std::vector<std::string> kMaterialKinds{"textile", "polymer", "metal",
                                              "mineral", "paper",   "electronics"};

bool isDigits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isCodes(std::string_view text) {
  const auto words = wordsOf(text);
  return !words.empty() && std::all_of(words.begin(), words.end(), [](const std::string& word) {
    return std::all_of(word.begin(), word.end(),
                       [](char c) {
                         return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                                c == '.' || c == '-';
                       }) &&
           word.front() != '.' && word.front() != '-';
  });
}

/// A list of listed words, separated by spaces; not empty.
ValueType wordListType(const std::string& name, const std::vector<std::string>& words) {
  const ValueType one = wordType(name, words);
  return {name, "a list, separated by spaces, of what is " + one.description, [one](std::string_view text) {
            const auto listed = wordsOf(text);
            return !listed.empty() && std::all_of(listed.begin(), listed.end(),
                                                  [&](const std::string& word) { return one.accepts(word); });
          }};
}

bool isPartOfOne(std::string_view text) {
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view rest = point == std::string_view::npos ? "0" : text.substr(point + 1);
  const bool is_number = !rest.empty() && rest.size() <= 6 &&
                         std::all_of(rest.begin(), rest.end(), [](char c) { return c >= '0' && c <= '9'; });
  return is_number &&
         (whole == "0" || (whole == "1" && rest.find_first_not_of('0') == std::string_view::npos));
}

std::vector<ValueType> catalogValueTypes() {
  std::vector<ValueType> types = sharedValueTypes();
  const std::vector<ValueType> own{
      wordType("namespace", {kCatalogNamespace}),
      wordType("status", {"sourced", "estimate", "quote", "user"}),
      wordType("group", {"body", "carry", "hydration", "closures-pockets", "organisation", "attachment",
                         "visibility", "weather", "materials", "brand"}),
      wordType("measure-unit", {"mm", "l"}),
      wordType("pack-size", {"S", "M", "L"}),
      wordType("parameter-unit", {"mm", "l", "kg", "pc"}),
      wordType("item-unit", {"m", "m2", "pc", "set", "g", "k", "pos", "min"}),
      wordType("section", kSections),
      wordType("severity", {"error", "warning", "hint"}),
      wordType("absent", {"silent", "zero"}),
      wordType("breaks", {"fabric", "trim"}),
      wordType("level", {"low", "medium", "high"}),
      wordType("units", {"metric", "imperial"}),
      wordType("weave", weaveWords()),
      wordType("inspection-level", {"S1", "S2", "S3", "S4", "I", "II", "III"}),
      wordType("control", {"IQC", "IPQC", "FQC"}),
      wordType("defect", {"critical", "major", "minor"}),
      wordType("arrow", {"up", "down"}),
      wordType("test-place", {"laboratory", "supplier", "factory"}),
      wordType("evidence-of", {"product", "items"}),
      wordType("material-kind", kMaterialKinds),
      wordListType("material-kinds", kMaterialKinds),
      wordListType("sections", kSections),
      {"whole", "a whole number from 0 to 999",
       [](std::string_view text) { return !text.empty() && text.size() <= 3 && isDigits(text); }},
      {"codes", "codes (letters, digits, '.' and '-'), separated by spaces", isCodes},
      {"part-of-one", "a number from 0 to 1 with at most 6 decimals", isPartOfOne},
      wordType("valuation", {"CIF", "FOB"}),
      wordType("payer", {"seller", "buyer", "none"}),
      wordType("driver", {"tooling", "quality", "freight"}),
      wordType("dyed-goods", {"cloth", "tape", "zip", "hardware"}),
      wordListType("dyed-goods-list", {"cloth", "tape", "zip", "hardware"}),
      wordType("freight-mode", {"sea-lcl", "sea-20", "sea-40", "sea-40hc", "air", "express"}),
      wordType("stage-condition", stageConditions()),
      wordType("stage-event", stageEvents()),
      wordListType("stage-events", stageEvents()),
      wordType("stage-place", {"buyer", "origin", "transit", "market"}),
      wordType("day-count", {"calendar", "working"}),
      wordType("stage-materials", {"stock", "made"}),
      wordType("lead-time-only", {"order-colour", "branded", "own-mould"}),
      wordType("weekday", weekdays()),
      wordType("fee-base", {"cif", "fob", "duty", "freight"}),
      wordType("surface",
               {"textile", "textile-man-made", "textile-cotton", "plastic", "bladder-only", "other"}),
  };
  types.insert(types.end(), own.begin(), own.end());
  return types;
}

std::vector<ElementShape> textShapes() {
  return {
      {"localized", "xml:lang?:language", "", "text"},
      {"plain", "xml:lang?:english", "", "text"},
      {"note", "xml:lang?:english", "", "free"},
  };
}

std::vector<ElementShape> choiceShapes() {
  return {
      {"slots", "", "slot*:slot", ""},
      {"slot", "id:key group:group default:id", "name+:localized", ""},
      {"options", "", "option*:option", ""},
      {"option", "id:id slot:key bodies?:ids",
       "name+:localized description*:localized attribute*:attribute build*:build use*:use do*:do "
       "tooling*:tooling",
       ""},
      {"attribute", "name:key value:text", "", ""},
      {"build", "family:key part:key", "with*:with", ""},
      {"with", "name:argument value?:text word?:text", "", ""},
      {"use", "item:id quantity:text placement:text in-product?:yes-no", "", ""},
      {"do", "operation:code times:text", "", ""},
      {"tooling", "rate:id", "", ""},
      {"parameters", "", "parameter*:parameter", ""},
      {"parameter", "id:key unit:parameter-unit min:amount max:amount default:amount group:group",
       "name+:localized step+:step range*:range", ""},
      {"step", "below:amount by:positive", "", ""},
      {"range", "option:id slot?:key min:amount max:amount", "", ""},
      {"series", "", "line*:line", ""},
      {"line", "id:id category:id", "name+:localized member+:member", ""},
      {"member", "size:positive item:id", "", ""},
      {"zones", "", "zone*:zone", ""},
      {"zone", "id:key accepts?:ids default:id color:color", "name+:localized", ""},
      {"rules", "", "needs*:rule excludes*:rule only-with*:rule prefers*:wish limit*:limit allows*:allows",
       "", true},
      {"rule", "id:id severity?:severity",
       "name+:localized because+:localized source:plain when+:term then+:term", ""},
      {"wish", "id:id",
       "name+:localized because+:localized source:plain when*:term then+:term suggest?:suggestion", ""},
      {"limit", "id:id severity?:severity absent?:absent",
       "name+:localized because+:localized source:plain when*:term law:plain", ""},
      {"allows", "id:id severity?:severity file:text", "name+:localized because+:localized source:plain", ""},
      {"term", "id?:key is?:codes not?:codes having?:key fact?:code test?:text", "", ""},
      {"suggestion", "id:key is:code", "", ""},
      {"measures", "", "measure*:measure", ""},
      {"measure", "id:code tol-plus:amount tol-minus:amount critical?:yes-no unit?:measure-unit",
       "name:plain how:plain", ""},
      {"size-runs", "", "size-run*:size-run", ""},
      {"size-run", "id:id" + kRowSource, "name+:localized how:plain size+:size", ""},
      {"size", "id:pack-size from:positive to:positive", "", ""},
      {"families", "", "family*:family", ""},
      {"family", "id:id", "name+:localized pro*:localized con*:localized", ""},
      {"looks", "", "look*:look", ""},
      {"look",
       "id:id weave:weave repeat:positive roughness:part-of-one sheen?:part-of-one opacity?:part-of-one "
       "metallic?:part-of-one",
       "", ""},
  };
}

std::vector<ElementShape> itemShapes() {
  return {
      {"items", "", "item*:item", ""},
      {"item",
       "id:id category:id section:section unit:item-unit family?:id look?:id breaks:breaks supplier?:id "
       "brand?:free hs?:free",
       "name:plain mass:mass price:price sheet?:sheet moq?:moq composition*:composition property*:property "
       "spec?:plain certificate*:plain finish?:plain tooling*:tooling",
       ""},
      {"mass", "value:amount low?:amount high?:amount" + kRowSource, "", ""},
      {"price", "value:amount low?:amount high?:amount currency:currency" + kRowSource, "", ""},
      {"sheet", "cuttable-width:positive thickness:amount grain:yes-no cutting-waste:amount", "", ""},
      {"moq", "value:amount dyed?:amount" + kRowSource, "", ""},
      {"composition", "fibre:text share:positive", "", ""},
      {"property", "name:key value:score", "", ""},
  };
}

std::vector<ElementShape> workShapes() {
  return {
      {"operations", "", "operation*:operation", ""},
      {"operation",
       "id:code stage:text machine:text stitch?:code also-makes?:code driver:text fixed:amount "
       "per-metre:amount paid-by?:id" +
           kRowSource,
       "name:plain", ""},
      {"stitches", "", "stitch*:stitch", ""},
      {"stitch", "id:code thread-per-metre?:positive thread-per-tack?:positive" + kRowSource, "name:plain",
       ""},
      {"seam-classes", "", "seam-class*:seam-class", ""},
      {"seam-class", "id:code astm?:free", "name:plain use:plain", ""},
      {"origins", "", "origin*:origin", ""},
      {"origin",
       "id:country labour-per-minute:amount overhead-per-minute:amount efficiency:positive "
       "material-uplift:amount "
       "currency:currency" +
           kRowSource,
       "name:plain", ""},
  };
}

std::vector<ElementShape> tradeShapes() {
  return {
      {"markets", "", "market*:market", ""},
      {"market",
       "id:country region:code customs-area:code language:language currency:currency units:units vat:amount "
       "valuation:valuation" +
           kRowSource,
       "name:plain climate:climate tariff+:tariff charges?:note preferences?:note compliance-region*:plain",
       ""},
      {"climate", "sun:level heat:level humidity:level", "", ""},
      {"tariff", "code:text surface:surface duty:amount" + kRowSource, "", ""},
      {"breaks", "", "break*:break", ""},
      {"break",
       "quantity:count fabric-factor:factor trim-factor:factor efficiency:positive margin:amount "
       "setup-minutes:amount" +
           kRowSource,
       "", ""},
      {"rates", "", "rate*:rate", ""},
      {"rate",
       "id:id unit:text low:amount typical:amount high:amount origins?:countries driver?:driver" + kRowSource,
       "name:plain", ""},
      {"exchange", "", "rate*:exchange-rate", ""},
      {"exchange-rate", "currency:currency per-usd:factor" + kRowSource, "", ""},
      {"suppliers", "", "supplier*:supplier", ""},
      {"supplier", "id:id country:country" + kRowSource, "name:plain certificate*:plain", ""},
  };
}

}  // namespace

std::vector<ElementShape> catalogShapes() {
  std::vector<ElementShape> shapes{
      {"catalog", "xmlns:namespace version:one xmlns:xsi?:free xsi:schemaLocation?:free",
       "slots*:slots options*:options parameters*:parameters series*:series zones*:zones "
       "rules*:rules measures*:measures size-runs*:size-runs items*:items families*:families looks*:looks "
       "operations*:operations stitches*:stitches seam-classes*:seam-classes "
       "origins*:origins markets*:markets breaks*:breaks rates*:rates exchange*:exchange "
       "suppliers*:suppliers incoterms*:incoterms lanes*:lanes import-rules*:import-rules "
       "stages*:stages lead-times*:lead-times closures*:closures rest-days*:rest-days "
       "payment-terms*:payment-terms lives*:lives "
       "sampling*:sampling inspections*:inspections tests*:tests materials*:materials "
       "compliance*:compliance claims*:claims certificates*:certificates color-lots*:color-lots",
       "", true}};
  for (const auto& part : {textShapes(), choiceShapes(), itemShapes(), workShapes(), tradeShapes(),
                           deliveryShapes(), planShapes(), qualityShapes(), colorLotShapes()}) {
    shapes.insert(shapes.end(), part.begin(), part.end());
  }
  return shapes;
}

const XmlFormat& catalogFormat() {
  static const XmlFormat format(catalogShapes(), catalogValueTypes());
  return format;
}

}  // namespace configurator
