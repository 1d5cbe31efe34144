#!/usr/bin/env python3
"""Derives the severity of rules/loss.csv from public decisions with a fine, and tests it by leaving one out.

    loss.py ENFORCEMENT_FOLDER [--all]

The folder holds `outcomes.yaml` (who was fined how much); what is known of the maxima and turnovers is in
`loss-decisions.csv`, with its sources. `--all` prints the interval of every decision. docs/loss.md explains.
"""

import csv
import sys
from math import log, log10, sqrt
from pathlib import Path
from statistics import NormalDist, fmean, stdev

import yaml

HERE = Path(__file__).parent
NORMAL = NormalDist()
TURNOVER, MAXIMUM = 50e6, 20e6  # where the median is anchored
POWER_TURNOVER, POWER_MAXIMUM = 0.3, 0.3
# A published regression of 68 decisions that state a turnover: log10 fine = 1.568774 + 0.46297948 log10 turnover.
PUBLISHED = {"n": 68, "intercept": 1.568774, "slope": 0.46297948, "sigma": 0.6946}
# The median of 948 published fines that state no turnover, and the turnover we take to be behind it.
LISTED_MEDIAN, LISTED_TURNOVER = 10_000, 5e6
Z90 = NORMAL.inv_cdf(0.95)


class Decision:
    """One fine in euro with its maximum and the turnover behind it, as far as known."""

    def __init__(self, row, outcomes):
        number = lambda name: float(row[name]) if row[name] else None
        fine = outcomes[row["id"]]["fine"]
        assert fine["currency"] == row["currency"], row["id"]
        rate = number("perEUR")
        self.id, self.law, self.rule, self.parts = row["id"], row["maximum"], row["rule"], int(row["parts"])
        self.total = fine["amount"] / rate
        # Several fines in one decision: the largest is held against its own maximum.
        self.fine = (number("largestPart") or fine["amount"]) / rate
        turnover, fixed, percent = number("turnoverMillions"), number("fixed"), number("percent")
        self.turnover = turnover * 1e6 / rate if turnover else None
        limbs = [fixed / rate] if fixed and self.rule != "unit" else []
        if percent and self.turnover:
            limbs.append(self.turnover * percent / 100)
        self.maximum = max(limbs, default=None)
        self.needed = fine["amount"] / fixed if self.rule == "unit" else None

    @property
    def is_elsewhere(self):
        return not self.law.startswith(("GDPR", "UK GDPR", "French", "Swedish"))


def line(points):
    """Slope and intercept of least squares, and the spread around the line."""
    x, y = [p[0] for p in points], [p[1] for p in points]
    mx, my = fmean(x), fmean(y)
    slope = sum((a - mx) * (b - my) for a, b in points) / sum((a - mx) ** 2 for a in x)
    rest = [b - my - slope * (a - mx) for a, b in points]
    return slope, my - slope * mx, sqrt(sum(r * r for r in rest) / (len(rest) - 2))


def powers(decision):
    """log10 of the factor that turnover and maximum put on the median; 1 for what is not known."""
    factor = POWER_TURNOVER * log10(decision.turnover / TURNOVER)
    return factor + (POWER_MAXIMUM * log10(decision.maximum / MAXIMUM) if decision.maximum else 0)


# Each candidate learns from decisions and returns log10 of the median for a further one, and the spread.


def of_maximum(train):
    level = [log10(d.fine / d.maximum) for d in train]
    return lambda d: log10(d.maximum) + fmean(level), stdev(level)


def of_turnover(train):
    level = [log10(d.fine / d.turnover) for d in train]
    return lambda d: log10(d.turnover) + fmean(level), stdev(level)


def by_law(train):
    """A share of the maximum for EEA and UK and one for elsewhere, each drawn to the mean by three decisions."""
    mean = fmean(log10(d.fine / d.maximum) for d in train)
    levels = {}
    for group in (False, True):
        own = [log10(d.fine / d.maximum) for d in train if d.is_elsewhere == group]
        levels[group] = (sum(own) + 3 * mean) / (len(own) + 3)
    rest = [log10(d.fine / d.maximum) - levels[d.is_elsewhere] for d in train]
    return lambda d: log10(d.maximum) + levels[d.is_elsewhere], sqrt(sum(r * r for r in rest) / (len(rest) - 2))


