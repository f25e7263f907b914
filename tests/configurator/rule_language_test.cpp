// The rule language on a catalog small enough to try every design: each kind of term and verb, read in two
// ways that must agree, and what the loader says of words that lead nowhere.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "configurator/rules/catalog_model.h"
#include "configurator/rules/check_rules.h"
#include "tests/configurator/small_catalog.h"

namespace configurator {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::logic_error("not in the text: " + from);
  return text.replace(at, from.size(), to);
}

/// One rule with its name and reason; `inside` are its terms.
std::string ruleText(const std::string& verb, const std::string& attributes, const std::string& inside) {
  return "<" + verb + " " + attributes +
         "><name xml:lang=\"en\">Tried</name><because xml:lang=\"en\">It is tried.</because>"
         "<source>bench</source>" +
         inside + "</" + verb + ">";
}

/// The small catalog with sleeves of two heights and these rules beside its own.
Result<Catalog> withRules(const std::string& rules, const std::string& table = "") {
  std::string text = replaced(smallCatalogText(), "  </rules>", rules + "</rules>");
  text = replaced(text, "Hangs a bladder.</description>",
                  "Hangs a bladder.</description><attribute name=\"height\" value=\"26 cm\"/>"
                  "<attribute name=\"kind\" value=\"open\"/>");
  text = replaced(text, "Sleeve with bladder</name>",
                  "Sleeve with bladder</name><attribute name=\"height\" value=\"290 mm\"/>"
                  "<attribute name=\"kind\" value=\"filled\"/>");
  return parseCatalog({{"small.xml", text}, {"tables/tried.csv", table}});
}

std::vector<std::string> brokenIn(const Catalog& catalog, const Choices& choices, const RuleFacts& facts) {
  std::vector<std::string> messages;
  for (const Violation& violation : checkRules(catalog, choices, facts)) {
    if (violation.rule == "tried") messages.push_back(violation.severity + ": " + violation.message);
  }
  return messages;
}

/// What the rule "tried" says of the defaults with one sleeve, a width and a shell.
struct Tried {
  std::string sleeve = "none", shell = "ny210";
  double width = 240;
  RuleFacts facts{};
};
std::vector<std::string> messagesOf(const std::string& rule, const Tried& tried,
                                    const std::string& table = "") {
  const auto catalog = withRules(rule, table);
  if (!catalog) return {catalog.error().message};
  Choices choices = defaultChoices(*catalog);
  choices.options["hydration"].value = tried.sleeve;
  choices.zones["shell"].value = tried.shell;
  choices.parameters["width"].value = tried.width;
  return brokenIn(*catalog, choices, tried.facts);
}

TEST(RuleLanguage, ALawComparesNumbersOfOptionsAndParameters) {
  const std::string law =
      ruleText("limit", "id=\"tried\"", "<law>hydration.height &lt;= width + 20 mm</law>");
  EXPECT_THAT(messagesOf(law, {"sleeve", "ny210", 240}), IsEmpty()) << "26 cm fit into 240 + 20 mm";
  EXPECT_THAT(
      messagesOf(law, {"sleeve-bladder", "ny210", 240}),
      ElementsAre("error: Tried: here Hydration \"Sleeve with bladder\" (height 290 mm) and Width 240 "
                  "mm."));
  EXPECT_THAT(messagesOf(law, {"sleeve-bladder", "ny210", 270}), IsEmpty());
  EXPECT_THAT(messagesOf(law, {"none", "ny210", 200}), IsEmpty()) << "no height, no law";
}

TEST(RuleLanguage, AbsentNumbersOfALawCanCountAsNothing) {
  const std::string law = ruleText("limit", "id=\"tried\" absent=\"zero\"",
                                   "<law>hydration.height + 10 mm &gt;= width - 220 mm</law>");
  EXPECT_THAT(messagesOf(law, {"none", "ny210", 230}), IsEmpty()) << "0 + 10 against 10";
  EXPECT_EQ(messagesOf(law, {"none", "ny210", 240}).size(), 1U) << "0 + 10 against 20";
  EXPECT_THAT(messagesOf(law, {"sleeve", "ny210", 320}), IsEmpty()) << "260 + 10 against 100";
}

