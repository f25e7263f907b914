// Reads what can be chosen: slots, options, parameters, series, zones, measures, size runs,
// material families.
#include <algorithm>
#include <utility>

#include "configurator/catalog/number_text.h"
#include "configurator/catalog/read_catalog.h"
#include "configurator/catalog/xml_shape.h"

namespace configurator {

namespace {

double numberOf(const XmlElement& element, std::string_view attribute) {
  return parseDecimal(element.attribute(attribute)).value_or(0);
}

Expression formulaOf(const XmlElement& element, std::string_view attribute, CatalogReading& reading) {
  auto formula = Expression::parse(element.attribute(attribute));
  if (formula) return std::move(*formula);
  reading.wrong(element, formula.error().message);
  return Expression::constant(0);
}

/// The value of "380 mm"; nothing for a word.
std::optional<double> numberIn(const std::string& text) {
  const auto formula = Expression::parse(text);
  if (!formula || !formula->names().empty()) return std::nullopt;
  const auto value = formula->evaluate([](std::string_view) { return std::nullopt; });
  if (!value) return std::nullopt;
  return *value;
}

void readSlot(const XmlElement& element, CatalogReading& reading) {
  Slot slot;
  slot.id = element.attribute("id");
  slot.name = readLocalized(element, "name", reading);
  slot.group = element.attribute("group");
  slot.default_option = element.attribute("default");
  slot.at = reading.at(element);
  reading.claim("choice", slot.id, element);
  reading.catalog.slots.push_back(std::move(slot));
}

FamilyCall readBuild(const XmlElement& element, CatalogReading& reading) {
  FamilyCall call;
  call.family = element.attribute("family");
  call.part = element.attribute("part");
  call.at = reading.at(element);
  for (const XmlElement* with : element.childrenNamed("with")) {
    const std::string& name = with->attribute("name");
    Argument argument;
    argument.at = reading.at(*with);
    if (with->has("value") == with->has("word")) {
      reading.wrong(*with, "<with> name=\"" + name + "\" needs either a value or a word");
    } else if (with->has("value")) {
      argument.value = formulaOf(*with, "value", reading);
    } else {
      argument.word = with->attribute("word");
    }
    if (!call.arguments.emplace(name, std::move(argument)).second) {
      reading.wrong(*with, "<with> name=\"" + name + "\" stands twice in one <build>");
    }
  }
  return call;
}

void readExtras(const XmlElement& element, Option& option, CatalogReading& reading) {
  for (const XmlElement* use : element.childrenNamed("use")) {
    option.items.push_back({use->attribute("item"), use->attribute("placement"),
                            formulaOf(*use, "quantity", reading), use->attribute("in-product") != "no",
                            reading.at(*use)});
  }
  for (const XmlElement* work : element.childrenNamed("do")) {
    option.operations.push_back(
        {work->attribute("operation"), formulaOf(*work, "times", reading), reading.at(*work)});
  }
  for (const XmlElement* tooling : element.childrenNamed("tooling")) {
    option.tooling.push_back(tooling->attribute("rate"));
  }
}

void readOption(const XmlElement& element, CatalogReading& reading) {
  Option option;
  option.id = element.attribute("id");
  option.slot = element.attribute("slot");
  option.name = readLocalized(element, "name", reading);
  option.description = readLocalized(element, "description", reading);
  option.bodies = wordsOf(element.attribute("bodies"));
  option.at = reading.at(element);
  for (const XmlElement* attribute : element.childrenNamed("attribute")) {
    const std::string& name = attribute->attribute("name");
    if (!option.attributes.emplace(name, attribute->attribute("value")).second) {
      reading.wrong(*attribute, "<attribute> name=\"" + name + "\" stands twice in one <option>");
    }
    if (const auto number = numberIn(attribute->attribute("value"))) option.numbers.emplace(name, *number);
  }
  for (const XmlElement* build : element.childrenNamed("build"))
    option.calls.push_back(readBuild(*build, reading));
  readExtras(element, option, reading);
  reading.claim("option", option.slot + "=" + option.id, element);
  reading.catalog.options.push_back(std::move(option));
}

void readParameter(const XmlElement& element, CatalogReading& reading) {
  Parameter parameter;
  parameter.id = element.attribute("id");
  parameter.name = readLocalized(element, "name", reading);
  parameter.unit = element.attribute("unit");
  parameter.group = element.attribute("group");
  parameter.min = numberOf(element, "min");
  parameter.max = numberOf(element, "max");
  parameter.default_value = numberOf(element, "default");
  parameter.at = reading.at(element);
  for (const XmlElement* step : element.childrenNamed("step")) {
    parameter.steps.push_back({numberOf(*step, "below"), numberOf(*step, "by")});
  }
  for (const XmlElement* range : element.childrenNamed("range")) {
    parameter.ranges.push_back({range->attribute("option"), numberOf(*range, "min"), numberOf(*range, "max"),
                                reading.at(*range), range->attribute("slot")});
  }
  reading.claim("choice", parameter.id, element);
  reading.catalog.parameters.push_back(std::move(parameter));
}

void readLine(const XmlElement& element, CatalogReading& reading) {
  Series series;
  series.id = element.attribute("id");
  series.name = readLocalized(element, "name", reading);
  series.category = element.attribute("category");
  series.at = reading.at(element);
  for (const XmlElement* member : element.childrenNamed("member")) {
    const double size = numberOf(*member, "size");
    if (!series.members.empty() && size <= series.members.back().size) {
      reading.wrong(*member, "<member> sizes must ascend; " + member->attribute("size") + " does not");
    }
    series.members.push_back({size, member->attribute("item")});
  }
  reading.claim("item", series.id, element);
  reading.catalog.series.push_back(std::move(series));
}

void readZone(const XmlElement& element, CatalogReading& reading) {
  Zone zone;
  zone.id = element.attribute("id");
  zone.name = readLocalized(element, "name", reading);
  zone.accepts = wordsOf(element.attribute("accepts"));
  zone.default_item = element.attribute("default");
  zone.default_color = element.attribute("color");
  std::transform(zone.default_color.begin(), zone.default_color.end(), zone.default_color.begin(),
                 [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
  zone.at = reading.at(element);
  reading.claim("choice", zone.id, element);
  reading.catalog.zones.push_back(std::move(zone));
}

void readMeasure(const XmlElement& element, CatalogReading& reading) {
  MeasureSpec measure;
  measure.id = element.attribute("id");
  measure.name = childText(element, "name");
  measure.how = childText(element, "how");
  measure.tol_plus = numberOf(element, "tol-plus");
  measure.tol_minus = numberOf(element, "tol-minus");
  measure.critical = element.attribute("critical") == "yes";
  measure.is_volume = element.attribute("unit") == "l";
  measure.at = reading.at(element);
  reading.claim("measure", measure.id, element);
  reading.catalog.measures.push_back(std::move(measure));
}

void readSizeRun(const XmlElement& element, CatalogReading& reading) {
  SizeRun run;
  run.id = element.attribute("id");
  run.name = readLocalized(element, "name", reading);
  run.how = childText(element, "how");
  run.at = reading.at(element);
  for (const XmlElement* size : element.childrenNamed("size")) {
    const SizeRun::Size one{size->attribute("id"), numberOf(*size, "from"), numberOf(*size, "to")};
    if (one.from_mm >= one.to_mm) reading.wrong(*size, "<size> needs from=\"…\" below to=\"…\"");
    if (!run.sizes.empty() &&
        (one.from_mm <= run.sizes.back().from_mm || one.to_mm <= run.sizes.back().to_mm))
      reading.wrong(*size, "<size> must ascend; " + one.id + " does not");
    for (const SizeRun::Size& known : run.sizes) {
      if (known.id == one.id) reading.wrong(*size, "<size> id=\"" + one.id + "\" stands twice in one run");
    }
    run.sizes.push_back(one);
  }
  reading.claim("size run", run.id, element);
  reading.catalog.size_runs.push_back(std::move(run));
}

std::vector<LocalizedText> readPoints(const XmlElement& element, std::string_view name) {
  std::vector<LocalizedText> points;
  for (const XmlElement* point : element.childrenNamed(name)) {
    const std::string language = point->has("xml:lang") ? point->attribute("xml:lang") : "en";
    points.push_back({{{language, collapsed(point->text)}}});
    if (language != "en") points.back().by_language.emplace("en", collapsed(point->text));
  }
  return points;
}

void readFamily(const XmlElement& element, CatalogReading& reading) {
  MaterialFamily family;
  family.id = element.attribute("id");
  family.name = readLocalized(element, "name", reading);
  family.pros = readPoints(element, "pro");
  family.cons = readPoints(element, "con");
  family.at = reading.at(element);
  reading.claim("family", family.id, element);
  reading.catalog.families.push_back(std::move(family));
}

void readLook(const XmlElement& element, CatalogReading& reading) {
  MaterialLook look;
  look.id = element.attribute("id");
  look.weave = element.attribute("weave");
  const std::pair<const char*, double MaterialLook::*> numbers[] = {{"repeat", &MaterialLook::repeat_mm},
                                                                    {"roughness", &MaterialLook::roughness},
                                                                    {"sheen", &MaterialLook::sheen},
                                                                    {"opacity", &MaterialLook::opacity},
                                                                    {"metallic", &MaterialLook::metallic}};
  for (const auto& [name, number] : numbers) {
    if (element.has(name)) look.*number = parseDecimal(element.attribute(name)).value_or(look.*number);
  }
  look.at = reading.at(element);
  reading.claim("look", look.id, element);
  reading.catalog.looks.push_back(std::move(look));
}

}  // namespace

void readChoiceSection(const XmlElement& section, CatalogReading& reading) {
  using Reader = void (*)(const XmlElement&, CatalogReading&);
  static const std::map<std::string, Reader> kReaders{
      {"slots", readSlot},        {"options", readOption},  {"parameters", readParameter},
      {"series", readLine},       {"zones", readZone},      {"measures", readMeasure},
      {"size-runs", readSizeRun}, {"families", readFamily}, {"looks", readLook}};
  const auto reader = kReaders.find(section.name);
  if (reader == kReaders.end()) return;
  for (const XmlElement& element : section.children) reader->second(element, reading);
}

}  // namespace configurator
