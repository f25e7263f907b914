// Rows of the price book about an order in time: the stages from enquiry to the buyer's door, days on which
// factories are shut, terms of payment, and how long a pack lives. Values only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bom/item.h"

namespace bom {

struct DayRange {
  int low = 0, typical = 0, high = 0;
};

/// A stretch of time between the order's date and the goods in the market.
struct ScheduleStage {
  std::string id, name;
  int low = 0, typical = 0, high = 0;  ///< days; 0: a milestone
  std::vector<std::string> after;      ///< ids of the stages that must be done before
  std::string when;                    ///< "always" "custom-colours" "dyed-materials" "tooling" "certificate"
                                       ///< "sea-lcl" "sea-fcl" "air" "express"
  std::vector<std::string> markets;    ///< where it is asked for; empty: everywhere
  std::string place;          ///< "origin": it pauses while the origin is shut; "buyer" "transit" "market"
  bool working_days = false;  ///< else calendar days
  bool sewing = false;        ///< its days follow from minutes, pieces and operators; `low` is the least
  std::string materials;      ///< "stock" "made": its days are those of the slowest such line of the bill,
                              ///< its own where the book knows no lead times; or empty
  std::string times;          ///< rate that says how often it is gone through, or empty: once
  std::vector<std::string> events;  ///< that come about when it ends: "order" "shipment" "bill-of-lading"
                                    ///< "delivery"
  Provenance provenance;
};

/// How long goods usually take from the order to the factory. Of several rows the first that fits holds.
struct LeadTime {
  std::string id, name;                 ///< "cloth-stock", "cloth from stock"
  std::vector<std::string> categories;  ///< of items
  std::vector<std::string> families;    ///< of items; empty: all
  std::string only;  ///< "order-colour": made in a colour of the order; "branded": of a named maker;
                     ///< "own-mould": what needs tooling of its own; empty: all
  DayRange days;     ///< calendar days
  Provenance provenance;
};

/// Days on which no work is done in a country, both included.
struct Closure {
  std::vector<std::string> countries;
  std::string name, from, until;  ///< YYYY-MM-DD
  Provenance provenance;
};

/// The weekly day of rest. Of several rows the first that fits holds.
struct RestDay {
  std::vector<std::string> countries;  ///< empty: all
  int weekday = 0;                     ///< 0 Sunday ... 6 Saturday
  Provenance provenance;
};

/// A part of the price and when it falls due.
struct PaymentShare {
  Ratio share;
  std::string event;  ///< as a stage's
  int days = 0;       ///< calendar days after it
};
struct PaymentTerms {
  std::string id, name, method;  ///< method: "bank transfer", "letter of credit" ...
  std::vector<PaymentShare> shares;
  Provenance provenance;
};

/// Years that a pack lasts whose outer material has the score, the lower of its abrasion and uv.
struct LifeRow {
  int score = 0;                                                                 ///< 0..5
  std::int64_t low_millionths = 0, typical_millionths = 0, high_millionths = 0;  ///< years
  Provenance provenance;
};

struct PlanBook {
  std::vector<ScheduleStage> stages;  ///< in the order of the catalog
  std::vector<LeadTime> lead_times;
  std::string closures_from, closures_until;  ///< the days in which closures are known; empty: none are
  std::vector<Closure> closures;
  std::vector<RestDay> rest_days;
  std::vector<PaymentTerms> payment_terms;  ///< the first holds where nothing is agreed
  std::vector<LifeRow> lives;
};

}  // namespace bom
