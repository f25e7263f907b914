#include "configurator/session/phone_findings.h"

#include <optional>
#include <string>

#include "bom/number_text.h"
#include "bom/price_book.h"
#include "configurator/catalog/require.h"

namespace configurator {
namespace {

/// Millimetres.
struct Phone {
  double width = 0, length = 0, thickness = 0;

  /// Cloth goes round it.
  Vec2 pocket() const { return {width + thickness, length}; }
};

double millimetresOf(const Catalog& catalog, const std::string& rate) {
  const auto found = bom::findRate(catalog.prices, rate);
  if (!found) broken(found.error().message);
  return static_cast<double>(found->typical_millionths) / 1e6;
}

Phone phoneOf(const Catalog& catalog) {
  return {millimetresOf(catalog, "phone-width"), millimetresOf(catalog, "phone-length"),
          millimetresOf(catalog, "phone-thickness")};
}

/// Where a part's panel is sewn down, by its placement marks; nothing where it is not.
std::optional<Vec2> placeOf(const Pack& pack, const std::string& part) {
  const std::string prefix = part + ".panel.";
  Polyline points;
  for (const Piece& piece : pack.pieces)
    for (const Mark& mark : piece.marks)
      if (mark.name.rfind(prefix, 0) == 0)
        points.insert(points.end(), mark.points.begin(), mark.points.end());
  if (points.empty()) return std::nullopt;
  const Box2 box = boxOf(points);
  return box.high - box.low;
}

/// A pocket's finished size: that of its back, where it has one; the zip is part of it.
std::optional<Vec2> sizeOf(const Pack& pack, const std::string& part) {
  if (const Piece* back = findPiece(pack, part + ".back")) {
    const Box2 box = boxOf(outlineOf(*back));
    return box.high - box.low;
  }
  return placeOf(pack, part);
}

bool takes(Vec2 size, const Phone& phone) {
  constexpr double kSewn = 0.5;  // what is cut to the half millimetre is as large as asked
  return size.x > phone.pocket().x - kSewn && size.y > phone.pocket().y - kSewn;
}

std::string phoneSizeText(Vec2 size) {
  return bom::formatDouble(size.x, 0) + " x " + bom::formatDouble(size.y, 0) + " mm";
}

Violation phoneFinding(const Option& option, Vec2 size, const Phone& phone) {
  return {"phone-does-not-fit",
          "warning",
          option.name.text() + ": the pocket is " + phoneSizeText(size) + ", and a phone of " +
              phoneSizeText({phone.width, phone.length}) + " does not go in.",
          "Cloth goes round a phone, up to " + bom::formatDouble(phone.thickness, 0) +
              " mm thick: it needs a pocket of " + phoneSizeText(phone.pocket()) +
              ". A vest's fronts, and straps with two sternum straps or a rail, have no room for that.",
          {option.slot}};
}

}  // namespace

std::vector<Violation> phoneFindingsOf(const Catalog& catalog, const Choices& choices, const Pack& pack) {
  const Phone phone = phoneOf(catalog);
  std::vector<Violation> findings;
  for (const Slot& slot : catalog.slots) {
    const Option* option = catalog.chosenOption(choices, slot.id);
    if (option == nullptr) continue;
    for (const FamilyCall& call : option->calls) {
      const auto size = call.family == "phone-pocket" ? sizeOf(pack, call.part) : std::nullopt;
      if (!size || takes(*size, phone)) continue;
      findings.push_back(phoneFinding(*option, *size, phone));
      break;  // its pair is as large
    }
  }
  return findings;
}

}  // namespace configurator
