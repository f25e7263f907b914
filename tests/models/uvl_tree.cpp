// Lines of a UVL file: indentation makes the tree.
#include "tests/models/uvl_tree.h"

#include <algorithm>
#include <charconv>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace models {
namespace {

class TreeReader {
 public:
  UvlTree tree;
  void line(const std::string& row);

 private:
  struct Open {
    std::size_t indent;
    int feature, group;  ///< one of them is negative
  };
  bool isSign(std::size_t at, const char* sign) const {
    return at < words_.size() && words_[at].kind == UvlWord::Kind::sign && words_[at].text == sign;
  }
  void treeLine(std::size_t indent);
  void openGroup(std::size_t indent, UvlGroup group);
  void openFeature(std::size_t indent);
  UvlGroup countGroup() const;
  void attributes(std::size_t at, UvlFeature& feature);
  void attributeValue(std::size_t& at, UvlFeature& feature, const std::string& key);
  void skipNested(std::size_t& at) const;

  std::string section_;
  std::vector<UvlWord> words_;
  std::vector<Open> open_;
};

void TreeReader::line(const std::string& row) {
  const std::size_t indent = row.find_first_not_of(" \t\r");
  if (indent == std::string::npos) return;
  words_ = uvlWords(row);
  if (words_.empty()) return;
  if (indent == 0) {
    section_ = words_[0].text;
  } else if (section_ == "features") {
    treeLine(indent);
  } else if (section_ == "constraints") {
    std::size_t at = 0;
    tree.constraints.push_back(parseUvlExpression(words_, at));
    if (at != words_.size()) throw std::runtime_error("unexpected " + words_[at].text);
  }
}

void TreeReader::treeLine(std::size_t indent) {
  while (!open_.empty() && open_.back().indent >= indent) open_.pop_back();
  static const std::vector<std::string> kinds = {"mandatory", "optional", "or", "alternative"};
  if (isSign(0, "[")) {
    openGroup(indent, countGroup());
  } else if (words_.size() == 1 && std::find(kinds.begin(), kinds.end(), words_[0].text) != kinds.end()) {
    openGroup(indent, {0, words_[0].text, 0, 0, {}});
  } else {
    openFeature(indent);
  }
}

void TreeReader::openGroup(std::size_t indent, UvlGroup group) {
  if (open_.empty() || open_.back().feature < 0) throw std::runtime_error("a group stands under a feature");
  group.parent = open_.back().feature;
  tree.groups.push_back(std::move(group));
  open_.push_back({indent, -1, static_cast<int>(tree.groups.size()) - 1});
}

/// [n], [n..m] or [n..*].
UvlGroup TreeReader::countGroup() const {
  const auto number = [&](std::size_t at) {
    int value = -1;
    if (at >= words_.size()) throw std::runtime_error("expected [n..m]");
    const std::string& text = words_[at].text;
    if (text != "*" && std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc()) {
      throw std::runtime_error("expected [n..m]");
    }
    return value;
  };
  const int least = number(1);
  return {0, "count", least, isSign(2, "..") ? number(3) : least, {}};
}

void TreeReader::openFeature(std::size_t indent) {
  if (open_.empty() != tree.features.empty()) throw std::runtime_error("there is one root");
  if (!open_.empty() && open_.back().group < 0) throw std::runtime_error("a feature stands in a group");
  UvlFeature feature{{}, "Boolean", {}};
  std::size_t at = 0;
  static const std::vector<std::string> types = {"Boolean", "Integer", "Real", "String"};
  if (words_.size() > 1 && words_[1].kind == UvlWord::Kind::name &&
      std::find(types.begin(), types.end(), words_[0].text) != types.end()) {
    feature.type = words_[at++].text;
  }
  if (words_[at].kind == UvlWord::Kind::sign) throw std::runtime_error("expected a feature's name");
  feature.name = words_[at++].text;
  if (at < words_.size() && words_[at].text == "cardinality")
    throw std::runtime_error("feature cardinality is not read");
  if (isSign(at, "{")) attributes(at + 1, feature);
  const int number = static_cast<int>(tree.features.size());
  if (!open_.empty()) tree.groups[open_.back().group].children.push_back(number);
  tree.features.push_back(std::move(feature));
  open_.push_back({indent, number, -1});
}

/// `{key value, key, constraint expression}` from behind the brace.
void TreeReader::attributes(std::size_t at, UvlFeature& feature) {
  while (at < words_.size() && !isSign(at, "}")) {
    if (words_[at].text == "constraint") {
      tree.constraints.push_back(parseUvlExpression(words_, ++at));
    } else {
      const std::string key = words_[at++].text;
      attributeValue(at, feature, key);
    }
    if (isSign(at, ",")) ++at;
  }
}

void TreeReader::attributeValue(std::size_t& at, UvlFeature& feature, const std::string& key) {
  if (isSign(at, "{") || isSign(at, "[")) {
    skipNested(at);
    return;
  }
  const double sign = isSign(at, "-") ? -1 : 1;
  if (isSign(at, "-")) ++at;
  if (at >= words_.size() || words_[at].kind == UvlWord::Kind::sign) return;
  const std::string& text = words_[at].text;
  double number = 0;
  if (words_[at].kind == UvlWord::Kind::number) {
    std::from_chars(text.data(), text.data() + text.size(), number);
    feature.attributes[key] = sign * number;
  }
  ++at;
}

void TreeReader::skipNested(std::size_t& at) const {
  int depth = 0;
  do {
    if (isSign(at, "{") || isSign(at, "[")) ++depth;
    if (isSign(at, "}") || isSign(at, "]")) --depth;
    ++at;
  } while (depth > 0 && at < words_.size());
}

}  // namespace

UvlTree readUvlTree(const std::string& text, const std::string& name) {
  TreeReader reader;
  std::istringstream lines(text);
  std::string row;
  for (int line = 1; std::getline(lines, row); ++line) {
    try {
      reader.line(row);
    } catch (const std::runtime_error& error) {
      throw std::runtime_error(name + ":" + std::to_string(line) + ": " + error.what());
    }
  }
  if (reader.tree.features.empty()) throw std::runtime_error(name + ":1: no features");
  return std::move(reader.tree);
}

}  // namespace models
