// One editing session of the app: a design with its file, its figures, undo and what every option would
// change. The only writer of the design.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "configurator/design/design.h"
#include "configurator/session/apply_edits.h"
#include "configurator/session/export_folder.h"
#include "configurator/session/figures.h"
#include "configurator/session/finder_run.h"
#include "configurator/session/live_advice.h"
#include "configurator/session/marker_run.h"
#include "configurator/session/parts_reader.h"
#include "configurator/session/recovery.h"
#include "configurator/session/template_library.h"
#include "configurator/session/workshop.h"

namespace configurator {

class Session {
 public:
  /// Keeps a copy of unsaved changes in `recovery_folder` (recovery.h); empty: none.
  /// REQUIRES that the workshop outlives the session.
  explicit Session(const Workshop& workshop, std::filesystem::path recovery_folder = {})
      : workshop_(&workshop), recovery_folder_(std::move(recovery_folder)), advice_(workshop) {}

  Result<void> startFrom(const std::string& template_id, const std::string& date);
  Result<void> open(const std::filesystem::path& path);
  /// Goes on where a crash interrupted: unsaved, with the path that its design had.
  Result<void> recover(const Leftover& leftover);
  Result<void> save();  ///< to path(); fails when it is empty
  Result<void> saveAs(const std::filesystem::path& path);
  /// The user leaves this design: unsaved changes are given up, with their recovery copy.
  void close();
  tl::expected<Exported, ExportFailure> exportTo(const std::filesystem::path& folder) const;
  tl::expected<Exported, ExportFailure> exportAs(const ExportRequest& request) const;

  bool hasDesign() const { return design_.has_value(); }
  const Workshop& workshop() const { return *workshop_; }
  const Design& design() const { return *design_; }  ///< REQUIRES hasDesign()
  const Figures& figures() const { return figures_; }
  /// What it is drawn with: the workshop's models and the design's own. Own ones are read in the background;
  /// until they are there, and where they cannot be read, the workshop's or those of before are drawn.
  const ComponentModels& models() const { return *models_; }
  bool readsParts() const { return reader_.isReading(); }
  /// Takes own parts that have been read; true when there were any, or lastError() says why not.
  bool takeReadParts();
  /// Waits for them.
  void finishReading();
  /// Markers are laid in the background after a change: until then cloth, and so the prices, are about right
  /// (figures().cloth_is_laid).
  bool laysCloth() const { return marker_run_.isLaying() || advice_.laysCloth(); }
  /// Takes markers that have been laid into the figures; true when there were any, or lastError() says why
  /// not.
  bool takeLaidCloth();
  /// Waits for them.
  void finishLaying();
  /// The pictures on its artwork; none while one of them cannot be read, which lastError() says.
  const ArtworkPictures& artwork() const { return artwork_; }
  const std::filesystem::path& path() const { return path_; }
  bool unsaved() const { return unsaved_; }
  /// Grows with every change of geometry or of looks: what a view compares to know whether to rebuild.
  int geometryVersion() const { return geometry_version_; }
  int looksVersion() const { return looks_version_; }

  /// KEY=VALUE as on the command line, by = user. Edits that break a rule change nothing and say why.
  tl::expected<void, std::vector<Violation>> apply(const std::string& key, const std::string& value);
  /// Several together: all or nothing, one step of undo.
  tl::expected<void, std::vector<Violation>> applyAll(const std::vector<KeyValue>& edits);
  /// A value of a slot, parameter or zone, with all that goes along without touching the user's other choices
  /// or anything pinned. One step of undo.
  ChoiceMade choose(const PlaceValue& asked);
  /// One of the ways of the opened value (LiveAdvice::opened), from 0. One step of undo.
  tl::expected<void, std::vector<Violation>> takeWay(std::size_t number);
  /// As if the user had never chosen that place's value: it and all solved ones are the template's, or next
  /// to them as the user's other choices allow. One step of undo; says what changed.
  tl::expected<std::vector<PlaceChange>, std::vector<Violation>> takeBack(const std::string& place);
  bool canUndo() const { return !past_.empty(); }
  bool canRedo() const { return !future_.empty(); }
  void undo();
  void redo();

