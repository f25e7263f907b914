// Checks a tree of elements against a table of shapes.
#include "configurator/catalog/xml_shape.h"

#include <algorithm>
#include <utility>

#include "configurator/catalog/characters.h"
#include "configurator/catalog/in_quotes.h"
#include "configurator/catalog/near_word.h"
#include "configurator/catalog/require.h"

namespace configurator {

namespace {

std::string inBrackets(const std::string& name) {
  return "<" + name + ">";
}

}  // namespace

struct XmlFormat::Visit {
  const std::string& file;
  int silence_depth;  // of the element being checked: 0 = silence it as a whole
  Problems& problems;
  std::vector<std::pair<int, int>> silent;

  void wrong(const XmlElement& element, std::string what) {
    problems.add({file, element.line}, std::move(what));
  }
};

std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while (at < text.size()) {
    while (at < text.size() && isSpace(text[at])) ++at;
    const std::size_t start = at;
    while (at < text.size() && !isSpace(text[at])) ++at;
    if (at > start) words.emplace_back(text.substr(start, at - start));
  }
  return words;
}

std::string collapsed(std::string_view text) {
  std::string joined;
  for (const std::string& word : wordsOf(text)) joined += (joined.empty() ? "" : " ") + word;
  return joined;
}

ValueType wordType(std::string name, std::vector<std::string> words) {
  std::string description = "one of";
  for (const std::string& word : words) description += (description.size() > 6 ? ", " : " ") + word;
  return {std::move(name), std::move(description), [words = std::move(words)](std::string_view text) {
            return std::find(words.begin(), words.end(), text) != words.end();
          }};
}

XmlFormat::XmlFormat(const std::vector<ElementShape>& shapes, const std::vector<ValueType>& types) {
  for (const ValueType& type : types) types_.emplace(type.name, type);
  for (const ElementShape& row : shapes) shapes_.emplace(row.name, parseShape(row));
  for (const auto& [name, shape] : shapes_) {
    for (const Attribute& a : shape.attributes)
      require(types_.count(a.type) == 1, "XmlFormat: unknown value type");
    for (const Child& c : shape.children) require(shapes_.count(c.shape) == 1, "XmlFormat: unknown shape");
    require(shape.text.empty() || types_.count(shape.text) == 1, "XmlFormat: unknown text type");
  }
}

XmlFormat::Shape XmlFormat::parseShape(const ElementShape& row) {
  Shape shape;
  shape.text = row.text;
  shape.any_order = row.any_order;
  for (const std::string& word : wordsOf(row.attributes)) {
    const std::size_t colon = word.rfind(':');  // a name may be "xml:lang"
    require(colon != std::string::npos && colon > 0, "XmlFormat: an attribute needs NAME:TYPE");
    Attribute attribute{word.substr(0, colon), word.substr(colon + 1), true};
    if (attribute.name.back() == '?') {
      attribute.name.pop_back();
      attribute.required = false;
    }
    shape.attributes.push_back(std::move(attribute));
  }
  for (const std::string& word : wordsOf(row.children)) {
    const std::size_t colon = word.find(':');
    require(colon != std::string::npos && colon > 0, "XmlFormat: a child needs NAME:SHAPE");
    Child child{word.substr(0, colon), word.substr(colon + 1), true, false};
    const char mark = child.name.back();
    child.required = mark != '?' && mark != '*';
    child.repeats = mark == '*' || mark == '+';
    if (mark == '?' || child.repeats) child.name.pop_back();
    shape.children.push_back(std::move(child));
  }
  return shape;
}

void XmlFormat::check(const XmlElement& element, std::string_view shape, const std::string& file,
                      int silence_depth, Problems& problems) const {
  const auto found = shapes_.find(shape);
  require(found != shapes_.end(), "XmlFormat::check: unknown shape");
  Visit visit{file, silence_depth, problems, {}};
  checkElement(element, found->second, visit);
  for (const auto& [first, last] : visit.silent) problems.silence(file, first, last);
}

void XmlFormat::checkElement(const XmlElement& element, const Shape& shape, Visit& visit) const {
  const std::size_t before = visit.problems.count();
  const int depth = visit.silence_depth--;
  checkAttributes(element, shape, visit);
  checkText(element, shape, visit);
  checkChildren(element, shape, visit);
  visit.silence_depth = depth;
  if (depth == 0 && visit.problems.count() > before)
    visit.silent.emplace_back(element.line, element.lastLine());
}

void XmlFormat::checkAttributes(const XmlElement& element, const Shape& shape, Visit& visit) const {
  std::vector<std::string> known;
  for (const Attribute& attribute : shape.attributes) known.push_back(attribute.name);
  for (const auto& [name, value] : element.attributes) {
    const auto found = std::find(known.begin(), known.end(), name);
    if (found == known.end()) {
      visit.wrong(element, "unknown attribute \"" + name + "\" of " + inBrackets(element.name) +
                               didYouMean(name, known));
      continue;
    }
    const Attribute& attribute = shape.attributes[static_cast<std::size_t>(found - known.begin())];
    const ValueType& type = types_.find(attribute.type)->second;
    if (!type.accepts(value)) {
      visit.wrong(element, inBrackets(element.name) + ": " + name + "=" + inQuotes(value) + " is not " +
                               type.description);
    }
  }
  for (const Attribute& attribute : shape.attributes) {
    if (attribute.required && !element.has(attribute.name)) {
      visit.wrong(element, inBrackets(element.name) + " lacks the attribute \"" + attribute.name + "\"");
    }
  }
}

void XmlFormat::checkText(const XmlElement& element, const Shape& shape, Visit& visit) const {
  if (shape.text.empty()) {
    if (!collapsed(element.text).empty()) {
      visit.wrong(element,
                  inBrackets(element.name) + " takes no text, found " + inQuotes(collapsed(element.text)));
    }
    return;
  }
  const ValueType& type = types_.find(shape.text)->second;
  if (!type.accepts(element.text)) {
    visit.wrong(element, inBrackets(element.name) + ": " + inQuotes(collapsed(element.text)) + " is not " +
                             type.description);
  }
}

void XmlFormat::checkChildren(const XmlElement& element, const Shape& shape, Visit& visit) const {
  std::vector<std::string> known;
  std::vector<int> counts(shape.children.size(), 0);
  for (const Child& child : shape.children) known.push_back(child.name);
  std::size_t place = 0;
  for (const XmlElement& child : element.children) {
    const auto found = std::find(known.begin(), known.end(), child.name);
    if (found == known.end()) {
      std::string near = nearestWord(child.name, known);
      if (!near.empty()) near = " (did you mean " + inBrackets(near) + "?)";
      visit.wrong(child,
                  "unknown element " + inBrackets(child.name) + " in " + inBrackets(element.name) + near);
      visit.silent.emplace_back(child.line, child.lastLine());
      continue;
    }
    const auto index = static_cast<std::size_t>(found - known.begin());
    if (index < place && !shape.any_order) {
      visit.wrong(child, inBrackets(child.name) + " must stand before " + inBrackets(known[place]) + " in " +
                             inBrackets(element.name));
    }
    place = std::max(place, index);
    if (++counts[index] == 2 && !shape.children[index].repeats) {
      visit.wrong(child, inBrackets(element.name) + " has a second " + inBrackets(child.name));
    }
    checkElement(child, shapes_.find(shape.children[index].shape)->second, visit);
  }
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (shape.children[i].required && counts[i] == 0) {
      visit.wrong(element, inBrackets(element.name) + " lacks " + inBrackets(known[i]));
    }
  }
}

}  // namespace configurator
