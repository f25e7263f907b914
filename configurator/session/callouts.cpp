#include "configurator/session/callouts.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace configurator {
namespace {

constexpr float kLine = 1.3f;      // distance of baselines, of the words' size
constexpr float kApart = 0.7f;     // between two callouts, of the titles' size
constexpr float kStub = 0.9f;      // level end of a leader
constexpr float kWordGap = 0.45f;  // between a leader and its words

float heightOf(const Callout& callout, const PictureSizes& sizes) {
  return kLine * (sizes.text + static_cast<float>(callout.notes.size()) * sizes.note);
}

float widthOf(const Callout& callout, const renderer::Typeface& typeface, const PictureSizes& sizes) {
  float width = typeface.widthOf(callout.title, sizes.text, true);
  for (const std::string& note : callout.notes) width = std::max(width, typeface.widthOf(note, sizes.note));
  return width;
}

using Column = std::vector<Callout>;

float heightOf(const Column& column, const PictureSizes& sizes) {
  float height = 0;
  for (const Callout& callout : column) height += heightOf(callout, sizes) + kApart * sizes.text;
  return height;
}

/// Half of them at each side: the leftmost at the left.
std::pair<Column, Column> columnsOf(Column callouts, const CalloutFrame& frame) {
  if (!frame.both_sides) return {Column(), std::move(callouts)};
  std::stable_sort(callouts.begin(), callouts.end(),
                   [](const Callout& a, const Callout& b) { return a.at.x < b.at.x; });
  const float middle = 0.5f * (frame.left + frame.right);
  auto split = std::partition_point(callouts.begin(), callouts.end(),
                                    [&](const Callout& callout) { return callout.at.x < middle; });
  // One side may have two more than the other.
  const auto half = static_cast<std::ptrdiff_t>(callouts.size() / 2);
  const auto low = callouts.begin() + std::max<std::ptrdiff_t>(0, half - 1);
  const auto high = callouts.begin() + std::min<std::ptrdiff_t>(half + 1, std::ssize(callouts));
  split = std::clamp(split, low, high);
  return {Column(callouts.begin(), split), Column(split, callouts.end())};
}

/// Tops of a column's words, in its order: as near to what they name as none overlaps, within the frame.
std::vector<float> topsOf(const Column& column, const CalloutFrame& frame, const PictureSizes& sizes) {
  std::vector<float> tops;
  const float apart = kApart * sizes.text;
  for (const Callout& callout : column) tops.push_back(callout.at.y - 0.5f * heightOf(callout, sizes));
  // Pushed apart a little at a time, both ways alike: what is crowded spreads about its own middle.
  for (int round = 0; round < 200; ++round) {
    for (std::size_t i = 0; i + 1 < tops.size(); ++i) {
      const float over = tops[i] + heightOf(column[i], sizes) + apart - tops[i + 1];
      if (over <= 0) continue;
      tops[i] -= over / 2;
      tops[i + 1] += over / 2;
    }
    for (std::size_t i = 0; i < tops.size(); ++i)
      tops[i] =
          std::clamp(tops[i], frame.top, std::max(frame.top, frame.bottom - heightOf(column[i], sizes)));
  }
  float least = frame.top;
  for (std::size_t i = 0; i < tops.size(); ++i) {
    tops[i] = std::max(tops[i], least);
    least = tops[i] + heightOf(column[i], sizes) + apart;
  }
  float most = frame.bottom;
  for (std::size_t i = tops.size(); i-- > 0;) {
    tops[i] = std::min(tops[i], most - heightOf(column[i], sizes));
    most = tops[i] - apart;
  }
  return tops;
}

bool cross(const std::vector<glm::vec2>& a, const std::vector<glm::vec2>& b) {
  const auto side = [](glm::vec2 p, glm::vec2 q, glm::vec2 r) {
    return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  };
  const glm::vec2 p = a[a.size() - 2], q = a.back(), r = b[b.size() - 2], s = b.back();
  return side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0;
}

std::vector<PlacedCallout> placed(const Column& column, bool at_right, const CalloutFrame& frame,
                                  const std::pair<const renderer::Typeface&, PictureSizes>& type) {
  const auto& [typeface, sizes] = type;
  const std::vector<float> tops = topsOf(column, frame, sizes);
  std::vector<PlacedCallout> out;
  float widest = 0;
  for (const Callout& callout : column) widest = std::max(widest, widthOf(callout, typeface, sizes));
  for (std::size_t i = 0; i < column.size(); ++i) {
    PlacedCallout one{column[i], at_right, {}, {}, {}};
    const float width = widthOf(column[i], typeface, sizes);
    // Words start at one line where they face the picture: that makes a column of them.
    const float inner = at_right ? frame.right - widest : frame.left + widest;
    one.low = {at_right ? inner : inner - width, tops[i]};
    one.high = one.low + glm::vec2(width, heightOf(column[i], sizes));
    const float y = tops[i] + 0.5f * kLine * sizes.text;
    const float towards = at_right ? -sizes.text : sizes.text;
    one.leader = {{inner + kWordGap * towards, y}, {inner + (kWordGap + kStub) * towards, y}, column[i].at};
    out.push_back(std::move(one));
  }
  return out;
}

/// A column in the order in which fewest leaders cross.
std::vector<PlacedCallout> untangled(Column column, bool at_right, const CalloutFrame& frame,
                                     const std::pair<const renderer::Typeface&, PictureSizes>& type) {
  std::stable_sort(column.begin(), column.end(),
                   [](const Callout& a, const Callout& b) { return a.at.y < b.at.y; });
  std::vector<PlacedCallout> best = placed(column, at_right, frame, type);
  for (std::size_t round = 0; round < 2 * column.size(); ++round) {
    bool crossed = false;
    for (std::size_t i = 0; i + 1 < best.size() && !crossed; ++i) {
      for (std::size_t k = i + 1; k < best.size() && !crossed; ++k) {
        if (!cross(best[i].leader, best[k].leader)) continue;
        std::swap(column[i], column[k]);
        crossed = true;
      }
    }
    if (!crossed) break;
    best = placed(column, at_right, frame, type);
  }
  return best;
}

std::vector<glm::vec2> disc(glm::vec2 middle, float radius) {
  constexpr int kSides = 20;
  std::vector<glm::vec2> points;
  for (int k = 0; k < kSides; ++k) {
    const float angle = 6.2831853f * static_cast<float>(k) / kSides;
    points.push_back(middle + radius * glm::vec2(std::cos(angle), std::sin(angle)));
  }
  return points;
}

}  // namespace

