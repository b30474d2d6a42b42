package akashi.ledger;

import java.math.BigDecimal;

/**
 * Numbers as ECMAScript writes them (ECMA-262, Number::toString), which RFC 8785 prescribes: the fewest digits that
 * read back as the same double, and of those the nearest.
 */
final class JsonNumber {
    private JsonNumber() {}

    static String text(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON holds neither NaN nor infinity");
        }
        if (value == 0) {
            return "0";
        }
        long whole = (long) value;
        if (whole == value && Math.abs(value) <= CanonicalJson.MAX_SAFE) {
            return Long.toString(whole);
        }
        return value < 0 ? "-" + positive(-value) : positive(value);
    }

    private static String positive(double value) {
        // Since Java 19 Double.toString is the shortest form too, except that it never uses fewer than two digits.
        BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (shortest.precision() == 2) {
            shortest = oneDigit(shortest, value);
        }
        String digits = shortest.unscaledValue().toString();
        int count = digits.length();
        int point = count - shortest.scale();
        if (point > 21 || point <= -6) {
            return exponential(digits, point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        if (point >= count) {
            return digits + "0".repeat(point - count);
        }
        return digits.substring(0, point) + "." + digits.substring(point);
    }

    /** The nearest one-digit decimal that still reads as the value, if there is one: 5e-324 rather than 4.9e-324. */
    private static BigDecimal oneDigit(BigDecimal twoDigits, double value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(1 - twoDigits.scale());
        BigDecimal below = twoDigits.divideToIntegralValue(unit).multiply(unit);
        BigDecimal above = below.add(unit);
        boolean aboveNearer =
                above.subtract(exact).abs().compareTo(exact.subtract(below).abs()) < 0;
        BigDecimal near = aboveNearer ? above : below;
        return near.doubleValue() == value ? near.stripTrailingZeros() : twoDigits;
    }

    private static String exponential(String digits, int exponent) {
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
    }
}
