#include "configurator/session/session.h"

#include <algorithm>
#include <utility>

#include "configurator/design/design_file.h"
#include "configurator/design/edit_design.h"

namespace configurator {
namespace {

constexpr std::size_t kMostUndo = 200;

/// Unit cost and mass of a design, where it can be built.
std::optional<std::pair<bom::Money, double>> costAndMass(const Figures& figures) {
  if (!figures.estimate) return std::nullopt;
  const bom::EstimateAtQuantity& at = figures.estimate->breaks.front();
  return std::pair(at.fob, at.bill.mass.toDouble());
}

}  // namespace

Result<void> Session::startFrom(const std::string& template_id, const std::string& date) {
  auto design = newDesign(*workshop_, template_id, date);
  if (!design) return failure(design.error().message);
  path_.clear();
  adopt(std::move(*design));
  unsaved_ = true;
  return {};
}

Result<void> Session::open(const std::filesystem::path& path) {
  auto design = loadDesign(path, workshop_->catalog);
  if (!design) return failure(design.error().message);
  path_ = path;
  adopt(std::move(*design));
  return {};
}

Result<void> Session::save() { return saveAs(path_); }

Result<void> Session::saveAs(const std::filesystem::path& path) {
  if (path.empty()) return failure("Choose a file name first.");
  auto saved = saveDesign(path, *design_);
  if (!saved) return saved;
  path_ = path;
  unsaved_ = false;
  return {};
}

tl::expected<Exported, ExportFailure> Session::exportTo(const std::filesystem::path& folder) const {
  ExportRequest request;
  request.folder = folder;
  return exportDesign(*workshop_, *design_, request);
}

void Session::adopt(Design design) {
  design_ = std::move(design);
  past_.clear();
  future_.clear();
  unsaved_ = false;
  colorway_ = design_->colorways.front().code;
  slot_ = workshop_->catalog.slots.front().id;
  refresh();
}

void Session::refresh() {
  auto figures = figuresOf(*workshop_, *design_);
  last_error_ = figures ? "" : figures.error().message;
  figures_ = figures ? std::move(*figures) : Figures{};
  if (findColorway(*design_, colorway_) == nullptr) colorway_ = design_->colorways.front().code;
  ++geometry_version_;
  ++looks_version_;
  rebuildCards();
}

tl::expected<void, std::vector<Violation>> Session::apply(const std::string& key, const std::string& value) {
  auto edited = applyEdit(workshop_->catalog, *design_, key, value);
  if (!edited) {
    return tl::unexpected<std::vector<Violation>>({{"unknown", "error", edited.error().message, "", {key}}});
  }
  auto violations = checkRules(workshop_->catalog, edited->choices);
  if (!isValid(violations) && isValid(checkRules(workshop_->catalog, design_->choices))) {
    return tl::unexpected<std::vector<Violation>>(std::move(violations));
  }
  past_.push_back(std::move(*design_));
  if (past_.size() > kMostUndo) past_.erase(past_.begin());
  future_.clear();
  design_ = std::move(*edited);
  unsaved_ = true;
  refresh();
  return {};
}

void Session::undo() {
  if (past_.empty()) return;
  future_.push_back(std::move(*design_));
  design_ = std::move(past_.back());
  past_.pop_back();
  unsaved_ = true;
  refresh();
}

void Session::redo() {
  if (future_.empty()) return;
  past_.push_back(std::move(*design_));
  design_ = std::move(future_.back());
  future_.pop_back();
  unsaved_ = true;
  refresh();
}

void Session::showColorway(const std::string& code) {
  if (findColorway(*design_, code) == nullptr) return;
  colorway_ = code;
  ++looks_version_;
}

void Session::selectSlot(const std::string& slot) {
  if (workshop_->catalog.findSlot(slot) == nullptr || slot == slot_) return;
  slot_ = slot;
  rebuildCards();
}

void Session::rebuildCards() {
  cards_.clear();
  for (const Option* option : workshop_->catalog.optionsOf(slot_)) {
    OptionCard card;
    card.option = option;
    card.chosen = design_->choices.options.at(slot_).value == option->id;
    if (!card.chosen) card.objections = objectionsTo(workshop_->catalog, design_->choices, *option);
    cards_.push_back(std::move(card));
  }
}

bool Session::computeNextDelta() {
  const auto now = costAndMass(figures_);
  if (!now) return false;
  const auto open = std::find_if(cards_.begin(), cards_.end(), [](const OptionCard& card) {
    return !card.chosen && card.objections.empty() && !card.delta;
  });
  if (open == cards_.end()) return false;
  Design other = *design_;
  other.choices.options[slot_] = {open->option->id, By::User, false};
  const auto figures = figuresOf(*workshop_, other);
  const auto then = figures ? costAndMass(*figures) : std::nullopt;
  open->delta = then ? OptionDelta{then->first - now->first, then->second - now->second} : OptionDelta{};
  return true;
}

}  // namespace configurator