std::vector<std::string> wrapped(const std::string& text, float width, const renderer::Typeface& typeface,
                                 float size) {
  std::vector<std::string> lines;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find(' ', from), text.size());
    const std::string word = text.substr(from, end - from);
    from = end + 1;
    if (!lines.empty() && typeface.widthOf(lines.back() + " " + word, size) <= width)
      lines.back() += " " + word;
    else
      lines.push_back(word);
  }
  return lines;
}

float columnWidth(const std::vector<Callout>& callouts, const renderer::Typeface& typeface,
                  const PictureSizes& sizes) {
  float width = 0;
  for (const Callout& callout : callouts) width = std::max(width, widthOf(callout, typeface, sizes));
  return callouts.empty() ? 0 : width + (kWordGap + kStub) * sizes.text;
}

CalloutLayout layOut(std::vector<Callout> callouts, const CalloutFrame& frame,
                     const renderer::Typeface& typeface, PictureSizes sizes) {
  const auto [left, right] = columnsOf(std::move(callouts), frame);
  const float room = frame.bottom - frame.top;
  const float needed = std::max(heightOf(left, sizes), heightOf(right, sizes)) - kApart * sizes.text;
  if (needed > room) {
    sizes.text *= room / needed;
    sizes.note *= room / needed;
  }
  CalloutLayout layout{untangled(left, false, frame, {typeface, sizes}), sizes};
  for (PlacedCallout& one : untangled(right, true, frame, {typeface, sizes}))
    layout.placed.push_back(std::move(one));
  return layout;
}

void draw(const CalloutLayout& layout, const PictureInks& inks, renderer::LineDrawing& drawing) {
  const PictureSizes& sizes = layout.sizes;
  renderer::Ink under = inks.paper;  // sets the line off from light cloth
  under.a = 90;
  constexpr float kBaseline = 1.0f;  // below the top of its line, of the size
  for (const PlacedCallout& one : layout.placed) {
    drawing.add(renderer::DrawnLine{one.leader, under, 2.6f * sizes.hairline});
    drawing.add(renderer::DrawnLine{one.leader, inks.line, sizes.hairline});
    for (const auto& [radius, ink] : {std::pair(3.4f, inks.paper), std::pair(2.2f, inks.text)})
      drawing.add(renderer::DrawnArea{{disc(one.callout.at, radius * sizes.hairline)}, ink});
    const auto align = one.at_right ? renderer::TextAlign::Left : renderer::TextAlign::Right;
    const float x = one.at_right ? one.low.x : one.high.x;
    drawing.add(renderer::DrawnText{
        one.callout.title, {x, one.low.y + kBaseline * sizes.text}, sizes.text, inks.text, align, 0, true});
    float y = one.low.y + kLine * sizes.text;
    for (const std::string& note : one.callout.notes) {
      drawing.add(
          renderer::DrawnText{note, {x, y + kBaseline * sizes.note}, sizes.note, inks.secondary, align});
      y += kLine * sizes.note;
    }
  }
}

}  // namespace configurator
