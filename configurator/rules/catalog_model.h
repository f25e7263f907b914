// The catalog's rules as a model that the engines answer from (search_engine.h): a variable for each slot,
// parameter and zone, constraints for each rule of severity "error", for each range and for each option that
// is made for some bodies. Laws over numbers become tables over their values.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "configurator/catalog/catalog.h"
#include "configurator/catalog/choices.h"
#include "configurator/rules/domain_model.h"
#include "configurator/rules/kept_diagram.h"
#include "configurator/rules/rule_facts.h"

namespace configurator {

/// What a constraint is in the catalog author's words. Several constraints may have one id.
struct ModelRule {
  std::string id;       ///< as Violation::rule: "port-needs-sleeve", "range.capacity", "made-for.SLOT.OPTION"
  std::string name;     ///< a sentence without its full stop
  std::string because;  ///< a sentence
  bool operator==(const ModelRule&) const = default;
};

enum class Place { Slot, Parameter, Zone };

/// A slot's option, a parameter's number as text, a zone's material.
struct PlaceValue {
  std::string place, value;
  bool operator==(const PlaceValue&) const = default;
};

/// No value of the model.
constexpr int kNoValue = -1;

/// Made once for a catalog, never changed. It copies what it needs.
class CatalogModel {
 public:
  /// With the rules as they stand in an order with these facts.
  explicit CatalogModel(const Catalog& catalog, const RuleFacts& facts = {});
  /// With a variable "no" or "yes" behind all others for each term of a fact: orders of every kind. Only for
  /// questions about the rules themselves.
  static CatalogModel ofAllOrders(const Catalog& catalog);

  /// Slots, then parameters, then zones, in catalog order. The values of each are what it may take, in
  /// catalog order.
  const engine::DomainModel& model() const { return model_; }
  const ModelRule& rule(int constraint) const { return rules_[constraint]; }
  /// Compiled in the background from the first time that it is asked for; null until it is there, and where
  /// it is too large. Any number of threads may ask.
  const engine::Diagram* diagram() const { return diagram_->find(model_); }

  Place kindOf(int variable) const { return kinds_[variable]; }
  std::optional<int> findVariable(std::string_view place) const;
  /// The value of a text; kNoValue where the place cannot take it.
  int valueOf(int variable, const std::string& text) const;
  /// The rule that such a value breaks: "unknown.SLOT", "accepts.ZONE", "range.PARAMETER".
  const ModelRule& ruleOfPlace(int variable) const { return place_rules_[variable]; }
  /// REQUIRES a parameter.
  double numberOf(int variable, int value) const { return steps_.at(variable)[value]; }

  /// With kNoValue where a place has what it cannot take.
  engine::Design designOf(const Choices& choices) const;
  /// `choices` with the values of `design`; those that are changed by it are by = solved.
  Choices choicesOf(const engine::Design& design, Choices choices) const;

 private:
  friend class CatalogModelBuilder;
  CatalogModel() = default;
  void add(Place kind, const std::string& id, std::vector<std::string> values);
  int valueOfNumber(int variable, double number) const;

  engine::DomainModel model_;
  std::vector<ModelRule> rules_;        ///< by constraint
  std::vector<ModelRule> place_rules_;  ///< by variable
  std::vector<Place> kinds_;
  std::map<std::string, int, std::less<>> variables_;
  std::vector<std::map<std::string, int, std::less<>>> values_;
  std::map<int, std::vector<double>> steps_;  ///< of parameters, by variable
  std::shared_ptr<engine::KeptDiagram> diagram_ = std::make_shared<engine::KeptDiagram>();
};

/// The models of one catalog, each made when it is first asked for. Any number of threads may ask.
class KeptCatalogModel {
 public:
  /// REQUIRES the same catalog each time.
  const CatalogModel& of(const Catalog& catalog, const RuleFacts& facts);

 private:
  std::mutex making_;
  std::map<RuleFacts, std::unique_ptr<CatalogModel>> models_;  ///< by what rules ask of
};

}  // namespace configurator
