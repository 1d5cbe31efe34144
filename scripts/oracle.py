#!/usr/bin/env python3
"""What Python's `decimal` and `datetime` say about random operations, one per line: `operation operands = result`.

    oracle.py decimals COUNT [SEED]
    oracle.py dates COUNT [SEED]

Decimals are written with all their bits, `-1230E-5`; `nil` is an overflow or no result. Arithmetic, square root,
exp and ln come from the decimal128 context of libmpdec, which rounds them correctly; power, floored modulo and
rounding are computed with more digits and rounded once.
"""

import calendar
import random
import sys
from datetime import date, datetime, timedelta, timezone
from decimal import (
    MAX_EMAX, MIN_EMIN, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP,
    ROUND_UP, Context, Decimal, DivisionByZero, InvalidOperation, Overflow,
)

TRAPS = [InvalidOperation, DivisionByZero, Overflow]
QUAD = Context(prec=34, rounding=ROUND_HALF_EVEN, Emin=-6143, Emax=6144, clamp=1, traps=TRAPS)
# Holds every sum and product of two numbers of 34 digits, and every power before its one rounding.
EXACT = Context(prec=30_000, rounding=ROUND_HALF_EVEN, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=TRAPS)
LONG = Context(prec=220, rounding=ROUND_HALF_EVEN, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=TRAPS)
MODES = {
    "halfEven": ROUND_HALF_EVEN, "halfUp": ROUND_HALF_UP, "halfDown": ROUND_HALF_DOWN, "up": ROUND_UP,
    "down": ROUND_DOWN, "ceiling": ROUND_CEILING, "floor": ROUND_FLOOR,
}


def bits(number):
    """Sign, digits and exponent; there is no negative zero."""
    sign, digits, exponent = number.as_tuple()
    coefficient = int("".join(map(str, digits)))
    return f"{'-' if sign and coefficient else ''}{coefficient}E{exponent}"


def digits(rng):
    """Of every length; often with nines or zeros in a row, or close to a tie."""
    length = rng.choice([rng.randint(1, 34), rng.randint(1, 5), 34, 17, 18])
    kind = rng.randint(0, 9)
    if kind == 0:
        return 10 ** (length - 1) + rng.randint(0, 1)
    if kind == 1:
        return 10**length - 1 - rng.randint(0, 1)
    if kind == 2:
        return 5 * 10 ** (length - 1) + rng.choice([-1, 0, 1]) if length > 1 else 5
    if kind == 3:
        return rng.randint(0, 99) * 10 ** rng.randint(0, 32)
    if kind == 4:
        return rng.choice([2**63, 2**63 - 1, 2**64, 2**64 - 1, 2**96, 2**112, 2**32]) + rng.randint(-1, 1)
    if kind == 5:
        return 0 if rng.random() < 0.4 else rng.randint(0, 9)
    return rng.randint(0, 10**length - 1)


def number(rng, near=None):
    coefficient = digits(rng)
    kind = rng.randint(0, 11)
    if near is not None and kind < 4:
        exponent = near.as_tuple().exponent + rng.randint(-40, 40)
    elif kind < 7:
        exponent = rng.randint(-36, 4)
    elif kind == 7:
        exponent = rng.randint(-6176, -6100)
    elif kind == 8:
        exponent = rng.randint(6040, 6111)
    elif kind == 9:
        exponent = rng.choice([-3088, 3055, -3071, 3072]) + rng.randint(-40, 40)
    else:
        exponent = rng.randint(-6176, 6111)
    exponent = max(-6176, min(6111, exponent))
    return Decimal((rng.randint(0, 1), tuple(map(int, str(coefficient))), exponent))


def everyday(rng):
    return Decimal((rng.randint(0, 1), tuple(map(int, str(digits(rng)))), rng.randint(-40, 3)))


def modulo(a, b):
    if b == 0:
        return None
    # Far apart, a power modulo a whole number keeps the digits few.
    shift = a.as_tuple().exponent - b.as_tuple().exponent
    x, y = int(a.scaleb(-a.as_tuple().exponent, EXACT)), int(b.scaleb(-b.as_tuple().exponent, EXACT))
    if shift >= 0:
        rest = (x * pow(10, shift, abs(y))) % abs(y)
        rest = rest - abs(y) if y < 0 and rest else rest
        exponent = b.as_tuple().exponent
    else:
        y *= 10**-shift
        rest = x % y
        exponent = a.as_tuple().exponent
    return QUAD.plus(EXACT.scaleb(Decimal(rest), exponent))