TEST(RuleLanguage, TermsAskOfWordsNumbersAndWhatIsNotThere) {
  const std::string by_word = ruleText("needs", "id=\"tried\"",
                                       "<when id=\"hydration\" having=\"kind\" is=\"filled\"/><then "
                                       "id=\"shell\" having=\"fibre\" is=\"PA6\"/>");
  EXPECT_THAT(messagesOf(by_word, {"sleeve-bladder", "ny210"}), IsEmpty());
  EXPECT_THAT(messagesOf(by_word, {"sleeve", "co600"}), IsEmpty());
  EXPECT_THAT(
      messagesOf(by_word, {"sleeve-bladder", "co600"}),
      ElementsAre("error: Hydration \"Sleeve with bladder\" needs Shell with fibre \"PA6\" (now \"600D "
                  "canvas\")."));
  const std::string by_number = ruleText("excludes", "id=\"tried\"",
                                         "<when test=\"width &gt; 300 mm or width &lt; 210 mm\"/>"
                                         "<then id=\"hydration\" not=\"none\"/>");
  EXPECT_THAT(messagesOf(by_number, {"sleeve", "ny210", 300}), IsEmpty());
  EXPECT_THAT(messagesOf(by_number, {"sleeve", "ny210", 310}),
              ElementsAre("error: Tried: here Width 310 mm and Hydration \"Sleeve\"."));
  EXPECT_EQ(messagesOf(by_number, {"sleeve", "ny210", 200}).size(), 1U);
  EXPECT_THAT(messagesOf(by_number, {"none", "ny210", 310}), IsEmpty());
}

TEST(RuleLanguage, MaterialsHaveNumbers) {
  const std::string law = ruleText(
      "limit", "id=\"tried\"", "<when test=\"width &gt;= 300 mm\"/><law>shell.mass-per-area &gt;= 200</law>");
  EXPECT_THAT(messagesOf(law, {"none", "co600", 300}), IsEmpty()) << "300 g/m2";
  EXPECT_THAT(messagesOf(law, {"none", "ny210", 290}), IsEmpty());
  EXPECT_THAT(messagesOf(law, {"none", "ny210", 300}),
              ElementsAre("error: Tried: here Width 300 mm and Shell \"210D ripstop nylon 6, PU coated\" "
                          "(mass-per-area 135 g/m2)."));
}

TEST(RuleLanguage, FactsOfTheOrderSpeakOnlyWhereTheyAreGiven) {
  const std::string rule =
      ruleText("prefers", "id=\"tried\"",
               "<when fact=\"heat\" is=\"medium high\"/><then id=\"hydration\" not=\"none\"/>"
               "<suggest id=\"hydration\" is=\"sleeve\"/>");
  EXPECT_THAT(messagesOf(rule, {}), IsEmpty());
  EXPECT_THAT(messagesOf(rule, {"none", "ny210", 240, {{"heat", {"low"}}}}), IsEmpty());
  EXPECT_THAT(messagesOf(rule, {"sleeve", "ny210", 240, {{"heat", {"high"}}}}), IsEmpty());
  EXPECT_THAT(messagesOf(rule, {"none", "ny210", 240, {{"heat", {"high"}}}}),
              ElementsAre("warning: Tried: here high heat and Hydration \"None\"."));
  const auto catalog = withRules(rule);
  ASSERT_TRUE(catalog);
  const auto violations = checkRules(*catalog, defaultChoices(*catalog), {{"heat", {"high"}}});
  ASSERT_EQ(violations.size(), 1U);
  ASSERT_TRUE(violations[0].suggestion);
  EXPECT_EQ(violations[0].suggestion->place + "=" + violations[0].suggestion->value, "hydration=sleeve");
  EXPECT_TRUE(isValid(violations));
}

