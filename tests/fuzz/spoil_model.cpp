#include "tests/fuzz/spoil_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <functional>
#include <random>
#include <string_view>

namespace configurator::test {
namespace {

using Random = std::mt19937;

constexpr std::uint32_t kJson = 0x4E4F534A, kBinary = 0x004E4942;

template <typename T>
void append(std::string& bytes, T value) {
  std::array<char, sizeof(T)> raw{};
  std::memcpy(raw.data(), &value, sizeof(T));
  bytes.append(raw.data(), raw.size());
}

std::size_t below(Random& random, std::size_t end) {
  return end == 0 ? 0 : random() % end;
}

constexpr std::array<std::array<float, 3>, 4> kCorners{{{0, 0, 0}, {20, 0, 0}, {0, 20, 0}, {0, 0, 20}}};
constexpr std::array<std::array<std::uint16_t, 3>, 4> kFaces{{{0, 2, 1}, {0, 1, 3}, {0, 3, 2}, {1, 2, 3}}};

/// A pyramid with a bit of everything that a GLB may hold, so that spoiling reaches much of the reader.
std::string richGlb() {
  std::string binary;
  for (const auto& corner : kCorners) {
    for (const float value : corner) append(binary, value / 1000);
  }
  for (const auto& face : kFaces) {
    for (const std::uint16_t index : face) append(binary, index);
  }
  for (int i = 0; i < 16; ++i) append(binary, i % 5 == 0 ? 1.0f : 0.0f);  // a matrix; times; anything
  const std::string json = R"({"asset":{"version":"2.0","generator":"x"},"scene":0,
"scenes":[{"name":"s","nodes":[0,2]}],
"nodes":[{"name":"a","mesh":0,"translation":[0,0.01,0],"rotation":[0,0,0,1],"scale":[1,1,1],"children":[1]},
{"name":"b","mesh":1,"matrix":[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1]},{"name":"c","camera":0,"skin":0,"mesh":0}],
"cameras":[{"type":"perspective","perspective":{"yfov":0.7,"znear":0.1,"zfar":10,"aspectRatio":1.5}}],
"meshes":[{"name":"m","weights":[0.5],"primitives":[{"attributes":{"POSITION":0,"NORMAL":0,"TEXCOORD_0":3},
"indices":1,"material":0,"mode":4,"targets":[{"POSITION":0}]}]},
{"primitives":[{"attributes":{"POSITION":0},"indices":1},{"attributes":{"POSITION":4},"mode":5}]}],
"skins":[{"inverseBindMatrices":2,"joints":[0],"skeleton":0}],
"animations":[{"name":"w","samplers":[{"input":5,"output":0,"interpolation":"LINEAR"}],
"channels":[{"sampler":0,"target":{"node":0,"path":"translation"}}]}],
"materials":[{"name":"red","doubleSided":true,"alphaMode":"MASK","alphaCutoff":0.5,"emissiveFactor":[0,0,0],
"pbrMetallicRoughness":{"baseColorFactor":[0.8,0.1,0.1,1],"metallicFactor":0.2,"roughnessFactor":0.7,
"baseColorTexture":{"index":0,"texCoord":0}},"normalTexture":{"index":0,"scale":1},
"extensions":{"KHR_materials_clearcoat":{"clearcoatFactor":0.5},"KHR_materials_sheen":{"sheenColorFactor":[1,1,1]}}}],
"textures":[{"sampler":0,"source":0}],"images":[{"name":"i","mimeType":"image/png","bufferView":2}],
"samplers":[{"magFilter":9729,"minFilter":9987,"wrapS":10497,"wrapT":10497}],
"extensionsUsed":["KHR_materials_clearcoat","KHR_materials_sheen"],
"accessors":[{"bufferView":0,"componentType":5126,"count":4,"type":"VEC3","min":[0,0,0],"max":[0.02,0.02,0.02]},
{"bufferView":1,"byteOffset":0,"componentType":5123,"count":12,"type":"SCALAR"},
{"bufferView":2,"componentType":5126,"count":1,"type":"MAT4"},
{"bufferView":2,"componentType":5126,"count":4,"type":"VEC2","normalized":false},
{"bufferView":0,"componentType":5126,"count":4,"type":"VEC3","sparse":{"count":1,
"indices":{"bufferView":1,"byteOffset":0,"componentType":5123},"values":{"bufferView":0,"byteOffset":12}}},
{"bufferView":2,"componentType":5126,"count":4,"type":"SCALAR"}],
"bufferViews":[{"buffer":0,"byteOffset":0,"byteLength":48,"byteStride":12,"target":34962},
{"buffer":0,"byteOffset":48,"byteLength":24,"target":34963},{"buffer":0,"byteOffset":72,"byteLength":64}],
"buffers":[{"byteLength":136}]})";
  return glbOf(json, binary);
}

