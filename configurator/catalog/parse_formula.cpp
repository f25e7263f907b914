// Recursive descent, one function per level of precedence:
//   choice  = or [ "when" or "else" choice ]        or = and { "or" and }      and = compare { "and" compare
//   } compare = sum [ op sum ]    sum = product { (+|-) product }    product = unary { (*|/) unary } unary =
//   "-" unary | number [unit] | name | function "(" choice {"," choice} ")" | "(" choice ")"
#include <array>
#include <utility>

#include "configurator/catalog/characters.h"
#include "configurator/catalog/expression_node.h"
#include "configurator/catalog/number_text.h"

namespace configurator {

namespace {

using Node = Expression::Node;
using NodePointer = std::shared_ptr<const Node>;
using Parsed = Result<NodePointer>;

constexpr std::size_t kLongestFormula = 1000;  // also bounds the depth of the tree
constexpr int kDeepestNesting = 50;

struct UnitWord {
  std::string_view word;
  Dimension dimension;
  double factor;
};
constexpr std::array<UnitWord, 5> kUnits{{{"mm", Dimension::Length, 1},
                                          {"cm", Dimension::Length, 10},
                                          {"l", Dimension::Volume, 1},
                                          {"g", Dimension::Mass, 0.001},
                                          {"kg", Dimension::Mass, 1}}};

struct Operator {
  std::string_view sign;
  NodeKind kind;
};
// Longer signs first, so that "<=" is not read as "<".
constexpr std::array<Operator, 6> kComparisons{{{"!=", NodeKind::Unequal},
                                                {"<=", NodeKind::LessEqual},
                                                {">=", NodeKind::GreaterEqual},
                                                {"=", NodeKind::Equal},
                                                {"<", NodeKind::Less},
                                                {">", NodeKind::Greater}}};
constexpr std::array<Operator, 3> kFunctions{
    {{"min", NodeKind::Min}, {"max", NodeKind::Max}, {"round", NodeKind::Round}}};

bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
NodePointer makeNode(NodeKind kind, std::vector<NodePointer> children) {
  Node node;
  node.kind = kind;
  node.children = std::move(children);
  return std::make_shared<const Node>(std::move(node));
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Parsed parseAll() {
    if (text_.size() > kLongestFormula) return failure("a formula is longer than 1000 characters");
    Parsed tree = parseChoice();
    if (!tree) return tree;
    skipSpace();
    if (at_ < text_.size()) return wrong("an operator or the end of the formula");
    return tree;
  }

  Parsed parseWholeFormula() {
    Parsed tree = parseAll();
    if (tree && isCondition((*tree)->kind)) {
      return failure(quoted() + " answers yes or no; write the numbers, like \"1 when … else 0\"");
    }
    return tree;
  }

  Parsed parseWholeTest() {
    Parsed tree = parseAll();
    if (tree && !isCondition((*tree)->kind)) {
      return failure(quoted() + " is no comparison, like \"capacity > 10 l\"");
    }
    return tree;
  }

 private:
  Parsed parseChoice() {
    if (++depth_ > kDeepestNesting) return failure(quoted() + " is nested more than 50 deep");
    Parsed value = parseOr();
    if (value && acceptWord("when")) value = parseWhen(*value);
    --depth_;
    return value;
  }

  Parsed parseWhen(const NodePointer& value) {
    if (auto bad = needsNumber(value, "before \"when\"")) return *bad;
    Parsed condition = parseOr();
    if (!condition) return condition;
    if (!isCondition((*condition)->kind)) {
      return failure(quoted() + ": \"when\" needs a comparison, like \"capacity > 10 l\"");
    }
    if (!acceptWord("else")) return wrong("\"else\"");
    Parsed other = parseChoice();
    if (!other) return other;
    if (auto bad = needsNumber(*other, "after \"else\"")) return *bad;
    return makeNode(NodeKind::When, {value, *condition, *other});
  }

  Parsed parseOr() { return parseLogic("or", NodeKind::Or, &Parser::parseAnd); }
  Parsed parseAnd() { return parseLogic("and", NodeKind::And, &Parser::parseComparison); }

  Parsed parseLogic(std::string_view word, NodeKind kind, Parsed (Parser::*next)()) {
    Parsed left = (this->*next)();
    while (left && acceptWord(word)) {
      Parsed right = (this->*next)();
      if (!right) return right;
      if (!isCondition((*left)->kind) || !isCondition((*right)->kind)) {
        return failure(quoted() + ": \"" + std::string(word) + "\" stands between two comparisons");
      }
      left = makeNode(kind, {*left, *right});
    }
    return left;
  }

  Parsed parseComparison() {
    Parsed left = parseSum();
    if (!left) return left;
    skipSpace();
    for (const Operator& comparison : kComparisons) {
      if (text_.substr(at_, comparison.sign.size()) != comparison.sign) continue;
      if (auto bad = needsNumber(*left, "in a comparison")) return *bad;
      at_ += comparison.sign.size();
      Parsed right = parseSum();
      if (!right) return right;
      if (auto bad = needsNumber(*right, "in a comparison")) return *bad;
      return makeNode(comparison.kind, {*left, *right});
    }
    return left;
  }

  Parsed parseSum() {
    Parsed left = parseProduct();
    while (left) {
      skipSpace();
      if (at_ >= text_.size() || (text_[at_] != '+' && text_[at_] != '-')) break;
      const bool minus = text_[at_] == '-';
      // Names may contain hyphens, so only a minus with space around it is a minus.
      if (minus &&
          (at_ == 0 || !isSpace(text_[at_ - 1]) || at_ + 1 >= text_.size() || !isSpace(text_[at_ + 1]))) {
        return failure(quoted() + ": write a space on each side of \"-\" at character " + position());
      }
      left = parseRight(*left, minus ? NodeKind::Subtract : NodeKind::Add, &Parser::parseProduct);
    }
    return left;
  }

  Parsed parseProduct() {
    Parsed left = parseUnary();
    while (left) {
      skipSpace();
      if (at_ >= text_.size() || (text_[at_] != '*' && text_[at_] != '/')) break;
      const NodeKind kind = text_[at_] == '*' ? NodeKind::Multiply : NodeKind::Divide;
      left = parseRight(*left, kind, &Parser::parseUnary);
    }
    return left;
  }

  Parsed parseRight(const NodePointer& left, NodeKind kind, Parsed (Parser::*next)()) {
    if (auto bad = needsNumber(left, "in a calculation")) return *bad;
    ++at_;
    Parsed right = (this->*next)();
    if (!right) return right;
    if (auto bad = needsNumber(*right, "in a calculation")) return *bad;
    return makeNode(kind, {left, *right});
  }

  Parsed parseUnary() {
    skipSpace();
    if (at_ < text_.size() && text_[at_] == '-') {
      if (++depth_ > kDeepestNesting) return failure(quoted() + " is nested more than 50 deep");
      ++at_;
      Parsed operand = parseUnary();
      --depth_;
      if (!operand) return operand;
      if (auto bad = needsNumber(*operand, "after \"-\"")) return *bad;
      return makeNode(NodeKind::Negate, {*operand});
    }
    return parsePrimary();
  }

  Parsed parsePrimary() {
    skipSpace();
    if (at_ >= text_.size()) return wrong("a number, a name or \"(\"");
    if (isDigit(text_[at_])) return parseNumber();
    if (isLetter(text_[at_])) return parseNameOrCall();
    if (text_[at_] != '(') return wrong("a number, a name or \"(\"");
    ++at_;
    Parsed inner = parseChoice();
    if (!inner) return inner;
    if (!acceptSign(')')) return wrong("\")\"");
    return inner;
  }

  Parsed parseNumber() {
    const std::size_t start = at_;
    while (at_ < text_.size() && (isDigit(text_[at_]) || text_[at_] == '.')) ++at_;
    const std::string_view digits = text_.substr(start, at_ - start);
    const auto value = parseDecimal(digits);
    if (!value) return failure(quoted() + ": \"" + std::string(digits) + "\" is not a number");
    Node node;
    node.value = *value;
    const std::size_t after_digits = at_;
    skipSpace();
    const std::string_view word = wordHere();
    for (const UnitWord& unit : kUnits) {
      if (word != unit.word) continue;
      node.unit = unit.dimension;
      node.value *= unit.factor;
    }
    if (node.unit) {
      at_ += word.size();
    } else if (!word.empty() && at_ == after_digits) {
      return failure(quoted() + ": \"" + std::string(word) + "\" is no unit; known are mm, cm, l, g, kg");
    }
    return std::make_shared<const Node>(std::move(node));
  }

  Parsed parseNameOrCall() {
    const std::string_view word = wordHere();
    for (std::string_view keyword : {"when", "else", "and", "or"}) {
      if (word == keyword) return wrong("a number, a name or \"(\"");
    }
    at_ += word.size();
    for (const Operator& function : kFunctions) {
      if (word == function.sign) return parseArguments(function);
    }
    skipSpace();
    if (at_ < text_.size() && text_[at_] == '(') {
      return failure(quoted() + ": unknown function \"" + std::string(word) +
                     "\"; known are min, max, round");
    }
    Node node;
    node.kind = NodeKind::Name;
    node.name = std::string(word);
    return std::make_shared<const Node>(std::move(node));
  }

  Parsed parseArguments(const Operator& function) {
    if (!acceptSign('(')) return wrong("\"(\" after " + std::string(function.sign));
    std::vector<NodePointer> arguments;
    do {
      Parsed argument = parseChoice();
      if (!argument) return argument;
      if (auto bad = needsNumber(*argument, "in " + std::string(function.sign) + "(…)")) return *bad;
      arguments.push_back(*argument);
    } while (acceptSign(','));
    if (!acceptSign(')')) return wrong("\",\" or \")\"");
    const bool one = function.kind == NodeKind::Round;
    if (one && arguments.size() != 1) return failure(quoted() + ": round takes one value");
    if (!one && arguments.size() < 2) {
      return failure(quoted() + ": " + std::string(function.sign) + " takes two values or more");
    }
    return makeNode(function.kind, std::move(arguments));
  }

  /// The name or keyword at the current place; a hyphen or dot belongs to it only between letters and digits.
  std::string_view wordHere() const {
    std::size_t end = at_;
    if (end >= text_.size() || !isLetter(text_[end])) return {};
    while (end < text_.size()) {
      const char c = text_[end];
      const bool joins = (c == '-' || c == '.') && end + 1 < text_.size() &&
                         (isLetter(text_[end + 1]) || isDigit(text_[end + 1]));
      if (!isLetter(c) && !isDigit(c) && c != '_' && !joins) break;
      ++end;
    }
    return text_.substr(at_, end - at_);
  }

  bool acceptWord(std::string_view word) {
    skipSpace();
    if (wordHere() != word) return false;
    at_ += word.size();
    return true;
  }

  bool acceptSign(char sign) {
    skipSpace();
    if (at_ >= text_.size() || text_[at_] != sign) return false;
    ++at_;
    return true;
  }

  std::optional<Parsed> needsNumber(const NodePointer& node, const std::string& where) const {
    if (!isCondition(node->kind)) return std::nullopt;
    return Parsed(failure(quoted() + ": a comparison cannot stand " + where));
  }

  Parsed wrong(const std::string& expected) {
    skipSpace();
    if (text_.empty()) return failure("a formula is empty");
    if (at_ >= text_.size()) return failure(quoted() + ": expected " + expected + " at the end");
    std::string found(wordHere());
    if (found.empty()) found = std::string(text_.substr(at_, characterSize()));
    return failure(quoted() + ": expected " + expected + " at character " + position() + ", found \"" +
                   found + "\"");
  }

  /// Bytes of the UTF-8 character at the current place, so that a message never cuts one.
  std::size_t characterSize() const {
    std::size_t size = 1;
    while (at_ + size < text_.size() && (static_cast<unsigned char>(text_[at_ + size]) & 0xC0U) == 0x80U)
      ++size;
    return size;
  }

  void skipSpace() {
    while (at_ < text_.size() && isSpace(text_[at_])) ++at_;
  }

  std::string quoted() const { return "formula \"" + std::string(text_) + "\""; }
  std::string position() const { return formatNumber(static_cast<double>(at_ + 1)); }

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

bool isCondition(NodeKind kind) {
  switch (kind) {
    case NodeKind::Equal:
    case NodeKind::Unequal:
    case NodeKind::Less:
    case NodeKind::LessEqual:
    case NodeKind::Greater:
    case NodeKind::GreaterEqual:
    case NodeKind::And:
    case NodeKind::Or:
      return true;
    default:
      return false;
  }
}

Result<std::shared_ptr<const Expression::Node>> parseFormula(std::string_view text) {
  return Parser(text).parseWholeFormula();
}

Result<std::shared_ptr<const Expression::Node>> parseCondition(std::string_view text) {
  return Parser(text).parseWholeTest();
}

}  // namespace configurator
