// build/model_domains FILE [--clicks N --seed S] [--engine search|diagram]: reads a model of others, and
// prints what is known of its features and how fast the domains follow random clicks, as one JSON object.
#include <charconv>
#include <cstdio>
#include <cstring>
#include <exception>
#include <nlohmann/json.hpp>
#include <string>

#include "configurator/rules/component_count.h"
#include "configurator/rules/diagram.h"
#include "tests/models/random_clicks.h"
#include "tests/models/read_model.h"

namespace {

using configurator::engine::ComponentCount;
using configurator::engine::Diagram;
using configurator::engine::DomainModel;
using configurator::engine::Domains;
using configurator::engine::SearchEngine;
using configurator::engine::ValueState;

struct Order {
  std::string file, engine = "search";
  std::uint64_t clicks = 0, seed = 1;
};

bool readNumber(const char* text, std::uint64_t& number) {
  const char* end = text + std::strlen(text);
  const auto [stop, error] = std::from_chars(text, end, number);
  return error == std::errc() && stop == end;
}

bool readOrder(int count, char** words, Order& order) {
  for (int at = 1; at < count; ++at) {
    const std::string word = words[at];
    const bool has_more = at + 1 < count;
    if (word == "--clicks" && has_more) {
      if (!readNumber(words[++at], order.clicks)) return false;
    } else if (word == "--seed" && has_more) {
      if (!readNumber(words[++at], order.seed)) return false;
    } else if (word == "--engine" && has_more) {
      order.engine = words[++at];
      if (order.engine != "search" && order.engine != "diagram") return false;
    } else if (word.starts_with("-") || !order.file.empty()) {
      return false;
    } else {
      order.file = word;
    }
  }
  return !order.file.empty();
}

void addFeatures(const models::ForeignModel& foreign, const Domains& domains, nlohmann::ordered_json& json) {
  int core = 0, dead = 0, impossible = 0;
  for (int variable = 0; variable < foreign.model.variableCount(); ++variable) {
    int present = 0;
    const int first = foreign.model.firstValue(variable);
    for (int value = 0; value < foreign.model.valueCount(variable); ++value) {
      const bool is_blocked = domains.states[first + value] == ValueState::blocked;
      impossible += is_blocked ? 1 : 0;
      present += value > 0 && !is_blocked ? 1 : 0;
    }
    if (variable >= foreign.features) continue;
    core += domains.states[first] == ValueState::blocked && present > 0 ? 1 : 0;
    dead += present == 0 ? 1 : 0;
  }
  json["core"] = foreign.features > 0 ? nlohmann::ordered_json(core) : nlohmann::ordered_json();
  json["dead"] = foreign.features > 0 ? nlohmann::ordered_json(dead) : nlohmann::ordered_json();
  json["values_impossible"] = impossible;
}

int run(const Order& order) {
  const models::ForeignModel foreign = models::readModel(order.file);
  SearchEngine search(foreign.model);
  const auto diagram = order.engine == "diagram" ? Diagram::compile(foreign.model) : std::nullopt;
  if (order.engine == "diagram" && !diagram)
    throw std::runtime_error(order.file + ": no diagram within the limits");
  models::RandomClicks clicks(
      foreign.model,
      [&](const auto& choices) { return diagram ? diagram->domains(choices) : search.domains(choices); },
      order.seed);
  nlohmann::ordered_json json = {{"schema", 1}, {"variables", foreign.model.variableCount()}};
  addFeatures(foreign, clicks.domains(), json);
  const auto count = ComponentCount(foreign.model).count();
  json["count"] = count ? nlohmann::ordered_json(count->text()) : nlohmann::ordered_json();
  std::uint64_t made = 0;
  while (made < order.clicks && clicks.click()) ++made;
  json["clicks"] = made;
  json["seed"] = order.seed;
  json["first_domains_ms"] = clicks.firstMilliseconds();
  json["click_p50_ms"] = clicks.times().at(0.50);
  json["click_p95_ms"] = clicks.times().at(0.95);
  json["click_p99_ms"] = clicks.times().at(0.99);
  json["click_max_ms"] = clicks.times().at(1);
  json["dead_ends"] = clicks.deadEnds();
  std::printf("%s\n", json.dump(2).c_str());
  return 0;
}

}  // namespace

int main(int count, char** words) {
  Order order;
  if (!readOrder(count, words, order)) {
    std::fprintf(stderr, "model_domains FILE [--clicks N] [--seed S] [--engine search|diagram]\n");
    return 2;
  }
  try {
    return run(order);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 3;
  }
}
