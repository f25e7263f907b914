#include "configurator/session/price_lists.h"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include "configurator/catalog/near_word.h"
#include "configurator/catalog/read_file.h"
#include "configurator/catalog/utf8.h"
#include "configurator/session/own_files.h"
#include "configurator/session/verify_folder.h"

namespace configurator {
namespace {

using NamedList = std::pair<std::string, std::string>;  // path, SHA-256

std::string joinedProblems(const bom::PriceList& list) {
  std::string text;
  for (const std::string& problem : problemTexts(list)) text += "\n  " + problem;
  return text;
}

Result<bom::PriceList> parsedList(const bom::PriceBook& book, const Design& design, const std::string& path,
                                  const std::string& bytes) {
  const std::string name = std::filesystem::path(path).filename().string();
  auto list = bom::readPriceList(bytes, name, {&book, design.order.date, didYouMean});
  if (!list) return failure(list.error().message);
  return std::move(*list);
}

/// The book with one more of the design's lists.
Result<bom::PriceBook> withNamedList(bom::PriceBook book, const Design& design, const NamedList& named) {
  const auto& [path, sha256] = named;
  const auto bytes = readFile(priceListFileOf(design, path));
  if (!bytes) return failure("price list " + bytes.error().message);
  if (sha256Of(*bytes) != sha256) {
    return failure(
        "price list " + path +
        " is not the one that was applied: its bytes changed. Look at it with prices --preview, and "
        "apply it again or take it out with --remove");
  }
  auto list = parsedList(book, design, path, *bytes);
  if (!list) return failure("price list " + list.error().message);
  if (!list->problems.empty())
    return failure("price list " + path + " has problems:" + joinedProblems(*list));
  return bom::withPriceList(std::move(book), *list);
}

Result<bom::PriceBook> laidOver(const Workshop& workshop, const Design& design) {
  bom::PriceBook book = workshop.catalog.prices;
  for (const NamedList& named : design.order.price_lists) {
    auto next = withNamedList(std::move(book), design, named);
    if (!next) return tl::unexpected(next.error());
    book = std::move(*next);
  }
  return book;
}

/// All that the book depends on besides the catalog: bytes by their hashes, the name for provenance, the date
/// of rows without one.
std::string keyOf(const Design& design) {
  std::string key = design.order.date;
  for (const auto& [path, sha256] : design.order.price_lists) key += "\n" + sha256 + " " + path;
  return key;
}

/// The list that a file is among those of a design, by the way it is named or by the file itself.
std::vector<NamedList>::iterator findList(Design& design, const std::filesystem::path& file) {
  const std::string name = nameIn(design, file);
  auto& lists = design.order.price_lists;
  return std::find_if(lists.begin(), lists.end(), [&](const NamedList& list) {
    return list.first == name || list.first == file.generic_string();
  });
}

}  // namespace

Result<SharedPrices> pricesOf(const Workshop& workshop, const Design& design) {
  if (design.order.price_lists.empty()) return SharedPrices(SharedPrices(), &workshop.catalog.prices);
  return workshop.own_prices->find(keyOf(design), [&] { return laidOver(workshop, design); });
}

bool hasFilesOfPriceLists(const Design& design) {
  const auto& lists = design.order.price_lists;
  std::error_code error;
  return std::all_of(lists.begin(), lists.end(), [&](const NamedList& list) {
    return std::filesystem::is_regular_file(priceListFileOf(design, list.first), error);
  });
}

Result<ListPreview> previewPriceList(const Workshop& workshop, const Design& design,
                                     const std::filesystem::path& file) {
  const auto bytes = readFile(file);
  if (!bytes) return tl::unexpected(bytes.error());
  ListPreview preview{nameIn(design, file), sha256Of(*bytes), {}, {}};
  if (preview.path != cleaned(trimmed(preview.path)))
    return failure(file.string() + ": a design cannot name this path; give the file a plainer name");
  Design now = design;
  // What an older state of this very list said cannot be read any more, and would be replaced.
  const auto old = findList(now, file);
  if (old != now.order.price_lists.end() && old->second != preview.sha256) now.order.price_lists.erase(old);
  const auto prices = pricesOf(workshop, now);
  if (!prices) return tl::unexpected(prices.error());
  auto list = parsedList(**prices, design, preview.path, *bytes);
  if (!list) return tl::unexpected(list.error());
  preview.list = std::move(*list);
  auto effect = bom::effectOf(**prices, preview.list);
  if (!effect) return failure(effect.error().message);
  preview.effect = std::move(*effect);
  return preview;
}

Result<Design> withAppliedList(Design design, const ListPreview& preview) {
  if (!preview.list.problems.empty())
    return failure(preview.path + " has problems; nothing is applied:" + joinedProblems(preview.list));
  auto& lists = design.order.price_lists;
  std::erase_if(lists, [&](const NamedList& list) { return list.first == preview.path; });
  lists.emplace_back(preview.path, preview.sha256);
  return design;
}

Result<Design> withoutList(Design design, const std::filesystem::path& file) {
  auto& lists = design.order.price_lists;
  const auto found = findList(design, file);
  if (found != lists.end()) {
    lists.erase(found);
    return design;
  }
  std::string known;
  for (const auto& [path, sha256] : lists) known += (known.empty() ? " It has " : ", ") + path;
  return failure("the design has no price list " + file.generic_string() + "." +
                 (known.empty() ? " It has none" : known) + ".");
}

std::vector<std::string> problemTexts(const bom::PriceList& list) {
  std::vector<std::string> texts;
  for (const bom::PriceListProblem& problem : list.problems)
    texts.push_back("row " + std::to_string(problem.row) +
                    (problem.column.empty() ? "" : ", " + problem.column) + ": " + problem.message);
  return texts;
}

std::vector<const bom::Item*> ownPricesIn(const bom::Bill& bill, const bom::PriceBook& prices) {
  std::set<std::string> ids;
  for (const bom::BillLine& line : bill.lines)
    if (!line.is_assembly) ids.insert(line.item);
  std::vector<const bom::Item*> own;
  for (const std::string& id : ids) {
    const bom::Item& item = prices.items.at(id);
    if (item.price_provenance.status == bom::FigureStatus::User) own.push_back(&item);
  }
  return own;
}

}  // namespace configurator
