#include "configurator/session/session.h"

#include <algorithm>
#include <utility>

#include "configurator/design/design_file.h"
#include "configurator/design/edit_design.h"
#include "configurator/pack/fill_shape.h"
#include "configurator/session/artwork.h"
#include "configurator/session/design_facts.h"
#include "configurator/session/solved_capacity.h"

namespace configurator {
namespace {

constexpr std::size_t kMostUndo = 200;

/// Whether something pinned is among them: that is never changed without asking.
bool touchesPinned(const std::vector<PlaceChange>& changes) {
  return std::any_of(changes.begin(), changes.end(), [](const PlaceChange& one) { return one.pinned; });
}

}  // namespace

Result<void> Session::startFrom(const std::string& template_id, const std::string& date) {
  auto design = newDesign(*workshop_, template_id, date);
  if (!design) return failure(design.error().message);
  adopt(std::move(*design), {});
  unsaved_ = true;
  return {};
}

Result<void> Session::open(const std::filesystem::path& path) {
  auto design = loadDesign(path, workshop_->catalog);
  if (!design) return failure(design.error().message);
  adopt(std::move(*design), path);
  return {};
}

Result<void> Session::recover(const Leftover& leftover) {
  auto design = loadDesign(leftover.copy, workshop_->catalog);
  if (!design) return failure(design.error().message);
  auto copy = RecoveryCopy::takeOver(leftover);
  if (!copy) return failure(copy.error().message);
  design->folder = leftover.original.parent_path().string();  // the copy keeps the original's paths
  adopt(std::move(*design), leftover.original);
  recovery_ = std::move(*copy);
  unsaved_ = true;
  return {};
}

Result<void> Session::save() {
  return saveAs(path_);
}

Result<void> Session::saveAs(const std::filesystem::path& path) {
  if (path.empty()) return failure("Choose a file name first.");
  auto saved = saveDesign(path, *design_);
  if (!saved) return saved;
  *design_ = movedTo(std::move(*design_), path.parent_path());
  path_ = path;
  unsaved_ = false;
  if (recovery_) recovery_->remove();
  return {};
}

void Session::close() {
  if (recovery_) recovery_->remove();
  recovery_.reset();
  design_.reset();
  figures_ = {};
  reader_.giveUp();
  marker_run_.giveUp();
  models_.reset();
  artwork_.clear();
  path_.clear();
  unsaved_ = false;
  past_.clear();
  future_.clear();
  advice_.close();
  advice_.giveUp();
  finder_.forget();
  last_error_.clear();
  figures_error_.clear();
  parts_error_.clear();
  artwork_error_.clear();
}

tl::expected<Exported, ExportFailure> Session::exportTo(const std::filesystem::path& folder) const {
  ExportRequest request;
  request.folder = folder;
  return exportAs(request);
}

tl::expected<Exported, ExportFailure> Session::exportAs(const ExportRequest& request) const {
  auto artwork = loadArtwork(*design_);
  if (!artwork) {
    return tl::unexpected<ExportFailure>(ExportFailure{
        hasFilesOfArtwork(*design_) ? ExportFailure::Cause::WrongData : ExportFailure::Cause::NotReachable,
        artwork.error().message});
  }
  ExportRequest with_artwork = request;
  with_artwork.artwork = std::move(*artwork);
  return exportDesign(*workshop_, *design_, with_artwork);
}

void Session::adopt(Design design, const std::filesystem::path& path) {
  close();
  design.choices = withSolvedCapacity(workshop_->catalog, std::move(design.choices));
  path_ = path;
  colorway_ = design.colorways.front().code;
  slot_ = workshop_->catalog.slots.front().id;
  Reckoned reckoned = reckon(design);
  replaceDesign(std::move(design), std::move(reckoned));
  advice_.show(slot_, present());
}

Session::Reckoned Session::reckon(const Design& design) const {
  FigureRequest request;
  request.in_all_sizes = true;
  request.cloth_like = &figures_.consumption;
  auto figures = figuresOf(*workshop_, design, request);
  return figures ? Reckoned{std::move(*figures), ""} : Reckoned{{}, figures.error().message};
}

void Session::replaceDesign(Design design, Reckoned reckoned) {
  const bool same_choices = design_ && design_->choices == design.choices;
  const bool same_parts = design_ && design_->own_parts == design.own_parts;
  const bool same_artwork = design_ && design_->artwork == design.artwork;
  design_ = std::move(design);
  figures_ = std::move(reckoned.figures);
  layCloth();
  if (!same_parts) readOwnParts();
  if (!same_artwork) readArtwork();
  figures_error_ = std::move(reckoned.error);
  tellError();
  if (findColorway(*design_, colorway_) == nullptr) colorway_ = design_->colorways.front().code;
  const bool other_parts = !same_parts && !readsParts();
  if (!same_choices || other_parts || !same_artwork) ++geometry_version_;
  ++looks_version_;
  advice_.follow(present());
}

void Session::layCloth() {
  if (!figures_.estimate || figures_.cloth_is_laid) return marker_run_.giveUp();
  std::vector<bom::Product> products{*figures_.product};
  for (const OtherSize& other : figures_.other_sizes) products.push_back(other.product);
  marker_run_.start(*workshop_, std::move(products));
}

void Session::useLaidCloth(const Result<bool>& laid) {
  if (laid) {
    Reckoned reckoned = reckon(*design_);
    figures_ = std::move(reckoned.figures);
    figures_error_ = std::move(reckoned.error);
    advice_.follow(present());
  } else {
    figures_error_ = laid.error().message;
  }
  tellError();
}

bool Session::takeLaidCloth() {
  const bool advised = hasDesign() && advice_.takeLaidCloth(present());
  const auto laid = marker_run_.take();
  if (laid && !*laid) return advised;
  useLaidCloth(laid);
  return true;
}

void Session::finishLaying() {
  if (!marker_run_.isLaying()) return;
  const auto laid = marker_run_.finish();
  if (!laid || *laid) useLaidCloth(laid);
}

void Session::tellError() {
  last_error_ = !figures_error_.empty() ? figures_error_
                : !parts_error_.empty() ? parts_error_
                                        : artwork_error_;
}

void Session::readOwnParts() {
  parts_error_.clear();
  reader_.giveUp();
  if (design_->own_parts.empty() || models_ == nullptr) models_ = modelsOf(*workshop_);
  if (!design_->own_parts.empty()) reader_.start(*workshop_, *design_);
}

void Session::useParts(PartsReader::Read read) {
  parts_error_ = read ? "" : read.error().message;
  models_ = read ? std::move(*read) : modelsOf(*workshop_);
  tellError();
  ++geometry_version_;
  ++looks_version_;
}

bool Session::takeReadParts() {
  auto read = reader_.take();
  if (read) useParts(std::move(*read));
  return read.has_value();
}

void Session::finishReading() {
  if (readsParts()) useParts(reader_.finish());
}

void Session::readArtwork() {
  auto pictures = loadArtwork(*design_);
  artwork_error_ = pictures ? "" : pictures.error().message;
  artwork_ = pictures ? std::move(*pictures) : ArtworkPictures();
}

void Session::keepRecoveryCopy() {
  unsaved_ = true;
  if (recovery_folder_.empty()) return;
  if (!recovery_) {
    auto made = RecoveryCopy::make(recovery_folder_);
    if (!made) {
      last_error_ = made.error().message;
      return;
    }
    recovery_ = std::move(*made);
  }
  std::error_code error;
  const std::filesystem::path original = path_.empty() ? path_ : std::filesystem::absolute(path_, error);
  const auto written = recovery_->write(*design_, original);
  if (!written) last_error_ = written.error().message;
}

tl::expected<void, std::vector<Violation>> Session::apply(const std::string& key, const std::string& value) {
  return applyAll({{key, value}});
}

tl::expected<void, std::vector<Violation>> Session::applyAll(const std::vector<KeyValue>& edits) {
  auto out_of_range = rangeErrorsOf(workshop_->catalog, edits);
  if (!out_of_range.empty()) return tl::unexpected<std::vector<Violation>>(std::move(out_of_range));
  auto edited = editedDesign(workshop_->catalog, *design_, edits);
  if (!edited) {
    return tl::unexpected<std::vector<Violation>>({{"unknown", "error", edited.error().message, "", {}}});
  }
  return change(std::move(*edited), edits);
}

tl::expected<void, std::vector<Violation>> Session::change(Design design,
                                                           const std::vector<KeyValue>& edits) {
  Reckoned reckoned = reckon(design);
  auto errors = errorsOf(edits, figures_.violations, reckoned.figures.violations);
  // An order, a colour or a brand is changed whatever the choices contradict then.
  const bool chooses = design.choices != design_->choices;
  if (chooses && !errors.empty()) return tl::unexpected<std::vector<Violation>>(std::move(errors));
  past_.push_back(*design_);
  if (past_.size() > kMostUndo) past_.erase(past_.begin());
  future_.clear();
  advice_.close();
  replaceDesign(std::move(design), std::move(reckoned));
  keepRecoveryCopy();
  return {};
}

ChoiceMade Session::choose(const PlaceValue& asked) {
  if (apply(asked.place, asked.value)) return {true, {}};
  std::vector<WayOut> ways = advice_.advisor().findWays(design_->choices, {asked}, 1);
  if (!ways.empty() && ways.front().ownChanges() == 0 && !touchesPinned(ways.front().changes)) {
    Design other = *design_;
    other.choices = withSolvedCapacity(workshop_->catalog, std::move(ways.front().choices));
    if (change(std::move(other), {{asked.place, asked.value}}))
      return {true, std::move(ways.front().changes)};
  }
  advice_.open(asked, present());
  return {};
}

tl::expected<void, std::vector<Violation>> Session::takeWay(std::size_t number) {
  const OpenedValue* opened = advice_.opened();
  if (opened == nullptr || number >= opened->ways.size()) return {};
  Design other = *design_;
  other.choices = opened->ways[number].choices;
  std::vector<KeyValue> edits;
  if (!opened->asked.place.empty()) edits.push_back({opened->asked.place, opened->asked.value});
  return change(std::move(other), edits);
}

tl::expected<std::vector<PlaceChange>, std::vector<Violation>> Session::takeBack(const std::string& place) {
  auto choices = advice_.advisor().takenBack(design_->choices, place);
  if (!choices) return tl::unexpected<std::vector<Violation>>(onlyErrors(figures_.violations));
  Design other = *design_;
  other.choices = withSolvedCapacity(workshop_->catalog, std::move(*choices));
  auto changes = changesBetween(workshop_->catalog, design_->choices, other.choices, {});
  auto changed = change(std::move(other), {});
  if (!changed) return tl::unexpected<std::vector<Violation>>(std::move(changed.error()));
  return changes;
}

void Session::find(FindRequest request) {
  request.figures.in_all_sizes = true;
  finder_.start(*workshop_, *design_, std::move(request));
}

std::optional<std::size_t> Session::takenDesign() const {
  const FinderRun::Found* found = finder_.found();
  if (found == nullptr || !found->answer) return std::nullopt;
  const std::vector<FoundPack>& designs = found->answer->designs;
  const auto taken = std::find_if(designs.begin(), designs.end(), [&](const FoundPack& one) {
    return takenChoices(one) == design_->choices;
  });
  if (taken == designs.end()) return std::nullopt;
  return static_cast<std::size_t>(taken - designs.begin());
}

bool Session::foundIsCurrent() const {
  const FinderRun::Found* found = finder_.found();
  if (found == nullptr) return false;
  if (found->design.order != design_->order || found->design.colorways != design_->colorways) return false;
  return found->design.choices == design_->choices || takenDesign();
}

tl::expected<void, std::vector<Violation>> Session::takeDesign(std::size_t number) {
  const FinderRun::Found* found = finder_.found();
  if (found == nullptr || !found->answer || number >= found->answer->designs.size()) return {};
  Design other = *design_;
  other.choices = takenChoices(found->answer->designs[number]);
  return change(std::move(other), {});
}

void Session::undo() {
  if (past_.empty()) return;
  future_.push_back(*design_);
  Design before = std::move(past_.back());
  past_.pop_back();
  Reckoned reckoned = reckon(before);
  replaceDesign(std::move(before), std::move(reckoned));
  keepRecoveryCopy();
}

void Session::redo() {
  if (future_.empty()) return;
  past_.push_back(*design_);
  Design after = std::move(future_.back());
  future_.pop_back();
  Reckoned reckoned = reckon(after);
  replaceDesign(std::move(after), std::move(reckoned));
  keepRecoveryCopy();
}

void Session::showColorway(const std::string& code) {
  if (findColorway(*design_, code) == nullptr) return;
  colorway_ = code;
  ++looks_version_;
}

void Session::showFill(double fill) {
  fill_ = std::clamp(fill, kEmpty, kStuffed);
}

void Session::selectSlot(const std::string& slot) {
  if (workshop_->catalog.findSlot(slot) == nullptr) return;
  slot_ = slot;
  advice_.show(slot, present());
}

void Session::selectZone(const std::string& zone) {
  if (workshop_->catalog.findZone(zone) != nullptr) advice_.show(zone, present());
}

}  // namespace configurator
