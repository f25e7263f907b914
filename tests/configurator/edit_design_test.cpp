// Edits by key and value, as `set` and the app make them.
#include "configurator/design/edit_design.h"

#include <gtest/gtest.h>

#include "configurator/design/design_file.h"
#include "tests/configurator/small_catalog.h"

namespace configurator {
namespace {

Design smallDesign() {
  return parseDesign(smallDesignText(), "ridge.ruck", smallCatalog()).value();
}

Design edited(const std::string& key, const std::string& value) {
  auto design = applyEdit(smallCatalog(), smallDesign(), key, value);
  if (!design) throw std::logic_error(design.error().message);
  return std::move(*design);
}

TEST(EditDesign, SetsAnOptionAParameterAndAMaterialByTheUser) {
  EXPECT_EQ(edited("rain-cover", "stowed").choices.options.at("rain-cover"),
            (Chosen<std::string>{"stowed", By::User, false}));
  EXPECT_EQ(edited("capacity", "7.5").choices.parameters.at("capacity"),
            (Chosen<double>{7.5, By::User, false}));
  EXPECT_EQ(edited("shell", "co600").choices.zones.at("shell"),
            (Chosen<std::string>{"co600", By::User, false}));
}

TEST(EditDesign, KeepsAPinWhenTheValueChanges) {
  EXPECT_EQ(edited("hose-port", "both").choices.options.at("hose-port"),
            (Chosen<std::string>{"both", By::User, true}));
}

TEST(EditDesign, AutoTakesTheCatalogsValueAndReleasesThePin) {
  EXPECT_EQ(edited("hose-port", "auto").choices.options.at("hose-port"),
            (Chosen<std::string>{"none", By::Solved, false}));
  EXPECT_EQ(edited("capacity", "auto").choices.parameters.at("capacity"),
            (Chosen<double>{6, By::Solved, false}));
  EXPECT_EQ(edited("straps", "auto").choices.zones.at("straps"),
            (Chosen<std::string>{"web", By::Solved, false}));
}

TEST(EditDesign, PinsAndReleases) {
  EXPECT_TRUE(edited("pin.capacity", "yes").choices.parameters.at("capacity").pinned);
  EXPECT_TRUE(edited("pin.shell", "yes").choices.zones.at("shell").pinned);
  EXPECT_FALSE(edited("pin.hose-port", "no").choices.options.at("hose-port").pinned);
}

TEST(EditDesign, ColorsAZoneOfAColorwayAndForgetsTheOldColorsName) {
  const ZoneColor color = edited("color.BLK.straps", "#ABCDEF").colorways[0].colors.at("straps");
  EXPECT_EQ(color.srgb, "#abcdef");
  EXPECT_EQ(color.name, "");
  EXPECT_EQ(color.pantone, "");
}

TEST(EditDesign, ChangesTheOrder) {
  EXPECT_EQ(edited("order.incoterm", "DDP").order.incoterm, "DDP");
  EXPECT_EQ(edited("order.currency", "EUR").order.currency, "EUR");
  EXPECT_EQ(edited("order.date", "2028-02-29").order.date, "2028-02-29");
  EXPECT_EQ(edited("order.market", "DE").order.market, "DE");
  EXPECT_EQ(edited("order.origin", "VN").order.origin, "VN");
  EXPECT_EQ(edited("order.payment", "deposit").order.payment, "deposit");
  EXPECT_EQ(edited("order.payment", "auto").order.payment, "");
}

TEST(EditDesign, SetsQuantitiesInTheOrderOfColorwaysAndSizes) {
  const auto lines = edited("order.quantity.RED.S", "40").order.lines;
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[2].colorway + lines[2].size, "REDS");
  EXPECT_EQ(lines[2].quantity, 40);
  EXPECT_EQ(lines[3].colorway + lines[3].size, "REDM");
  EXPECT_EQ(totalQuantity(edited("order.quantity.BLK.M", "10").order), 360);  // 100 + 10 + 250
  EXPECT_EQ(edited("order.quantity.BLK.M", "0").order.lines.size(), 2U);
}

TEST(EditDesign, ChangesTextsWithoutTheSpaceAroundThem) {
  EXPECT_EQ(edited("brand.name", " Bergwerk \r\n").brand.name, "Bergwerk");
  EXPECT_EQ(edited("brand.style", "X-1").brand.style_number, "X-1");
  EXPECT_EQ(edited("brand.season", "").brand.season, "");
  EXPECT_EQ(edited("brand.description", "a\r\nb").brand.description, "a\nb");
  EXPECT_EQ(edited("design.name", "Ridge 7").name, "Ridge 7");
}

TEST(EditDesign, GivesAnItemAPartOfTheBrandsOwn) {
  const Design design = edited("part.web15", "loop.glb");
  EXPECT_EQ(design.own_parts.at("web15"), (OwnPart{"loop.glb", "mm", "y", 0}));
  EXPECT_EQ(edited("part.web20", "other.obj").own_parts.at("web20"), (OwnPart{"other.obj", "cm", "z", 90}));
  EXPECT_EQ(edited("part.web20.unit", "in").own_parts.at("web20").unit, "in");
  EXPECT_EQ(edited("part.web20.up", "x").own_parts.at("web20").up, "x");
  EXPECT_EQ(edited("part.web20.turn", "270").own_parts.at("web20").turn_deg, 270);
  EXPECT_TRUE(edited("part.web20", "none").own_parts.empty());
}

TEST(EditDesign, ChangesNothingElse) {
  Design design = edited("brand.name", "Other");
  design.brand.name = smallDesign().brand.name;
  EXPECT_EQ(writeDesign(design), smallDesignText());
}

TEST(EditDesign, SaysExactlyWhatItCannotDo) {
  struct Row {
    std::string key, value, message;
  };
  const std::vector<Row> rows{
      {"hydraton", "sleeve", "unknown key \"hydraton\" (did you mean \"hydration\"?)"},
      {"order.maket", "DE", "unknown key \"order.maket\" (did you mean \"order.market\"?)"},
      {"brand.seson", "SS27", "unknown key \"brand.seson\" (did you mean \"brand.season\"?)"},
      {"", "", "unknown key \"\""},
      {"a.b.c.d.e", "", "unknown key \"a.b.c.d.e\""},
      {"hydration", "sleve", "hydration: \"sleve\" is no option of \"hydration\" (did you mean \"sleeve\"?)"},
      {"hydration", "", "hydration: \"\" is no option of \"hydration\""},
      {"capacity", "much", "capacity: \"much\" is not a number like 12.5"},
      {"capacity", "1e1", "capacity: \"1e1\" is not a number like 12.5"},
      {"capacity", "21", "parameter \"capacity\": 21 is outside 2 to 20 l"},
      {"capacity", "8.5", "parameter \"capacity\": 8.5 is not one of its steps; the nearest are 8 and 9 l"},
      {"shell", "ny211", "shell: \"ny211\" is no material of zone \"shell\" (did you mean \"ny210\"?)"},
      {"part.web21", "a.stl", "part.web21: \"web21\" is no item (did you mean \"web20\"?)"},
      {"part.web20", " ", "part.web20: this is no file's name"},
      {"part.web15.unit", "cm", "part.web15.unit: give the part a file first, part.web15=FILE"},
      {"part.web20.unit", "inch", "part.web20.unit: \"inch\" is no unit of a part"},
      {"part.web20.turn", "45", "part.web20.turn: \"45\" is no turn of a part"},
      {"part.web20.color", "red", "unknown key \"part.web20.color\""},
      {"pin.capacity", "1", "pin.capacity: \"1\" is not yes or no"},
      {"pin.kapacity", "yes",
       "pin.kapacity: \"kapacity\" is no slot, parameter or zone (did you mean \"capacity\"?)"},
      {"color.BLU.shell", "#000000",
       "color.BLU.shell: \"BLU\" is no colorway of this design (did you mean \"BLK\"?)"},
      {"color.BLK.shel", "#000000", "color.BLK.shel: \"shel\" is no zone (did you mean \"shell\"?)"},
      {"color.BLK.shell", "black", "color.BLK.shell: \"black\" is not a colour like #30343a"},
      {"color.BLK", "#000000", "unknown key \"color.BLK\""},
      {"order.origin", "VM", "order.origin: \"VM\" is no origin"},
      {"order.payment", "deposits",
       "order.payment: \"deposits\" is no payment terms (did you mean \"deposit\"?)"},
      {"order.incoterm", "fob", "order.incoterm: \"fob\" is no Incoterm"},
      {"order.currency", "GBP", "order.currency: \"GBP\" is no currency with an exchange rate"},
      {"order.date", "2026-02-29", "order.date: \"2026-02-29\" is not a day like 2026-03-31"},
      {"order.quantity.BLK.M", "-1", "order.quantity.BLK.M: \"-1\" is not a whole number from 0 to 1000000"},
      {"order.quantity.BLK.M", "1.5",
       "order.quantity.BLK.M: \"1.5\" is not a whole number from 0 to 1000000"},
      {"order.quantity.BLK.XL", "1", "order.quantity.BLK.XL: \"XL\" is no size; sizes are S, M, L"},
      {"brand.name", "bell\x07", "brand.name: the text contains a control character or is not UTF-8"},
      {"brand.name", "\xFF", "brand.name: the text contains a control character or is not UTF-8"},
      {"design.name", " ", "design.name: a design needs a name"},
  };
  for (const Row& row : rows) {
    const auto design = applyEdit(smallCatalog(), smallDesign(), row.key, row.value);
    ASSERT_FALSE(design) << row.key << "=" << row.value;
    EXPECT_EQ(design.error().message, row.message);
  }
}

}  // namespace
}  // namespace configurator
