// A model under choices that will not change: what they settle is left out, so that it compiles smaller.
#pragma once

#include "configurator/rules/choice.h"
#include "configurator/rules/domain_model.h"

namespace configurator::engine {

/// The same variables and values; a design keeps it exactly when it keeps `model` and has no value that is
/// blocked in `domains`. `domains`: of that model, under the choices. Constraints have other numbers.
DomainModel reducedModel(const DomainModel& model, const Domains& domains);

}  // namespace configurator::engine
