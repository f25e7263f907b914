// The pictures on a pack's marks as an export hands them to the factory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "configurator/catalog/result.h"
#include "configurator/design/design.h"
#include "configurator/pack/pack.h"

namespace configurator {

struct ExportedPicture {
  std::string artwork;  ///< part id
  std::string name;     ///< "artwork-branding.svg": by what the file holds, whatever its name was
  std::string bytes;    ///< the file's, without what it tells about the machine that made it
};

/// Of the marks that show one. Fails with the first file that cannot be read.
Result<std::vector<ExportedPicture>> picturesToExport(const Design& design, const Pack& pack);

/// What drawing programs write into a picture that is nobody else's business: a PNG's texts and camera data,
/// an SVG's attributes that are absolute paths. The picture stays as it is.
std::string withoutNotes(std::string_view picture);

}  // namespace configurator