constexpr const char* kTable = "hydration,shell,width\nnone,*,*\nsleeve|sleeve-bladder,ny210,240|250\n";

TEST(RuleLanguage, ATableListsWhatIsAllowed) {
  const std::string rule = ruleText("allows", "id=\"tried\" file=\"tables/tried.csv\"", "");
  EXPECT_THAT(messagesOf(rule, {"none", "co600", 320}, kTable), IsEmpty());
  EXPECT_THAT(messagesOf(rule, {"sleeve", "ny210", 250}, kTable), IsEmpty());
  EXPECT_EQ(messagesOf(rule, {"sleeve", "ny210", 260}, kTable).size(), 1U);
  EXPECT_THAT(
      messagesOf(rule, {"sleeve", "co600", 240}, kTable),
      ElementsAre("error: Tried: here Hydration \"Sleeve\", Shell \"600D canvas\" and Width 240 mm."));
}

/// Every design of the small catalog.
template <typename Visit>
void forEachDesign(const CatalogModel& model, Visit visit) {
  engine::Design design(static_cast<std::size_t>(model.model().variableCount()), 0);
  while (true) {
    visit(design);
    std::size_t at = 0;
    while (at < design.size() && ++design[at] == model.model().valueCount(static_cast<int>(at)))
      design[at++] = 0;
    if (at == design.size()) return;
  }
}

TEST(RuleLanguage, TheModelForbidsExactlyWhatTheRulesBreak) {
  const std::string rules =
      ruleText("limit", "id=\"a\"", "<law>hydration.height &lt;= width + 20 mm</law>") +
      ruleText("limit", "id=\"b\" absent=\"zero\"",
               "<when fact=\"sun\" is=\"high\"/>"
               "<law>hydration.height / 26 mm + 2 &gt;= capacity / 1 l</law>") +
      ruleText("needs", "id=\"c\"",
               "<when test=\"capacity &gt; 8 l and width &lt; 260 mm\"/>"
               "<then id=\"shell\" having=\"family\" is=\"nylon\"/><then fact=\"use\" is=\"city\"/>") +
      ruleText("excludes", "id=\"d\"",
               "<when id=\"hose-port\" not=\"none\"/><then test=\"width &gt; 300 mm\"/>") +
      ruleText("excludes", "id=\"e\"",
               "<when id=\"rain-cover\" is=\"stowed\"/><then fact=\"use\" is=\"city\"/>") +
      ruleText("allows", "id=\"f\" file=\"tables/tried.csv\"", "") +
      ruleText("prefers", "id=\"g\"", "<then test=\"width &lt; 210 mm\"/>");
  const auto catalog =
      withRules(rules, "body,hydration,capacity\npanel-loader,*,*\nvest,none|sleeve,2|2.5|3|4|5|6\n");
  ASSERT_TRUE(catalog) << catalog.error().message;
  for (const RuleFacts& facts : {RuleFacts{}, RuleFacts{{"sun", {"high"}}},
                                 RuleFacts{{"sun", {"low"}}, {"use", {"city", "running"}}}}) {
    const CatalogModel model(*catalog, facts);
    std::size_t valid = 0, all = 0;
    forEachDesign(model, [&](const engine::Design& design) {
      const Choices choices = model.choicesOf(design, defaultChoices(*catalog));
      const bool keeps = model.model().keepsAll(design);
      ASSERT_EQ(keeps, isValid(checkRules(*catalog, choices, facts)));
      valid += keeps ? 1U : 0U;
      ++all;
    });
    EXPECT_GT(valid, 100U);
    EXPECT_LT(valid, all / 2);
  }
}

