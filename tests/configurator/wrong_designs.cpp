// Every way a design file goes wrong, with the exact words of the refusal.
#include "tests/configurator/small_catalog.h"

namespace {

std::vector<WrongFile> brokenFormat() {
  return {
      {"Truncated", "  </revisions>\n</design>\n", "", "<revisions>", "@: <revisions> is not closed"},
      {"OtherVersion", "1\" version=\"1\"", "1\" version=\"2\"", "",
       "@: <design>: version=\"2\" is not one of 1"},
      {"OtherNamespace", "urn:rucksmith:design:1", "urn:other", "",
       "@: <design>: xmlns=\"urn:other\" is not one of urn:rucksmith:design:1"},
      {"UnknownElement", "<season>SS27</season>", "<saison>SS27</saison>", "",
       "@: unknown element <saison> in <brand> (did you mean <season>?)"},
      {"UnknownAttribute", "by=\"solved\"", "bye=\"solved\"", "",
       "@: unknown attribute \"bye\" of <parameter> (did you mean \"by\"?)"},
      {"NoName", "  <name>Trail &amp; Ridge 6</name>\n", "", "<design", "@: <design> lacks <name>"},
      {"BlankName", "<name>Trail &amp; Ridge 6</name>", "<name> </name>", "",
       "@: <name>: \"\" is not text (it is empty)"},
      {"NoRevision",
       "    <revision number=\"1\" date=\"2026-02-28\">\n      <author>M. K.</author>\n      <changes>First "
       "issue</changes>\n    </revision>\n",
       "", "<revisions>", "@: <revisions> lacks <revision>"},
      {"UnknownBy", "by=\"solved\"", "by=\"magic\"", "",
       "@: <parameter>: by=\"magic\" is not one of user, template, solved"},
      {"PinnedTrue", "pinned=\"yes\"", "pinned=\"true\"", "",
       "@: <choice>: pinned=\"true\" is not one of yes, no"},
      {"ParameterInWords", "value=\"5.5\"", "value=\"five\"", "",
       "@: <parameter>: value=\"five\" is not a number like 12.5"},
      {"ParameterNotANumber", "value=\"5.5\"", "value=\"nan\"", "",
       "@: <parameter>: value=\"nan\" is not a number like 12.5"},
      {"ParameterWithComma", "value=\"5.5\"", "value=\"5,5\"", "",
       "@: <parameter>: value=\"5,5\" is not a number like 12.5"},
      {"NegativeQuantity", "quantity=\"250\"", "quantity=\"-1\"", "",
       "@: <line>: quantity=\"-1\" is not a whole number from 0 to 1000000"},
      {"HalfAPack", "quantity=\"250\"", "quantity=\"2.5\"", "",
       "@: <line>: quantity=\"2.5\" is not a whole number from 0 to 1000000"},
      {"HugeQuantity", "quantity=\"250\"", "quantity=\"1000001\"", "",
       "@: <line>: quantity=\"1000001\" is not a whole number from 0 to 1000000"},
      {"OrderTooLarge", "quantity=\"250\"", "quantity=\"999601\"", "<order",
       "@: the order adds up to 1000001 pieces; it can have at most 1000000", false},
      {"UnknownSize", "size=\"S\"", "size=\"XS\"", "", "@: <line>: size=\"XS\" is not one of S, M, L"},
      {"NoSuchDay", "date=\"2026-03-31\"", "date=\"2026-04-31\"", "",
       "@: <order>: date=\"2026-04-31\" is not a day like 2026-03-31"},
      {"GermanDay", "date=\"2026-03-31\"", "date=\"31.03.2026\"", "",
       "@: <order>: date=\"31.03.2026\" is not a day like 2026-03-31"},
      {"MonthOnly", "date=\"2026-02-28\"", "date=\"2026-02\"", "",
       "@: <revision>: date=\"2026-02\" is not a day like 2026-03-31"},
      {"UnknownUnit", "unit=\"cm\"", "unit=\"ft\"", "", "@: <part>: unit=\"ft\" is not one of mm, cm, m, in"},
      {"UpIsDown", "up=\"z\"", "up=\"-z\"", "", "@: <part>: up=\"-z\" is not one of x, y, z"},
      {"OddTurn", "turn=\"90\"", "turn=\"45\"", "", "@: <part>: turn=\"45\" is not one of 0, 90, 180, 270"},
      {"PartWithoutFile", "file=\"parts/loop &amp; bar.stl\"", "file=\"\"", "",
       "@: <part>: file=\"\" is not text (it is empty)"},
      {"PartOfNothing", "<part item=\"web20\"", "<part item=\"web21\"", "",
       "@: \"web21\" is no item (did you mean \"web20\"?)", false},
      {"NamedColor", "srgb=\"#c01818\"", "srgb=\"red\"", "",
       "@: <color>: srgb=\"red\" is not a colour like #30343a"},
      {"ShortColor", "srgb=\"#c01818\"", "srgb=\"#c11\"", "",
       "@: <color>: srgb=\"#c11\" is not a colour like #30343a"},
      {"UnknownIncoterm", "incoterm=\"FOB\"", "incoterm=\"FOX\"", "",
       "@: <order>: incoterm=\"FOX\" is not one of EXW, FCA, FAS, FOB, CFR, CIF, CPT, CIP, DAP, DPU, DDP"},
      {"ShortHash", "sha256=\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"",
       "sha256=\"0123\"", "", "@: <price-list>: sha256=\"0123\" is not a SHA-256 of 64 hexadecimal digits"},
      {"DotInColorwayCode", "code=\"RED\"", "code=\"R.D\"", "",
       "@: <colorway>: code=\"R.D\" is not a code of at most 20 letters, digits and hyphens\n"
       "ridge.ruck:44: \"RED\" is no colorway of this design (did you mean \"R.D\"?)"},
      {"SmallMarket", "market=\"DE\"", "market=\"de \"", "",
       "@: <order>: market=\"de \" is not a country code of two capital letters"},
  };
}

std::vector<WrongFile> brokenContent() {
  return {
      {"UnknownSlot", "slot=\"rain-cover\"", "slot=\"rain-cove\"", "",
       "@: \"rain-cove\" is no slot (did you mean \"rain-cover\"?)", false},
      {"UnknownOption", "option=\"sleeve\"", "option=\"sleve\"", "",
       "@: \"sleve\" is no option of \"hydration\" (did you mean \"sleeve\"?)", false},
      {"UnknownParameter", "id=\"width\"", "id=\"height\"", "", "@: \"height\" is no parameter", false},
      {"AboveMaximum", "value=\"5.5\"", "value=\"20.5\"", "",
       "@: parameter \"capacity\": 20.5 is outside 2 to 20 l", false},
      {"BelowMinimum", "value=\"5.5\"", "value=\"-3\"", "",
       "@: parameter \"capacity\": -3 is outside 2 to 20 l", false},
      {"BetweenSteps", "value=\"5.5\"", "value=\"8.5\"", "",
       "@: parameter \"capacity\": 8.5 is not one of its steps; the nearest are 8 and 9 l", false},
      {"UnknownZone", "zone id=\"straps\"", "zone id=\"strap\"", "",
       "@: \"strap\" is no zone (did you mean \"straps\"?)", false},
      {"MaterialOfOtherKind", "item=\"web\"", "item=\"ny210\"", "zone id=\"straps\"",
       "@: \"ny210\" is no material of zone \"straps\"", false},
      {"UnknownZoneColor", "zone=\"straps\" srgb=\"#202020\"", "zone=\"strops\" srgb=\"#202020\"", "",
       "@: \"strops\" is no zone (did you mean \"straps\"?)", false},
      {"UnknownPaymentTerms", "currency=\"USD\"", "currency=\"USD\" payment=\"barter\"", "",
       "@: \"barter\" is no payment terms", false},
      {"UnknownOrigin", "origin=\"VN\"", "origin=\"XX\"", "", "@: \"XX\" is no origin", false},
      {"UnknownMarket", "market=\"DE\"", "market=\"DK\"", "", "@: \"DK\" is no market", false},
      {"CurrencyWithoutRate", "currency=\"USD\"", "currency=\"CHF\"", "",
       "@: \"CHF\" is no currency with an exchange rate", false},
      {"LineOfNoColorway", "<line colorway=\"RED\"", "<line colorway=\"REX\"", "",
       "@: \"REX\" is no colorway of this design (did you mean \"RED\"?)"},
      {"SlotTwice", "slot=\"rain-cover\" option=\"none\"", "slot=\"body\" option=\"vest\"",
       "vest\" by=\"template\"/>\n  </choices>", "@: <choice> for \"body\" stands twice"},
      {"ColorwayTwice", "<colorway code=\"RED\"", "<colorway code=\"BLK\"", "name=\"Red\"",
       "@: <colorway> for \"BLK\" stands twice\n"
       "ridge.ruck:44: \"RED\" is no colorway of this design"},
      {"LineTwice", "colorway=\"BLK\" size=\"S\"", "colorway=\"RED\" size=\"M\"", "",
       "ridge.ruck:44: <line> for \"RED M\" stands twice"},
  };
}

}  // namespace

std::vector<WrongFile> wrongDesigns() {
  std::vector<WrongFile> all = brokenFormat();
  for (WrongFile& wrong : brokenContent()) all.push_back(std::move(wrong));
  return all;
}
