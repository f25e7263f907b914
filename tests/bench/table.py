"""Prints the JSON of Google Benchmark as one row per design, one column per station."""

import json
import sys

STATIONS = ("pack", "reckon", "carry", "triangles")


def main(path):
    with open(path, encoding="utf-8") as file:
        answers = json.load(file)["benchmarks"]
    rows = {}
    for one in answers:
        station, design = one["name"].split("/")[:2]
        rows.setdefault(design, {})[station] = one
    print(f"{'us per design':<18}" + "".join(f"{station:>11}" for station in STATIONS) + f"{'count':>9}{'pieces':>8}")
    for design, times in rows.items():
        cells = "".join(f"{times[s]['real_time']:11.1f}" if s in times else f"{'-':>11}" for s in STATIONS)
        triangles = times.get("triangles", {}).get("triangles")
        pieces = next(iter(times.values())).get("pieces")
        print(f"{design:<18}{cells}" + (f"{triangles:9.0f}" if triangles else f"{'-':>9}") +
              (f"{pieces:8.0f}" if pieces else f"{'-':>8}"))
        late = [f"{s} {times[s]['p95_us']:.1f}" for s in STATIONS if s in times and "p95_us" in times[s]]
        if late:
            print("  its 95th percentile: " + ", ".join(late) + "; count: the most triangles")


if __name__ == "__main__":
    main(sys.argv[1])
