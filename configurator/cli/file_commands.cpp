// render, export, verify, techpack read and catalog check: commands about files.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <tuple>
#include <utility>

#include "configurator/catalog/near_word.h"
#include "configurator/catalog/number_text.h"
#include "configurator/catalog/read_file.h"
#include "configurator/cli/commands.h"
#include "configurator/cli/json_answers.h"
#include "configurator/cli/later_version.h"
#include "configurator/cli/text_answers.h"
#include "configurator/design/design_file.h"
#include "configurator/session/artwork.h"
#include "configurator/session/catalog_check.h"
#include "configurator/session/export_folder.h"
#include "configurator/session/own_parts.h"
#include "configurator/session/pictures.h"
#include "configurator/session/product_views.h"
#include "configurator/session/turntable.h"
#include "configurator/session/verify_folder.h"

namespace configurator {
namespace {

tl::unexpected<Reply> usage(const std::string& message) {
  return tl::unexpected<Reply>(failed(ExitCode::Usage, message));
}

/// Pixels of "1600x1200".
std::optional<std::pair<int, int>> parsePixels(const std::string& text) {
  const std::size_t cross = text.find('x');
  if (cross == std::string::npos) return std::nullopt;
  const auto width = parseWhole(text.substr(0, cross));
  const auto height = parseWhole(text.substr(cross + 1));
  const auto fits = [](const auto& pixels) {
    return pixels && *pixels >= kFewestPixels && *pixels <= kMostPixels;
  };
  if (!fits(width) || !fits(height)) return std::nullopt;
  return std::pair(static_cast<int>(*width), static_cast<int>(*height));
}

tl::expected<PictureRequest, Reply> pictureOf(const Arguments& arguments) {
  PictureRequest request;
  request.view = arguments.view;
  if (!isDrawnView(request.view))
    return usage("there is no view \"" + request.view + "\"" + didYouMean(request.view, drawnViews()) + ".");
  const auto pixels = parsePixels(arguments.size);
  if (!pixels) {
    return usage("--size: \"" + arguments.size + "\" is not pixels like 1600x1200, each from " +
                 std::to_string(kFewestPixels) + " to " + std::to_string(kMostPixels) + ".");
  }
  std::tie(request.width, request.height) = *pixels;
  const auto background = parseBackground(arguments.background);
  if (!background)
    return usage("--background: \"" + arguments.background + "\" is not studio, dark or transparent.");
  request.background = *background;
  const auto fill = parseFill(arguments.fill);
  if (!fill) {
    return usage("--fill: \"" + arguments.fill + "\" is not a whole number of per cent from 0 (empty) to " +
                 std::to_string(kMostFillPercent) + " (stuffed).");
  }
  request.fill = *fill;
  return request;
}

tl::expected<const DesignColorway*, Reply> colorwayOf(const Design& design, const std::string& code) {
  if (code.empty()) return &design.colorways.front();
  if (const DesignColorway* found = findColorway(design, code)) return found;
  std::vector<std::string> codes;
  for (const DesignColorway& colorway : design.colorways) codes.push_back(colorway.code);
  return usage("the design has no colorway \"" + code + "\"" + didYouMean(code, codes) + ".");
}

/// How many pictures all round; 0: one picture from the view's own side.
tl::expected<int, Reply> framesOf(const Arguments& arguments, const PictureRequest& request) {
  if (arguments.turntable.empty()) return 0;
  const auto frames = parseWhole(arguments.turntable);
  if (!frames || *frames < kFewestFrames || *frames > kMostFrames) {
    return usage("--turntable: \"" + arguments.turntable + "\" is not a whole number of pictures from " +
                 std::to_string(kFewestFrames) + " to " + std::to_string(kMostFrames) + ".");
  }
  if (std::max(request.width, request.height) > kMostTurnedPixels) {
    return usage("--turntable: a picture that moves is at most " + std::to_string(kMostTurnedPixels) +
                 " pixels wide and high.");
  }
  if (!turns(arguments.view)) return usage("--turntable: the view \"" + arguments.view + "\" is not turned.");
  return static_cast<int>(*frames);
}

/// A failure to draw or to write, where there is one.
using Failure = std::optional<Reply>;

Failure save(const std::string& path, std::string_view bytes) {
  const auto saved = saveFileAtomically(path, bytes);
  if (saved) return std::nullopt;
  return failed(ExitCode::NotReachable, saved.error().message);
}

/// "pack.png" as "pack-07.png", the seventh of 24.
std::string frameOf(const std::string& output, std::size_t number, std::size_t frames) {
  std::string digits = std::to_string(number);
  digits.insert(0, std::to_string(frames).size() - digits.size(), '0');
  return std::filesystem::path(output).replace_extension().string() + "-" + digits + ".png";
}

Failure drawOnce(PictureStudio& studio, const ViewSubject& subject, const PictureRequest& request,
                 Drawn& result) {
  const auto image = drawView(studio, subject, request);
  if (!image) return failed(ExitCode::NotReachable, image.error().message);
  const std::vector<std::uint8_t> png = renderer::encodePng(*image);
  return save(result.file, {reinterpret_cast<const char*>(png.data()), png.size()});
}

/// The movement is written last, when all its pictures are there.
Failure drawRound(PictureStudio& studio, const PictureRequest& request, int frames, Drawn& result) {
  const auto turntable = drawTurntable(studio, request, frames);
  if (!turntable) return failed(ExitCode::NotReachable, turntable.error().message);
  for (const std::string& png : turntable->pngs) {
    result.frames.push_back(frameOf(result.file, result.frames.size() + 1, turntable->pngs.size()));
    if (auto failure = save(result.frames.back(), png)) return failure;
  }
  result.file = std::filesystem::path(result.file).replace_extension(".webp").string();
  return save(result.file, turntable->webp);
}

Reply artworkFailed(const Design& design, const std::string& message) {
  return failed(hasFilesOfArtwork(design) ? ExitCode::WrongFile : ExitCode::NotReachable, message);
}

/// Draws and writes; what the picture shows is decided.
Reply drawn(const ViewSubject& subject, const PictureRequest& request, int frames,
            const Arguments& arguments) {
  const auto start = std::chrono::steady_clock::now();
  const auto artwork = loadArtwork(subject.design);
  if (!artwork) return artworkFailed(subject.design, artwork.error().message);
  auto studio = PictureStudio::make();
  if (!studio) return failed(ExitCode::NotReachable, studio.error().message);
  const auto models = modelsFor(subject.workshop, subject.design);
  if (!models) {
    return failed(hasFilesOfOwnParts(subject.design) ? ExitCode::WrongFile : ExitCode::NotReachable,
                  models.error().message);
  }
  const Figures& figures = subject.figures;
  const SceneDetail detail{SceneLevel::Still, drawsFill(request.view) ? request.fill : kNominalFill,
                           *artwork};
  (*studio)->show(subject.workshop, buildScene(*figures.pack, **models, detail), subject.colorway);
  Drawn result;
  result.file = arguments.output;
  result.width = request.width;
  result.height = request.height;
  result.triangles = (*studio)->triangles();
  result.valid = figures.valid;
  const Failure failure = frames > 0 ? drawRound(**studio, request, frames, result)
                                     : drawOnce(**studio, subject, request, result);
  if (failure) return *failure;
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  result.ms = took.count();
  if (request.view == "night") result.reflective = (*studio)->reflectiveViews();
  return done(arguments.json ? renderJson(result) : drawnText(result));
}

Reply exportFailed(const ExportFailure& failure) {
  switch (failure.cause) {
    case ExportFailure::Cause::DesignInvalid:
      return failed(ExitCode::Refused, failure.message);
    case ExportFailure::Cause::WrongData:
      return failed(ExitCode::WrongFile, failure.message);
    case ExportFailure::Cause::NotReachable:
      break;
  }
  return failed(ExitCode::NotReachable, failure.message);
}

tl::expected<ExportRequest, Reply> exportOf(const Workshop& workshop, const Arguments& arguments) {
  ExportRequest request;
  request.folder = arguments.output;
  request.issued = arguments.issued;
  request.draft = arguments.draft;
  const auto figures = figureRequestOf(workshop, arguments);
  if (!figures) return tl::unexpected<Reply>(figures.error());
  request.figures = *figures;
  for (const std::string& kind : arguments.only) {
    if (isLaterExport(kind)) return usage(laterVersionMessage("--only " + kind));
    if (!isExportKind(kind)) {
      return usage("--only: there is no export \"" + kind + "\"" + didYouMean(kind, exportKinds()) + ".");
    }
  }
  request.only = arguments.only;
  if (arguments.edition != "factory" && arguments.edition != "internal") {
    return usage("--edition: \"" + arguments.edition + "\" is not factory or internal.");
  }
  request.edition = arguments.edition == "factory" ? bom::Edition::Factory : bom::Edition::Internal;
  if (!request.issued.empty() && !isDate(request.issued)) {
    return usage("--issued: \"" + request.issued + "\" is not a day like 2026-03-31.");
  }
  return request;
}

}  // namespace

Reply brokenDesign(const std::vector<Violation>& violations) {
  Reply answer = failed(ExitCode::Refused, "the design breaks its rules and cannot be built.");
  answer.messages += refusalText(violations);
  return answer;
}

Reply runRender(const Workshop& workshop, const Arguments& arguments) {
  const auto picture = pictureOf(arguments);
  if (!picture) return picture.error();
  const auto frames = framesOf(arguments, *picture);
  if (!frames) return frames.error();
  const auto request = figureRequestOf(workshop, arguments);
  if (!request) return request.error();
  const auto design = openDesign(workshop, arguments);
  if (!design) return design.error();
  const auto colorway = colorwayOf(*design, arguments.colorway);
  if (!colorway) return colorway.error();
  const auto figures = figuresOf(workshop, *design, *request);
  if (!figures) return failed(ExitCode::WrongFile, figures.error().message);
  if (!figures->pack) return brokenDesign(figures->violations);
  return drawn({workshop, *design, *figures, **colorway}, *picture, *frames, arguments);
}

Reply runExport(const Workshop& workshop, const Arguments& arguments) {
  auto request = exportOf(workshop, arguments);
  if (!request) return request.error();
  const auto design = openDesign(workshop, arguments);
  if (!design) return design.error();
  const auto artwork = loadArtwork(*design);
  if (!artwork) return artworkFailed(*design, artwork.error().message);
  request->artwork = *artwork;
  const auto exported = exportDesign(workshop, *design, *request);
  if (!exported) return exportFailed(exported.error());
  if (arguments.json) return done(filesJson(arguments.output, exported->files, exported->valid));
  std::string text;
  for (const std::string& name : exported->files) text += (request->folder / name).string() + "\n";
  return done(text);
}

Reply runVerify(const Arguments& arguments) {
  const auto manifest = readFile(std::filesystem::path(arguments.input) / kManifestName);
  if (!manifest) return failed(ExitCode::NotReachable, manifest.error().message);
  const auto verification = verifyFolder(arguments.input);
  if (!verification) return failed(ExitCode::WrongFile, verification.error().message);
  Reply answer = done(arguments.json ? verifyJson(*verification) : verifyText(*verification));
  if (!verification->ok()) answer.code = ExitCode::WrongFile;
  return answer;
}

Reply runTechPackRead(const Arguments& arguments) {
  const auto bytes = readFile(arguments.input);
  if (!bytes) return failed(ExitCode::NotReachable, bytes.error().message);
  const auto again = bom::rewriteTechPackXml(*bytes, arguments.input);
  if (!again) return failed(ExitCode::WrongFile, again.error().message);
  const auto saved = saveFileAtomically(arguments.output, *again);
  if (!saved) return failed(ExitCode::NotReachable, saved.error().message);
  return done(arguments.json ? fileJson(arguments.output, std::nullopt) : arguments.output + "\n");
}

Reply runCatalogCheck(const Arguments& arguments, const std::filesystem::path& executable) {
  std::filesystem::path folder = arguments.input;
  if (folder.empty()) {
    const auto folders = findDataFolders(executable);
    if (!folders) return failed(ExitCode::NotReachable, folders.error().message);
    folder = folders->catalog;
  }
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) {
    return failed(ExitCode::NotReachable, folder.string() + ": there is no such folder.");
  }
  const std::vector<std::string> messages = checkCatalogFolder(folder);
  std::string text = messages.empty() ? "The catalog is in order.\n" : "";
  for (const std::string& message : messages) text += message + "\n";
  Reply answer = done(arguments.json ? catalogJson(messages) : text);
  if (!messages.empty()) answer.code = ExitCode::WrongFile;
  return answer;
}

}  // namespace configurator