TEST(RuleLanguage, WordsThatLeadNowhereAreSaid) {
  const auto objection = [](const std::string& rule, const std::string& table = "") {
    const auto catalog = withRules(rule, table);
    return catalog ? std::string() : catalog.error().message;
  };
  const std::string then = "<then id=\"shell\" is=\"ny210\"/>";
  const auto needs = [&](const std::string& when) { return ruleText("needs", "id=\"tried\"", when + then); };
  EXPECT_THAT(objection(needs("<when id=\"hydration\"/>")), HasSubstr("<when> needs id="));
  EXPECT_THAT(objection(needs("<when id=\"hydration\" is=\"none\" test=\"width &gt; 1 mm\"/>")),
              HasSubstr("<when> needs id="));
  EXPECT_THAT(objection(needs("<when id=\"hydration\" having=\"kind\" is=\"opn\"/>")),
              HasSubstr("nothing in \"hydration\" has kind \"opn\" (did you mean \"open\"?)"));
  EXPECT_THAT(objection(needs("<when id=\"hydration\" not=\"nune\"/>")), HasSubstr("did you mean \"none\"?"));
  EXPECT_THAT(objection(needs("<when fact=\"heet\" is=\"high\"/>")), HasSubstr("did you mean \"heat\"?"));
  EXPECT_THAT(objection(needs("<when fact=\"heat\" is=\"hot\"/>")),
              HasSubstr("fact \"heat\" is never \"hot\""));
  EXPECT_THAT(objection(needs("<when test=\"width\"/>")), HasSubstr("is no comparison"));
  EXPECT_THAT(objection(needs("<when test=\"width &gt; 3 l\"/>")), HasSubstr("mixes mm and l"));
  EXPECT_THAT(objection(needs("<when test=\"hydration.depth &gt; 3 mm\"/>")),
              HasSubstr("\"hydration.depth\" is neither a parameter nor a number"));
  EXPECT_THAT(objection(ruleText("prefers", "id=\"tried\"", then + "<suggest id=\"shell\" is=\"silk\"/>")),
              HasSubstr("<suggest> \"shell=silk\" is not in the catalog"));
  const std::string table = ruleText("allows", "id=\"tried\" file=\"tables/tried.csv\"", "");
  EXPECT_THAT(objection(table, "hydration,shell\nslave,*\n"),
              HasSubstr("tables/tried.csv:2: rule \"tried\": \"hydration\" has no \"slave\""));
  EXPECT_THAT(objection(table, "hydraton,shell\nnone,*\n"), HasSubstr("there is no slot, parameter or zone"));
  EXPECT_THAT(objection(ruleText("allows", "id=\"tried\" file=\"tables/none.csv\"", "")),
              HasSubstr("there is no file \"tables/none.csv\""));
  EXPECT_THAT(objection(ruleText("prefers", "id=\"tried\"", then + "<suggest id=\"shell\" is=\"co600\"/>")),
              HasSubstr("<suggest> \"shell=co600\" does not keep the rule"));
}

TEST(RuleLanguage, MistakesOfATableAreSaidWithTheirRow) {
  const auto objection = [](const std::string& table) {
    const auto catalog = withRules(ruleText("allows", "id=\"tried\" file=\"tables/tried.csv\"", ""), table);
    return catalog ? std::string() : catalog.error().message;
  };
  EXPECT_THAT(objection("shell,hydration\nny210,none,sleeve\nco600,*\n"),
              HasSubstr("tried.csv:2: rule \"tried\": the row has more cells than the heading"));
  EXPECT_THAT(objection("shell,hydration\nny210,\nco600,*\n"),
              HasSubstr("tried.csv:2: rule \"tried\": the cell of \"hydration\" is empty; * stands for any"));
  EXPECT_EQ(objection("shell,shell\nny210,*\n"),
            "tables/tried.csv:1: rule \"tried\": \"shell\" stands twice");
  EXPECT_EQ(objection("shell,hydration\nny210,none\n"),
            "tables/tried.csv:1: rule \"tried\": \"shell\" has \"co600\", which stands in no row");
}

}  // namespace
}  // namespace configurator
