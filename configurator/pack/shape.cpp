#include "configurator/pack/shape.h"

#include <mutex>

namespace configurator {

struct Shape::Made {
  explicit Made(std::function<Drawn()> function) : make(std::move(function)) {}
  std::function<Drawn()> make;
  mutable std::once_flag once;
  mutable Drawn drawn;
};

Shape::Shape(std::function<Drawn()> make) : made_(std::make_shared<const Made>(std::move(make))) {}

const Shape::Drawn& Shape::drawn() const {
  std::call_once(made_->once, [this] { made_->drawn = made_->make(); });
  return made_->drawn;
}

}  // namespace configurator