def power(a, b):
    if b == 0:
        return Decimal(1)
    if a == 0:
        return None if b < 0 else Decimal(0)
    whole = b == b.to_integral_value(context=EXACT) if b.adjusted() < 100 else True
    if a < 0 and not whole:
        return None
    odd = whole and b.as_tuple().exponent <= 33 and int(b) % 2 == 1 if b.adjusted() < 40 else False
    estimate = LONG.multiply(LONG.log10(a.copy_abs()), b) if a.copy_abs() != 1 else Decimal(0)
    if estimate > 7000:
        return None
    if estimate < -7000:
        return Decimal("0E-6176")
    result = LONG.exp(LONG.multiply(b, LONG.ln(a.copy_abs()))) if a.copy_abs() != 1 else Decimal(1)
    # An exact power of few digits only looks like a number of 220: round it to 190, which no tie survives.
    nearer = Context(prec=190, Emin=MIN_EMIN, Emax=MAX_EMAX).plus(result).normalize(LONG)
    result = nearer if len(nearer.as_tuple().digits) < 80 else result
    return QUAD.plus(result.copy_negate() if a < 0 and odd else result)


def rounded(mode, a, scale):
    if not -6111 <= scale <= 6176:
        return None
    exponent = -scale
    if a.as_tuple().exponent >= exponent:
        # Zeros are appended only if they fit.
        fits = a == 0 or len(a.as_tuple().digits) + a.as_tuple().exponent - exponent <= 34
        return EXACT.quantize(a, Decimal((0, (1,), exponent))) if fits else a
    if a.adjusted() < exponent - 2:
        # Nothing but the sign and that it is not zero matters this far below.
        a = Decimal((a.as_tuple().sign, (1,) if a else (0,), exponent - 2))
    return a.quantize(Decimal((0, (1,), exponent)), rounding=MODES[mode], context=EXACT)


def text(a):
    """Plain digits from 1E-34 to below 1E35, scientific notation beyond; trailing zeros as they are."""
    if a == 0:
        exponent = a.as_tuple().exponent
        return "0." + "0" * -exponent if -34 <= exponent < 0 else "0"
    if -34 <= a.adjusted() <= 34:
        return format(a, "f")
    sign, digits, exponent = a.as_tuple()
    fraction = "." + "".join(map(str, digits[1:])) if len(digits) > 1 else ""
    return f"{'-' if sign else ''}{digits[0]}{fraction}E{a.adjusted():+d}"


def written(rng):
    """A number as somebody may write it, often with more digits than are kept."""
    whole = "".join(rng.choice("0123456789") for _ in range(rng.choice([0, 1, 3, 20, 40])))
    fraction = "".join(rng.choice("0123456789059") for _ in range(rng.choice([0, 1, 2, 15, 34, 60])))
    if rng.random() < 0.2:
        fraction = "0" * rng.randint(0, 50) + "5" + "0" * rng.randint(0, 50)
    if not whole and not fraction:
        whole = "0"
    result = rng.choice(["", "", "-", "+"]) + whole + ("." + fraction if fraction else "")
    if rng.random() < 0.5:
        size = rng.choice([rng.randint(0, 40), rng.randint(6080, 6200), rng.randint(0, 7000)])
        result += rng.choice("eE") + rng.choice(["", "-", "+"]) + str(size)
    return result


def attempt(operation):
    try:
        result = operation()
        return "nil" if result is None else bits(result)
    except (InvalidOperation, DivisionByZero, Overflow):
        return "nil"