  const std::string& shownColorway() const { return colorway_; }
  void showColorway(const std::string& code);
  /// How full the pack is drawn in the view: kEmpty..kStuffed. No figure changes, nothing is saved.
  double shownFill() const { return fill_; }
  void showFill(double fill);

  void selectSlot(const std::string& slot);
  const std::string& selectedSlot() const { return slot_; }
  /// Its materials are the cards until a slot is selected again.
  void selectZone(const std::string& zone);
  const LiveAdvice& advice() const { return advice_; }
  const std::vector<ValueCard>& cards() const { return advice_.cards(); }
  /// A value of any place, or with no place what the design breaks.
  void explain(const PlaceValue& asked) { advice_.open(asked, present()); }
  void closeExplanation() { advice_.close(); }
  void attend(const std::string& card) { advice_.attend(card); }
  /// Reckons a little more of the cards and of the opened value; false when there is nothing to do now.
  bool computeNextDelta() { return hasDesign() && advice_.computeNext(present()); }
  /// Waits until all of it is reckoned, and exact where it will be.
  void finishDeltas() { advice_.finishLaying(present()); }

  /// Looks for the best designs in the background: the user's own choices and pinned values stay. Bounds are
  /// in the order's currency.
  void find(FindRequest request);
  void stopFinding() { finder_.stop(); }  ///< the best so far is the answer
  const FinderRun& finder() const { return finder_; }
  /// True once, when an answer has come.
  bool takeAnswer() { return finder_.take(); }
  /// Waits for it. REQUIRES finder().isFinding().
  void finishFinding() { finder_.finish(); }
  /// Whether what was found is of the present order and choices, or of those that one of the found made.
  bool foundIsCurrent() const;
  /// Which of the found designs this one is, from 0; nothing when none.
  std::optional<std::size_t> takenDesign() const;
  /// Takes the choices of a found design, from 0. One step of undo.
  tl::expected<void, std::vector<Violation>> takeDesign(std::size_t number);

  /// Why there are no figures although the rules are kept, else why an own part or a picture is not drawn, or
  /// why no recovery copy could be written; else empty.
  const std::string& lastError() const { return last_error_; }

 private:
  void adopt(Design design, const std::filesystem::path& path);
  /// A design's figures, or why there are none.
  struct Reckoned {
    Figures figures;
    std::string error;
  };
  Reckoned reckon(const Design& design) const;
  void replaceDesign(Design design, Reckoned reckoned);
  void layCloth();
  void useLaidCloth(const Result<bool>& laid);
  void readOwnParts();
  void useParts(PartsReader::Read read);
  void tellError();
  void readArtwork();
  PresentDesign present() const { return {*design_, figures_}; }
  tl::expected<void, std::vector<Violation>> change(Design design, const std::vector<KeyValue>& edits);
  void keepRecoveryCopy();

  const Workshop* workshop_;
  std::filesystem::path recovery_folder_;
  std::unique_ptr<RecoveryCopy> recovery_;  // made at the first unsaved change
  std::optional<Design> design_;
  Figures figures_;
  std::shared_ptr<const ComponentModels> models_;
  PartsReader reader_;
  MarkerRun marker_run_;
  ArtworkPictures artwork_;
  std::filesystem::path path_;
  bool unsaved_ = false;
  int geometry_version_ = 0, looks_version_ = 0;
  std::vector<Design> past_, future_;
  std::string colorway_, slot_, last_error_, figures_error_, parts_error_, artwork_error_;
  double fill_ = 1;
  LiveAdvice advice_;
  FinderRun finder_;
};

}  // namespace configurator
