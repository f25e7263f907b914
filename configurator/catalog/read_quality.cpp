// Reads what quality is planned and judged from, into bom's own types.
#include "bom/number_text.h"
#include "configurator/catalog/number_text.h"
#include "configurator/catalog/read_catalog.h"
#include "configurator/catalog/xml_shape.h"

namespace configurator {

namespace {

// The format has checked the texts; a fallback is only met in elements whose errors are already said.
std::int64_t wholeOf(const XmlElement& element, std::string_view attribute) {
  return parseWhole(element.attribute(attribute)).value_or(0);
}

std::vector<std::string> wordsAt(const XmlElement& element, std::string_view attribute) {
  return wordsOf(element.attribute(attribute));
}

std::vector<bom::BillSection> sectionsAt(const XmlElement& element, std::string_view attribute) {
  std::vector<bom::BillSection> sections;
  for (const std::string& word : wordsAt(element, attribute))
    sections.push_back(bom::parseBillSection(word).value_or(bom::BillSection::Shell));
  return sections;
}

void readLot(const XmlElement& element, CatalogReading& reading) {
  bom::LotRange lot{wholeOf(element, "from"), wholeOf(element, "to"), {}};
  for (const auto& [level, attribute] : std::map<std::string, std::string>{{"S1", "s1"},
                                                                           {"S2", "s2"},
                                                                           {"S3", "s3"},
                                                                           {"S4", "s4"},
                                                                           {"I", "i"},
                                                                           {"II", "ii"},
                                                                           {"III", "iii"}}) {
    lot.letters[level] = element.attribute(attribute);
  }
  reading.claim("lot", element.attribute("from"), element);
  reading.catalog.prices.quality.lots.push_back(std::move(lot));
}

void readSample(const XmlElement& element, CatalogReading& reading) {
  using Kind = bom::SamplingCell::Kind;
  bom::SampleRow row{element.attribute("letter"), wholeOf(element, "size"), {}};
  for (const XmlElement* at : element.childrenNamed("at")) {
    bom::SamplingCell cell{Kind::Plan, wholeOf(*at, "accept"), wholeOf(*at, "reject")};
    if (at->has("arrow")) cell.kind = at->attribute("arrow") == "up" ? Kind::Up : Kind::Down;
    const bool plan = at->has("accept") && at->has("reject");
    const bool nothing_of_it = !at->has("accept") && !at->has("reject");
    if (at->has("arrow") ? !nothing_of_it : !plan)
      reading.wrong(*at, "<at> needs either accept and reject or an arrow");
    if (plan && cell.reject <= cell.accept) reading.wrong(*at, "<at>: reject must be above accept");
    if (!row.cells.emplace(at->attribute("aql"), cell).second)
      reading.wrong(*at, "<at> aql=\"" + at->attribute("aql") + "\" stands twice in one <sample>");
  }
  reading.claim("sample", row.letter, element);
  reading.catalog.prices.quality.samples.push_back(std::move(row));
}

void readPreset(const XmlElement& element, CatalogReading& reading) {
  bom::AqlPreset preset{element.attribute("id"),    element.attribute("level"), element.attribute("major"),
                        element.attribute("minor"), wordsAt(element, "where"),  childText(element, "booking"),
                        provenanceOf(element)};
  reading.claim("preset", preset.id, element);
  reading.catalog.prices.quality.presets.push_back(std::move(preset));
}

void readSamplingRow(const XmlElement& element, CatalogReading& reading) {
  if (element.name == "lot") readLot(element, reading);
  if (element.name == "sample") readSample(element, reading);
  if (element.name == "preset") readPreset(element, reading);
}

void readPoint(const XmlElement& element, CatalogReading& reading) {
  bom::InspectionPoint point;
  point.id = element.attribute("id");
  point.stage = element.attribute("stage");
  point.defect = element.attribute("defect");
  point.sections = sectionsAt(element, "sections");
  for (const XmlElement* work : element.childrenNamed("work"))
    point.works.push_back(work->attribute("stage"));
  point.look = childText(element, "look");
  point.provenance = provenanceOf(element);
  if ((point.stage == "IQC") == point.sections.empty())
    reading.wrong(element, "<point>: sections belong to IQC, and to nothing else");
  if ((point.stage == "IPQC") == point.works.empty())
    reading.wrong(element, "<point>: <work> belongs to IPQC, and to nothing else");
  reading.claim("point", point.id, element);
  reading.catalog.prices.quality.points.push_back(std::move(point));
}

void readTest(const XmlElement& element, CatalogReading& reading) {
  bom::TestMethod test;
  test.id = element.attribute("id");
  test.name = childText(element, "name");
  test.standard = childText(element, "standard");
  test.stage = element.attribute("stage");
  test.place = element.attribute("place");
  test.threshold = childText(element, "threshold");
  test.unit = element.attribute("unit");
  test.severity = element.attribute("severity");
  test.sections = sectionsAt(element, "sections");
  test.families = wordsAt(element, "families");
  test.categories = wordsAt(element, "categories");
  test.finishes = wordsAt(element, "finishes");
  test.parts = sectionsAt(element, "parts");
  test.where = wordsAt(element, "where");
  test.sun = element.attribute("sun");
  test.samples = wholeOf(element, "samples");
  test.provenance = provenanceOf(element);
  const bool narrows = !test.families.empty() || !test.categories.empty() || !test.finishes.empty();
  if (test.sections.empty() && narrows)
    reading.wrong(element, "<test>: families, categories and finishes narrow sections, which are missing");
  if (!test.sections.empty() && !test.parts.empty())
    reading.wrong(element, "<test>: parts belong to a test of the product, sections to one of its items");
  reading.claim("test", test.id, element);
  reading.catalog.prices.quality.tests.push_back(std::move(test));
}

void readMaterial(const XmlElement& element, CatalogReading& reading) {
  bom::MaterialWord material{element.attribute("word"), childText(element, "name"), element.attribute("kind"),
                             element.attribute("recycled") == "yes"};
  reading.claim("material", material.id, element);
  reading.catalog.prices.quality.materials.emplace(material.id, std::move(material));
}

void readRequirement(const XmlElement& element, CatalogReading& reading) {
  bom::ComplianceRule rule;
  rule.id = element.attribute("id");
  rule.instrument = childText(element, "instrument");
  rule.requirement = childText(element, "limit");
  rule.document = childText(element, "document");
  rule.reference = childText(element, "reference");
  rule.reason = childText(element, "reason");
  rule.where = wordsAt(element, "where");
  rule.from = element.attribute("from");
  rule.until = element.attribute("until");
  rule.textile_from =
      bom::Ratio::fromPercentMillionths(bom::parseScaled(element.attribute("textile-from"), 6).value_or(0));
  rule.kinds = wordsAt(element, "kinds");
  rule.items = wordsAt(element, "items");
  rule.types = wordsAt(element, "types");
  rule.finishes = wordsAt(element, "finishes");
  rule.claims = wordsAt(element, "claims");
  rule.uses = wordsAt(element, "uses");
  rule.sections = sectionsAt(element, "sections");
  rule.forbidden_finishes = wordsAt(element, "forbidden-finishes");
  rule.labels = wordsAt(element, "labels");
  rule.evidence = element.attribute("evidence");
  rule.of = element.attribute("of");
  rule.provenance = provenanceOf(element);
  if (!rule.from.empty() && !rule.until.empty() && rule.until < rule.from)
    reading.wrong(element, "<requirement>: until lies before from");
  if (rule.evidence.empty() != rule.of.empty())
    reading.wrong(element, "<requirement>: evidence and of belong together");
  if (rule.evidence.empty() && rule.labels.empty() && rule.claims.empty())
    reading.wrong(element, "<requirement> needs evidence, labels or claims: what shows that it is met");
  reading.claim("requirement", rule.id, element);
  reading.catalog.prices.quality.rules.push_back(std::move(rule));
}

void readClaim(const XmlElement& element, CatalogReading& reading) {
  bom::ClaimRule claim{element.attribute("id"),
                       childText(element, "name"),
                       childTexts(element, "word"),
                       wordsAt(element, "scopes"),
                       element.attribute("recycled") == "yes",
                       childText(element, "reason")};
  reading.claim("claim", claim.id, element);
  reading.catalog.prices.quality.claims.push_back(std::move(claim));
}

void readCertificate(const XmlElement& element, CatalogReading& reading) {
  bom::Certificate certificate{element.attribute("number"),  element.attribute("scope"),
                               element.attribute("holder"),  element.attribute("from"),
                               element.attribute("expires"), wordsAt(element, "covers")};
  if (!certificate.from.empty() && certificate.expires < certificate.from)
    reading.wrong(element, "<certificate>: it expires before it begins");
  reading.claim("certificate", certificate.number, element);
  reading.catalog.prices.quality.certificates.push_back(std::move(certificate));
}

}  // namespace

void readQualitySection(const XmlElement& section, CatalogReading& reading) {
  using Reader = void (*)(const XmlElement&, CatalogReading&);
  static const std::map<std::string, Reader> kReaders{
      {"sampling", readSamplingRow},    {"inspections", readPoint},      {"tests", readTest},
      {"materials", readMaterial},      {"compliance", readRequirement}, {"claims", readClaim},
      {"certificates", readCertificate}};
  const auto reader = kReaders.find(section.name);
  if (reader == kReaders.end()) return;
  for (const XmlElement& element : section.children) reader->second(element, reading);
}

}  // namespace configurator
