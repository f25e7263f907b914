// The rows of the catalog's table about quality: sampling, inspection, tests, compliance, certificates. The
// schema says the same.
#include <string>

#include "configurator/catalog/catalog_format.h"

namespace configurator {

std::vector<ElementShape> qualityShapes() {
  return {
      {"sampling", "", "lot*:lot sample*:sample preset*:preset", ""},
      {"lot", "from:count to?:count s1:code s2:code s3:code s4:code i:code ii:code iii:code", "", ""},
      {"sample", "letter:code size:count", "at+:sampling-cell", ""},
      {"sampling-cell", "aql:positive accept?:whole reject?:whole arrow?:arrow", "", ""},
      {"preset", "id:id level:inspection-level major:positive minor:positive where:codes" + kRowSource,
       "booking:plain", ""},
      {"inspections", "", "point*:point", ""},
      {"point", "id:id stage:control defect:defect sections?:sections" + kRowSource, "work*:work look:plain",
       ""},
      {"work", "stage:text", "", ""},
      {"tests", "", "test*:test", ""},
      {"test",
       "id:id stage:control place:test-place severity:defect samples:count unit?:text sections?:sections "
       "families?:ids categories?:ids finishes?:ids parts?:sections where?:codes sun?:level" +
           kRowSource,
       "name:plain standard:plain threshold:plain", ""},
      {"materials", "", "material*:material", ""},
      {"material", "word:text kind:material-kind recycled?:yes-no", "name:plain", ""},
      {"compliance", "", "requirement*:requirement", ""},
      {"requirement",
       "id:id where:codes from?:day until?:day textile-from?:amount kinds?:material-kinds items?:ids "
       "types?:ids "
       "finishes?:ids claims?:ids uses?:ids sections?:sections forbidden-finishes?:ids labels?:ids "
       "evidence?:id of?:evidence-of" +
           kRowSource,
       "instrument:plain limit:plain document:plain reference:plain reason:plain", ""},
      {"claims", "", "claim*:claim", ""},
      {"claim", "id:id scopes:ids recycled?:yes-no", "name:plain word*:plain reason:plain", ""},
      {"certificates", "", "certificate*:certificate", ""},
      {"certificate", "number:text scope:id holder:id from?:day expires:day covers?:codes", "", ""},
  };
}

}  // namespace configurator