def decimals(count, rng):
    simple = {"add": QUAD.add, "subtract": QUAD.subtract, "multiply": QUAD.multiply, "divide": QUAD.divide}
    weights = {
        "add": 15, "subtract": 13, "multiply": 14, "divide": 14, "modulo": 10, "power": 4, "sqrt": 5, "exp": 3,
        "ln": 3, "compare": 5, "round": 8, "read": 4, "write": 2,
    }
    names = list(weights)
    for _ in range(count):
        name = rng.choices(names, list(weights.values()))[0]
        a = number(rng)
        b = number(rng, near=a)
        if name in simple:
            yield f"{name} {bits(a)} {bits(b)} = {attempt(lambda: simple[name](a, b))}"
        elif name == "modulo":
            yield f"{name} {bits(a)} {bits(b)} = {attempt(lambda: modulo(a, b))}"
        elif name == "power":
            a = everyday(rng) if rng.random() < 0.7 else a
            b = Decimal(rng.randint(-60, 60)) if rng.random() < 0.6 else everyday(rng)
            if rng.random() < 0.1:
                b = Decimal(rng.choice(["0.5", "-0.5", "1.5", "0.25", "2.50", "1E3", "1E40", "3E33", "0.1"]))
            yield f"{name} {bits(a)} {bits(b)} = {attempt(lambda: power(a, b))}"
        elif name == "sqrt":
            a = QUAD.multiply(everyday(rng), Decimal(1)) if rng.random() < 0.5 else a
            if rng.random() < 0.3:
                a = attempt_square(a)
            yield f"{name} {bits(a)} = {attempt(lambda: QUAD.sqrt(a) if a >= 0 else None)}"
        elif name == "exp":
            a = everyday(rng) if rng.random() < 0.6 else Decimal(rng.randint(-1_430_000, 1_420_000)).scaleb(-2)
            yield f"{name} {bits(a)} = {attempt(lambda: QUAD.exp(a))}"
        elif name == "ln":
            if rng.random() < 0.2:
                a = QUAD.add(Decimal(1), Decimal(rng.randint(-99, 99)).scaleb(rng.randint(-35, -2)))
            yield f"{name} {bits(a)} = {attempt(lambda: QUAD.ln(a) if a > 0 else None)}"
        elif name == "compare":
            if rng.random() < 0.3:
                b = QUAD.multiply(a, Decimal("1.00")) if a.copy_abs() < Decimal("1E6000") else a
            yield f"{name} {bits(a)} {bits(b)} = {int(EXACT.compare(a, b)) if abs(a.adjusted() - b.adjusted()) < 9_000 else int(QUAD.compare(a, b))}"
        elif name == "round":
            mode = rng.choice(list(MODES))
            scale = rng.choice([-a.as_tuple().exponent + rng.randint(-40, 3), rng.randint(-40, 40), rng.randint(-6120, 6180)])
            yield f"{name} {mode} {bits(a)} {scale} = {attempt(lambda: rounded(mode, a, scale))}"
        elif name == "read":
            word = written(rng)
            yield f"{name} {word} = {attempt(lambda: QUAD.create_decimal(word))}"
        else:
            yield f"{name} {bits(a)} = {text(a if a else a.copy_abs())}"