std::string plainObj() {
  std::string text = "# a pyramid\nmtllib red.mtl\no pyramid\n";
  for (const auto& [x, y, z] : kCorners)
    text += "v " + std::to_string(x) + " " + std::to_string(y) + " " + std::to_string(z) + "\n";
  text += "vt 0 0\nvt 1 0\nvt 0 1\nvn 0 0 1\ng side\nusemtl red\ns 1\n";
  text += "f 1/1/1 3/3/1 2/2/1\nf 1//1 2//1 4//1\nf 1 4 3\nf -3 -2 -1\nl 1 2\np 1\n";
  return text;
}

std::string textStl() {
  std::string text = "solid pyramid\n";
  for (const auto& face : kFaces) {
    text += " facet normal 0 0 0\n  outer loop\n";
    for (const std::uint16_t index : face) {
      const auto& [x, y, z] = kCorners[index];
      text += "   vertex " + std::to_string(x) + " " + std::to_string(y) + " " + std::to_string(z) + "\n";
    }
    text += "  endloop\n endfacet\n";
  }
  return text + "endsolid pyramid\n";
}

// ---- spoiling ----

/// What numbers and other values are replaced with: the ends of ranges, and what is no number.
constexpr std::array<std::string_view, 24> kValues{
    "0",          "1",     "-1",    "-2147483648", "2147483647", "4294967295",
    "4294967296", "65535", "1e308", "1e-40",       "-1e39",      "0.5",
    "null",       "true",  "[]",    "{}",          "\"\"",       "\"x\"",
    "9999999",    "5120",  "5125",  "nan",         "[1,2,3,4]",  "18446744073709551615"};
constexpr std::array<std::uint32_t, 10> kWords{0,          1,          0x7fffffff, 0x80000000, 0xffffffff,
                                               0xfffffffc, 0x7fc00000, 0x7f800000, 0x0000ffff, 0x00ffffff};

void flipBytes(std::string& bytes, Random& random) {
  const std::size_t count = 1 + below(random, 8);
  for (std::size_t i = 0; i < count && !bytes.empty(); ++i) {
    char& byte = bytes[below(random, bytes.size())];
    byte = static_cast<char>(byte ^ (1 << below(random, 8)));
  }
}

void cutShort(std::string& bytes, Random& random) {
  bytes.resize(below(random, bytes.size() + 1));
}

void repeatStretch(std::string& bytes, Random& random) {
  const std::size_t from = below(random, bytes.size()), size = below(random, 200);
  bytes.insert(below(random, bytes.size()), bytes.substr(from, size));
}

void dropStretch(std::string& bytes, Random& random) {
  bytes.erase(below(random, bytes.size()), below(random, 100));
}

void setWord(std::string& bytes, Random& random) {
  if (bytes.size() < 4) return;
  const std::size_t at = below(random, bytes.size() / 4) * 4;
  const std::uint32_t word = kWords[below(random, kWords.size())];
  std::memcpy(bytes.data() + at, &word, 4);
}

bool isInNumber(char c) {
  return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e';
}

/// A number of the text becomes an extreme one.
void replaceNumber(std::string& text, Random& random) {
  const auto digit = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(below(random, text.size())),
                                  text.end(), [](char c) { return c >= '0' && c <= '9'; });
  const auto end = std::find_if_not(digit, text.end(), isInNumber);
  text.replace(digit, end, kValues[below(random, kValues.size())]);
}

/// A bracket, comma, colon, quote or letter becomes another.
void replaceToken(std::string& text, Random& random) {
  constexpr std::string_view kTokens = "[]{}:,\" \n/0-";
  if (text.empty()) return;
  text[below(random, text.size())] = kTokens[below(random, kTokens.size())];
}

