// Random damage to a right document: the reader and xmllint must agree on every one, taken or refused.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "bom/tech_pack.h"
#include "bom/xml_tree.h"
#include "tests/bom/product_fixture.h"
#include "tests/bom/schema_files.h"
#include "tests/case_count.h"

namespace {

using bom::XmlElement;

class Damage {
 public:
  Damage(XmlElement& root, std::uint64_t seed) : engine_(seed) { collect(root); }

  /// Does one thing to the document and says what.
  std::string strike() {
    XmlElement& element = *elements_[pick(elements_.size())];
    switch (pick(7)) {
      case 0:
        return dropAttribute(element);
      case 1:
        return changeAttribute(element);
      case 2:
        return dropChild(element);
      case 3:
        return doubleChild(element);
      case 4:
        return swapChildren(element);
      case 5:
        return moveChild(element);
      default:
        return changeText(element);
    }
  }

 private:
  std::size_t pick(std::size_t count) { return count == 0 ? 0 : static_cast<std::size_t>(engine_() % count); }

  void collect(XmlElement& element) {
    elements_.push_back(&element);
    for (const auto& [name, value] : element.attributes) values_.push_back(value);
    for (XmlElement& child : element.children) collect(child);
  }

  std::string dropAttribute(XmlElement& element) {
    if (element.attributes.empty()) return "nothing";
    const auto at = element.attributes.begin() + static_cast<std::ptrdiff_t>(pick(element.attributes.size()));
    const std::string what = "dropped attribute " + at->first + " of " + element.name;
    element.attributes.erase(at);
    return what;
  }

  std::string changeAttribute(XmlElement& element) {
    if (element.attributes.empty()) return "nothing";
    static const std::vector<std::string> kOdd{
        "",    " 5",   "-1", "1.5",   "1e3", "0x1", "+1",  ".5",  "5.",  "true", "1",         "#12345",
        "a b", "a  b", "A",  "a.b-c", "USD", "VN",  "NaN", "INF", "007", "-0",   "2026-13-01"};
    auto& [name, value] = element.attributes[pick(element.attributes.size())];
    if (name == "edition") return "nothing";  // the edition decides on rules that the schema cannot hold
    value = pick(2) == 0 ? values_[pick(values_.size())] : kOdd[pick(kOdd.size())];
    return "set attribute " + name + " of " + element.name + " to '" + value + "'";
  }

  std::string dropChild(XmlElement& element) {
    if (element.children.empty()) return "nothing";
    const auto at = element.children.begin() + static_cast<std::ptrdiff_t>(pick(element.children.size()));
    const std::string what = "dropped " + at->name + " in " + element.name;
    element.children.erase(at);
    return what;
  }

  std::string doubleChild(XmlElement& element) {
    if (element.children.empty()) return "nothing";
    const std::size_t at = pick(element.children.size());
    const XmlElement copy = element.children[at];
    element.children.insert(element.children.begin() + static_cast<std::ptrdiff_t>(at), copy);
    return "doubled " + copy.name + " in " + element.name;
  }

  std::string swapChildren(XmlElement& element) {
    if (element.children.size() < 2) return "nothing";
    const std::size_t at = pick(element.children.size() - 1);
    std::swap(element.children[at], element.children[at + 1]);
    return "swapped " + element.children[at + 1].name + " and " + element.children[at].name + " in " +
           element.name;
  }

  std::string moveChild(XmlElement& element) {
    const XmlElement& other = *elements_[pick(elements_.size())];
    if (other.children.empty() || !element.text.empty()) return "nothing";
    const XmlElement copy = other.children[pick(other.children.size())];
    // The other may stand in this one's children, which move as they grow.
    const std::string what = "put a " + copy.name + " of " + other.name + " into " + element.name;
    element.children.push_back(copy);
    return what;
  }

  std::string changeText(XmlElement& element) {
    if (!element.children.empty()) return "nothing";
    element.text = values_[pick(values_.size())];
    if (element.text.find_first_not_of(' ') == std::string::npos) element.text = "x";
    return "wrote '" + element.text + "' into " + element.name;
  }

  std::mt19937_64 engine_;
  std::vector<XmlElement*> elements_;
  std::vector<std::string> values_;
};

TEST(ReaderAndSchema, AgreeOnRandomDamage) {
  if (!hasXmllint()) GTEST_SKIP() << "no xmllint here";
  const auto count = static_cast<std::uint64_t>(caseCount(600, 20'000));
  const XmlElement right =
      *bom::parseXmlTree(bom::writeTechPackXml(makeTechPack(bom::Edition::Internal)), "right.xml");
  std::uint64_t taken = 0, refused = 0;
  for (std::uint64_t seed = 1; seed <= count; ++seed) {
    XmlElement tree = right;
    const std::string what = Damage(tree, seed).strike();
    if (what == "nothing") continue;
    const std::string xml = bom::writeXmlTree(tree);
    const auto result = bom::rewriteTechPackXml(xml, "damaged.xml");
    ASSERT_EQ(result.has_value(), xmllintAccepts(xml))
        << "seed " << seed << ": " << what << "\n"
        << (result ? "the reader takes it" : result.error().message);
    ++(result ? taken : refused);
  }
  // Both answers must have been asked for.
  EXPECT_GT(taken, count / 30);
  EXPECT_GT(refused, count / 6);
}

}  // namespace
