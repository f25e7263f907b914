#include "configurator/app/fonts.h"

#include <imgui_freetype.h>

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

}  // namespace

Fonts loadFonts(float scale) {
  ImGui::GetIO().Fonts->FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  Fonts fonts;
  fonts.body = load("Inter-Regular.otf", 15 * scale);
  fonts.strong = load("Inter-SemiBold.otf", 15 * scale);
  fonts.small = load("Inter-Regular.otf", 13 * scale);
  fonts.figure = load("Inter-Medium.otf", 22 * scale);
  fonts.title = load("Inter-SemiBold.otf", 32 * scale);
  return fonts;
}

}  // namespace configurator
