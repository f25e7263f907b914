// The elements of the catalog about an order in time: stages, lead times, closures, payment terms, lives. A
// change here is a change of assets/schemas/catalog.xsd, and the other way.
#include <string>

#include "configurator/catalog/catalog_format.h"

namespace configurator {
namespace {}  // namespace

std::vector<ElementShape> planShapes() {
  return {
      {"stages", "", "stage*:stage", ""},
      {"stage",
       "id:id low:whole typical:whole high:whole after?:ids when:stage-condition markets?:countries "
       "place:stage-place days:day-count sewing?:yes-no materials?:stage-materials times?:id "
       "events?:stage-events" +
           kRowSource,
       "name:plain", ""},
      {"lead-times", "", "lead-time*:lead-time", ""},
      {"lead-time",
       "id:id categories:ids families?:ids only?:lead-time-only low:whole typical:whole high:whole" +
           kRowSource,
       "name:plain", ""},
      {"closures", "from:day until:day", "closure*:closure", ""},
      {"closure", "countries:countries from:day until:day" + kRowSource, "name:plain", ""},
      {"rest-days", "", "rest-day*:rest-day", ""},
      {"rest-day", "day:weekday countries?:countries" + kRowSource, "", ""},
      {"payment-terms", "", "terms*:terms", ""},
      {"terms", "id:id method:text" + kRowSource, "name:plain share+:payment-share", ""},
      {"payment-share", "percent:positive event:stage-event after-days?:whole", "", ""},
      {"lives", "", "life*:life", ""},
      {"life", "score:score low:positive typical:positive high:positive" + kRowSource, "", ""},
  };
}

}  // namespace configurator