/// A word in quotes, a key or a string, becomes another one of the text.
void exchangeWords(std::string& text, Random& random) {
  const auto wordAt = [&](std::size_t from) {
    const std::size_t begin = text.find('"', from);
    const std::size_t end = begin == std::string::npos ? begin : text.find('"', begin + 1);
    return end == std::string::npos ? std::string() : text.substr(begin, end + 1 - begin);
  };
  const std::string other = wordAt(below(random, text.size()));
  const std::size_t from = below(random, text.size());
  const std::string one = wordAt(from);
  if (!one.empty() && !other.empty()) text.replace(text.find(one, from), one.size(), other);
}

using Way = std::function<void(std::string&, Random&)>;

const std::vector<Way>& waysOfBytes() {
  static const std::vector<Way> kWays{flipBytes, cutShort, repeatStretch, dropStretch, setWord};
  return kWays;
}
const std::vector<Way>& waysOfText() {
  static const std::vector<Way> kWays{replaceNumber, replaceNumber, replaceNumber, replaceToken,
                                      exchangeWords, repeatStretch, dropStretch};
  return kWays;
}

void spoil(std::string& bytes, const std::vector<Way>& ways, Random& random) {
  if (!bytes.empty()) ways[below(random, ways.size())](bytes, random);
}

/// Spoils what is in the chunks and packs them as a sound file again: so the model reader gets to see it.
std::string spoiltInside(const std::string& glb, Random& random) {
  std::uint32_t length = 0;
  std::memcpy(&length, glb.data() + 12, 4);
  std::string json = glb.substr(20, length), binary = glb.substr(28 + length);
  if (below(random, 4) == 0)
    spoil(binary, waysOfBytes(), random);
  else
    spoil(json, waysOfText(), random);
  return glbOf(std::move(json), std::move(binary));
}

}  // namespace

std::string glbOf(std::string json, std::string binary) {
  json.append((4 - json.size() % 4) % 4, ' ');
  binary.append((4 - binary.size() % 4) % 4, '\0');
  std::string bytes = "glTF";
  append(bytes, std::uint32_t{2});
  append(bytes, static_cast<std::uint32_t>(28 + json.size() + binary.size()));
  append(bytes, static_cast<std::uint32_t>(json.size()));
  append(bytes, kJson);
  bytes += json;
  append(bytes, static_cast<std::uint32_t>(binary.size()));
  append(bytes, kBinary);
  return bytes + binary;
}

std::string wavySheet(int cells) {
  const auto corner = [&](int u, int v) {
    const float x = 100.0f * static_cast<float>(u) / static_cast<float>(cells);
    const float z = 100.0f * static_cast<float>(v) / static_cast<float>(cells);
    return std::array<float, 3>{x, 4 * std::sin(x) * std::cos(z), z};
  };
  std::string bytes(80, ' ');
  append(bytes, static_cast<std::uint32_t>(2 * cells * cells));
  const auto add = [&](const std::array<std::array<float, 3>, 3>& corners) {
    for (int i = 0; i < 3; ++i) append(bytes, 0.0f);
    for (const auto& at : corners) {
      for (const float value : at) append(bytes, value);
    }
    append(bytes, std::uint16_t{0});
  };
  for (int u = 0; u < cells; ++u) {
    for (int v = 0; v < cells; ++v) {
      add({corner(u, v), corner(u + 1, v + 1), corner(u + 1, v)});
      add({corner(u, v), corner(u, v + 1), corner(u + 1, v + 1)});
    }
  }
  return bytes;
}

std::vector<ModelFile> soundModels() {
  return {{"glb", richGlb()}, {"obj", plainObj()}, {"stl", textStl()}, {"stl", wavySheet(3)}};
}

ModelFile spoiltModel(std::uint32_t number) {
  static const std::vector<ModelFile> kSound = soundModels();
  Random random(number);
  // Every other file is a GLB: it has the most ways to be wrong.
  ModelFile file = kSound[random() % 2 == 0 ? 0 : below(random, kSound.size())];
  const std::size_t times = 1 + below(random, 4);
  const bool inside = file.ending == "glb" && below(random, 4) != 0;
  const bool text = file.ending == "obj" || file.bytes.starts_with("solid");
  for (std::size_t i = 0; i < times; ++i) {
    if (inside)
      file.bytes = spoiltInside(file.bytes, random);
    else
      spoil(file.bytes, text && below(random, 3) != 0 ? waysOfText() : waysOfBytes(), random);
  }
  return file;
}

}  // namespace configurator::test
