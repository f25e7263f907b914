// Words and expressions of UVL, by recursive descent: <=> binds least, then =>, |, &, !, comparisons, + -, *
// /.
#include "tests/models/uvl_expression.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <initializer_list>
#include <stdexcept>

namespace models {
namespace {

bool isNameCharacter(char character) {
  const auto code = static_cast<unsigned char>(character);
  return code >= 128 || std::isalnum(code) != 0 || character == '_' || character == '.';
}

/// From an opening quote to behind the closing one.
std::string quoted(std::string_view line, std::size_t& at) {
  const char quote = line[at];
  const std::size_t end = line.find(quote, at + 1);
  if (end == std::string_view::npos) throw std::runtime_error("a quote is not closed");
  const std::string inside(line.substr(at + 1, end - at - 1));
  at = end + 1;
  return inside;
}

UvlWord nameAt(std::string_view line, std::size_t& at) {
  std::string name;
  bool is_quoted = false;
  while (at < line.size() && (line[at] == '"' || isNameCharacter(line[at]))) {
    if (line[at] == '"') {
      name += quoted(line, at);
      is_quoted = true;
    } else {
      name.push_back(line[at++]);
    }
  }
  if (is_quoted) return {UvlWord::Kind::name, name};
  double number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  const bool is_number =
      error == std::errc() && end == name.data() + name.size() && name[0] >= '0' && name[0] <= '9';
  // [1..2] is two numbers and two dots.
  const std::size_t dots = name.find("..");
  if (dots != std::string::npos && dots > 0 && name[0] >= '0' && name[0] <= '9') {
    at -= name.size() - dots;
    return {UvlWord::Kind::number, name.substr(0, dots)};
  }
  if (name.starts_with("..")) {
    at -= name.size() - 2;
    return {UvlWord::Kind::sign, ".."};
  }
  return {is_number ? UvlWord::Kind::number : UvlWord::Kind::name, name};
}

class ExpressionParser {
 public:
  ExpressionParser(const std::vector<UvlWord>& words, std::size_t& at) : words_(words), at_(at) {}

  UvlExpression equivalence() {
    return leftToRight({"<=>"}, UvlKind::equivalence, &ExpressionParser::implication);
  }

 private:
  using Level = UvlExpression (ExpressionParser::*)();

  bool isSign(std::string_view sign) const {
    return at_ < words_.size() && words_[at_].kind == UvlWord::Kind::sign && words_[at_].text == sign;
  }
  bool take(std::string_view sign) {
    if (!isSign(sign)) return false;
    ++at_;
    return true;
  }
  void demand(std::string_view sign) {
    if (!take(sign)) throw std::runtime_error("expected " + std::string(sign));
  }
  UvlExpression leftToRight(std::initializer_list<std::string_view> signs, UvlKind kind, Level deeper) {
    UvlExpression left = (this->*deeper)();
    for (;;) {
      const auto sign =
          std::find_if(signs.begin(), signs.end(), [&](std::string_view one) { return isSign(one); });
      if (sign == signs.end()) return left;
      ++at_;
      UvlExpression right = (this->*deeper)();
      left = {kind, std::string(*sign), 0, {std::move(left), std::move(right)}};
    }
  }
  UvlExpression implication() {
    return leftToRight({"=>"}, UvlKind::implication, &ExpressionParser::disjunction);
  }
  UvlExpression disjunction() {
    return leftToRight({"|"}, UvlKind::disjunction, &ExpressionParser::conjunction);
  }
  UvlExpression conjunction() {
    return leftToRight({"&"}, UvlKind::conjunction, &ExpressionParser::negation);
  }
  UvlExpression negation() {
    if (!take("!")) return comparison();
    return {UvlKind::negation, "!", 0, {negation()}};
  }
  UvlExpression comparison() {
    return leftToRight({"==", "!=", "<=", ">=", "<", ">"}, UvlKind::comparison, &ExpressionParser::sum);
  }
  UvlExpression sum() { return leftToRight({"+", "-"}, UvlKind::arithmetic, &ExpressionParser::product); }
  UvlExpression product() { return leftToRight({"*", "/"}, UvlKind::arithmetic, &ExpressionParser::operand); }
  UvlExpression operand();

  const std::vector<UvlWord>& words_;
  std::size_t& at_;
};

UvlExpression ExpressionParser::operand() {
  if (take("(")) {
    UvlExpression inside = equivalence();
    demand(")");
    return inside;
  }
  if (take("-")) return {UvlKind::arithmetic, "-", 0, {{UvlKind::number, "0", 0, {}}, operand()}};
  if (at_ >= words_.size() || words_[at_].kind == UvlWord::Kind::sign)
    throw std::runtime_error("expected a name or number");
  const UvlWord& word = words_[at_++];
  if (word.kind == UvlWord::Kind::text) return {UvlKind::text, word.text, 0, {}};
  if (word.kind == UvlWord::Kind::number) {
    double number = 0;
    std::from_chars(word.text.data(), word.text.data() + word.text.size(), number);
    return {UvlKind::number, word.text, number, {}};
  }
  if (!take("(")) return {UvlKind::name, word.text, 0, {}};
  UvlExpression call{UvlKind::function, word.text, 0, {}};
  do call.parts.push_back(equivalence());
  while (take(","));
  demand(")");
  return call;
}

}  // namespace

std::vector<UvlWord> uvlWords(std::string_view line) {
  std::vector<UvlWord> words;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == ' ' || line[at] == '\t' || line[at] == '\r') {
      ++at;
    } else if (line.substr(at, 2) == "//") {
      break;
    } else if (line[at] == '\'') {
      words.push_back({UvlWord::Kind::text, quoted(line, at)});
    } else if (line[at] == '"' || isNameCharacter(line[at])) {
      words.push_back(nameAt(line, at));
    } else {
      std::size_t length = 1;
      for (const std::string_view sign : {"<=>", "=>", "==", "!=", "<=", ">="}) {
        if (line.substr(at, sign.size()) == sign && length == 1) length = sign.size();
      }
      words.push_back({UvlWord::Kind::sign, std::string(line.substr(at, length))});
      at += length;
    }
  }
  return words;
}

UvlExpression parseUvlExpression(const std::vector<UvlWord>& words, std::size_t& at) {
  return ExpressionParser(words, at).equivalence();
}

}  // namespace models