def attempt_square(a):
    root = Decimal((0, a.as_tuple().digits[:17], a.as_tuple().exponent // 2))
    try:
        return QUAD.multiply(root, root)
    except Overflow:
        return root


def month_later(day, months):
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def clock(rng):
    """A time of day and what `datetime` makes of it: microseconds, no fraction without need."""
    micro = rng.choice([0, 0, rng.randint(0, 999_999), 500_000])
    moment = timedelta(seconds=rng.randint(0, 86_399), microseconds=micro)
    return rng.choice([moment, timedelta(0), timedelta(seconds=86_399, microseconds=999_999)])


def moment_text(moment):
    """As FEEL writes it: no zeros at the end of a fraction, Z for no offset."""
    result = moment.strftime("%Y-%m-%dT%H:%M:%S").rjust(19, "0")
    if moment.microsecond:
        result += f".{moment.microsecond:06d}".rstrip("0")
    if moment.tzinfo is not None:
        seconds = int(moment.utcoffset().total_seconds())
        hours, minutes = divmod(abs(seconds) // 60, 60)
        result += "Z" if seconds == 0 else f"{'-' if seconds < 0 else '+'}{hours:02d}:{minutes:02d}"
    return result


def duration_text(length):
    """`P1DT2H3M4.5S` without parts that are zero."""
    micro = length // timedelta(microseconds=1)
    sign, micro = ("-" if micro < 0 else ""), abs(micro)
    seconds, micro = divmod(micro, 1_000_000)
    days, seconds = divmod(seconds, 86_400)
    hours, minutes, seconds = seconds // 3600, seconds // 60 % 60, seconds % 60
    fraction = f".{micro:06d}".rstrip("0") if micro else ""
    tail = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
    if seconds or fraction or not (days or tail):
        tail += f"{seconds}{fraction}S"
    return f"{sign}P{f'{days}D' if days else ''}{'T' + tail if tail else ''}"


def dates(count, rng):
    last = date(9999, 12, 31).toordinal()
    epoch = date(1970, 1, 1).toordinal()
    for _ in range(count):
        day = date.fromordinal(rng.choice([rng.randint(1, last), rng.randint(693_000, 770_000)]))
        if rng.random() < 0.1:
            day = rng.choice([date(rng.choice([1, 4, 1900, 2000, 2024, 9999]), m, d) for m, d in [(1, 1), (2, 28), (3, 1), (12, 31)]])
        other = date.fromordinal(rng.choice([rng.randint(1, last), max(1, min(last, day.toordinal() + rng.randint(-800, 800)))]))
        offset = rng.choice([None, None, timezone.utc, timezone(timedelta(minutes=rng.randint(-14 * 60, 14 * 60)))])
        moment = datetime(day.year, day.month, day.day) + clock(rng)
        later = datetime(other.year, other.month, other.day) + clock(rng)
        moment, later = moment.replace(tzinfo=offset), later.replace(tzinfo=offset and rng.choice([offset, timezone.utc]))
        span = timedelta(
            days=rng.choice([0, rng.randint(-3, 3), rng.randint(-400_000, 400_000)]), seconds=rng.randint(-86_399, 86_399),
            microseconds=rng.choice([0, rng.randint(-999_999, 999_999)]))
        kind = rng.randint(0, 8)
        if kind == 0:
            iso = day.isocalendar()
            yield f"numbers {day} = {day.toordinal() - epoch} {day.isoweekday()} {day.timetuple().tm_yday} {iso.week}"
        elif kind == 1:
            days = rng.choice([rng.randint(-1_000, 1_000), rng.randint(-4_000_000, 4_000_000)])
            if 1 <= day.toordinal() + days <= last:
                yield f"days {day} {days} = {day + timedelta(days=days)}"
        elif kind == 2:
            months = rng.choice([rng.randint(-30, 30), rng.randint(-50_000, 50_000)])
            result = month_later(day, months)
            if result is not None:
                yield f"months {day} {months} = {result}"
        elif kind == 3:
            yield f"between {day} {other} = {duration_text(datetime(day.year, day.month, day.day) - datetime(other.year, other.month, other.day))}"
        elif kind == 4:
            try:
                yield f"plus {moment_text(moment)} {duration_text(span)} = {moment_text(moment + span)}"
            except OverflowError:
                continue
        elif kind == 5:
            yield f"minus {moment_text(moment)} {moment_text(later)} = {duration_text(moment - later)}"
        elif kind == 6:
            yield f"order {moment_text(moment)} {moment_text(later)} = {(moment > later) - (moment < later)}"
        elif kind == 7:
            factor = rng.randint(-50, 50)
            yield f"times {duration_text(span)} {factor} = {duration_text(span * factor)}"
        else:
            word = f"{rng.randint(0, 9999):04d}-{rng.randint(0, 13):02d}-{rng.randint(0, 32):02d}"
            try:
                yield f"read {word} = {date.fromisoformat(word)}"
            except ValueError:
                # Python has no year 0.
                if not word.startswith("0000"):
                    yield f"read {word} = nil"


def main(arguments):
    what = {"decimals": decimals, "dates": dates}.get(arguments[0] if arguments else "")
    if what is None or len(arguments) < 2:
        sys.exit(__doc__)
    count, seed = int(arguments[1]), int(arguments[2]) if len(arguments) > 2 else 34
    for line in what(count, random.Random(seed)):
        print(line)


main(sys.argv[1:])
