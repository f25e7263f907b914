// The schema of tech packs, and xmllint to check a text against it.
#pragma once

#include <filesystem>
#include <string>

std::filesystem::path schemaPath();
std::string readFile(const std::filesystem::path& path);
bool hasXmllint();
/// Whether xmllint finds `xml` valid. REQUIRES xmllint.
bool xmllintAccepts(const std::string& xml);
