// Every way a catalog file goes wrong that the format or the loader knows, with the exact words of the
// refusal.
#include "tests/configurator/small_catalog.h"

namespace {

std::vector<WrongFile> brokenSyntax() {
  return {
      {"EndTag", "</slots>", "</slot>", "</slot>\n  <options>",
       "@: </slot> stands where <slots> of line 3 must be closed"},
      {"UnknownEntity", "210D ripstop</spec>", "210D &ripstop;</spec>", "",
       "@: \"&\" does not start a known reference (write &amp;)"},
      {"BareAmpersand", "210D ripstop</spec>", "210D & ripstop</spec>", "",
       "@: \"&\" does not start a known reference (write &amp;)"},
      {"DocumentType", "<catalog xmlns", "<!DOCTYPE catalog [<!ENTITY a \"b\">]><catalog xmlns", "",
       "@: a document type (<!DOCTYPE>) is not allowed", false},
      {"SecondRoot", "</catalog>", "</catalog><catalog/>", "", "@: there is a second root element"},
      {"TextAfterRoot", "</catalog>", "</catalog>text", "", "@: text stands outside the root element"},
      {"TwiceTheSameAttribute", "id=\"mill\" country", "id=\"mill\" id=\"mill\" country", "",
       "@: the attribute \"id\" stands twice in one tag"},
      {"NoQuotes", "id=\"F02\" stage=\"pack\"", "id=\"F02\" stage=pack", "",
       "@: the value of \"stage\" is not in quotes"},
      {"LessThanInAttribute", "machine=\"hand\"", "machine=\"<\"", "",
       "@: \"<\" stands in the value of \"machine\" (write &lt;)"},
      {"ControlCharacter", "<pro>Strong", "<pro>Str\x01ong", "",
       "@: a control character or a byte that is not UTF-8; save the file as UTF-8"},
      {"ControlReference", "<pro>Strong", "<pro>Str&#1;ong", "", "@: \"&#1;\" is not an allowed character"},
      {"NotUtf8", "<pro>Strong", "<pro>Str\xFF\xFEong", "",
       "@: a control character or a byte that is not UTF-8; save the file as UTF-8"},
      {"DoubleHyphenInComment", "  <slots>", "<!-- a -- b --><slots>", "",
       "@: \"--\" is not allowed inside a comment"},
      {"UnclosedFile", "</catalog>", "", "<catalog", "@: <catalog> is not closed"},
      {"OtherEncoding", "encoding=\"UTF-8\"", "encoding=\"latin1\"", "",
       "@: the XML declaration must read <?xml version=\"1.0\" encoding=\"UTF-8\"?>", false},
  };
}

std::vector<WrongFile> brokenStructure() {
  return {
      {"OtherNamespace", "urn:rucksmith:catalog:1", "urn:rucksmith:catalog:2", "",
       "@: <catalog>: xmlns=\"urn:rucksmith:catalog:2\" is not one of urn:rucksmith:catalog:1"},
      {"OtherVersion", "1\" version=\"1\"", "1\" version=\"2\"", "",
       "@: <catalog>: version=\"2\" is not one of 1"},
      {"UnknownSection",
       "<families><family id=\"nylon\"><name "
       "xml:lang=\"en\">Nylon</name><pro>Strong</pro><con>Fades</con></family></families>",
       "<famillies/>", "",
       "small.xml:45: item \"ny210\": family \"nylon\" is unknown\n"
       "@: unknown element <famillies> in <catalog> (did you mean <families>?)\n"
       "small.xml:63: test \"tear\": family \"nylon\" is unknown\n"
       "small.xml:71: lead time \"late\": family \"nylon\" is unknown"},
      {"UnknownElement", "<con>Fades</con>", "<cons>Fades</cons>", "",
       "@: unknown element <cons> in <family> (did you mean <con>?)"},
      {"UnknownAttribute", "critical=\"yes\"", "critcal=\"yes\"", "",
       "@: unknown attribute \"critcal\" of <measure> (did you mean \"critical\"?)"},
      {"MissingAttribute", " tol-plus=\"10\"", "", "<measure id",
       "@: <measure> lacks the attribute \"tol-plus\""},
      {"MissingElement", "<how>centre back</how>", "", "<measure id", "@: <measure> lacks <how>"},
      {"SecondElement", "<how>centre back</how>", "<how>a</how><how>b</how>", "",
       "@: <measure> has a second <how>"},
      {"WrongOrder", "<name>Body height</name><how>centre back</how>",
       "<how>centre back</how><name>Body height</name>", "",
       "@: <name> must stand before <how> in <measure>"},
      {"TextBetween", "<climate sun", "text<climate sun", "", "@: <market> takes no text, found \"text\""},
      {"EmptyName", "<name>Body height</name>", "<name> </name>", "",
       "@: <name>: \"\" is not text (it is empty)"},
      {"MissingSource", "source=\"bank\" ", "", "<exchange>", "@: <rate> lacks the attribute \"source\""},
      {"MissingDate", " date=\"2026-01-02\"", "", "<exchange>", "@: <rate> lacks the attribute \"date\""},
      {"MissingStatus", "date=\"2026-01-02\" status=\"sourced\"", "date=\"2026-01-02\"", "",
       "@: <rate> lacks the attribute \"status\""},
      {"EmptySource", "source=\"bank\"", "source=\"\"", "",
       "@: <rate>: source=\"\" is not text (it is empty)"},
      {"NoDay", "2026-01-02", "2026-02-29", "",
       "@: <rate>: date=\"2026-02-29\" is not a date like 2026-03-31, 2026-03 or 2026"},
      {"UnknownStatus", "status=\"quote\"", "status=\"guess\"", "",
       "@: <price>: status=\"guess\" is not one of sourced, estimate, quote, user"},
      {"CapitalsInId", "family id=\"nylon\"", "family id=\"Nylon\"", "",
       "small.xml:45: item \"ny210\": family \"nylon\" is unknown (did you mean \"Nylon\"?)\n"
       "@: <family>: id=\"Nylon\" is not an id (small letters, digits and single hyphens)\n"
       "small.xml:63: test \"tear\": family \"nylon\" is unknown (did you mean \"Nylon\"?)\n"
       "small.xml:71: lead time \"late\": family \"nylon\" is unknown"},
      {"UnknownWeave", "weave=\"ripstop\"", "weave=\"satin\"", "",
       "@: <look>: weave=\"satin\" is not one of none, plain, ripstop, oxford, canvas, "
       "stretch-mesh, hex-mesh, spacer-mesh, film, webbing, coil, foam, cord, "
       "grosgrain, x-ply"},
      {"MoreThanOne", "roughness=\"0.78\"", "roughness=\"1.1\"", "",
       "@: <look>: roughness=\"1.1\" is not a number from 0 to 1 with at most 6 decimals"},
      {"CommaInNumber", "per-usd=\"0.923456789\"", "per-usd=\"0,92\"", "",
       "@: <rate>: per-usd=\"0,92\" is not a number like 1.35, not negative, at most 9 decimals"},
      {"Exponent", "fixed=\"0.4\"", "fixed=\"4e-1\"", "",
       "@: <operation>: fixed=\"4e-1\" is not a number like 12.5, not negative, at most 6 decimals"},
      {"NegativePrice", "value=\"4.123456\"", "value=\"-4\"", "",
       "@: <price>: value=\"-4\" is not a number like 12.5, not negative, at most 6 decimals"},
      {"SevenDecimals", "value=\"4.123456\"", "value=\"4.1234567\"", "",
       "@: <price>: value=\"4.1234567\" is not a number like 12.5, not negative, at most 6 decimals"},
      {"ZeroStep", "<step below=\"320\" by=\"10\"/>", "<step below=\"320\" by=\"0\"/>", "",
       "@: <step>: by=\"0\" is not a number like 12.5, above 0, at most 6 decimals"},
      {"PropertyAboveFive", "name=\"strength\" value=\"3\"", "name=\"strength\" value=\"6\"", "",
       "@: <property>: value=\"6\" is not a whole number from 0 to 5"},
      {"UnknownUnit", "section=\"hydration\" unit=\"pc\"", "section=\"hydration\" unit=\"kg\"", "",
       "@: <item>: unit=\"kg\" is not one of m, m2, pc, set, g, k, pos, min"},
      {"SmallCountry", "origin id=\"VN\"", "origin id=\"vn\"", "",
       "@: <origin>: id=\"vn\" is not a country code of two capital letters\n"
       "small.xml:58: rate \"die-set\": origin \"VN\" is unknown\n"
       "small.xml:69: lane \"sea-lcl from VN to DE\": origin \"VN\" is unknown\n"
       "small.xml:70: preference \"Agreement in DE for VN \": origin \"VN\" is unknown\n"
       "small.xml:70: extra-duty \"Surcharge in DE for VN 2026-01-01\": origin \"VN\" is unknown\n"
       "small.xml:72: closure \"Tet 2026-02-14 VN\": origin \"VN\" is unknown"},
      {"NamedColor", "color=\"#101010\"", "color=\"black\"", "",
       "@: <zone>: color=\"black\" is not a colour like #30343a"},
      {"ZeroBreak", "break quantity=\"100\"", "break quantity=\"0\"", "",
       "@: <break>: quantity=\"0\" is not a whole number from 1 to 10000000"},
  };
}

std::vector<WrongFile> twice() {
  return {
      {"SlotTwice", "<slot id=\"rain-cover\"", "<slot id=\"body\"", "group=\"weather\"",
       "@: <slot> \"body\" already stands at small.xml:4\n"
       "small.xml:18: option \"none\": slot \"rain-cover\" is unknown\n"
       "small.xml:19: option \"stowed\": slot \"rain-cover\" is unknown\n"
       "small.xml:38: rule \"cover-without-port\": slot or zone \"rain-cover\" is unknown"},
      {"ZoneNamedLikeASlot", "zone id=\"straps\"", "zone id=\"body\"", "",
       "@: <zone> \"body\" already stands at small.xml:4"},
      {"OptionTwice", "<option id=\"both\" slot=\"hose-port\">", "<option id=\"left\" slot=\"hose-port\">",
       "Both sides",
       "@: <option> \"hose-port=left\" already stands at small.xml:16\n"
       "small.xml:37: rule \"port-needs-sleeve\": option of slot \"hose-port\" \"both\" is unknown\n"
       "small.xml:38: rule \"cover-without-port\": option of slot \"hose-port\" \"both\" is unknown"},
      {"SeriesNamedLikeAnItem", "line id=\"web\"", "line id=\"web20\"", "",
       "small.xml:34: zone \"straps\": the default \"web\" is unknown\n"
       "small.xml:48: <item> \"web20\" already stands at @"},
      {"BreakTwice", "break quantity=\"100\"", "break quantity=\"1000\"", "",
       "@: <break> \"1000\" already stands at @", false},
      {"ArgumentTwice", "<with name=\"depth_mm\"", "<with name=\"width_mm\"", "value=\"0.5 * width",
       "@: <with> name=\"width_mm\" stands twice in one <build>", false},
      {"SizeTwice", "size id=\"M\"", "size id=\"S\"", "", "@: <size> id=\"S\" stands twice in one run",
       false},
      {"SizesDescend", "from=\"900\" to=\"1020\"", "from=\"900\" to=\"910\"", "",
       "@: <size> must ascend; M does not", false},
      {"SizeOfNobody", "from=\"800\" to=\"920\"", "from=\"800\" to=\"800\"", "",
       "@: <size> needs from=\"…\" below to=\"…\"", false},
      {"EnglishTwice", "<name xml:lang=\"de\">", "<name xml:lang=\"en\">", "",
       "@: <name> stands twice in \"en\"", false},
  };
}

std::vector<WrongFile> danglingIds() {
  return {
      {"DefaultOption", "default=\"vest\"", "default=\"west\"", "",
       "@: the default option of slot \"body\" \"west\" is unknown (did you mean \"vest\"?)", false},
      {"BodyOfOption", "bodies=\"panel-loader\"", "bodies=\"panel-lader\"", "",
       "@: option \"stowed\": body \"panel-lader\" is unknown (did you mean \"panel-loader\"?)", false},
      {"SizeRunOfABody", "name=\"size-run\" value=\"chest\"/><build family=\"panel",
       "name=\"size-run\" value=\"chst\"/><build family=\"panel", "",
       "@: option \"panel-loader\": the attribute size-run \"chst\" is unknown (did you mean \"chest\"?)",
       false},
      {"UsedItem", "item=\"bladder\" quantity=\"1\"", "item=\"bladdr\" quantity=\"1\"", "",
       "@: option \"sleeve-bladder\": item \"bladdr\" is unknown (did you mean \"bladder\"?)", false},
      {"DoneOperation", "do operation=\"F02\"", "do operation=\"F03\"", "",
       "@: option \"sleeve-bladder\": operation \"F03\" is unknown (did you mean \"F02\"?)", false},
      {"ToolingRate", "tooling rate=\"die-set\"", "tooling rate=\"dies\"", "",
       "@: option \"sleeve-bladder\": rate \"dies\" is unknown", false},
      {"SeriesMember", "size=\"20\" item=\"web20\"", "size=\"20\" item=\"web25\"", "",
       "@: series \"web\": item \"web25\" is unknown (did you mean \"web15\"?)", false},
      {"ZoneCategory", "accepts=\"main-fabric\"", "accepts=\"main-fabric laminate\"", "",
       "@: zone \"shell\": no item or series has the category \"laminate\"", false},
      {"ZoneDefaultOfOtherKind", "default=\"web\"", "default=\"ny210\"", "zone id=\"straps\"",
       "@: zone \"straps\": the default \"ny210\" has a category it does not accept", false},
      {"RangeOption", "range option=\"vest\"", "range option=\"vst\"", "",
       "@: parameter \"capacity\": option \"vst\" is unknown (did you mean \"vest\"?)", false},
      {"RangeOfManySlots", "option=\"none\" slot=\"hydration\" min", "option=\"none\" min", "",
       "@: parameter \"capacity\": several slots have an option \"none\"; add slot=\"…\" to <range>", false},
      {"RuleValue", "is=\"sleeve sleeve-bladder\"", "is=\"sleeves\"", "",
       "@: rule \"port-needs-sleeve\": option of slot \"hydration\" \"sleeves\" is unknown (did you mean "
       "\"sleeve\"?)",
       false},
      {"RuleMaterial", "<then id=\"shell\" is=\"ny210\"/>", "<then id=\"shell\" is=\"web\"/>", "",
       "@: rule \"light-with-light\": material of zone \"shell\" \"web\" is unknown", false},
      {"Family", "family=\"nylon\"", "family=\"nylons\"", "",
       "@: item \"ny210\": family \"nylons\" is unknown (did you mean \"nylon\"?)", false},
      {"Look", "look=\"ripstop\"", "look=\"ripstp\"", "",
       "@: item \"ny210\": look \"ripstp\" is unknown (did you mean \"ripstop\"?)", false},
      {"Supplier", "supplier=\"mill\"", "supplier=\"mile\"", "",
       "@: item \"ny210\": supplier \"mile\" is unknown (did you mean \"mill\"?)", false},
      {"PaidBy", "paid-by=\"qc-inhouse\"", "paid-by=\"dies\"", "",
       "@: operation \"F02\": rate \"dies\" is unknown", false},
      {"PaidByWhatNobodyCharges", "paid-by=\"qc-inhouse\"", "paid-by=\"die-set\"", "",
       "@: operation \"F02\": rate \"die-set\" cannot pay it: only \"qc-inhouse\" is in every estimate",
       false},
      {"RateOrigin", "high=\"900\" origins=\"VN\"", "high=\"900\" origins=\"VN CN\"", "",
       "@: rate \"die-set\": origin \"CN\" is unknown", false},
      {"RateOrigins", "high=\"900\" origins=\"VN\"", "high=\"900\" origins=\"Vietnam\"", "",
       "@: <rate>: origins=\"Vietnam\" is not country codes of two capital letters, separated by spaces"},
      {"AlsoMakes", "stitch=\"301\"", "stitch=\"301\" also-makes=\"302\"", "",
       "@: operation \"F02\": stitch \"302\" is unknown", false},
      {"Stitch", "stitch=\"301\"", "stitch=\"302\"", "", "@: operation \"F02\": stitch \"302\" is unknown",
       false},
      {"Currency", "value=\"2\" currency=\"EUR\"", "value=\"2\" currency=\"GBP\"", "",
       "@: item \"co600\": currency \"GBP\" has no exchange rate", false},
  };
}

std::vector<WrongFile> contradictions() {
  return {
      {"MinAboveMax", "min=\"200\" max=\"320\"", "min=\"400\" max=\"320\"", "",
       "@: parameter \"width\": min must be below max", false},
      {"DefaultNoStep", "default=\"240\"", "default=\"245\"", "",
       "@: parameter \"width\": the default 245 is not one of its steps", false},
      {"StepsMissTheirEnd", "<step below=\"320\" by=\"10\"/>", "<step below=\"320\" by=\"50\"/>", "",
       "@: parameter \"width\": steps of 50 from 200 do not reach 320", false},
      {"LastStepBelowMax", "<step below=\"320\" by=\"10\"/>", "<step below=\"300\" by=\"10\"/>", "",
       "@: parameter \"width\": the last <step> must have below=\"320\", the maximum", false},
      {"StepsDescend", "<step below=\"8\" by=\"0.5\"/><step below=\"20\" by=\"1\"/>",
       "<step below=\"20\" by=\"1\"/><step below=\"8\" by=\"0.5\"/>", "<parameter id=\"capacity\"",
       "@: parameter \"capacity\": <step> below=\"8\" must lie above the one before it and not above max",
       false},
      {"RangeOutside", "min=\"2\" max=\"12\"", "min=\"1\" max=\"12\"", "",
       "@: parameter \"capacity\": the range 1 to 12 does not lie inside 2 to 20", false},
      {"RangeBetweenSteps", "min=\"2\" max=\"12\"", "min=\"9.1\" max=\"9.9\"", "",
       "@: parameter \"capacity\": no step lies in the range 9.1 to 9.9", false},
      {"SizesDescend", "member size=\"20\"", "member size=\"10\"", "",
       "@: <member> sizes must ascend; 10 does not", false},
      {"CompositionOf99", "share=\"7.5\"", "share=\"6.5\"", "",
       "@: the <composition> of item \"ny210\" adds up to 99 %, not 100 %", false},
      {"LowAboveTypical", "low=\"200\"", "low=\"500\"", "", "@: <rate>: low, typical and high must ascend",
       false},
      {"SheetByThePiece", "section=\"shell\" unit=\"m\" family", "section=\"shell\" unit=\"pc\" family", "",
       "@: sheet goods are sold by the metre: <item> needs unit=\"m\"", false},
      {"ValueAndWord", "word=\"back\"/><with", "word=\"back\" value=\"1\"/><with", "",
       "@: <with> name=\"host\" needs either a value or a word", false},
      {"StitchWithBothThreads", "thread-per-tack=\"0.25\"", "thread-per-tack=\"0.25\" thread-per-metre=\"1\"",
       "", "@: <stitch> needs either thread-per-metre or thread-per-tack", false},
      {"BrokenFormula", "0.5 * width - 20 mm", "0.5 ** width", "",
       "@: formula \"0.5 ** width\": expected a number, a name or \"(\" at character 6, found \"*\"", false},
      {"NoEnglish", "<name xml:lang=\"en\">Webbing line", "<name xml:lang=\"fr\">Webbing line", "",
       "@: <name> is missing in English (xml:lang=\"en\")", false},
      {"NoBreaks",
       "<breaks><break quantity=\"1000\" fabric-factor=\"1\" trim-factor=\"1\" efficiency=\"58\" "
       "margin=\"10\" setup-minutes=\"800\" source=\"rule\" date=\"2026\" status=\"estimate\"/><break "
       "quantity=\"100\" fabric-factor=\"1.3\" trim-factor=\"1.35\" efficiency=\"40\" margin=\"15\" "
       "setup-minutes=\"1200\" source=\"rule\" date=\"2026\" status=\"estimate\"/></breaks>",
       "", "<catalog", "catalog:0: no file has a quantity <break>", false},
  };
}

std::vector<WrongFile> wrongQuality() {
  return {
      {"LetterWithoutSample", "iii=\"B\"/><sample", "iii=\"Q\"/><sample", "",
       "@: lot \"16\": letter \"Q\" is unknown", false},
      {"LotsWithAGap", "to=\"15\" s1", "to=\"14\" s1", "",
       "@: lot \"2\": lots must follow each other without a gap, and the last has no end", false},
      {"AqlOutsideTheTable", "major=\"2.5\"", "major=\"3\"", "", "@: preset \"usual\": AQL \"3\" is unknown",
       false},
      {"UnknownLevel", "level=\"II\"", "level=\"IV\"", "",
       "@: <preset>: level=\"IV\" is not one of S1, S2, S3, S4, I, II, III"},
      {"PlanAndArrow", "aql=\"2.5\" arrow=\"down\"", "aql=\"2.5\" arrow=\"down\" accept=\"0\"", "",
       "@: <at> needs either accept and reject or an arrow", false},
      {"ArrowOutOfTheTable", "aql=\"2.5\" accept=\"0\" reject=\"1\"", "aql=\"2.5\" arrow=\"down\"", "",
       "@: sample \"A\": the arrow at AQL \"2.5\" leads to no plan\n"
       "@: sample \"B\": the arrow at AQL \"2.5\" leads to no plan",
       false},
      {"SectionsOfAStage", "stage=\"IPQC\" defect=\"minor\"", "stage=\"IQC\" defect=\"minor\"", "",
       "@: <point>: sections belong to IQC, and to nothing else\n"
       "@: <point>: <work> belongs to IPQC, and to nothing else",
       false},
      {"UnknownStageOfWork", "<work stage=\"pack\"/>", "<work stage=\"fold\"/>", "",
       "@: point \"packed\": stage of work \"fold\" is unknown", false},
      {"UnknownSection", "sections=\"shell lining\"", "sections=\"shell skin\"", "",
       "@: <point>: sections=\"shell skin\" is not a list, separated by spaces, of what is one of shell, "
       "lining, "
       "mesh, foam, frame, zip, hardware, webbing, tape, cord, reflective, thread, label, branding, "
       "hydration, "
       "electronics, packaging, finish"},
      {"TestOfAnUnknownFamily", "families=\"nylon\" where", "families=\"nylom\" where", "",
       "@: test \"tear\": family \"nylom\" is unknown (did you mean \"nylon\"?)", false},
      {"RuleOfAnUnknownMarket", "where=\"DE EU\"", "where=\"DE XX\"", "",
       "@: requirement \"label\": market or customs area \"XX\" is unknown", false},
      {"RuleThatEndsBeforeItBegins", "until=\"2030-12-31\"", "until=\"2019-12-31\"", "",
       "@: <requirement>: until lies before from", false},
      {"RuleWithHalfADay", "from=\"2020-01-01\"", "from=\"2020-01\"", "",
       "@: <requirement>: from=\"2020-01\" is not a day like 2026-03-31"},
      {"RuleOfAnUnknownClaim", "claims=\"grs\"", "claims=\"gots\"", "",
       "@: requirement \"label\": claim \"gots\" is unknown", false},
      {"CertificateOfAStranger", "holder=\"mill\"", "holder=\"weaver\"", "",
       "@: certificate \"C-1\": holder \"weaver\" is unknown", false},
      {"CertificateThatNeverHolds", "expires=\"2026-12-31\"", "expires=\"2025-12-31\"", "",
       "@: <certificate>: it expires before it begins", false},
      {"CompositionNobodyExplains", "<material word=\"EL\"", "<material word=\"CO\"", "<item id=\"ny210\"",
       "@: item \"ny210\": material \"EL\" is unknown", false},
      {"MaterialOfNoKind", "word=\"PA6\" kind=\"textile\"", "word=\"PA6\" kind=\"cloth\"", "",
       "@: <material>: kind=\"cloth\" is not one of textile, polymer, metal, mineral, paper, electronics"},
  };
}

std::vector<WrongFile> wrongTrade() {
  return {
      {"LegThatNobodyIsAskedFor", "vessel-loading=\"buyer\" main-carriage=\"buyer\"",
       "vessel-loading=\"buyer\"", "", "@: <incoterm> lacks the attribute \"main-carriage\""},
      {"LegThatAStrangerPays", "vessel-loading=\"buyer\"", "vessel-loading=\"carrier\"", "",
       "@: <incoterm>: vessel-loading=\"carrier\" is not one of seller, buyer, none"},
      {"UnknownTermInstead", "instead=\"FCA\"", "instead=\"FAC\"", "",
       "@: incoterm \"FOB\": the term \"FAC\" that it names instead is unknown", false},
      {"LaneByCart", "mode=\"air\"", "mode=\"cart\"", "",
       "@: <lane>: mode=\"cart\" is not one of sea-lcl, sea-20, sea-40, sea-40hc, air, express"},
      {"LaneToNowhere", "origins=\"VN\" markets=\"DE\"", "origins=\"VN\" markets=\"XX\"", "",
       "@: lane \"sea-lcl from VN to XX\": market \"XX\" is unknown", false},
      {"LaneWithoutARate", "mode=\"air\" rate=\"die-set\"", "mode=\"air\" rate=\"dies\"", "",
       "@: lane \"air from all to all\": rate \"dies\" is unknown", false},
      {"FeeOfNoMarket", "<fee market=\"DE\"", "<fee market=\"XX\"", "",
       "@: fee \"XX Declaration 2026-01-01\": market \"XX\" is unknown", false},
      {"FeeInAForeignCurrency", "currency=\"EUR\" from", "currency=\"GBP\" from", "",
       "@: fee \"DE Declaration 2026-01-01\": currency \"GBP\" has no exchange rate", false},
      {"FeeOfLessThanItsLeast", "most=\"20\"", "most=\"5\"", "", "@: <fee>: the most is less than the least",
       false},
      {"DutyThatEndsBeforeItBegins", "until=\"2026-12-31\"", "until=\"2025-12-31\"", "",
       "@: <extra-duty>: until lies before from", false},
      {"PreferenceOfAnUnknownOrigin", "origins=\"VN\" duty=\"0\"", "origins=\"XX\" duty=\"0\"", "",
       "@: preference \"Agreement in DE for XX \": origin \"XX\" is unknown", false},
      {"VatOfNoMarket", "<vat market=\"DE\"", "<vat market=\"XX\"", "",
       "@: vat-rule \"XX\": market \"XX\" is unknown", false},
  };
}

std::vector<WrongFile> wrongColorLots() {
  return {
      {"MouldOfNoRate", "<tooling rate=\"rounds\"/></item>", "<tooling rate=\"mould\"/></item>",
       "<item id=\"bladder\"", "@: item \"bladder\": rate \"mould\" is unknown", false},
      {"LeastLotOfNoRate", "least=\"rounds\"", "least=\"metres\"", "",
       "@: dyed \"shell\": rate \"metres\" is unknown", false},
      {"DyedGoodsOfNoCard", "goods=\"cloth\" least", "goods=\"glass\" least", "",
       "@: <dyed>: goods=\"glass\" is not one of cloth, tape, zip, hardware"},
      {"StockColorForNothing", "goods=\"cloth tape\"", "goods=\"\"", "",
       "@: <stock-color>: goods=\"\" is not a list, separated by spaces, of what is one of cloth, tape, zip, "
       "hardware"},
      {"StockColorOfNoColor", "srgb=\"#202327\"", "srgb=\"black\"", "",
       "@: <stock-color>: srgb=\"black\" is not a colour like #30343a"},
      {"NoToleranceAtAll", "tolerance=\"8\"", "tolerance=\"0\"", "",
       "@: <color-lots>: tolerance=\"0\" is not a number like 12.5, above 0, at most 6 decimals"},
  };
}

std::vector<WrongFile> wrongRules() {
  return {
      {"RuleWithoutSource", "<source>cover maker</source>", "", "<excludes id",
       "@: <excludes> lacks <source>"},
      {"LimitWithoutLaw", "<law>width &lt;= 310 mm</law>", "", "<limit id", "@: <limit> lacks <law>"},
      {"LimitOfUnknownKind", "<limit id=\"narrow-bladder\">", "<limit id=\"narrow-bladder\" absent=\"none\">",
       "", "@: <limit>: absent=\"none\" is not one of silent, zero"},
      {"PreferenceThatIsNone", "<prefers id=\"wide-sleeve\">",
       "<prefers id=\"wide-sleeve\" severity=\"error\">", "",
       "@: unknown attribute \"severity\" of <prefers>"},
      {"SuggestionOfNothing", "<suggest id=\"hydration\" is=\"none\"/>", "<suggest id=\"hydration\"/>", "",
       "@: <suggest> lacks the attribute \"is\""},
      {"TableWithoutFile", "</rules>",
       "<allows id=\"sets\"><name>Sets</name><because>Sold "
       "so.</because><source>bench</source></allows></rules>",
       "", "@: <allows> lacks the attribute \"file\""},
      {"LawThatComparesNothing", "<law>width &lt;= 310 mm</law>", "<law>width</law>", "",
       "@: formula \"width\" is no comparison, like \"capacity > 10 l\"", false},
      {"TermOfTwoKinds", "<then test=\"width &gt;= 210 mm\"/>",
       "<then id=\"shell\" is=\"ny210\" test=\"width &gt;= 210 mm\"/>", "",
       "@: <then> needs id=\"…\" with is=\"…\", not=\"…\" or having=\"…\" is=\"…\", or fact=\"…\" is=\"…\", "
       "or "
       "test=\"…\"",
       false},
  };
}

std::vector<WrongFile> wrongPlan() {
  return {
      {"StageOfNoKnownCondition", "when=\"certificate\"", "when=\"sometimes\"", "",
       "@: <stage>: when=\"sometimes\" is not one of always, custom-colours, dyed-materials, tooling, "
       "certificate, sea-lcl, sea-fcl, air, express"},
      {"StageNowhere", "place=\"buyer\"", "place=\"moon\"", "",
       "@: <stage>: place=\"moon\" is not one of buyer, origin, transit, market"},
      {"StageOfHalfADay", "low=\"3\" typical=\"7\" high=\"14\"", "low=\"0.5\" typical=\"7\" high=\"14\"", "",
       "@: <stage>: low=\"0.5\" is not a whole number from 0 to 999"},
      {"StageWhoseDaysDescend", "low=\"3\" typical=\"7\" high=\"14\"", "low=\"9\" typical=\"7\" high=\"14\"",
       "", "@: <stage>: low, typical and high must ascend", false},
      {"StageAfterAnUnknownOne", "after=\"quote\"", "after=\"quot\"", "",
       "@: stage \"sew\": stage \"quot\" is unknown (did you mean \"quote\"?)", false},
      {"StageThatWaitsForItself", "after=\"quote\"", "after=\"sew\"", "",
       "@: stage \"sew\": it waits for itself, by the stages in after=", false},
      {"StageRepeatedByNoRate", "times=\"rounds\"", "times=\"laps\"", "",
       "@: stage \"sew\": rate \"laps\" is unknown", false},
      {"StageOfNoMarket", "when=\"certificate\" markets=\"DE\"", "when=\"certificate\" markets=\"XX\"", "",
       "@: stage \"sew\": market \"XX\" is unknown", false},
      {"StageThatBringsAboutRain", "events=\"order shipment\"", "events=\"order shipment rain\"", "",
       "@: <stage>: events=\"order shipment rain\" is not a list, separated by spaces, of what is one of "
       "order, "
       "shipment, bill-of-lading, arrival, delivery"},
      {"StageTwice", "<stage id=\"sew\"", "<stage id=\"quote\"", "",
       "@: <stage> \"quote\" already stands at @", false},
      {"ScheduleWithoutItsRates", "<rate id=\"finance-rate\"", "<rate id=\"finance-rates\"", "<stages>",
       "@: the schedule needs the rate \"finance-rate\", which no file has", false},
      {"StageOfMaterialsFromNowhere", "materials=\"made\"", "materials=\"found\"", "",
       "@: <stage>: materials=\"found\" is not one of stock, made"},
      {"LeadTimeOfNoCategory", "categories=\"main-fabric\" families", "categories=\"\" families", "",
       "@: <lead-time>: categories=\"\" is not a list of ids, separated by spaces"},
      {"LeadTimeOfAnUnknownCategory", "categories=\"main-fabric\" families", "categories=\"fabric\" families",
       "", "@: lead time \"late\": no item is of the category \"fabric\"", false},
      {"LeadTimeOfAnUnknownFamily", "families=\"nylon\" only", "families=\"wool\" only", "",
       "@: lead time \"late\": family \"wool\" is unknown", false},
      {"LeadTimeOnlySometimes", "only=\"branded\"", "only=\"late\"", "",
       "@: <lead-time>: only=\"late\" is not one of order-colour, branded, own-mould"},
      {"LeadTimeWhoseDaysDescend", "low=\"5\" typical=\"8\" high=\"12\"",
       "low=\"5\" typical=\"18\" high=\"12\"", "", "@: <lead-time>: low, typical and high must ascend",
       false},
      {"LeadTimeTwice", "<lead-time id=\"usual\"", "<lead-time id=\"late\"", "",
       "@: <lead-time> \"late\" already stands at @", false},
      {"ItemWithoutALeadTime", "categories=\"main-fabric webbing bladder\"",
       "categories=\"main-fabric webbing\"", "<item id=\"bladder\"",
       "@: item \"bladder\": no <lead-time> is for all of its category \"bladder\"", false},
      {"ClosureThatEndsBeforeItBegins", "until=\"2026-02-22\"", "until=\"2026-02-12\"", "",
       "@: <closure>: until lies before from", false},
      {"ClosureOfAnUnknownOrigin", "<closure countries=\"VN\"", "<closure countries=\"XX\"", "",
       "@: closure \"Tet 2026-02-14 XX\": origin \"XX\" is unknown", false},
      {"ClosureOutsideOfTheKnownDays", "until=\"2026-02-22\"", "until=\"2027-02-22\"", "",
       "@: closure \"Tet 2026-02-14 VN\": it lies outside of the days of <closures>", false},
      {"ClosuresWithoutAnEnd", "<closures from=\"2025-12-28\" until=\"2027-01-03\"",
       "<closures from=\"2025-12-28\"", "", "@: <closures> lacks the attribute \"until\""},
      {"RestOnNoDay", "day=\"sun\"", "day=\"sunday\"", "",
       "@: <rest-day>: day=\"sunday\" is not one of sun, mon, tue, wed, thu, fri, sat"},
      {"SharesThatDoNotAddUp", "percent=\"70\"", "percent=\"60\"", "",
       "@: the shares of payment terms \"deposit\" add up to 90 %, not 100 %", false},
      {"ShareOfNothing", "percent=\"70\"", "percent=\"0\"", "",
       "@: <share>: percent=\"0\" is not a number like 12.5, above 0, at most 6 decimals"},
      {"ShareDueOnNoEvent", "event=\"shipment\"", "event=\"delivery\"", "<terms",
       "@: payment terms \"deposit\": no stage brings about \"delivery\"", false},
      {"TermsWithoutAShare",
       "<share percent=\"30\" event=\"order\"/><share percent=\"70\" event=\"shipment\" after-days=\"5\"/>",
       "", "<terms id", "@: <terms> lacks <share>"},
      {"LifeOfAnImpossibleScore", "life score=\"3\"", "life score=\"6\"", "",
       "@: <life>: score=\"6\" is not a whole number from 0 to 5"},
      {"LifeWhoseYearsDescend", "low=\"3\" typical=\"5\" high=\"7\"", "low=\"6\" typical=\"5\" high=\"7\"",
       "", "@: <life>: low, typical and high must ascend", false},
  };
}

}  // namespace

std::vector<WrongFile> wrongCatalogs() {
  std::vector<WrongFile> all;
  for (const auto& part : {brokenSyntax(), brokenStructure(), twice(), danglingIds(), contradictions(),
                           wrongQuality(), wrongTrade(), wrongColorLots(), wrongRules(), wrongPlan()}) {
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}
