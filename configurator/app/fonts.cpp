#include "configurator/app/fonts.h"

#include <imgui_freetype.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string>

namespace configurator {
namespace {

// Latin, and the signs that figures and labels use: minus, times, almost equal, arrows, euro, delta.
constexpr ImWchar kGlyphs[] = {0x0020, 0x017F, 0x0394, 0x0394, 0x2009, 0x2026, 0x2190, 0x2193,
                               0x20AC, 0x20AC, 0x2212, 0x2212, 0x2248, 0x2248, 0};

ImFont* load(const char* file, float pixels) {
  const std::filesystem::path path = std::filesystem::path("/usr/share/fonts/opentype/inter") / file;
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  std::error_code error;
  if (std::filesystem::exists(path, error)) {
    if (ImFont* font = atlas.AddFontFromFileTTF(path.c_str(), pixels, nullptr, kGlyphs)) return font;
  }
  ImFontConfig config;
  config.SizePixels = pixels;
  return atlas.AddFontDefault(&config);
}

/// Gives all digits the width of the widest, so that columns of figures stand under each other.
void makeDigitsTabular(ImFont& font) {
  const auto isDigit = [](const ImFontGlyph& glyph) {
    return glyph.Codepoint >= '0' && glyph.Codepoint <= '9';
  };
  float widest = 0;
  for (const ImFontGlyph& glyph : font.Glyphs) {
    if (isDigit(glyph)) widest = std::max(widest, glyph.AdvanceX);
  }
  for (ImFontGlyph& glyph : font.Glyphs) {
    if (!isDigit(glyph)) continue;
    const float shift = std::round((widest - glyph.AdvanceX) / 2);
    glyph.X0 += shift;
    glyph.X1 += shift;
    glyph.AdvanceX = widest;
  }
  font.BuildLookupTable();
}

}  // namespace

Fonts loadFonts(float scale) {
  ImGui::GetIO().Fonts->FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  Fonts fonts;
  fonts.body = load("Inter-Regular.otf", 15 * scale);
  fonts.strong = load("Inter-SemiBold.otf", 15 * scale);
  fonts.small = load("Inter-Regular.otf", 13 * scale);
  fonts.small_strong = load("Inter-SemiBold.otf", 13 * scale);
  fonts.figure = load("Inter-Medium.otf", 24 * scale);
  fonts.title = load("Inter-SemiBold.otf", 32 * scale);
  ImGui::GetIO().Fonts->Build();
  for (ImFont* font : {fonts.body, fonts.strong, fonts.small, fonts.small_strong, fonts.figure})
    makeDigitsTabular(*font);
  return fonts;
}

}  // namespace configurator