def power_of_turnover(train):
    slope, start, spread = line([(log10(d.turnover), log10(d.fine)) for d in train])
    return lambda d: start + slope * log10(d.turnover), spread


def power_of_maximum(train):
    slope, start, spread = line([(log10(d.maximum), log10(d.fine)) for d in train])
    return lambda d: start + slope * log10(d.maximum), spread


def both_powers(train):
    level = [log10(d.fine) - powers(d) for d in train]
    return lambda d: powers(d) + fmean(level), stdev(level)


def free_powers(train):
    """Both powers fitted too: what is left of each after the turnover, then the line through that."""
    t, m, f = ([log10(v) for v in column] for column in zip(*((d.turnover, d.maximum, d.fine) for d in train)))
    m_slope, m_start, _ = line(list(zip(t, m)))
    f_slope, f_start, _ = line(list(zip(t, f)))
    rest_m = [b - m_start - m_slope * a for a, b in zip(t, m)]
    rest_f = [b - f_start - f_slope * a for a, b in zip(t, f)]
    power = sum(a * b for a, b in zip(rest_m, rest_f)) / sum(a * a for a in rest_m)
    left = [b - power * a for a, b in zip(rest_m, rest_f)]

    def median(d):
        x = log10(d.turnover)
        return f_start + f_slope * x + power * (log10(d.maximum) - m_start - m_slope * x)

    return median, sqrt(sum(v * v for v in left) / (len(left) - 3))


def published_level():
    return PUBLISHED["intercept"] + PUBLISHED["slope"] * log10(TURNOVER)


def pooled(train):
    """Both powers; the level and the spread also carry the 68 decisions of the published regression."""
    level = [log10(d.fine) - powers(d) for d in train]
    n, m, mean, other = PUBLISHED["n"], len(level), fmean(level), published_level()
    squares = (n - 2) * PUBLISHED["sigma"] ** 2 + sum((v - mean) ** 2 for v in level)
    squares += n * m / (n + m) * (mean - other) ** 2
    return lambda d: powers(d) + (n * other + m * mean) / (n + m), sqrt(squares / (n + m - 2))


def published_only(train):
    return lambda d: PUBLISHED["intercept"] + PUBLISHED["slope"] * log10(d.turnover), PUBLISHED["sigma"]


def student(x):
    """Distribution function of Student's t with four degrees of freedom."""
    q = x * x / (1 + x * x / 4)
    return 0.5 + 0.375 * x / sqrt(1 + x * x / 4) * (1 - q / 12)


def interval(middle, spread, decision, z=Z90):
    cap = log10(decision.maximum) if decision.maximum else float("inf")
    return min(middle - z * spread, cap), min(middle + z * spread, cap)


def score(middle, spread, decision, distribution):
    """log of the chance that the model gave to the fine within a factor of 1.25; at the maximum lies all above it."""
    cap = log10(decision.maximum) if decision.maximum else float("inf")
    x, half = min(log10(decision.fine), cap), log10(1.25)
    below = lambda v: 1.0 if v >= cap else distribution((v - middle) / spread)
    return log(max(1e-12, below(x + half) - below(x - half)))


def leave_one_out(decisions, learn, spread=None, distribution=NORMAL.cdf):
    results = []
    for index, decision in enumerate(decisions):
        median, own = learn(decisions[:index] + decisions[index + 1 :])
        used = spread or own
        results.append((decision, median(decision), used, score(median(decision), used, decision, distribution)))
    return results


def side(result):
    """-1 below, 0 inside, 1 above the 90 % interval."""
    decision, middle, spread, _ = result
    low, high = interval(middle, spread, decision)
    x = log10(decision.fine)
    return (x > high + 1e-6) - (x < low - 1e-6)


