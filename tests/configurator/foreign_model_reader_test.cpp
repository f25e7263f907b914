// What the readers of others' models understand, and what they say of what they do not.
#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/models/random_model.h"
#include "tests/models/read_model.h"

namespace {

using models::ForeignModel;
using models::parseModel;

std::size_t countOf(const std::string& text, const std::string& name) {
  return models::allDesigns(parseModel(text, name).model).size();
}

std::string refusalOf(const std::string& text, const std::string& name) {
  try {
    parseModel(text, name);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "read";
}

TEST(ForeignModels, DimacsNamesVariablesAndReadsClausesOverLines) {
  const ForeignModel foreign = parseModel("c 1 a b\nc 2 c\np cnf 3 2\n1 -2\n0 3\n0\n", "x.dimacs");
  EXPECT_EQ(foreign.model.name(0), "a b");
  EXPECT_EQ(foreign.features, 3);
  EXPECT_EQ(models::allDesigns(foreign.model).size(), 3U);  // 3 of 4 pairs, and the third is there
}

// Counted by hand: no child, or one or two of the first pair, or three or four of the four.
TEST(ForeignModels, UvlGroupsCountTheirChildren) {
  EXPECT_EQ(countOf("features\n\ta\n\t\toptional\n\t\t\tb\n\t\tmandatory\n\t\t\tc\n", "x.uvl"), 2U);
  EXPECT_EQ(countOf("features\n\ta\n\t\tor\n\t\t\tb\n\t\t\tc\n", "x.uvl"), 3U);
  EXPECT_EQ(countOf("features\n\ta\n\t\talternative\n\t\t\tb\n\t\t\tc\n\t\t\td\n", "x.uvl"), 3U);
  EXPECT_EQ(countOf("features\n\ta\n\t\t[2..3]\n\t\t\tb\n\t\t\tc\n\t\t\td\n", "x.uvl"), 4U);
  EXPECT_EQ(countOf("features\n\ta\n\t\t[2..*]\n\t\t\tb\n\t\t\tc\n\t\t\td\n", "x.uvl"), 4U);
  EXPECT_EQ(countOf("features\n\ta\n\t\t[1]\n\t\t\tb\n\t\t\tc\n\t\t\td\n", "x.uvl"), 3U);
}

TEST(ForeignModels, UvlConstraintsBindAsTheLanguageSays) {
  const std::string tree = "features\n\ta\n\t\toptional\n\t\t\tb\n\t\t\t\"c d\"\nconstraints\n\t";
  EXPECT_EQ(countOf(tree + "b => \"c d\"", "x.uvl"), 3U);
  EXPECT_EQ(countOf(tree + "b <=> \"c d\"", "x.uvl"), 2U);
  EXPECT_EQ(countOf(tree + "!b | \"c d\" & a", "x.uvl"), 3U);
  EXPECT_EQ(countOf(tree + "!(b | \"c d\")", "x.uvl"), 1U);
  EXPECT_EQ(countOf(tree + "a => b => \"c d\"", "x.uvl"),
            3U);  // from left to right: (a => b) => "c d" fails for b alone
}

TEST(ForeignModels, UvlCalculatesWithAttributes) {
  const std::string tree =
      "features\n  a\n    optional\n      b {Price 2, Note 'x, {y}'}\n      c {Price 3}\n      Integer "
      "n\nconstraints\n  ";
  // b and c with 5 are too dear; n is absent or 1 to 3.
  EXPECT_EQ(countOf(tree + "sum(Price) < 5\n  !n | n >= 1 & n <= 3\n", "x.uvl"), 3U * 4U);
  EXPECT_EQ(countOf(tree + "n == b.Price\n", "x.uvl"),
            0U);  // n is never compared with a number: it is only there or not
}

TEST(ForeignModels, XcspReadsAllowedAndForbiddenTuples) {
  const auto instance = [](const std::string& semantics) {
    return "<instance><domains><domain name=\"d\">0..2</domain></domains><variables><variable name=\"x\" "
           "domain=\"d\"/>"
           "<variable name=\"y\" domain=\"d\"/></variables><relations><relation name=\"r\" semantics=\"" +
           semantics +
           "\">0 0|1 2|9 9</relation></relations><constraints><constraint scope=\"x y\" "
           "reference=\"r\"/></constraints></instance>";
  };
  EXPECT_EQ(countOf(instance("supports"), "x.xml"), 2U);
  EXPECT_EQ(countOf(instance("conflicts"), "x.xml"), 7U);
  EXPECT_EQ(parseModel(instance("supports"), "x.xml").features, 0);
}

TEST(ForeignModels, WhatCannotBeReadIsSaidWithItsLine) {
  EXPECT_EQ(refusalOf("", "x.txt"), "x.txt: ends neither in .dimacs, .cnf, .uvl nor .xml");
  EXPECT_EQ(refusalOf("c nothing\n", "x.dimacs"), "x.dimacs:1: no line: p cnf VARIABLES CLAUSES");
  EXPECT_EQ(refusalOf("p cnf 2 1\n1 3 0\n", "x.dimacs"), "x.dimacs:2: no variable 3");
  EXPECT_EQ(refusalOf("p cnf 2 1\n1 x 0\n", "x.dimacs"), "x.dimacs:2: no number: x");
  EXPECT_EQ(refusalOf("features\n\ta\nconstraints\n\ta & (\n", "x.uvl"),
            "x.uvl:4: expected a name or number");
  EXPECT_EQ(refusalOf("features\n\ta\n\tb\n", "x.uvl"), "x.uvl:3: there is one root");
  EXPECT_EQ(refusalOf("features\n\ta cardinality [0..2]\n", "x.uvl"),
            "x.uvl:2: feature cardinality is not read");
  EXPECT_EQ(refusalOf("features\n\ta\nconstraints\n\ta => z\n", "x.uvl"), "x.uvl: unknown name z");
  EXPECT_EQ(refusalOf("<instance/>", "x.xml"), "x.xml:1: no element domains");
}

}  // namespace
