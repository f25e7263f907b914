// Design files: what is read, the same bytes back, the exact words about bad ones.
#include "configurator/design/design_file.h"

#include <gtest/gtest.h>

#include <random>

#include "configurator/rules/check_rules.h"
#include "tests/configurator/small_catalog.h"

namespace configurator {
namespace {

Design smallDesign() {
  auto design = parseDesign(smallDesignText(), "ridge.ruck", smallCatalog());
  if (!design) throw std::logic_error(design.error().message);
  return std::move(*design);
}

TEST(DesignFile, ReadsEverything) {
  const Design design = smallDesign();
  EXPECT_EQ(design.name, "Trail & Ridge 6");
  EXPECT_EQ(design.template_id, "hydration");
  EXPECT_EQ(design.use, "running");
  EXPECT_EQ(design.brand.name, "Zürich Läufer");
  EXPECT_EQ(design.brand.style_number, "RS-006");
  EXPECT_EQ(design.brand.designer, "A. <B>");
  EXPECT_EQ(design.brand.description, "First line.\nSecond line.");
  EXPECT_EQ(design.choices.options.at("hose-port"), (Chosen<std::string>{"left", By::User, true}));
  EXPECT_EQ(design.choices.parameters.at("capacity"), (Chosen<double>{5.5, By::User, false}));
  EXPECT_EQ(design.choices.parameters.at("width").by, By::Solved);
  EXPECT_EQ(design.choices.zones.at("straps"), (Chosen<std::string>{"web", By::User, false}));
  ASSERT_EQ(design.colorways.size(), 2U);
  EXPECT_EQ(findColorway(design, "BLK")->colors.at("straps").pantone, "19-4007 TCX");
  EXPECT_EQ(findColorway(design, "GRN"), nullptr);
  EXPECT_EQ(design.order.date, "2026-03-31");
  EXPECT_EQ(totalQuantity(design.order), 650);  // 100 + 300 + 250
  EXPECT_EQ(design.order.price_lists[0].first, "lists/mill \"2026\".csv");
  EXPECT_EQ(design.revisions.back().changes, "First issue");
  EXPECT_EQ(design.own_parts.at("web20"), (OwnPart{"parts/loop & bar.stl", "cm", "z", 90}));
}

TEST(DesignFile, OwnPartsAreFoundFromTheDesignsFolder) {
  auto design = parseDesign(smallDesignText(), "/brands/ridge/six.ruck", smallCatalog());
  ASSERT_TRUE(design) << design.error().message;
  const OwnPart& part = design->own_parts.at("web20");
  EXPECT_EQ(fileOf(*design, part), "/brands/ridge/parts/loop & bar.stl");
  EXPECT_EQ(movedTo(*design, "/brands/ridge").own_parts.at("web20").file, "parts/loop & bar.stl");
  const Design moved = movedTo(*design, "/elsewhere");
  EXPECT_EQ(moved.own_parts.at("web20").file, "/brands/ridge/parts/loop & bar.stl");
  EXPECT_EQ(fileOf(moved, moved.own_parts.at("web20")), "/brands/ridge/parts/loop & bar.stl");
}

TEST(DesignFile, PicturesAreFoundFromWhereverTheDesignIsSaved) {
  Design design = smallDesign();
  design.folder = "/brands/ridge";
  design.artwork["branding.artwork"] = "art/logo.svg";
  EXPECT_EQ(movedTo(design, "/brands/ridge").artwork.at("branding.artwork"), "art/logo.svg");
  EXPECT_EQ(movedTo(design, "/brands/ridge/old").artwork.at("branding.artwork"), "../art/logo.svg");
  const auto here = std::filesystem::current_path();
  Design unsaved = design;
  unsaved.folder.clear();
  EXPECT_EQ(movedTo(unsaved, here).artwork, design.artwork);
  EXPECT_EQ(movedTo(unsaved, here).own_parts, design.own_parts);
  const Design moved = movedTo(design, "/buyers");
  EXPECT_EQ(moved.artwork.at("branding.artwork"), "../brands/ridge/art/logo.svg");
  EXPECT_EQ(movedTo(moved, "/brands/ridge").artwork.at("branding.artwork"), "art/logo.svg");
}

TEST(DesignFile, GivesTheSameBytesBack) {
  EXPECT_EQ(writeDesign(smallDesign()), smallDesignText());
}

TEST(DesignFile, FillsWhatTheFileLeavesOutFromTheCatalog) {
  const std::string text =
      "<design xmlns=\"urn:rucksmith:design:1\" version=\"1\"><name>Bare</name>"
      "<choices><choice slot=\"body\" option=\"panel-loader\"/></choices>"
      "<colorways><colorway code=\"A\" name=\"A\"/></colorways>"
      "<order date=\"2026-01-01\" origin=\"VN\" market=\"DE\" incoterm=\"EXW\" currency=\"EUR\"/>"
      "<revisions><revision number=\"1\" date=\"2026-01-01\"/></revisions></design>";
  const auto design = parseDesign(text, "bare.ruck", smallCatalog());
  ASSERT_TRUE(design) << design.error().message;
  EXPECT_EQ(design->choices.options.at("body"), (Chosen<std::string>{"panel-loader", By::Template, false}));
  EXPECT_EQ(design->choices.options.at("hydration"), (Chosen<std::string>{"none", By::Template, false}));
  EXPECT_EQ(design->choices.parameters.at("capacity").value, 6);
  EXPECT_EQ(design->choices.zones.at("shell").value, "ny210");
  EXPECT_EQ(design->colorways[0].colors.at("shell").srgb,
            "#30343a");  // small letters, though the catalog has capitals
  const std::string written = writeDesign(*design);
  EXPECT_EQ(writeDesign(*parseDesign(written, "bare.ruck", smallCatalog())), written);
}

TEST(DesignFile, LoadsADesignThatBreaksARule) {
  const std::string text = withMistake(smallDesignText(), {"", "slot=\"hydration\" option=\"sleeve\"",
                                                           "slot=\"hydration\" option=\"none\"", "", ""});
  const auto design = parseDesign(text, "ridge.ruck", smallCatalog());
  ASSERT_TRUE(design) << design.error().message;
  EXPECT_FALSE(isValid(checkRules(smallCatalog(), design->choices)));
}

TEST(DesignFile, ReadsTheMaterialOfAZoneThatOffersNoneAnyMore) {
  Catalog catalog = smallCatalog();
  for (Zone& zone : catalog.zones) {
    if (zone.id == "straps") zone.accepts.clear();
  }
  const auto with = [&](const std::string& item) {
    const std::string from = "id=\"straps\" item=\"web\"", to = "id=\"straps\" item=\"" + item + "\"";
    return parseDesign(withMistake(smallDesignText(), {"", from, to, "", ""}), "ridge.ruck", catalog);
  };
  const auto design = with("web15");
  ASSERT_TRUE(design) << design.error().message;
  EXPECT_EQ(design->choices.zones.at("straps").value, "web");
  EXPECT_TRUE(isValid(checkRules(catalog, design->choices)));
  EXPECT_FALSE(with("cotton"));
}

TEST(DesignFile, SaysExactlyWhatIsWrong) {
  for (const WrongFile& wrong : wrongDesigns()) {
    const std::string text = withMistake(smallDesignText(), wrong);
    const auto design = parseDesign(text, "ridge.ruck", smallCatalog());
    ASSERT_FALSE(design) << wrong.name;
    EXPECT_EQ(design.error().message, expectedMessage(text, wrong, "ridge.ruck")) << wrong.name;
  }
}

TEST(DesignFile, SaysAllErrorsAtOnce) {
  std::string text = smallDesignText();
  const auto replace = [&text](const std::string& from, const std::string& to) {
    text = withMistake(text, {"", from, to, "", ""});
  };
  replace("<season>", "<saison>");
  replace("</season>", "</saison>");
  replace("option=\"left\"", "option=\"lefft\"");
  replace("value=\"5.5\"", "value=\"99\"");
  replace("srgb=\"#c01818\"", "srgb=\"crimson\"");
  replace("quantity=\"300\"", "quantity=\"-300\"");
  replace("date=\"2026-03-31\"", "date=\"2026-02-30\"");
  EXPECT_EQ(parseDesign(text, "ridge.ruck", smallCatalog()).error().message,
            "ridge.ruck:9: unknown element <saison> in <brand> (did you mean <season>?)\n"
            "ridge.ruck:16: \"lefft\" is no option of \"hose-port\" (did you mean \"left\"?)\n"
            "ridge.ruck:21: parameter \"capacity\": 99 is outside 2 to 20 l\n"
            "ridge.ruck:37: <color>: srgb=\"crimson\" is not a colour like #30343a\n"
            "ridge.ruck:41: <order>: date=\"2026-02-30\" is not a day like 2026-03-31\n"
            "ridge.ruck:43: <line>: quantity=\"-300\" is not a whole number from 0 to 1000000");
}

TEST(DesignFile, NamesTheRootThatADesignHasNot) {
  EXPECT_EQ(parseDesign("<catalog/>", "x.ruck", smallCatalog()).error().message,
            "x.ruck:1: the root element is <catalog>, not <design>");
}

TEST(DesignFile, WritesAValidFileWhateverTextsTheDesignHolds) {
  Design design = smallDesign();
  design.name = "  bell\x07 \xFF  ";
  design.brand.description = "one\r\ntwo\x1B";
  design.revisions[0].changes = "   ";
  design.colorways[0].name = "a\nb";
  const std::string written = writeDesign(design);
  const auto again = parseDesign(written, "x.ruck", smallCatalog());
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(again->name, "bell\xEF\xBF\xBD \xEF\xBF\xBD");
  EXPECT_EQ(again->brand.description, "one\ntwo\xEF\xBF\xBD");
  EXPECT_EQ(writeDesign(*again), written);
}

/// A design with every value drawn at random from what the catalog and the format allow.
Design randomDesign(std::mt19937& random) {
  const auto below = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  const auto text = [&] {
    const std::vector<std::string> parts{"a",    "<", "&",  "\"",  "'",     ">", "ü",
                                         "日本", " ", "\n", "]]>", "&amp;", "0"};
    std::string made = "x";
    for (std::size_t i = below(12); i > 0; --i) made += parts[below(parts.size())];
    return made;
  };
  const Catalog& catalog = smallCatalog();
  Design design = smallDesign();
  design.name = text();
  design.brand = {text(), text(), text(), text(), text()};
  for (auto& [slot, chosen] : design.choices.options) {
    const auto options = catalog.optionsOf(slot);
    chosen = {options[below(options.size())]->id, static_cast<By>(below(3)), below(2) == 1};
  }
  for (auto& [id, chosen] : design.choices.parameters) {
    const auto steps = parameterSteps(*catalog.findParameter(id));
    chosen = {steps[below(steps.size())], static_cast<By>(below(3)), below(2) == 1};
  }
  for (auto& [id, chosen] : design.choices.zones) {
    const auto materials = catalog.materialsOf(*catalog.findZone(id));
    chosen = {materials[below(materials.size())], static_cast<By>(below(3)), below(2) == 1};
  }
  design.revisions.push_back({"2." + std::to_string(below(100)), "2026-12-31", text(), text()});
  design.order.lines[0].quantity = static_cast<std::int64_t>(below(300'000));
  design.order.price_lists.emplace_back(text(), std::string(64, 'a'));
  return design;
}

TEST(DesignFile, RandomDesignsComeBackByteForByte) {
  constexpr unsigned kSeed = 20260331;
  std::mt19937 random(kSeed);
  for (int i = 0; i < 300; ++i) {
    const Design design = randomDesign(random);
    const std::string written = writeDesign(design);
    const auto again = parseDesign(written, "random.ruck", smallCatalog());
    ASSERT_TRUE(again) << "seed " << kSeed << " design " << i << ": " << again.error().message << "\n"
                       << written;
    EXPECT_EQ(again->choices, design.choices) << "seed " << kSeed << " design " << i;
    ASSERT_EQ(writeDesign(*again), written) << "seed " << kSeed << " design " << i;
  }
}

TEST(DesignFile, EveryCutAndManyDamagedFilesAreRefusedOrReadWithoutACrash) {
  constexpr unsigned kSeed = 7;
  std::mt19937 random(kSeed);
  const std::string good = smallDesignText();
  const std::size_t end = good.rfind("</design>");
  for (std::size_t size = 0; size < end + 9; ++size) {
    EXPECT_FALSE(parseDesign(std::string_view(good).substr(0, size), "cut.ruck", smallCatalog())) << size;
  }
  int refused = 0;
  for (int i = 0; i < 2000; ++i) {
    std::string damaged = good;
    for (int n = 0; n < 3; ++n) damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
    const auto design = parseDesign(damaged, "damaged.ruck", smallCatalog());
    refused += design ? 0 : 1;
    if (design) {
      EXPECT_TRUE(parseDesign(writeDesign(*design), "again.ruck", smallCatalog())) << i;
    }
  }
  EXPECT_GT(refused, 1000);
}

TEST(DesignFile, SaysWhichFileIsMissing) {
  EXPECT_EQ(loadDesign("/no/such/place/x.ruck", smallCatalog()).error().message,
            "/no/such/place/x.ruck: there is no such file");
  EXPECT_EQ(loadDesign("/", smallCatalog()).error().message, "/: this is not a file");
}

}  // namespace
}  // namespace configurator