def row(name, results):
    sides = [side(r) for r in results]
    width = fmean((lambda i: i[1] - i[0])(interval(r[1], r[2], r[0])) for r in results)
    print(
        f"{name:52} {len(results):3} {fmean(r[3] for r in results):8.3f} "
        f"{sides.count(0):3} of {len(results)} ({sides.count(0) / len(results):.0%}) "
        f"below {sides.count(-1)} above {sides.count(1)}   width {width:.2f}"
    )


def main():
    folder = Path(sys.argv[1])
    outcomes = {c["id"]: c for c in yaml.safe_load((folder / "outcomes.yaml").read_text())["cases"]}
    with open(HERE / "loss-decisions.csv", newline="") as file:
        decisions = [Decision(r, outcomes) for r in csv.DictReader(file)]
    fined = {i for i, c in outcomes.items() if c["fine"]}
    assert fined == {d.id for d in decisions}, "the folder and loss-decisions.csv name different decisions"
    with_maximum = [d for d in decisions if d.maximum]
    with_turnover = [d for d in decisions if d.turnover]
    both = [d for d in decisions if d.maximum and d.turnover]
    print(f"{len(outcomes)} decisions, {len(fined)} with a fine, {len(with_maximum)} with a maximum, "
          f"{len(with_turnover)} with a turnover, {len(both)} with both\n")

    print("Fine above the maximum of one infringement:")
    for d in with_maximum:
        if d.total > d.maximum * 1.000001:
            print(f"  {d.id}: {d.total / d.maximum:.2f} times; {d.parts} fines, the largest {d.fine / d.maximum:.1%}")
    print("Per violation: how many of them the fine needs:")
    for d in decisions:
        if d.needed:
            print(f"  {d.id}: {d.needed:,.0f}")

    print(f"\n{'Candidates, decision left out':52}   n    score  in the 90 % interval")
    for name, learn in (
        ("share of the maximum", of_maximum), ("share of the turnover", of_turnover),
        ("share of the maximum, by law", by_law), ("power of the turnover", power_of_turnover),
        ("power of the maximum", power_of_maximum), ("turnover^0.3 x maximum^0.3", both_powers),
        ("the same, both powers fitted each time", free_powers),
    ):
        row(name, leave_one_out(both, learn))
    heavy = leave_one_out(both, both_powers, distribution=lambda x: student(x * sqrt(2)))
    row("the same, Student t with 4 degrees of freedom", heavy)
    row("the published regression as it is", leave_one_out(both, published_only))
    row("turnover^0.3 x maximum^0.3, pooled with the 68", leave_one_out(both, pooled))

    shipped = {r["parameter"]: r for r in csv.DictReader(open(HERE.parent / "rules/loss.csv", newline=""))}
    level = lambda learn: 10 ** (learn(with_turnover)[0](Anchor))
    derived = {
        "severity.median": (
            level(pooled), LISTED_MEDIAN / (LISTED_TURNOVER / TURNOVER) ** POWER_TURNOVER, level(both_powers)
        ),
        "severity.spread": (pooled(with_turnover)[1], PUBLISHED["sigma"], both_powers(with_turnover)[1]),
    }
    print("\nAs shipped (value, low, high), derived from all decisions with a turnover:")
    for name, values in derived.items():
        print(f"  {name}: " + ", ".join(f"{v:,.4f}" for v in values)
              + "   rules/loss.csv: " + ", ".join(shipped[name][c] for c in ("value", "low", "high")))
    spread = float(shipped["severity.spread"]["value"])
    results = leave_one_out(with_turnover, pooled, spread=spread)
    print()
    row("as shipped, level without the decision", results)
    for result in results:
        if side(result) or "--all" in sys.argv:
            d, middle, spread, _ = result
            low, high = interval(middle, spread, d)
            place = ("below", "inside", "above")[side(result) + 1]
            print(f"  {d.id:40} EUR {d.fine:15,.0f}  {10**low:13,.0f} to {10**high:15,.0f}  {place}")
    missing = [d for d in with_maximum if not d.turnover]
    print(f"\nNot tested, for their turnover is not known: {', '.join(d.id for d in missing)}")


class Anchor:
    """A firm at which both factors are 1."""

    turnover, maximum = TURNOVER, MAXIMUM


if __name__ == "__main__":
    main()
